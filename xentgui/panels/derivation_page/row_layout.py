"""A derivation in rows: classes are side by side, and each stage is a row."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF

from xentgui.panels.derivation_page.page_layout import PageLayout, PageMeasures, Room, largest
from xentgui.panels.derivation_page.stage import SIGN, Stage
from xentgui.panels.derivation_page.typeset import DIGIT

_POINT = 0.245  # em
_LEFT = SIGN + 2 * DIGIT
_AXIS = 0.258  # the height of fractions and minus signs above the baseline

# Heights of lines, in em.
_NAMES, _LINE, _FRACTION, _THOUGHT = 1.75, 1.72, 3.3, 0.4

# Horizontal gaps, in em.
_GAP, _MANY_GAP, _HEAD_GAP, _TAIL_GAP, _CAPTION_GAP = 1.05, 3.1, 0.9, 1.0, 1.1

_LOOSEST = 1.5  # the greatest factor by which lines are spread to fill the page
_TIGHTEST = (
    0.55  # the factor for gaps between few classes where letters would not be legible otherwise
)
_FEW = 3


def usual_cell(places: int) -> float:
    """Return the usual width of a class's numbers, in em: a sign, tens, and the decimals."""
    return _LEFT + _POINT + places * DIGIT


class RowLayout:
    """The page of `measures`, at any size."""

    def __init__(self, measures: PageMeasures) -> None:
        self._m = measures
        self._cell = usual_cell(measures.places) + measures.excess
        self._tight = 1.0
        self._head = max(measures.heads)
        self._height = _NAMES + sum(map(self._line, measures.stages))
        self._height += _THOUGHT * (len({stage.part for stage in measures.stages}) - 1)
        with_captions, without = self._fit(captions=True), self._fit(captions=False)
        if without < measures.least_px and measures.classes <= _FEW:
            self._tight = _TIGHTEST
            without = min(self._fit(captions=False), math.ceil(measures.readable_px))
        self.captions = with_captions >= max(measures.least_px, 0.8 * without)
        self.em = with_captions if self.captions else without

    @staticmethod
    def _line(stage: Stage) -> float:
        return _FRACTION if stage.is_fraction else _LINE

    @property
    def _gap(self) -> float:
        # The dots between classes that are far apart take the whole gap.
        return _MANY_GAP if self._m.many else _GAP * self._tight

    def _width(self, em: float, *, captions: bool) -> float:
        m = self._m
        numbers = m.classes * self._cell + (m.classes - 1) * self._gap
        width = self._head + numbers + m.room_after(em) + (_HEAD_GAP + _TAIL_GAP) * self._tight
        return width + (m.caption * m.text(em) + _CAPTION_GAP if captions else 0.0)

    def _fit(self, *, captions: bool) -> int:
        m = self._m
        return largest(
            lambda em: (
                self._width(em, captions=captions) * em <= m.width and self._height * em <= m.height
            ),
            m.most_px,
        )

    def height_at(self, em: int) -> float | None:
        """Return the height of a page with letters of `em`, in pixels; None if it is too wide."""
        if self._width(em, captions=False) * em > self._m.width:
            return None
        return self._height * em

    def sheet(self) -> PageLayout:
        """Return the places; the remaining room is distributed between lines and classes."""
        m, em = self._m, self.em
        loose = min(m.height / (self._height * em), _LOOSEST)
        spare = m.width / em - self._width(em, captions=self.captions)
        extra = min(spare / (m.classes + 2), 1.2)
        gap = self._gap + extra
        left = em * (spare - extra * (m.classes + 1)) / 2
        caption = m.caption * m.text(em)
        head_end = self._head + (caption + _CAPTION_GAP if self.captions else 0.0)
        first = left + em * (head_end + _HEAD_GAP * self._tight + extra)
        lefts = [first + em * k * (self._cell + gap) for k in range(m.classes)]
        tail = lefts[-1] + em * (self._cell + _TAIL_GAP * self._tight + extra)
        top = (m.height - self._height * em * loose) / 2
        names_bottom = top + _NAMES * em * loose
        rooms, heads, captions, tails, bands, rules = [], [], [], [], [], []
        bar = None
        y = names_bottom
        for number, stage in enumerate(m.stages):
            if number and stage.part != m.stages[number - 1].part:
                y += _THOUGHT * em * loose
                middle = y - _THOUGHT * em * loose / 2
                rules.append(QLineF(left, middle, m.width - left, middle))
            height = self._line(stage) * em * loose
            base = y + height / 2 + _AXIS * em
            below = base
            if stage.is_fraction:
                axis = y + height / 2 - 0.1 * em
                below = axis + 1.16 * em
                end = lefts[-1] + em * self._cell
                bar = QLineF(first, axis, end, axis)
                base = axis + _AXIS * em
            rooms.append(tuple(self._room(x, below) for x in lefts))
            heads.append(QPointF(left + em * (head_end - m.heads[number]), base))
            captions.append(QRectF(left, y, em * caption + 1.0, height))
            tails.append(QPointF(tail, base))
            bands.append(QRectF(left, y, m.width - 2 * left, height))
            y += height
        half = em * gap / 2
        areas = [QRectF(x - half, top, em * (self._cell + gap), y - top) for x in lefts]
        names = [QRectF(a.left(), top, a.width(), names_bottom - top) for a in areas]
        names = [
            n.translated(r.middle - n.center().x(), 0) for n, r in zip(names, rooms[0], strict=True)
        ]
        dots = top + (names_bottom - top) / 2 + _AXIS * em
        return PageLayout(
            em=em,
            text=m.text(em),
            upright=True,
            has_captions=self.captions,
            rooms=tuple(rooms),
            heads=tuple(heads),
            captions=tuple(captions),
            tails=tuple(tails),
            sigma=None,
            names=(tuple(names),),
            areas=(tuple(areas),),
            bands=tuple(bands),
            gaps=(tuple(QPointF(x - half, dots) for x in lefts[1:]),),
            bar=bar,
            rules=tuple(rules),
        )

    def _room(self, left: float, baseline: float) -> Room:
        right = left + self.em * self._cell
        point = right - self.em * (_POINT + self._m.places * DIGIT)
        return Room(left, point, right, baseline)
