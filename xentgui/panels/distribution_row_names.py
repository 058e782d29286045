"""The names beside the rows of a distribution, which are as long as there is room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.model import Snapshot
from xentgui.model.short_names import WHOLE, names_that_fit, short_names
from xentgui.painting.frame import Frame
from xentgui.panels.ranked_rows import Row, name_of_rest

_NAME = 0.92  # em
SHARES = 0.22, 0.26, 0.3, 0.34, 0.38, 0.42, 0.46  # of the picture's width, for names
_LINE, GAP = 13.0, 6.0  # design pixels: a line of a name, and from it to the plot
_MOST_LINES = 3
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def draw_names(painter: QPainter, frame: Frame, snapshot: Snapshot, rows: tuple[Row, ...]) -> None:
    """Paint the name of each of `rows` at its left, in as many lines as there is room for."""
    style, high = frame.style, abs(frame.lift)
    gap, line = style.px(GAP), style.px(_LINE)
    room = frame.rect.left() - frame.outer.left() - gap
    ruler = style.ruler(_NAME)
    shown = [row.which for row in rows if row.which is not None]
    labels, lines = snapshot.state.labels, max(1, min(_MOST_LINES, int(high / line)))

    def fit(texts: tuple[str, ...]) -> bool:
        return all(_broken(one, ruler.width, room, lines) for one in texts)

    if style.snug:  # no more of the width than whole names need
        whole = short_names(labels, shown, WHOLE)
        most = room
        for share in SHARES:
            room = min(share * frame.outer.width(), most)
            if fit(whole):
                break
    names = names_that_fit(labels, shown, fit)
    broken = [_broken(text, ruler.width, room, lines) or [text] for text in names]
    if rows[-1].which is None:
        broken.append([name_of_rest(snapshot, rows)])
    painter.setFont(style.font(_NAME))
    for nth, (row, parts) in enumerate(zip(rows, broken, strict=True)):
        theme, middle = style.theme, frame.y(float(len(rows) - 1 - nth))
        painter.setPen(style.color(theme.mute if row.which is None else theme.ink))
        top = middle - len(parts) * line / 2
        for line_of_name in parts:
            wide = max(room, ruler.width(line_of_name) + gap)
            box = QRectF(frame.rect.left() - gap - wide, top, wide, line)
            painter.drawText(box, _RIGHT, line_of_name)
            top += line


def _broken(text: str, width: Callable[[str], float], room: float, most: int) -> list[str]:
    """Return `text` in as few lines as fit into `room`; [] if it needs more than `most`."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer) <= room:
            lines[-1] = longer
        elif width(word) > room:
            return []
        else:
            lines.append(word)
    return lines if len(lines) <= most else []
