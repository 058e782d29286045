"""The main window, which is made in steps so that something is visible at once.

First comes an empty shell, which needs only Qt.  Then come the parts that need numpy (`build` and
`show_pictures`), then those that need pyqtgraph (`show_panels`), and last what may be needed soon
(`complete`).  What is on hidden cards is made when they are shown.  This is why imports are inside functions.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from xentgui.painting.handlers import guarded
from xentgui.painting.roles import follow_roles
from xentgui.settings import Settings
from xentgui.window import arrangements
from xentgui.window.look import Look
from xentgui.window.shell import paint_shell
from xentgui.window.window_place import OnScreen, place

if TYPE_CHECKING:
    from xentgui.commands import ActionSpec
    from xentgui.documents.recovery import Recovery
    from xentgui.documents.store import Store
    from xentgui.model.view import View
    from xentgui.tables.class_table import ClassTable
    from xentgui.tables.logit_table import LogitTable
    from xentgui.tables.readouts.loss_card import LossCard
    from xentgui.tables.readouts.readouts_card import ReadoutsCard
    from xentgui.tables.table_commands import TableCommands
    from xentgui.tables.target_table import TargetTable
    from xentgui.window.cards import Cards
    from xentgui.window.commands import Commands
    from xentgui.window.descent.walking import Walking
    from xentgui.window.documents import Documents
    from xentgui.window.examples import Examples
    from xentgui.window.exports import Exports
    from xentgui.window.finding import Finding
    from xentgui.window.helping.helping import Helping
    from xentgui.window.message_bar import MessageBar
    from xentgui.window.parts import Parts
    from xentgui.window.points_files import PointsFiles
    from xentgui.window.presenting.presenter import Presenter
    from xentgui.window.readings import Readings
    from xentgui.window.samples import Samples
    from xentgui.window.sharing import Sharing
    from xentgui.window.sound.loss_sound import LossSound
    from xentgui.window.status_line import StatusLine
    from xentgui.window.strip.strip import Strip
    from xentgui.window.toolbar import ToolBar
    from xentgui.window.training.trains import Trains
    from xentgui.window.withholding import Withholding


@guarded
class MainWindow(QMainWindow):
    """Everything on the screen, and the `Host` of its commands.

    Until `build`, it has only settings and look.

    Attributes
    ----------
    store
        The subject, its snapshot, and the undo history.
    look
        Theme, size and language.
    commands
        Every QAction by its key.
    cards
        The arrangement of tables and panels.
    panels
        Each panel's widget by its key, made when it is first shown or asked for.
    workspace
        The workspace to begin with.
    documents
        The open document, with the questions and messages about it.
    exports
        Exports figures and numbers.
    sharing
        Shares the present scene.
    withholding
        Withholds the controls that a scene does not show.
    readings
        Reads texts, and asks about them.
    walking
        The walk down the loss.
    trains
        The training of a classifier.
    sound
        The loss as a pitch.
    points_files
        Tables of points.
    presenter
        Presents the scenes of the document.
    strip
        The strip of scenes.
    samples
        Logits from files, and the bar to step through samples.

    Signals
    -------
    completed()
        All parts have been made.
    """

    completed = Signal()

    store: Store
    commands: Commands
    toolbar: ToolBar
    walking: Walking
    finding: Finding
    trains: Trains
    sound: LossSound
    points_files: PointsFiles
    message_bar: MessageBar
    status: StatusLine
    examples: Examples
    exports: Exports
    sharing: Sharing
    withholding: Withholding
    cards: Cards
    documents: Documents
    readings: Readings
    presenter: Presenter
    strip: Strip
    samples: Samples
    logit_table: LogitTable
    target_table: TargetTable
    readouts: ReadoutsCard
    loss: LossCard
    panels: Mapping[str, QWidget]

    def __init__(self, settings: Settings, look: Look) -> None:
        super().__init__()
        self.setObjectName("window.main")
        self.settings: Settings = settings
        self.look: Look = look
        self._parts: Parts | None = None
        self._completed = False
        self._helping: Helping | None = None
        self.workspace = settings.workspace or arrangements.FIRST
        place(self, settings.geometry)

    def build(self, *, language: str = "", recovery: Recovery | None = None) -> None:
        """Make everything except the panels; `language`, if given, overrides the settings."""
        from xentgui.window.kept_size import KeptSize  # noqa: PLC0415
        from xentgui.window.parts import Parts  # noqa: PLC0415

        self.look.speak(language or self.settings.language)
        follow_roles()
        parts = Parts(
            self, self, self.run, settings=self.settings, look=self.look, recovery=recovery
        )
        self.store, self.commands, self.panels = (
            parts.store,
            parts.commands,
            parts.panel_views.by_key,
        )
        self.toolbar, self.message_bar, self.status = parts.toolbar, parts.message_bar, parts.status
        self.readings, self.walking = parts.readings, parts.walking
        self.sound = parts.sound
        self.trains, self.points_files = parts.trains, parts.points_files
        self.finding = parts.finding
        self.cards, self.documents, self.samples = parts.cards, parts.documents, parts.samples
        self.examples, self.exports = parts.examples, parts.exports
        self.sharing, self.withholding = parts.sharing, parts.withholding
        self.presenter, self.strip = parts.presenter, parts.strip
        self.logit_table, self.target_table = parts.logit_table, parts.target_table
        self.readouts, self.loss = parts.readouts, parts.loss
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.aboutToQuit.connect(self.silence)
        application.focusChanged.connect(parts.table_in_use.follow)
        self.store.view_changed.connect(self._remember_view)
        self.look.changed.connect(self._show_look)
        self._parts = parts
        KeptSize(self, self.cards.give_way)
        parts.retranslate()
        self._show_look()
        self.cards.load(arrangements.read(self.settings), self.workspace)
        self.logit_table.setFocus()

    def show_pictures(self) -> None:
        """Show pictures in place of the visible panels."""
        self._built.panel_views.show_pictures()
        self._built.later_cards.when_shown.build()
        self._built.number_tables.when_shown.build()

    def keep_on_screen(self) -> None:
        """Keep the whole window visible from now on, also when screens change."""
        OnScreen(self).bring_back()

    def show_panels(self) -> None:
        """Make the visible panels."""
        self._built.panel_views.when_shown.build()

    def _make_shown(self) -> None:
        self.show_panels()
        self._built.later_cards.when_shown.build()
        self._built.number_tables.when_shown.build()

    def complete(self) -> None:
        """Make parts that may be needed soon; hidden cards get theirs when they are shown."""
        if not self._completed:
            self._completed = True
            self._make_shown()
            self.cards.arranged.connect(self._make_shown)
            self.samples.prepare()
            self.helping.complete()
            self._reach()
            self.completed.emit()

    def _reach(self) -> None:
        """Let fingers, pens and keys reach what a mouse reaches."""
        from xentgui.window.beside_controls import BesideControls  # noqa: PLC0415 - no start needs it
        from xentgui.window.card_shortcuts import CardShortcuts  # noqa: PLC0415
        from xentgui.window.pen_away import PenAway  # noqa: PLC0415

        BesideControls(self)
        PenAway(self)
        CardShortcuts(self.cards)

    def make_ahead(self) -> None:
        """Make what is on hidden cards, too, one by one in the pauses of the person."""
        from xentgui.window.made_ahead import MadeAhead  # noqa: PLC0415

        parts = self._built.panel_views, self._built.later_cards, self._built.number_tables
        makers = tuple(part.when_shown.make_another for part in parts)
        MadeAhead(makers, self._is_busy, self).begin()

    def _is_busy(self) -> bool:
        plays = self.walking.plays or self.trains.plays
        return plays or self.store.gesture is not None or self.presenter.is_on

    @property
    def helping(self) -> Helping:
        """What helps in the first minute, made when it is first needed."""
        if self._helping is None:
            from xentgui.documents.lectures import BUILT_IN  # noqa: PLC0415
            from xentgui.window.helping.helping import Helped, Helping  # noqa: PLC0415

            helped = Helped(
                self.cards,
                self.panels,
                self.store,
                self.settings,
                self.look,
                self.status,
                self.presenter,
                partial(self.documents.open_lecture, BUILT_IN),
                lambda: self.toolbar.example,
            )
            self._helping = Helping(self, helped)
            self._built.wiring.add(self._helping)
        return self._helping

    @property
    def _built(self) -> Parts:
        assert self._parts is not None
        return self._parts

    # The Host of commands

    def run(self, spec: ActionSpec) -> None:
        """Run a command, unless a drag is in progress, which has to end first."""
        goes_on = spec.in_burst and self.samples.in_burst
        if goes_on or self._built.wiring.finish_bursts():
            self.commands.carry_out(spec, self.status.say)
            self.commands.refresh()

    def run_command(self, key: str) -> None:
        """Run the command called `key`."""
        self.commands[key].trigger()

    @property
    def table(self) -> ClassTable:
        """The table that last had the focus; commands for classes act on its rows."""
        return self._built.table_in_use.table

    @property
    def table_commands(self) -> TableCommands:
        """The commands for the selected classes of the table in use."""
        return self.table.commands

    @property
    def current_class(self) -> int:
        """The class that commands apply to, counted from 0."""
        return self._built.table_in_use.current_class

    @property
    def is_full_screen(self) -> bool:
        """Whether the window fills the screen."""
        return self.isFullScreen()

    def can_step_stage(self, way: int) -> bool:
        """Return whether a page with stages has one more (1) or one fewer (-1)."""
        return self._built.panel_views.can_step_stage(way)

    def step_stage(self, way: int) -> None:
        """Show one more stage (1) of such a page, or one fewer (-1)."""
        self._built.panel_views.step_stage(way)

    def toggle_full_screen(self) -> None:
        """Make the window fill the screen, or end that."""
        # The first window does not wait for Qt's enumerations.
        from PySide6.QtCore import Qt  # noqa: PLC0415

        # A window that was maximised before is so again afterwards.
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.show()

    def show_guide(self) -> None:
        """Show the guide, beside the window."""
        from xentgui.window.guide.dialog import Guide  # noqa: PLC0415

        dialog = self.findChild(Guide) or Guide(self, self.look)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def show_shortcuts(self) -> None:
        """Show every command and its keys."""
        # These dialogs are rare, so their module is imported when one opens.
        from xentgui.window.help_dialogs import Shortcuts  # noqa: PLC0415

        Shortcuts(self).open()

    def show_about(self) -> None:
        """Show the version of the program and of its libraries."""
        from xentgui.window.help_dialogs import About  # noqa: PLC0415

        About(self).open()

    def quit(self) -> None:
        """Close the window, and with it the program."""
        self.close()

    # Look and settings

    def _show_look(self) -> None:
        # Qt informs widgets of a new palette later, and frames are painted before that.  Titles and
        # background would keep the old colours beside those of the style.  Without a palette of its
        # own the window has that of the program at once, and its fields have theirs.
        self.setPalette(QPalette())
        self._built.show_style(self.look.style())

    def _remember_view(self, view: View) -> None:
        self.settings.decimals = view.decimals
        if self.documents.path is None:  # a document has its own unit
            self.settings.unit = view.unit

    def silence(self) -> None:
        """Stop listening to the history."""
        # A stack that is deleted emits signals about its steps, when their receivers are gone.
        self.store.history.blockSignals(True)

    # Qt's events

    def event(self, event: QEvent) -> bool:
        """Leave Escape to the part with the keys, before a command that has this key, too."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """With Escape, bring the other cards back, else leave full screen.

        The part with the keys comes first: it leaves its editor, a gesture, or its mark.
        """
        if not _is_escape(event) or self._parts is None or self.store.gesture is not None:
            super().keyPressEvent(event)
        elif self.cards.enlarged is not None:
            self.run_command("panel.restore")
        elif self.is_full_screen:
            self.toggle_full_screen()

    def changeEvent(self, event: QEvent) -> None:
        """Apply another language, and update the commands after a change of the window."""
        super().changeEvent(event)
        if self._parts is None:
            return
        if event.type() == QEvent.Type.LanguageChange:
            self.documents.speak(self.look.language)
            self._parts.retranslate()
        elif event.type() == QEvent.Type.WindowStateChange:
            self.commands.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save the settings, once no work is unsaved."""
        if self._parts is None:
            super().closeEvent(event)
            return
        self.walking.pause()
        self.trains.pause()
        self.presenter.leave()
        self._parts.wiring.finish_bursts()
        if not self.documents.may_close():
            event.ignore()
            return
        self.settings.geometry = bytes(self.saveGeometry().data())
        arrangements.write(self.settings, self.cards.save_all())
        self.settings.workspace = self.cards.workspace
        self.settings.save()
        self.documents.end()
        self.silence()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shell until the parts exist."""
        if self._parts is not None:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        sizes = arrangements.sizes_of(self.settings, self.workspace)
        room, zoom = QRectF(self.rect()), self.look.zoom
        paint_shell(painter, room, self.palette(), zoom, sizes, self.workspace)
        painter.end()


def _is_escape(event: QEvent) -> bool:
    # The first window does not wait for Qt's enumerations.
    from PySide6.QtCore import Qt  # noqa: PLC0415

    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
