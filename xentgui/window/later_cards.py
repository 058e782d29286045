"""What is on the cards of walks, trainings and samplers, and tables of numbers: made when needed.

No start has to wait for their code.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from xentgui.language.text import explain
from xentgui.model.message import RefusedError
from xentgui.painting.style import Style
from xentgui.window.cards import Cards
from xentgui.window.commands import Commands
from xentgui.window.made_ahead import WhenShown
from xentgui.window.wiring import Wiring

if TYPE_CHECKING:
    from xentgui.tables.numbers.number_table import NumberTable
    from xentgui.window.answering_parts import AnsweringParts
    from xentgui.window.descent.card import DescentCard
    from xentgui.window.part import Part
    from xentgui.window.sampling.card import SamplingCard
    from xentgui.window.training.card import TrainingCard

_MARGIN = 4.0  # design pixels between the content and the edge of its card

TABLES = ("weight_table", "point_table")
"""The keys of the cards with tables of a classifier's weights and points."""


class LaterCards:
    """Makes what sets up a walk, a training or a sampler, puts it on its card, and connects it."""

    def __init__(
        self,
        cards: Cards,
        wiring: Wiring,
        commands: Commands,
        answering: Callable[[], AnsweringParts],
        style_of: Callable[[str], Style],
    ) -> None:
        """`answering` gives what walks and trains; `style_of` the style of the card with a key."""
        self._cards, self._wiring, self._commands = cards, wiring, commands
        self._answering, self._style_of = answering, style_of
        self._by_key: dict[str, Part] = {}
        self._makers: dict[str, Callable[[str], Part]] = {
            "descent": self._descent,
            "training_card": self._training,
            "sampling_card": self._sampling,
        }
        keys = tuple(self._makers)
        self.when_shown = WhenShown(keys, self._by_key, self._make, cards.is_shown)

    def _make(self, key: str) -> None:
        self._by_key[key] = self._makers[key](key)

    def part(self, key: str) -> Part | None:
        """Return what is on the card `key`; None if it does not exist yet."""
        return self._by_key.get(key)

    def _descent(self, key: str) -> DescentCard:
        from xentgui.window.descent.card import DescentCard  # noqa: PLC0415

        walking = self._answering().walking
        content = DescentCard(walking, self._commands)
        self._cards.by_key[key].fill(content, _MARGIN, content.place, content.whole_height)
        walking.changed.connect(content.show_walking)
        content.walk_requested.connect(_trying(walking.choose, content.refuse))
        content.show_style(self._style_of(key))
        self._wiring.add(content)
        self._wiring.read_out_in(content)
        return content

    def _training(self, key: str) -> TrainingCard:
        from xentgui.window.training.card import TrainingCard  # noqa: PLC0415

        trains = self._answering().trains
        content = TrainingCard(trains, self._commands)
        self._cards.by_key[key].fill(content, _MARGIN, content.place, content.whole_height)
        trains.changed.connect(content.show_playing)
        content.training_requested.connect(_trying(trains.choose, content.refuse))
        content.way_requested.connect(_trying(trains.choose_way, content.refuse))
        content.features_requested.connect(_trying(trains.choose_features, content.refuse))
        content.show_style(self._style_of(key))
        self._wiring.add(content)
        self._wiring.read_out_in(content)
        return content

    def _sampling(self, key: str) -> SamplingCard:
        from xentgui.window.sampling.card import SamplingCard  # noqa: PLC0415

        content = SamplingCard()
        self._cards.by_key[key].fill(content, _MARGIN, None, content.whole_height)
        content.show_style(self._style_of(key))
        self._wiring.add(content)
        self._wiring.take_edits_of(content)
        self._wiring.show_numbers_in(content)
        return content


class NumberTables:
    """Makes the tables of weights and points, puts them on their cards, and connects them."""

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
        self.when_shown = WhenShown(TABLES, self.by_key, self._add, cards.is_shown)

    def part(self, key: str) -> Part | None:
        """Return the table on the card `key`; None if it does not exist yet."""
        return self.by_key.get(key)

    def _add(self, key: str) -> None:
        # No start of Explore or Learn has to wait for them.
        from xentgui.tables.numbers.points_table import PointsTable  # noqa: PLC0415
        from xentgui.tables.numbers.weights_table import WeightsTable  # noqa: PLC0415

        table = WeightsTable() if key == TABLES[0] else PointsTable()
        self.by_key[key] = table
        whole_height = table.whole_height if key == TABLES[0] else None
        self._cards.by_key[key].fill(table, 4, whole_height=whole_height)
        wiring = self._wiring
        wiring.add(table)
        wiring.take_edits_of(table)
        wiring.take_pointing_of(table)
        wiring.take_messages_of(table)
        table.token_pasted.connect(self._take_text)
        wiring.read_out_in(table, 0 if key == TABLES[0] else 2)
        table.show_style(self._style_of(key))
        table.retranslate()
        if key == TABLES[1]:
            self._add_overlap(key)

    def _add_overlap(self, key: str) -> None:
        from xentgui.window.training.overlap import OverlapControl  # noqa: PLC0415 - as above

        control, wiring = OverlapControl(), self._wiring
        self._cards.by_key[key].take_warning(control, control.came_or_went)
        control.show_style(self._style_of(key))
        wiring.add(control)
        wiring.take_bursts_of(control)
        wiring.show_numbers_in(control)


def _trying(act: Callable[[Any], None], refuse: Callable[[str], None]) -> Callable[[Any], None]:
    """Return a function that calls `act`, and `refuse` with the reason if that is refused."""

    def attempt(wanted: object) -> None:
        try:
            act(wanted)
        except RefusedError as error:
            refuse(explain(error))

    return attempt
