"""The names beside the rows of a distribution, which are as long as there is room."""

from __future__ import annotations

from itertools import product

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.model import Snapshot
from xentgui.model.short_names import WHOLE, names_that_fit, short_names
from xentgui.painting.frame import Frame
from xentgui.painting.wrapped_names import LINE, MOST_LINES, broken
from xentgui.panels.ranked_rows import Row, name_of_rest

_NAME = 0.92  # em
_SIZES = _NAME, 0.84, 0.77  # em: of names that would be cut otherwise
SHARES = 0.22, 0.26, 0.3, 0.34, 0.38, 0.42, 0.46  # of the picture's width, for names
GAP = 6.0  # design pixels from a name to the plot
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def draw_names(painter: QPainter, frame: Frame, snapshot: Snapshot, rows: tuple[Row, ...]) -> None:
    """Paint the name of each of `rows` at its left, in as many lines as there is room for."""
    style, high = frame.style, abs(frame.lift)
    gap, line = style.px(GAP), style.px(LINE)
    room = frame.rect.left() - frame.outer.left() - gap
    shown = [row.which for row in rows if row.which is not None]
    labels, lines = snapshot.state.labels, max(1, min(MOST_LINES, int(high / line)))
    size, whole = _NAME, short_names(labels, shown, WHOLE)

    def fit(texts: tuple[str, ...]) -> bool:
        width = style.ruler(size).width
        return all(broken(one, width, room, lines) for one in texts)

    if style.snug:  # no more of the width than whole names need
        most = room
        tries = [*product(_SIZES[:1], SHARES), *product(_SIZES[1:], SHARES[-1:])]
        for size, share in tries:  # noqa: B007 (`fit` asks for the size)
            room = min(share * frame.outer.width(), most)
            if fit(whole):
                break
    names, ruler = names_that_fit(labels, shown, fit), style.ruler(size)
    in_lines = [broken(text, ruler.width, room, lines) or [text] for text in names]
    if rows[-1].which is None:
        in_lines.append([name_of_rest(snapshot, rows)])
    painter.setFont(style.font(size))
    for nth, (row, parts) in enumerate(zip(rows, in_lines, strict=True)):
        theme, middle = style.theme, frame.y(float(len(rows) - 1 - nth))
        painter.setPen(style.color(theme.mute if row.which is None else theme.ink))
        top = middle - len(parts) * line / 2
        for line_of_name in parts:
            wide = max(room, ruler.width(line_of_name) + gap)
            box = QRectF(frame.rect.left() - gap - wide, top, wide, line)
            painter.drawText(box, _RIGHT, line_of_name)
            top += line
