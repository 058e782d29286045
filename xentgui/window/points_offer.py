"""Says on the workspace of classifiers that there is none, and offers one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from xentgui.documents.store import Store
from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.model import Message
from xentgui.model.subjects import classifier_of
from xentgui.window.cards import Cards
from xentgui.window.message_bar import Answer, MessageBar

WORKSPACE: Final = "classify"
PENGUINS: Final = "71-penguins"
_KEY: Final = "points"
_NO_INPUTS = QT_TRANSLATE_NOOP(
    "errors",
    "These logits were typed, and follow from no input. Open points to see where logits come from; "
    "undo brings these numbers back.",
)
OPEN_PENGUINS = QT_TRANSLATE_NOOP("window", "Open the Penguins")


class PointsOffer:
    """Offers points once each time that the workspace is chosen while there are none."""

    def __init__(
        self, cards: Cards, store: Store, messages: MessageBar, take: Callable[[str], None]
    ) -> None:
        """`take` shows an example."""
        self._cards, self._store, self._messages, self._take = cards, store, messages, take
        self._was_there = False
        cards.arranged.connect(self._follow)
        store.changed.connect(lambda _: self._follow())
        self._follow()  # the workspace of this start may be chosen already

    def _follow(self) -> None:
        is_there = self._cards.workspace == WORKSPACE
        came, self._was_there = is_there and not self._was_there, is_there
        if not is_there or classifier_of(self._store.snapshot) is not None:
            self._messages.withdraw(_KEY)
        elif came:
            offer = Answer(OPEN_PENGUINS, lambda: self._take(PENGUINS))
            self._messages.announce(_KEY, Message(_NO_INPUTS), offer)
