"""A derivation as a table: one class below the other, the stages side by side."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF

from xentgui.formulas.sheet import Measures, Room, Sheet
from xentgui.formulas.typeset import DIGIT

_SIGN, _POINT = 0.72, 0.245  # em
_BEFORE = {
    "logits": _SIGN + 2 * DIGIT,
    "temperature": _SIGN + 2 * DIGIT,
    "shift": _SIGN + 2 * DIGIT,
    "exponent": DIGIT,
    "probability": DIGIT,
    "information": 2 * DIGIT,
    "weight": DIGIT,
    "sum": 2 * DIGIT,
    "gradient": _SIGN + 1.5 * DIGIT,
}
"""Room before the point, in em: only some numbers have signs or tens."""

_HEAD, _CAPTION, _LINE, _TOTAL = 2.75, 1.25, 1.5, 1.85
_GAP, _NAME_GAP = 1.0, 1.1
_LOOSEST = 1.5


def usual_cell(key: str, places: int) -> float:
    """Return how wide the numbers of the stage `key` usually are, in em."""
    return _BEFORE.get(key, 0.0) + _POINT + places * DIGIT


class Columns:
    """The table of `measures`, at any size."""

    def __init__(self, measures: Measures) -> None:
        self._m = m = measures
        self._after = _POINT + m.places * DIGIT
        self._usual = [usual_cell(key, m.places) for key in m.keys]
        self._cells = [
            max(usual + excess, head) if head else 0.0
            for usual, excess, head in zip(self._usual, m.column_excess, m.columns, strict=True)
        ]
        there = [width for width in self._cells if width]
        self._width = min(m.name, 7.0) + _NAME_GAP + sum(there) + _GAP * (len(there) - 1)
        narrowest = min(there) + _GAP
        self.captions = m.caption <= narrowest
        self._height = _HEAD + m.count * _LINE + _TOTAL + (_CAPTION if self.captions else 0.0)
        self.em = max(4, math.floor(min(m.width / self._width, m.height / self._height, m.most_px)))

    def sheet(self) -> Sheet:
        """Return the places, with what room is left over spread between rows and columns."""
        m, em = self._m, self.em
        loose = min(m.height / (self._height * em), _LOOSEST)
        spare = m.width / em - self._width
        there = sum(1 for width in self._cells if width)
        extra = min(spare / (there + 1), 1.2)
        left = em * (spare - extra * there) / 2
        top = (m.height - self._height * em * loose) / 2
        captions_bottom = top + (_CAPTION * em * loose if self.captions else 0.0)
        heads_bottom = captions_bottom + _HEAD * em * loose
        pitch = _LINE * em * loose
        baselines = [heads_bottom + (k + 0.5) * pitch + 0.258 * em for k in range(m.count)]
        rows_bottom = heads_bottom + m.count * pitch
        total = rows_bottom + _TOTAL * em * loose / 2 + 0.258 * em
        bottom = rows_bottom + _TOTAL * em * loose
        head_base = captions_bottom + _HEAD * em * loose / 2 + 0.30 * em
        rooms: list[tuple[Room, ...]] = []
        heads: list[QPointF | None] = []
        tails: list[QPointF | None] = []
        captions, bands = [], []
        name_width = em * min(m.name, 7.0)
        x = left + name_width + em * (_NAME_GAP + extra)
        half = em * (_GAP + extra) / 2
        for number, cell in enumerate(self._cells):
            if not cell:
                rooms.append(())
                heads.append(None)
                tails.append(None)
                captions.append(QRectF())
                bands.append(QRectF())
                continue
            width = em * cell
            rooms.append(tuple(self._room(x, width, number, base) for base in baselines))
            head = em * m.columns[number]
            above = rooms[-1][0].middle - head / 2
            heads.append(QPointF(min(max(above, x), x + width - head), head_base))
            captions.append(QRectF(x - half, top, width + 2 * half, captions_bottom - top))
            tails.append(QPointF(x, total))
            bands.append(QRectF(x - half, top, width + 2 * half, bottom - top))
            x += width + 2 * half
        end = x - 2 * half
        rows = [QRectF(left, heads_bottom + k * pitch, end - left, pitch) for k in range(m.count)]
        names = [QRectF(left, row.top(), name_width, pitch) for row in rows]
        rules = [QLineF(left, y, end, y) for y in (heads_bottom, rows_bottom)]
        return Sheet(
            em,
            False,
            self.captions,
            tuple(rooms),
            tuple(heads),
            tuple(captions),
            tuple(tails),
            tuple(names),
            tuple(bands),
            tuple(rows),
            (),
            None,
            tuple(rules),
        )

    def _room(self, x: float, width: float, number: int, baseline: float) -> Room:
        # Numbers stand in the middle of a column that a wide formula made wider.
        own = self.em * self._usual[number]
        slack = max(0.0, (width - own) / 2)
        point = x + width - slack - self.em * self._after
        return Room(x, point, x + width, baseline)
