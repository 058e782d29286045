"""The parts of the window that the first picture shows, or needs, and their connections.

They are made once the shell is on the screen; this module imports numpy and most of the program.
What no picture waits for is in `answering_parts` and `later_parts`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from xentgui.commands.spec import ActionSpec
from xentgui.documents.store import Store
from xentgui.documents.texts import opening_state
from xentgui.language.translation import languages
from xentgui.model.subjects import BareLogits
from xentgui.painting import icons
from xentgui.painting.style import Style
from xentgui.settings import Settings
from xentgui.tables.logits_and_targets import LogitTable, TargetTable
from xentgui.tables.readouts.loss_card import LossCard
from xentgui.tables.readouts.readouts_card import ReadoutsCard
from xentgui.window.card_registry import make_cards, show_formulas, show_loss, show_titles
from xentgui.window.commands import Commands
from xentgui.window.enlarged_type import EnlargedType
from xentgui.window.examples import Examples
from xentgui.window.joining import (
    CommandRefresh,
    join_controls,
    join_loss,
    join_readouts,
    join_samples,
    join_table,
    join_target_sum,
)
from xentgui.window.kept_view import KeptView
from xentgui.window.later_cards import LaterCards, NumberTables
from xentgui.window.look import Look
from xentgui.window.panel_views import PanelViews
from xentgui.window.status_line import StatusLine
from xentgui.window.table_in_use import TableInUse
from xentgui.window.toolbar import ToolBar
from xentgui.window.wiring import Wiring

if TYPE_CHECKING:
    from xentgui.commands.host import Host
    from xentgui.documents.recovery import Recovery
    from xentgui.window.answering_parts import AnsweringParts
    from xentgui.window.controls.sample_bar import SampleBar
    from xentgui.window.later_parts import LaterParts
    from xentgui.window.part import Part


class Parts:
    """The parts of one window; each is made with the others that it needs.

    Attributes
    ----------
    panel_views
        The panels, which are made when they are needed.
    """

    def __init__(
        self,
        window: QMainWindow,
        host: Host,
        run: Callable[[ActionSpec], None],
        *,
        settings: Settings,
        look: Look,
        recovery: Callable[[], Recovery | None],
    ) -> None:
        """Fill `window`; its commands read `host`, and `run` runs them.

        `recovery` returns what keeps unsaved work, once that is needed.
        """
        window.setWindowIcon(icons.application_icon())
        self._window, self._settings, self._look = window, settings, look
        self._recovery = recovery
        self._answering: AnsweringParts | None = None
        self._later: LaterParts | None = None
        self.store = Store(BareLogits(opening_state(look.language)), window)
        self._kept_view = KeptView(self.store, settings)
        self.logit_table, self.target_table = LogitTable(), TargetTable()
        self.readouts, self.loss = ReadoutsCard(), LossCard()
        self.table_in_use = TableInUse((self.logit_table, self.target_table), self.store, window)
        self.commands = Commands(window, host, run)
        self._build_bars(window)
        self._build_cards(window)
        join_controls(self.wiring, self.toolbar, self.commands)
        self.examples = Examples(self.store, look, self.toolbar, self.status, self._put_away)
        self.wiring.add(self.examples)
        self._connect()

    def _build_bars(self, window: QMainWindow) -> None:
        self.toolbar = ToolBar(self.commands)
        window.addToolBar(self.toolbar)
        self.status = StatusLine(window)
        window.setStatusBar(self.status)

    def _build_cards(self, window: QMainWindow) -> None:
        self.cards = make_cards()
        window.setCentralWidget(self.cards)
        self.cards.stood_aside.connect(self._offer_cards)
        self.status.card_chosen.connect(self.cards.bring)
        self.wiring = Wiring(self.store, self.status, window, self._goes_on, self.make_answering)
        for table in (self.logit_table, self.target_table):
            self.cards.by_key[table.objectName()].fill(table, 4, whole_height=table.whole_height)
            join_table(self.wiring, table)
        for shown in (self.readouts, self.loss):
            self.cards.by_key[shown.objectName()].fill(shown, 13, whole_height=shown.whole_height)
        join_readouts(self.wiring, self.readouts)
        join_loss(self.wiring, self.loss)
        for key in (self.target_table.objectName(), "distribution"):
            join_target_sum(self.wiring, self.cards.by_key[key])
        self._enlarged_type = EnlargedType(self.cards, self._look, self._part_on)
        style_of = self._enlarged_type.style_of
        self.panel_views = PanelViews(self.cards, self.wiring, self.store, style_of)
        self.number_tables = NumberTables(self.cards, self.wiring, style_of, self._take_pasted)
        self.later_cards = LaterCards(
            self.cards, self.wiring, self.commands, lambda: self.answering, style_of
        )

    @property
    def answering(self) -> AnsweringParts:
        """What the first edit or command needs, made after the first picture or before them."""
        if self._answering is None:
            from xentgui.window.answering_parts import AnsweringParts  # noqa: PLC0415

            self._answering = AnsweringParts(
                self._window,
                self._recovery(),
                store=self.store,
                settings=self._settings,
                look=self._look,
                status=self.status,
                toolbar=self.toolbar,
                commands=self.commands,
                cards=self.cards,
                panel_views=self.panel_views,
                tables=(self.logit_table, self.target_table),
                loss=self.loss,
                wiring=self.wiring,
                join_samples=self._join_samples,
                take_example=self.examples.take,
            )
            self._answering.show_style(self._look.style())
            self._answering.retranslate()
            self.commands.refresh()
        return self._answering

    def make_answering(self) -> None:
        """Make what answers, if it is not there yet."""
        _ = self.answering

    @property
    def later(self) -> LaterParts:
        """What no picture waits for, made when it is first asked for."""
        if self._later is None:
            from xentgui.window.later_parts import LaterParts  # noqa: PLC0415

            self._later = LaterParts(
                self._window,
                store=self.store,
                settings=self._settings,
                look=self._look,
                status=self.status,
                messages=self.answering.message_bar,
                cards=self.cards,
                panel_views=self.panel_views,
                tables=(self.logit_table, self.target_table),
                wiring=self.wiring,
                documents=self.answering.documents,
                presenter=self.answering.presenter,
                sound=self.answering.sound,
                readings=self.answering.readings,
            )
        return self._later

    def _take_pasted(self, text: str) -> None:
        """Take the scene or the points that are pasted into a table, which is made before them."""
        self.later.dropped.take_points(text)

    def _connect(self) -> None:
        """Connect commands, bars and examples to the changes that concern them."""
        store = self.store
        self._command_refresh = CommandRefresh(
            self.commands,
            store,
            during_drags=(store.changed, store.view_changed, self.cards.arranged),
        )
        self.cards.arranged.connect(self._show_next_step)
        self.cards.made.connect(self._name_cards)
        store.changed.connect(self.status.show_snapshot)
        for changed in (self.wiring.readouts.changed, self.wiring.readouts.view_changed):
            changed.connect(lambda _: show_formulas(self.cards, store.snapshot, store.view))
        show_formulas(self.cards, store.snapshot, store.view)
        store.changed.connect(lambda snapshot: show_loss(self.cards, snapshot))
        store.changed.connect(self.examples.show_snapshot)
        self.status.show_snapshot(store.snapshot)
        for table in (self.logit_table, self.target_table):
            table.context_menu_requested.connect(self.commands.menu("classes").popup)
            table.takes_points = lambda text: self.later.dropped.takes_points(text)  # noqa: PLW0108

    def _part_on(self, key: str) -> Part | None:
        """Return what is on the card `key`; None until it has been made."""
        for part in (self.logit_table, self.target_table, self.readouts, self.loss):
            if part.objectName() == key:
                return part
        later = (self.later_cards, self.number_tables, self.panel_views)
        return next((made.part(key) for made in later if made.part(key) is not None), None)

    def _join_samples(self, bar: SampleBar) -> None:
        join_samples(self.wiring, bar)
        bar.rows_seen.connect(self.later.rows_shown.show_rows)

    def _goes_on(self) -> bool:
        is_one_of_many = self.store.gesture is not None and self.store.edit_in_progress is not None
        return is_one_of_many and self._answering is not None and self._answering.plays

    def _put_away(self) -> None:
        self.answering.documents.put_away_what_was()

    def _show_next_step(self) -> None:
        view, shown = self.store.view, self.cards.is_shown("descent")
        if view.next_step is not shown:
            self.store.show(replace(view, next_step=shown))

    def _name_cards(self) -> None:
        show_titles(self.cards)
        show_formulas(self.cards, self.store.snapshot, self.store.view)

    # Changes that concern all parts

    def _offer_cards(self) -> None:
        cards = self.cards
        self.status.offer_cards({key: cards.by_key[key].windowTitle() for key in cards.aside})

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes to all parts."""
        self.commands.show_theme(style.theme)
        self.toolbar.show_style(style)
        self.status.show_style(style)
        self.cards.show_style(style)
        self.wiring.show_style(style)
        if self._answering is not None:
            self._answering.show_style(style)
        self._enlarged_type.refresh(anew=True)
        self.commands.refresh()

    def retranslate(self) -> None:
        """Show the texts of all parts in the current language."""
        own_name = next(one.name for one in languages() if one.code == self._look.language)
        self.commands.retranslate()
        self.toolbar.retranslate(own_name)
        self.status.retranslate(own_name)
        show_titles(self.cards)
        show_loss(self.cards, self.store.snapshot)
        self._offer_cards()
        self.wiring.retranslate()
        if self._answering is not None:
            self._answering.retranslate()
        self.commands.refresh()
