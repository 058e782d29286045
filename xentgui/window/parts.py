"""What the window is filled with once its shell is on the screen.

Importing this brings in numpy and most of the program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from xentgui.documents import presets
from xentgui.documents.recovery import Recovery
from xentgui.documents.store import Store
from xentgui.language.translation import languages
from xentgui.model.view import View
from xentgui.painting import icons
from xentgui.panels import PANELS
from xentgui.tables.logit_table import LogitTable
from xentgui.tables.readouts.readouts_card import ReadoutsCard
from xentgui.tables.target_table import TargetTable
from xentgui.window.card_registry import make_cards, show_titles
from xentgui.window.commands import Commands
from xentgui.window.documents import Documents
from xentgui.window.drops import Drops
from xentgui.window.examples import Examples
from xentgui.window.exports import Exports
from xentgui.window.message_bar import MessageBar
from xentgui.window.samples import Samples
from xentgui.window.status_line import StatusLine
from xentgui.window.toolbar import ToolBar
from xentgui.window.wiring import Wiring

if TYPE_CHECKING:
    from xentgui.window.main_window import MainWindow


def make_parts(window: MainWindow) -> None:
    """Make store, commands, bars, tables and cards, and let the parts ask and show."""
    window.setWindowIcon(icons.application_icon())
    window.store = Store(presets.opening_state(window.look.language), window)
    window.store.show(View(unit=window.settings.unit, decimals=window.settings.decimals))
    window.logit_table, window.target_table, window.glance = (
        LogitTable(),
        TargetTable(),
        ReadoutsCard(),
    )
    window.table = window.logit_table
    window.commands = Commands(window)
    window.toolbar = ToolBar(window.commands)
    window.addToolBar(window.toolbar)
    window.message_bar = MessageBar(window)
    window.addToolBarBreak()
    window.addToolBar(window.message_bar)
    window.status = StatusLine(window)
    window.setStatusBar(window.status)
    window.examples = Examples(window.store, window.look, window.toolbar, window.status)
    window.cards = make_cards()
    window.setCentralWidget(window.cards)
    window.wiring = Wiring(window.store, window.status, window)
    parts = ((window.logit_table, 4), (window.target_table, 4), (window.glance, 13))
    for part, margin in parts:
        window.cards.by_key[part.objectName()].fill(part, margin)
        window.wiring.add(part)
    window.samples = Samples(window)
    for control in (window.toolbar.temperature, window.toolbar.smoothing, window.toolbar.unit):
        window.wiring.add(control)


def make_documents(window: MainWindow, recovery: Recovery | None) -> None:
    """Let the window have a document, take files that are dropped, and keep the work safe."""
    documents = Documents(window, recovery)
    window.documents = documents
    window.exports = Exports(window)
    window.status.discard_requested.connect(documents.revert)
    Drops(window, documents.open_path, documents.refuse_drop)


def connect(window: MainWindow) -> None:
    """Tell commands, bars and examples of the changes that concern them."""
    store, asked_in = window.store, None

    def ask(*_: object) -> None:
        # While a hand pulls nobody looks at the menus: its first step tells what they allow
        # until it lets go, and then the history changes.
        nonlocal asked_in
        if store.gesture_start is None or store.gesture_start is not asked_in:
            asked_in = store.gesture_start
            window.commands.refresh()

    for signal in (
        store.changed,
        store.view_changed,
        store.history.indexChanged,
        window.cards.arranged,
    ):
        signal.connect(ask)
    store.changed.connect(window.status.show_snapshot)
    store.changed.connect(window.examples.show_snapshot)
    window.status.show_snapshot(store.snapshot)
    for table in (window.logit_table, window.target_table):
        table.context_menu_requested.connect(window.commands.menus["classes"].popup)
        table.batch_pasted.connect(window.samples.take_block)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.aboutToQuit.connect(window.silence)
    application.focusChanged.connect(window.remember_table)


def make_panels(window: MainWindow, *, shown_only: bool) -> None:
    """Make the panels that are not there yet, and put them on their cards."""
    # pyqtgraph costs more than Qt itself: tables and toolbar should not wait for it.
    from xentgui.canvas import view_for  # noqa: PLC0415

    style = window.look.style()
    for panel_class in PANELS:
        key = panel_class.key
        if key in window.panels or (shown_only and not window.cards.is_shown(key)):
            continue
        view = view_for(panel_class())
        window.panels[key] = view
        window.wiring.add(view)
        window.wiring.dress(view, style)
        window.cards.by_key[key].fill(view, 6)


def retranslate(window: MainWindow) -> None:
    """Speak the current language, everywhere."""
    own_name = next(one.name for one in languages() if one.code == window.look.language)
    window.documents.show_title()
    window.message_bar.retranslate()
    window.commands.retranslate()
    window.toolbar.retranslate(own_name)
    window.status.retranslate(own_name)
    show_titles(window.cards)
    window.wiring.retranslate()
    window.commands.refresh()
