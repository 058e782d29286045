"""The cards on which a walk, a training or a sampler is set up, made when they are first needed.

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
    from xentgui.window.answering_parts import AnsweringParts
    from xentgui.window.descent.card import DescentCard
    from xentgui.window.part import Part
    from xentgui.window.sampling.card import SamplingCard
    from xentgui.window.training.card import TrainingCard

_MARGIN = 4.0  # design pixels between the content and the edge of its card


class LaterCards:
    """Makes what is on these cards, puts it there, and connects it."""

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


def _trying(act: Callable[[Any], None], refuse: Callable[[str], None]) -> Callable[[Any], None]:
    """Return a function that calls `act`, and `refuse` with the reason if that is refused."""

    def attempt(wanted: object) -> None:
        try:
            act(wanted)
        except RefusedError as error:
            refuse(explain(error))

    return attempt
