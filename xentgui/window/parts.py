"""Everything the window is filled with once its shell is on the screen, and how it is joined.

Importing this brings in numpy and most of the program.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QWidget

from xentgui.canvas.page_view import PageView
from xentgui.canvas.plot_picture import PlotPicture
from xentgui.commands import ActionSpec
from xentgui.commands.host import Host
from xentgui.documents import presets
from xentgui.documents.recovery import Recovery
from xentgui.documents.session import Session
from xentgui.documents.store import Store
from xentgui.language.translation import languages
from xentgui.model import State
from xentgui.model.view import View
from xentgui.painting import icons
from xentgui.painting.style import Style
from xentgui.panels import PANELS
from xentgui.panels.page_panel import PagePanel
from xentgui.panels.plot_panel import PlotPanel
from xentgui.settings import Settings
from xentgui.tables.logit_table import LogitTable
from xentgui.tables.readouts.readouts_card import ReadoutsCard
from xentgui.tables.target_table import TargetTable
from xentgui.window.card_registry import make_cards, show_formulas, show_titles
from xentgui.window.commands import Commands
from xentgui.window.document_notices import DocumentNotices
from xentgui.window.documents import Documents
from xentgui.window.drops import Drops
from xentgui.window.examples import Examples
from xentgui.window.exports import Exports
from xentgui.window.kept_work import KeptWork
from xentgui.window.look import Look
from xentgui.window.message_bar import MessageBar
from xentgui.window.samples import Samples
from xentgui.window.scenes import Scenes
from xentgui.window.status_line import StatusLine
from xentgui.window.table_in_use import TableInUse
from xentgui.window.toolbar import ToolBar
from xentgui.window.wiring import Wiring

if TYPE_CHECKING:
    from xentgui.canvas.plot_view import PlotView

_PANEL_MARGIN = 6.0


class Parts:
    """The parts of one window, each made with what it needs of the others.

    Attributes
    ----------
    panels
        Each panel's widget by its key; `build_panels` makes them.
    """

    def __init__(
        self,
        window: QMainWindow,
        host: Host,
        run: Callable[[ActionSpec], None],
        *,
        settings: Settings,
        look: Look,
        recovery: Recovery | None,
    ) -> None:
        """Fill `window`; its commands ask `host`, and are run by `run`."""
        window.setWindowIcon(icons.application_icon())
        self._settings, self._look = settings, look
        self.panels: dict[str, QWidget] = {}
        self.store = Store(presets.opening_state(look.language), window)
        self.store.show(View(unit=settings.unit, decimals=settings.decimals))
        self.logit_table, self.target_table = LogitTable(), TargetTable()
        self.readouts = ReadoutsCard()
        self.table_in_use = TableInUse((self.logit_table, self.target_table), self.store, window)
        self.commands = Commands(window, host, run)
        self._build_bars(window)
        self._build_cards(window)
        self.samples = Samples(
            window,
            store=self.store,
            settings=settings,
            look=look,
            status=self.status,
            messages=self.message_bar,
            wiring=self.wiring,
        )
        for control in (self.toolbar.temperature, self.toolbar.smoothing, self.toolbar.unit):
            self.wiring.add(control)
        self._build_documents(window, recovery)
        self.exports = Exports(
            window,
            store=self.store,
            session=self.documents.session,
            scenes=self.documents.scenes,
            settings=settings,
            look=look,
            status=self.status,
            cards=self.cards,
            panels=self.panels,
        )
        self._connect()

    def _build_bars(self, window: QMainWindow) -> None:
        self.toolbar = ToolBar(self.commands)
        window.addToolBar(self.toolbar)
        self.message_bar = MessageBar(window)
        window.addToolBarBreak()
        window.addToolBar(self.message_bar)
        self.status = StatusLine(window)
        window.setStatusBar(self.status)
        self.examples = Examples(self.store, self._look, self.toolbar, self.status)

    def _build_cards(self, window: QMainWindow) -> None:
        self.cards = make_cards()
        window.setCentralWidget(self.cards)
        self.wiring = Wiring(self.store, self.status, window)
        parts = ((self.logit_table, 4), (self.target_table, 4), (self.readouts, 13))
        for part, margin in parts:
            self.cards.by_key[part.objectName()].fill(part, margin)
            self.wiring.add(part)

    def _build_documents(self, window: QMainWindow, recovery: Recovery | None) -> None:
        finish = self.wiring.finish_bursts
        session = Session(self.store, window)
        session.shown_panels = self.cards.panels_shown
        session.scene_shown.connect(lambda scene: self.cards.show_panels(scene.panels))
        self.cards.arranged.connect(session.tell)
        scenes = Scenes(window, session, look=self._look, status=self.status, finish=finish)
        work = KeptWork(recovery, session, self.status, window)
        self.documents = documents = Documents(
            window,
            session,
            scenes,
            work,
            store=self.store,
            settings=self._settings,
            look=self._look,
            status=self.status,
            messages=self.message_bar,
            samples=self.samples,
            finish=finish,
        )
        self.notices = DocumentNotices(
            window,
            session,
            scenes,
            self.message_bar,
            save=documents.save,
            reload=documents.revert,
        )
        session.changed.connect(self.commands.refresh)
        self.store.history.indexChanged.connect(lambda _: self.status.withdraw_offer())
        self.status.discard_requested.connect(documents.revert)
        Drops(window, documents.open_path, documents.refuse_drop)

    def _connect(self) -> None:
        """Tell commands, bars and examples of the changes that concern them."""
        store, commands = self.store, self.commands
        asked_in: State | None = None

        def refresh(*_: object) -> None:
            # During a drag nobody looks at the menus: its first step says what they allow until
            # it ends, and then the history changes.
            nonlocal asked_in
            if store.gesture_start is None or store.gesture_start is not asked_in:
                asked_in = store.gesture_start
                commands.refresh()

        for changed in (
            store.changed,
            store.view_changed,
            store.history.indexChanged,
            self.cards.arranged,
        ):
            changed.connect(refresh)
        self.documents.changed.connect(commands.refresh)
        self.samples.opened_or_closed.connect(commands.refresh)
        store.changed.connect(self.status.show_snapshot)
        store.changed.connect(lambda snapshot: show_formulas(self.cards, snapshot))
        show_formulas(self.cards, store.snapshot)
        store.changed.connect(self.examples.show_snapshot)
        self.status.show_snapshot(store.snapshot)
        for table in (self.logit_table, self.target_table):
            table.context_menu_requested.connect(commands.menus["classes"].popup)
            table.batch_pasted.connect(self.samples.take_block)

    def show_pictures(self) -> None:
        """Show plots as pictures until `build_panels` makes their views; pages are whole at once."""
        for panel_class in PANELS:
            if not self.cards.is_shown(panel_class.key):
                continue
            panel = panel_class()
            if isinstance(panel, PlotPanel):
                store, style = self.store, self._look.style()
                picture = PlotPicture(panel, store.snapshot, store.view, style)
                self.cards.by_key[panel.key].fill(picture, _PANEL_MARGIN)
            elif isinstance(panel, PagePanel):
                self._add_panel(PageView(panel))

    def build_panels(self, *, shown_only: bool) -> None:
        """Make the panels that are not there yet, and put them on their cards."""
        # The first picture of the window need not wait for pyqtgraph: see `PlotPicture`.
        from xentgui.canvas.panel_view import view_for  # noqa: PLC0415

        for panel_class in PANELS:
            key = panel_class.key
            if key not in self.panels and (self.cards.is_shown(key) or not shown_only):
                self._add_panel(view_for(panel_class()))

    def _add_panel(self, view: PlotView | PageView) -> None:
        key = view.panel.key
        self.panels[key] = view
        self.wiring.add(view)
        self.wiring.dress(view, self._look.style())
        self.cards.by_key[key].fill(view, _PANEL_MARGIN)

    def show_style(self, style: Style) -> None:
        """Take on colours and sizes, everywhere."""
        self.commands.show_theme(style.theme)
        self.toolbar.show_style(style)
        self.status.show_style(style)
        self.message_bar.show_style(style)
        self.cards.show_style(style)
        self.wiring.show_style(style)
        self.commands.refresh()

    def retranslate(self) -> None:
        """Speak the current language, everywhere."""
        own_name = next(one.name for one in languages() if one.code == self._look.language)
        self.notices.show_title()
        self.message_bar.retranslate()
        self.commands.retranslate()
        self.toolbar.retranslate(own_name)
        self.status.retranslate(own_name)
        show_titles(self.cards)
        self.wiring.retranslate()
        self.commands.refresh()
