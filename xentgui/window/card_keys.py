"""The keys go from card to card, so that nobody has to walk through a table of 50 257 rows."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from xentgui.window.card import Card

_ACROSS = 40  # pixels: cards whose left edges are nearer stand below each other


def pass_keys(cards: Iterable[Card], way: int) -> None:
    """Give the keys to the next card (1) or to the one before (-1): column by column, from the left.

    After the last one comes the first; a card behind another one is left out.
    """
    seen = [card for card in cards if not card.visibleRegion().isEmpty()]
    order = [
        (card, keys)
        for card in sorted(seen, key=lambda card: (card.x() // _ACROSS, card.y()))
        if (keys := _taker(card)) is not None
    ]
    if not order:
        return
    holder = QApplication.focusWidget()
    at = next((n for n, (card, _) in enumerate(order) if _has(card, holder)), None)
    if at is None:
        at = -1 if way > 0 else 0
    order[(at + way) % len(order)][1].setFocus(Qt.FocusReason.TabFocusReason)


def _has(card: Card, widget: QWidget | None) -> bool:
    return widget is not None and card.isAncestorOf(widget)


def _taker(card: Card) -> QWidget | None:
    """Return what takes the keys on a card: its content, or the first input of it; None for none.

    Not by Qt's chain of focus: to PySide every widget would belong to the one before it, and be gone
    with it.
    """
    content = card.content()
    if content is None:
        return None
    every = [one for one in (content, *content.findChildren(QWidget)) if _takes_keys(one)]
    if content in every or not every:
        return every[0] if every else None
    return min(every, key=lambda one: _place(one, content))


def _takes_keys(widget: QWidget) -> bool:
    has_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return has_focus and widget.isVisible() and widget.isEnabled()


def _place(widget: QWidget, content: QWidget) -> tuple[int, int]:
    at = widget.mapTo(content, QPoint(0, 0))
    return at.y(), at.x()
