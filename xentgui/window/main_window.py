"""The main window, which comes in three steps so that there is something to see at once.

First an empty shell, which needs nothing but Qt; then, `furnish`, what brings in numpy; then,
`reveal`, what brings in pyqtgraph; at last, `complete`, what is not to be seen yet.  Hence the
imports inside functions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from xentgui.settings import Settings
from xentgui.window.look import Look
from xentgui.window.shell import paint_shell

if TYPE_CHECKING:
    from xentgui.commands import ActionSpec
    from xentgui.documents.recovery import Recovery
    from xentgui.documents.store import Store
    from xentgui.model.view import View
    from xentgui.tables.class_table import ClassTable
    from xentgui.tables.logit_table import LogitTable
    from xentgui.tables.readouts.readouts_card import ReadoutsCard
    from xentgui.tables.table_commands import TableCommands
    from xentgui.tables.target_table import TargetTable
    from xentgui.window.cards import Cards
    from xentgui.window.commands import Commands
    from xentgui.window.documents import Documents
    from xentgui.window.examples import Examples
    from xentgui.window.exports import Exports
    from xentgui.window.message_bar import MessageBar
    from xentgui.window.samples import Samples
    from xentgui.window.status_line import StatusLine
    from xentgui.window.toolbar import ToolBar
    from xentgui.window.wiring import Wiring

SIZE = (1440, 900)


class MainWindow(QMainWindow):
    """Everything on the screen.  Until `furnish`, settings and look are all there is.

    Attributes
    ----------
    store
        The numbers, and the way back.
    look
        Theme, size and language.
    commands
        Every QAction by its key.
    cards
        The arrangement of tables and panels.
    panels
        Each panel's widget by its key; not all of them until `complete`.
    documents
        The open document, and all that is asked and said about it.
    exports
        What leaves the window: figures and numbers.
    samples
        Logits that come from elsewhere, and the bar to step through them.
    table
        The table that had the focus last; commands for classes act on its rows.

    Signals
    -------
    completed()
        There is nothing left to be made.
    """

    completed = Signal()

    store: Store
    commands: Commands
    toolbar: ToolBar
    message_bar: MessageBar
    status: StatusLine
    examples: Examples
    exports: Exports
    cards: Cards
    wiring: Wiring
    documents: Documents
    samples: Samples
    logit_table: LogitTable
    target_table: TargetTable
    glance: ReadoutsCard
    table: ClassTable

    def __init__(self, settings: Settings, look: Look) -> None:
        super().__init__()
        self.setObjectName("window.main")
        self.settings: Settings = settings
        self.look: Look = look
        self.panels: dict[str, QWidget] = {}
        self._furnished = self._completed = False
        if settings.geometry:
            self.restoreGeometry(QByteArray(settings.geometry))
        else:
            room = QGuiApplication.primaryScreen().availableSize()
            self.resize(QSize(*SIZE).boundedTo(room))

    def furnish(self, *, language: str = "", recovery: Recovery | None = None) -> None:
        """Make everything but the panels; `language`, if given, wins over the settings."""
        from xentgui.window import parts as furniture  # noqa: PLC0415

        self.look.speak(language or self.settings.language)
        furniture.make_parts(self)
        furniture.make_documents(self, recovery)
        furniture.connect(self)
        self.store.view_changed.connect(self._remember_view)
        self.look.changed.connect(self._show_look)
        self._furnished = True
        self.retranslate()
        self._show_look()
        self.cards.load(self.settings.layout)
        self.logit_table.setFocus()

    def reveal(self) -> None:
        """Make the panels that are shown."""
        from xentgui.window import parts as furniture  # noqa: PLC0415

        furniture.make_panels(self, shown_only=True)

    def complete(self) -> None:
        """Make the hidden panels, too, and whatever else may be wanted soon."""
        from xentgui.window import parts as furniture  # noqa: PLC0415

        if not self._completed:
            self._completed = True
            furniture.make_panels(self, shown_only=False)
            self.samples.prepare()
            self.completed.emit()

    # What commands ask for

    def run(self, spec: ActionSpec) -> None:
        """Run a command, unless a hand holds something: that has to come to its end."""
        goes_on = spec.in_burst and self.samples.in_burst
        if goes_on or self.wiring.finish_bursts():
            spec.run(self)
            self.commands.refresh()

    def run_command(self, key: str) -> None:
        """Run the command called `key`."""
        self.commands[key].trigger()

    @property
    def table_commands(self) -> TableCommands:
        """What can be done to the selected classes of the table in use."""
        return self.table.commands

    @property
    def current_class(self) -> int:
        """The class that "here" means: of the table in use, else the highlighted one."""
        highlighted = self.store.view.highlighted_class
        if highlighted is not None and not self.table.hasFocus():
            return highlighted
        return self.table.current_class() or 0

    @property
    def is_full_screen(self) -> bool:
        """Whether the window fills the screen."""
        return self.isFullScreen()

    def toggle_full_screen(self) -> None:
        """Let the window fill the screen, or no longer."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def show_shortcuts(self) -> None:
        """Show every command and its keys."""
        # Both dialogs are rarely seen, and imported when they are.
        from xentgui.window.shortcuts import Shortcuts  # noqa: PLC0415

        Shortcuts(self).open()

    def show_about(self) -> None:
        """Show the version, and what the program is made of."""
        from xentgui.window.about import About  # noqa: PLC0415

        About(self).open()

    def quit(self) -> None:
        """Close the window, and with it the program."""
        self.close()

    # How it looks, and in which language

    def retranslate(self) -> None:
        """Speak the current language, everywhere."""
        from xentgui.window import parts as furniture  # noqa: PLC0415

        furniture.retranslate(self)

    def _show_look(self) -> None:
        style = self.look.style()
        self.commands.show_theme(style.theme)
        self.toolbar.show_style(style)
        self.status.show_style(style)
        self.message_bar.show_style(style)
        self.cards.show_style(style)
        self.wiring.show_style(style)
        self.commands.refresh()

    def _on_language(self) -> None:
        self.documents.speak(self.look.language)
        self.retranslate()

    # What is remembered

    def _remember_view(self, view: View) -> None:
        self.settings.decimals = view.decimals
        if self.documents.session.path is None:  # the unit of a document is not the person's
            self.settings.unit = view.unit

    def remember_table(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Let commands for classes act on the table that gets the focus."""
        for table in (self.logit_table, self.target_table):
            if new is table:
                self.table = table

    def changeEvent(self, event: QEvent) -> None:
        """Take on another language, and tick what has changed about the window."""
        super().changeEvent(event)
        if not self._furnished:
            return
        if event.type() == QEvent.Type.LanguageChange:
            self._on_language()
        elif event.type() == QEvent.Type.WindowStateChange:
            self.commands.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how everything was, once nothing is left to be saved."""
        if not self._furnished:
            super().closeEvent(event)
            return
        self.wiring.finish_bursts()
        if not self.documents.may_close():
            event.ignore()
            return
        self.settings.geometry = bytes(self.saveGeometry().data())
        self.settings.layout = self.cards.save()
        self.settings.save()
        self.documents.end()
        self.silence()
        super().closeEvent(event)

    def silence(self) -> None:
        """Listen to the history no longer."""
        # A stack that is destroyed tells of steps that go; there is nobody left to tell.
        self.store.history.blockSignals(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shell as long as there is nothing else."""
        if self._furnished:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        paint_shell(painter, QRectF(self.rect()), self.palette(), self.look.zoom)
        painter.end()
