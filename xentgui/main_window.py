"""The main window: the only wiring."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QSize, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from xentgui import presets
from xentgui.actions import ActionSpec
from xentgui.model import State
from xentgui.panels import PANELS
from xentgui.recovery import Recovery
from xentgui.settings import Settings
from xentgui.store import Store
from xentgui.tables.class_table import ClassTable
from xentgui.tables.glance import Glance
from xentgui.tables.logit_table import LogitTable
from xentgui.tables.target_table import TargetTable
from xentgui.translation import languages
from xentgui.view import View
from xentgui.window.cards import Cards
from xentgui.window.commands import Commands
from xentgui.window.deck import make_cards, show_titles
from xentgui.window.documents import Documents
from xentgui.window.drops import Drops
from xentgui.window.examples import Examples
from xentgui.window.look import Look
from xentgui.window.message_bar import MessageBar
from xentgui.window.status_line import StatusLine
from xentgui.window.toolbar import ToolBar
from xentgui.window.wiring import Wiring

SIZE = (1440, 900)


class MainWindow(QMainWindow):
    """Everything on the screen.

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
        Each panel's widget by its key; empty until `complete`.
    documents
        The open document, and all that is asked and said about it.

    Signals
    -------
    completed()
        The panels are there, too.
    """

    completed = Signal()

    def __init__(
        self,
        settings: Settings,
        *,
        look: Look | None = None,
        recovery: Recovery | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("window.main")
        self.settings: Settings = settings
        self.look: Look = look or Look(settings)
        self.store: Store = Store(presets.opening_state(self.look.language), self)
        self.store.show(View(unit=settings.unit, decimals=settings.decimals))
        self.panels: dict[str, QWidget] = {}
        self._make_parts()
        self.documents: Documents = Documents(self, recovery)
        self._connect()
        self.retranslate()
        self._show_look()
        self._restore_layout()
        self.logit_table.setFocus()

    def _make_parts(self) -> None:
        self.logit_table, self.target_table, self.glance = LogitTable(), TargetTable(), Glance()
        self._table: ClassTable = self.logit_table
        self.commands: Commands = Commands(self)
        self.toolbar = ToolBar(self.commands)
        self.addToolBar(self.toolbar)
        self.message_bar: MessageBar = MessageBar(self)
        self.addToolBarBreak()
        self.addToolBar(self.message_bar)
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        self.examples: Examples = Examples(self.store, self.look, self.toolbar, self.status)
        self.cards: Cards = make_cards()
        self.setCentralWidget(self.cards)
        self.wiring = Wiring(self.store, self.status, self)
        for part, margin in ((self.logit_table, 4), (self.target_table, 4), (self.glance, 13)):
            self.cards.by_key[part.objectName()].fill(part, margin)
            self.wiring.add(part)
        for control in (self.toolbar.temperature, self.toolbar.smoothing, self.toolbar.unit):
            self.wiring.add(control)

    def _connect(self) -> None:
        refresh = self.commands.refresh
        for signal in (
            self.store.changed,
            self.store.view_changed,
            self.store.history.indexChanged,
            self.cards.arranged,
        ):
            signal.connect(lambda *_: refresh())
        self.store.changed.connect(self.status.show_snapshot)
        self.store.changed.connect(self.examples.show_snapshot)
        self.store.view_changed.connect(self._remember_view)
        self.look.changed.connect(self._show_look)
        self.status.discard_requested.connect(self.documents.revert)
        for table in (self.logit_table, self.target_table):
            table.context_menu_requested.connect(self.commands.menus["classes"].popup)
        self.status.show_snapshot(self.store.snapshot)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        application.aboutToQuit.connect(self._silence)
        drops = Drops(self, self.documents.open_path, self.documents.refuse_drop)
        self.completed.connect(lambda: drops.leave_to_window(self))

    def complete(self) -> None:
        """Make the panels, which are dear to import, once the rest is on the screen."""
        if self.panels:
            return
        # pyqtgraph costs more than Qt itself: the first frame should not wait for it.
        from xentgui.canvas import view_for  # noqa: PLC0415

        for panel_class in PANELS:
            panel = panel_class()
            view = view_for(panel)
            self.panels[panel.key] = view
            self.wiring.add(view)
            self.cards.by_key[panel.key].fill(view, 6)
        self.retranslate()
        self._show_look()
        self.completed.emit()

    # What commands ask for

    def run(self, spec: ActionSpec) -> None:
        """Run a command, unless a hand holds something: that has to come to its end."""
        if self.wiring.finish_bursts():
            spec.run(self)
            self.commands.refresh()

    def run_command(self, key: str) -> None:
        """Run the command called `key`."""
        self.commands[key].trigger()

    def edit(self, state: State, text: str) -> None:
        """Make `state` current, as a step called `text`, already translated."""
        self.store.edit(state, text)

    def show_view(self, view: View) -> None:
        """Look at the numbers in another way."""
        self.store.show(view)

    @property
    def opening_state(self) -> State:
        """Where Reset goes back to."""
        return self.documents.opening_state

    @property
    def table(self) -> ClassTable:
        """The table that had the focus last; commands for classes act on its rows."""
        return self._table

    @property
    def current_class(self) -> int:
        """The class that "here" means: of the table in use, else the one that is lit."""
        lit = self.store.view.highlight
        if lit is not None and not self._table.hasFocus():
            return lit
        return self._table.current_class() or 0

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
        """Speak the language of the moment, everywhere."""
        own_name = next(one.name for one in languages() if one.code == self.look.language)
        self.documents.show_title()
        self.message_bar.retranslate()
        self.commands.retranslate()
        self.toolbar.retranslate(own_name)
        self.status.retranslate(own_name)
        show_titles(self.cards)
        self.wiring.retranslate()
        self.commands.refresh()

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
        self.settings.unit, self.settings.decimals = view.unit, view.decimals

    def _restore_layout(self) -> None:
        if self.settings.geometry:
            self.restoreGeometry(QByteArray(self.settings.geometry))
        else:
            room = QGuiApplication.primaryScreen().availableSize()
            self.resize(QSize(*SIZE).boundedTo(room))
        self.cards.load(self.settings.layout)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, ClassTable):
            self._table = new

    def changeEvent(self, event: QEvent) -> None:
        """Take on another language, and tick what has changed about the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._on_language()
        elif event.type() == QEvent.Type.WindowStateChange:
            self.commands.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how everything was, once nothing is left to be saved."""
        self.wiring.finish_bursts()
        if not self.documents.may_close():
            event.ignore()
            return
        self.settings.geometry = bytes(self.saveGeometry().data())
        self.settings.layout = self.cards.save()
        self.settings.save()
        self.documents.end()
        self._silence()
        super().closeEvent(event)

    def _silence(self) -> None:
        # A stack that is destroyed tells of steps that go; there is nobody left to tell.
        self.store.history.blockSignals(True)
