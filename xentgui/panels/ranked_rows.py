"""The rows of a distribution: which classes have one, in which order, and the names beside them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.model import Snapshot
from xentgui.model.short_names import WHOLE, names_that_fit, short_names
from xentgui.painting.fitting_names import LINE, MOST_LINES, broken
from xentgui.painting.frame import Frame
from xentgui.painting.mark_labels import more_text
from xentgui.painting.style import Style
from xentgui.painting.text_ruler import TextRuler
from xentgui.panels.distribution_bars import ROWS
from xentgui.panels.labelled_classes import largest

_FEW, _MOST_ROWS = 12, 10  # so many classes all have rows; of more, so many have
_ROUNDING = 1e-12
_NAME = 0.92  # em
_SIZES = _NAME, 0.84, 0.77  # em: of names that would be cut otherwise
SHARES = 0.22, 0.26, 0.3, 0.34, 0.38, 0.42, 0.46  # of the picture's width, for names
GAP = 6.0  # design pixels from a name to the plot
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Row(NamedTuple):
    """A row: its class, or None for all others together; p, and y, of the class or of their sum."""

    which: int | None
    p: float
    y: float


@lru_cache(maxsize=4)
def rows_of(snapshot: Snapshot, order: str) -> tuple[Row, ...]:
    """Return the rows from above: up to twelve classes, or the ten largest and what is left.

    The class with the largest target is always among them.
    """
    p, y, count = snapshot.probabilities, snapshot.effective_target, len(snapshot.logits)
    shown = largest(p, count if count <= _FEW else _MOST_ROWS).tolist()
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


def name_of_rest(snapshot: Snapshot, rows: tuple[Row, ...]) -> str:
    """Return the name of the row of all other classes."""
    return more_text(len(snapshot.logits) - len(rows) + 1)


def draw_names(painter: QPainter, frame: Frame, snapshot: Snapshot, rows: tuple[Row, ...]) -> None:
    """Paint the name of each of `rows` at its left, in as many lines as there is room for."""
    style, high = frame.style, abs(frame.lift)
    gap, line = style.px(GAP), style.px(LINE)
    most = frame.rect.left() - frame.outer.left() - gap
    shown = [row.which for row in rows if row.which is not None]
    labels, lines = snapshot.state.labels, max(1, min(MOST_LINES, int(high / line)))
    outer = frame.outer.width() if style.snug else None
    found = _whole_in(style, short_names(labels, shown, WHOLE), lines, most, outer)
    room, ruler = found.room, style.ruler(found.size)
    names = found.names
    if not names:

        def fit(texts: tuple[str, ...]) -> bool:
            return all(broken(one, ruler.width, room, lines) for one in texts)

        cut = names_that_fit(labels, shown, fit)
        names = tuple(tuple(broken(one, ruler.width, room, lines)) or (one,) for one in cut)
    if rows[-1].which is None:
        names = *names, (name_of_rest(snapshot, rows),)
    painter.setFont(style.font(found.size))
    drawn: Iterable[int] = range(len(names))
    if isinstance(painter, TextRuler):  # the first, the last and the widest tell how far all reach
        drawn = sorted({0, len(names) - 1, _widest(style, found.size, names)})
    for nth in drawn:
        row, parts = rows[nth], names[nth]
        theme, middle = style.theme, frame.y(float(len(rows) - 1 - nth))
        painter.setPen(style.color(theme.mute if row.which is None else theme.ink))
        top = middle - len(parts) * line / 2
        for line_of_name in parts:
            wide = max(room, ruler.width(line_of_name) + gap)
            box = QRectF(frame.rect.left() - gap - wide, top, wide, line)
            painter.drawText(box, _RIGHT, line_of_name)
            top += line


class _Found(NamedTuple):
    """The size of the names, in em, their room, and their lines; none if they have to be cut."""

    size: float
    room: float
    names: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=256)  # the same names are measured and painted in many pictures
def _whole_in(
    style: Style, whole: tuple[str, ...], lines: int, most: float, outer: float | None
) -> _Found:
    """Return how whole names stand in a room of `most`, and in no more of `outer` than they need."""
    tries = [(_NAME, most)]
    if outer is not None:
        pairs = [*product(_SIZES[:1], SHARES), *product(_SIZES[1:], SHARES[-1:])]
        tries = [(size, min(share * outer, most)) for size, share in pairs]
    for size, room in tries:
        width, names = style.ruler(size).width, list[tuple[str, ...]]()
        for one in whole:
            parts = broken(one, width, room, lines)
            if not parts:
                break
            names.append(tuple(parts))
        else:
            return _Found(size, room, tuple(names))
    return _Found(*tries[-1], ())


@lru_cache(maxsize=256)
def _widest(style: Style, size: float, names: tuple[tuple[str, ...], ...]) -> int:
    """Return which of the names has the widest line."""
    width = style.ruler(size).width
    return max(range(len(names)), key=lambda nth: max(map(width, names[nth])))
