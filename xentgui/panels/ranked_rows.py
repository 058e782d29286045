"""Which classes have a row of their own, in which order, and what the rest of them amounts to."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.mark_labels import more_text
from xentgui.panels.choice import Choice, Option
from xentgui.panels.labelled_classes import largest

KEY = "distribution.bars"
"""The choice in `View.choices`."""

UPRIGHT, ROWS, LARGEST, LOG = "upright", "rows", "largest", "log"
_FEW, _MOST = 12, 10  # so many classes all have rows; of more, so many have
_BARS = QT_TRANSLATE_NOOP("panels", "Bars")
_TEXTS = {
    UPRIGHT: QT_TRANSLATE_NOOP("panels", "Upright"),
    ROWS: QT_TRANSLATE_NOOP("panels", "In rows, names beside them"),
    LARGEST: QT_TRANSLATE_NOOP("panels", "In rows, the largest first"),
    LOG: QT_TRANSLATE_NOOP("panels", "In rows, the largest first, logarithmic"),
}


class Row(NamedTuple):
    """A row: its class, or None for all others together; p, and y, of the class or of their sum."""

    which: int | None
    p: float
    y: float


def choice_of_bars() -> Choice:
    """Return how the bars stand: beside one another, or in rows."""
    options = tuple(Option(value, translate("panels", text)) for value, text in _TEXTS.items())
    return Choice("bars", translate("panels", _BARS), options, UPRIGHT)


def arrangement(view: View) -> str:
    """Return how the bars stand."""
    chosen = view.choices.get(KEY, UPRIGHT)
    return chosen if isinstance(chosen, str) and chosen in _TEXTS else UPRIGHT


@lru_cache(maxsize=4)
def rows_of(snapshot: Snapshot, order: str) -> tuple[Row, ...]:
    """Return the rows from above: up to twelve classes, or the ten largest and what is left.

    The class with the largest target is always among them.
    """
    p, y, count = snapshot.probabilities, snapshot.effective_target, len(snapshot.logits)
    shown = largest(p, count if count <= _FEW else _MOST).tolist()
    if snapshot.largest_target not in shown:
        shown[-1] = snapshot.largest_target
    if order == ROWS:
        shown.sort()
    rows = [Row(k, p.item(k), y.item(k)) for k in shown]
    if count > len(shown):
        left_p = max(float(p.sum() - p[shown].sum()), 0.0)
        left_y = max(float(y.sum() - y[shown].sum()), 0.0)
        # What is left of the targets after a subtraction is rounding, if it is as small as that.
        rows.append(Row(None, left_p, left_y if left_y > _ROUNDING * float(y.sum()) else 0.0))
    return tuple(rows)


_ROUNDING = 1e-12


def name_of_rest(snapshot: Snapshot, rows: tuple[Row, ...]) -> str:
    """Return the name of the row of all other classes."""
    return more_text(len(snapshot.logits) - len(rows) + 1)
