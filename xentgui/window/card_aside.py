"""The cards that stand aside, because there is no room for them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QDockWidget, QMainWindow


class CardsAside:
    """Hides cards, each with those that lie in tabs with it, and shows them again.

    Attributes
    ----------
    keys
        The cards that stand aside.
    all
        The same, and those in tabs with them.
    """

    def __init__(self, window: QMainWindow, cards: Mapping[str, QDockWidget]) -> None:
        self._window, self._cards = window, cards
        self._hidden: dict[str, tuple[QDockWidget, ...]] = {}
        # Kept as names, because every command asks for them after every edit.
        self.keys: frozenset[str] = frozenset()
        self.all: frozenset[str] = frozenset()

    def put(self, keys: frozenset[str]) -> None:
        """Let these cards stand aside, and show all others that did."""
        for key in self._hidden.keys() - keys:
            cards = self._hidden.pop(key)
            self._list()
            for card in cards:
                card.show()
            if len(cards) > 1:
                self._cards[key].raise_()
        for key in keys - self._hidden.keys():
            card = self._cards[key]
            tabs = [one for one in self._window.tabifiedDockWidgets(card) if not one.isHidden()]
            self._hidden[key] = (card, *tabs)
            self._list()
            for one in self._hidden[key]:
                one.hide()

    def _list(self) -> None:
        hidden = {card for cards in self._hidden.values() for card in cards}
        self.keys = frozenset(self._hidden)
        self.all = frozenset(key for key, card in self._cards.items() if card in hidden)
