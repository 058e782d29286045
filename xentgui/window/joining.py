"""How the parts of the window are connected to the store: which of its changes each one shows, and when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import SignalInstance

from xentgui.documents.store import Gesture, Store
from xentgui.tables.class_table import ClassTable
from xentgui.tables.readouts.loss_card import LossCard
from xentgui.tables.readouts.readouts_card import ReadoutsCard
from xentgui.window.card import Card
from xentgui.window.commands import Commands
from xentgui.window.controls.target_sum import TargetSum
from xentgui.window.toolbar import ToolBar
from xentgui.window.wiring import Wiring

if TYPE_CHECKING:
    from xentgui.window.controls.sample_bar import SampleBar


def join_table(wiring: Wiring, table: ClassTable) -> None:
    """Connect a table of classes."""
    wiring.add(table)
    wiring.take_edits_of(table)
    wiring.take_pointing_of(table)
    wiring.take_messages_of(table)
    wiring.read_out_in(table)


def join_readouts(wiring: Wiring, readouts: ReadoutsCard) -> None:
    """Connect the numbers at a glance."""
    wiring.add(readouts)
    wiring.take_edits_of(readouts)
    wiring.read_out_in(readouts)


def join_loss(wiring: Wiring, loss: LossCard) -> None:
    """Connect the card of the loss."""
    wiring.add(loss)
    wiring.read_out_in(loss)


def join_target_sum(wiring: Wiring, card: Card) -> None:
    """Give `card` the warning that the target does not sum to 1."""
    warning = TargetSum(card.key)
    card.take_warning(warning, warning.came_or_went)
    wiring.add(warning)
    wiring.take_edits_of(warning)
    wiring.show_view_in(warning)
    wiring.show_numbers_in(warning)


def join_controls(wiring: Wiring, toolbar: ToolBar, commands: Commands) -> None:
    """Connect what is in the tool bar, which passes colours and texts on."""
    for slider in toolbar.sliders.values():
        wiring.take_bursts_of(slider)
        wiring.take_refusals_of(slider)
        wiring.show_numbers_in(slider)
    wiring.show_numbers_in(toolbar)
    wiring.take_views_of(toolbar.unit)
    for shows_unit in (toolbar.unit, toolbar, commands):
        wiring.show_view_in(shows_unit)


def join_samples(wiring: Wiring, bar: SampleBar) -> None:
    """Connect the bar that steps through samples."""
    wiring.add(bar)
    wiring.take_bursts_of(bar)
    wiring.take_refusals_of(bar)
    wiring.take_messages_of(bar)
    wiring.show_view_in(bar)
    wiring.show_numbers_in(bar)
    wiring.hold_during_gestures(bar)


class CommandRefresh:
    """Updates the commands at once, or during a drag only with its first edit.

    A step that goes into the history, or comes from there, updates them when it is done, by
    `Session.changed`.  During a drag, menus are not visible, and its end is such a step.
    """

    def __init__(
        self,
        commands: Commands,
        store: Store,
        *,
        during_drags: Iterable[SignalInstance],
    ) -> None:
        """`during_drags` are also emitted by a drag; other changes may update the commands at once."""
        self._commands, self._store = commands, store
        self._refreshed_in: Gesture | None = None
        for changed in during_drags:
            changed.connect(self._refresh)

    def _refresh(self, *_: object) -> None:
        store = self._store
        if store.is_moving:
            return
        if store.gesture is None or store.gesture is not self._refreshed_in:
            self._refreshed_in = store.gesture
            self._commands.refresh()
