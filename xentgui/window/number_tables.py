"""The tables of a classifier's weights and points, made when they are first needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from xentgui.painting.style import Style
from xentgui.window.cards import Cards
from xentgui.window.made_ahead import WhenShown
from xentgui.window.wiring import Wiring

if TYPE_CHECKING:
    from xentgui.tables.numbers.number_table import NumberTable
    from xentgui.window.part import Part

KEYS = ("weight_table", "point_table")
"""The keys of their cards."""


class NumberTables:
    """Makes the tables, puts them on their cards, and connects them."""

    def __init__(
        self,
        cards: Cards,
        wiring: Wiring,
        style_of: Callable[[str], Style],
        take_text: Callable[[str], None],
    ) -> None:
        """`style_of` gives the style of a card; `take_text` takes a pasted scene, or all points."""
        self._cards, self._wiring, self._style_of = cards, wiring, style_of
        self._take_text = take_text
        self.by_key: dict[str, NumberTable] = {}
        self.when_shown = WhenShown(KEYS, self.by_key, self._add, cards.is_shown)

    def part(self, key: str) -> Part | None:
        """Return the table on the card `key`; None if it does not exist yet."""
        return self.by_key.get(key)

    def _add(self, key: str) -> None:
        # No start of Explore or Learn has to wait for them.
        from xentgui.tables.numbers.points_table import PointsTable  # noqa: PLC0415
        from xentgui.tables.numbers.weights_table import WeightsTable  # noqa: PLC0415

        table = WeightsTable() if key == KEYS[0] else PointsTable()
        self.by_key[key] = table
        whole_height = table.whole_height if key == KEYS[0] else None
        self._cards.by_key[key].fill(table, 4, whole_height=whole_height)
        wiring = self._wiring
        wiring.add(table)
        wiring.take_edits_of(table)
        wiring.take_pointing_of(table)
        wiring.take_messages_of(table)
        table.token_pasted.connect(self._take_text)
        wiring.read_out_in(table, 0 if key == KEYS[0] else 2)
        table.show_style(self._style_of(key))
        table.retranslate()
        if key == KEYS[1]:
            self._add_overlap(key)

    def _add_overlap(self, key: str) -> None:
        from xentgui.window.training.overlap import OverlapControl  # noqa: PLC0415 - as above

        control, wiring = OverlapControl(), self._wiring
        self._cards.by_key[key].take_warning(control, control.came_or_went)
        control.show_style(self._style_of(key))
        wiring.add(control)
        wiring.take_bursts_of(control)
        wiring.show_numbers_in(control)
