"""The main window, which is made in steps so that something is visible at once.

First comes an empty shell, which needs only Qt.  Then come the parts that need numpy (`build` and
`show_pictures`), then what answers, and the panels, which need pyqtgraph (`show_panels`), and last
what may be needed soon (`complete`).  What is on hidden cards is made when they are shown.  This is
why imports are inside functions.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication

from xentgui.painting.accessibility import follow_roles
from xentgui.painting.handlers import guarded
from xentgui.settings import Settings
from xentgui.window import arrangements
from xentgui.window.host_window import HostWindow
from xentgui.window.look import Look
from xentgui.window.shell import paint_shell
from xentgui.window.window_place import OnScreen, place

if TYPE_CHECKING:
    from xentgui.documents.recovery import Recovery


@guarded
class MainWindow(HostWindow):
    """Everything on the screen, and the `Host` of its commands.

    Until `build`, it has only settings and look.

    Attributes
    ----------
    workspace
        The workspace to begin with.

    Signals
    -------
    completed()
        All parts have been made.
    """

    completed = Signal()

    def __init__(self, settings: Settings, look: Look) -> None:
        super().__init__(settings, look)
        self.setObjectName("window.main")
        self._completed = False
        self.workspace = settings.workspace or arrangements.FIRST
        place(self, settings.geometry)

    def build(
        self, *, language: str = "", recovery: Callable[[], Recovery | None] = lambda: None
    ) -> None:
        """Make everything that a picture needs; `language`, if given, overrides the settings.

        `recovery` returns what keeps unsaved work, once the first edit is near.
        """
        from xentgui.window.kept_size import KeptSize  # noqa: PLC0415
        from xentgui.window.parts import Parts  # noqa: PLC0415

        self.look.speak(language or self.settings.language)
        # Qt would tell of another font in a later turn.  What is made until then would begin with the
        # font before, be measured in it, and all of it change it at once.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.ApplicationFontChange)
        follow_roles()
        parts = Parts(
            self, self, self.run, settings=self.settings, look=self.look, recovery=recovery
        )
        self._take(parts)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.aboutToQuit.connect(self.silence)
        application.focusChanged.connect(parts.table_in_use.follow)
        self.look.changed.connect(self._show_look)
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
        """Make what answers an edit or a command, and the visible panels."""
        self._built.make_answering()
        self.commands.complete()
        self.cards.complete()
        self._built.panel_views.when_shown.build()

    def _make_shown(self) -> None:
        self.show_panels()
        self._built.later_cards.when_shown.build()
        self._built.number_tables.when_shown.build()

    def complete(self) -> None:
        """Make parts that may be needed soon; hidden cards get theirs when they are shown."""
        if not self._completed:
            self._completed = True
            self._built.later.begin()
            self._make_shown()
            self.cards.arranged.connect(self._make_shown)
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
        makers = [part.when_shown.make_another for part in parts]
        MadeAhead((self.samples.prepare, *makers), self._is_busy, self).begin()

    def _is_busy(self) -> bool:
        plays = self.walking.plays or self.trains.plays
        return plays or self.store.gesture is not None or self.presenter.is_on

    # Look and settings

    def _show_look(self) -> None:
        # Qt informs widgets of a new palette later, and frames are painted before that.  Titles and
        # background would keep the old colours beside those of the style.  Without a palette of its
        # own the window has that of the program at once, and its fields have theirs.
        self.setPalette(QPalette())
        self._built.show_style(self.look.style())

    def silence(self) -> None:
        """Stop listening to the history."""
        # A stack that is deleted emits signals about its steps, when their receivers are gone.
        self.store.history.blockSignals(True)

    # Qt's events

    def event(self, event: QEvent) -> bool:
        """Leave Escape to the part with the keys, before a command that has this key, too."""
        if event.type() == QEvent.Type.ShortcutOverride:
            if _is_escape(event):
                event.accept()
                return True
            if self._parts is not None:
                # A key that comes this early may be one of theirs.
                self._built.make_answering()
                self.commands.complete()
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
