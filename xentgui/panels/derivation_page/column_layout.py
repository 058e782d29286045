"""A derivation as a table: classes are rows, and stages are columns."""

from __future__ import annotations

from functools import cache
from itertools import groupby

from PySide6.QtCore import QLineF, QPointF, QRectF

from xentgui.panels.derivation_page.page_layout import (
    UNIT_GAP,
    PageLayout,
    PageMeasures,
    Room,
    largest,
)
from xentgui.panels.derivation_page.stage import Stage
from xentgui.panels.derivation_page.typeset import DIGIT

_POINT = 0.245  # em
_AXIS = 0.258

_FRACTION, _HEAD, _CAPTION, _LINE, _TOTAL = 2.85, 1.8, 1.25, 1.5, 1.85  # heights, in em
_GAP, _NAME_GAP, _BLOCK_GAP = 1.0, 1.1, 0.7
_DOT, _END = 1.0, 0.5  # before a name, and for overhanging numbers
_MANY = 0.5
"""The factor for the height of lines if classes are left out between them."""

_LONGEST_NAME, _LONGEST_NAME_FOLDED = 7.0, 5.4
_LOOSEST, _TIGHTEST = 1.5, 0.84
"""The limits of the factor for the distance of lines, with which they fill the page."""


_Block = tuple[int, ...]  # the numbers of columns that are side by side


def usual_cell(stage: Stage, places: int) -> float:
    """Return the usual width of the numbers of `stage`, in em: only some have signs or tens."""
    return stage.before + _POINT + places * DIGIT


class ColumnLayout:
    """The table of `measures`, at any size.

    A `folded` table has as many columns side by side as fit.  The other columns are in blocks
    below, each with all classes again, so that a page of any width can hold it.
    """

    def __init__(self, measures: PageMeasures, *, folded: bool = False) -> None:
        self._m = m = measures
        self._after = _POINT + m.places * DIGIT
        self._usual = [usual_cell(stage, m.places) for stage in m.stages]
        self._cells = [
            max(usual + excess, head) if head else 0.0
            for usual, excess, head in zip(self._usual, m.column_excess, m.columns, strict=True)
        ]
        self._there = tuple([number for number, width in enumerate(self._cells) if width])
        by_group = groupby(self._there, key=lambda number: m.stages[number].part)
        self._groups = [tuple(columns) for _, columns in by_group]
        self._longest_name = _LONGEST_NAME_FOLDED if folded else _LONGEST_NAME
        self._across = cache(self._width_of)
        self._blocks_at = cache(self._folded_at if folded else self._whole)
        self._heights_at = cache(self._ends_of_blocks)
        self._line = _LINE + (_MANY if m.many else 0.0)
        narrowest = min(self._cells[number] for number in self._there) + _GAP
        self.em = self._fit(captions=False)
        self.captions = m.caption * m.text(self.em) <= narrowest
        if self.captions:
            self.em = self._fit(captions=True)

    def _whole(self, _em: int) -> list[_Block]:
        return [self._there]

    def _folded_at(self, em: int) -> list[_Block]:
        """Return the columns of each block at size `em`; groups stay together if they fit."""
        room = self._m.width / em - self._beside(em)
        blocks: list[_Block] = [()]
        for columns in self._groups:
            whole = self._across(columns) <= room
            for some in (columns,) if whole else tuple((one,) for one in columns):
                if blocks[-1] and self._across(blocks[-1] + some) > room:
                    blocks.append(())
                blocks[-1] += some
        return blocks

    def _width_of(self, block: _Block) -> float:
        """Return the width of columns side by side, with the unit of a loss in the last one."""
        is_result = self._m.stages[block[-1]].is_result
        unit = UNIT_GAP + self._m.unit if is_result and self._m.unit else 0.0
        return sum(self._cells[number] for number in block) + _GAP * (len(block) - 1) + unit

    def _name(self, em: float) -> float:
        return min(self._m.name * self._m.text(em) + _DOT, self._longest_name)

    def _beside(self, em: float) -> float:
        """Return the width that is not for columns."""
        return self._name(em) + _NAME_GAP + _END

    def _width(self, em: int) -> float:
        return self._beside(em) + max(map(self._across, self._blocks_at(em)))

    def _head(self, block: _Block) -> float:
        """Return the height of the formulas above `block`, one of which can be a fraction."""
        is_quotient = any(self._m.stages[number].is_quotient for number in block)
        return _FRACTION if is_quotient else _HEAD

    def _foot(self, block: _Block) -> float:
        return _TOTAL if any(self._m.stages[number].has_total for number in block) else 0.3

    def _ends_of_blocks(self, em: int) -> list[tuple[float, float]]:
        """Return how much higher than its lines each block is, above and below them."""
        return [(self._head(block), self._foot(block)) for block in self._blocks_at(em)]

    def _height(self, em: int, *, captions: bool) -> float:
        ends = self._heights_at(em)
        lines = self._m.classes * self._line + (_CAPTION if captions else 0.0)
        return sum([head + lines + foot for head, foot in ends]) + _BLOCK_GAP * (len(ends) - 1)

    def _fit(self, *, captions: bool) -> int:
        """Return the size of letters; lines come closer only to make small ones legible."""
        m = self._m

        def fits(em: int, tight: float) -> bool:
            return (
                self._width(em) * em <= m.width
                and tight * self._height(em, captions=captions) * em <= m.height
            )

        roomy = largest(lambda em: fits(em, 1.0), m.most_px)
        if roomy >= m.least_px:
            return roomy
        return largest(lambda em: fits(em, _TIGHTEST), m.least_px)

    def height_at(self, em: int) -> float | None:
        """Return the height of a page with letters of `em`, in pixels; None if it is too wide."""
        if self._width(em) * em > self._m.width:
            return None
        return _TIGHTEST * self._height(em, captions=False) * em

    def sheet(self) -> PageLayout:
        """Return the places; the remaining room is distributed between rows and columns."""
        m, em = self._m, self.em
        height = self._height(em, captions=self.captions)
        loose = min(m.height / (height * em), _LOOSEST)
        spare = m.width / em - self._width(em)
        most = max(map(len, self._blocks_at(em)))
        extra = min(spare / (most + 1), 1.2)
        left = em * (spare - extra * most) / 2
        end = m.width - left
        top = (m.height - height * em * loose) / 2
        places = _Places(len(m.stages))
        for number, block in enumerate(self._blocks_at(em)):
            if number:
                top += _BLOCK_GAP * em * loose
            top = self._place(places, block, left, end, top, extra, loose)
        return PageLayout(
            em=em,
            text=m.text(em),
            upright=False,
            has_captions=self.captions,
            rooms=tuple(places.rooms),
            heads=tuple(places.heads),
            captions=tuple(places.captions),
            tails=tuple(places.tails),
            sigma=places.sigma,
            names=tuple(places.names),
            areas=tuple(places.areas),
            bands=tuple(places.bands),
            gaps=tuple(places.gaps),
            bar=None,
            rules=tuple(places.rules),
        )

    def _place(
        self,
        places: _Places,
        block: _Block,
        left: float,
        end: float,
        top: float,
        extra: float,
        loose: float,
    ) -> float:
        """Add the places of one block, which begins at `top`; return its bottom."""
        m, em = self._m, self.em
        unit = em * loose
        captions_bottom = top + (_CAPTION * unit if self.captions else 0.0)
        heads_bottom = captions_bottom + self._head(block) * unit
        pitch = self._line * unit
        rows_bottom = heads_bottom + m.classes * pitch
        bottom = rows_bottom + self._foot(block) * unit
        head_base = (captions_bottom + heads_bottom) / 2 + 0.30 * em
        total = (rows_bottom + bottom) / 2 + _AXIS * em
        baselines = [heads_bottom + (k + 0.5) * pitch + _AXIS * em for k in range(m.classes)]
        name_width = em * self._name(em)
        x = left + name_width + em * (_NAME_GAP + extra)
        half = em * (_GAP + extra) / 2
        for number in block:
            width = em * self._cells[number]
            rooms = tuple(self._room(x, width, number, base) for base in baselines)
            places.rooms[number] = rooms
            head = em * m.columns[number]
            above = rooms[0].middle - head / 2
            places.heads[number] = QPointF(min(max(above, x), x + width - head), head_base)
            places.captions[number] = QRectF(x - half, top, width + 2 * half, captions_bottom - top)
            places.bands[number] = QRectF(x - half, top, width + 2 * half, bottom - top)
            if m.stages[number].has_total:
                places.tails[number] = QPointF(x, total)
            if m.stages[number].has_sum_sign:
                places.sigma = QPointF(left + name_width, total)
            x += width + 2 * half
        rows = [QRectF(left, heads_bottom + k * pitch, end - left, pitch) for k in range(m.classes)]
        places.areas.append(tuple(rows))
        places.names.append(tuple(QRectF(left, row.top(), name_width, pitch) for row in rows))
        places.gaps.append(tuple(QPointF(left, row.top()) for row in rows[1:]))
        places.rules.append(QLineF(left, heads_bottom, end, heads_bottom))
        if self._foot(block) == _TOTAL:
            places.rules.append(QLineF(left, rows_bottom, end, rows_bottom))
        return bottom

    def _room(self, x: float, width: float, number: int, baseline: float) -> Room:
        # Numbers are in the middle of a column that has a wide formula.
        usual = self.em * self._usual[number]
        slack = max(0.0, (width - usual) / 2)
        point = x + width - slack - self.em * self._after
        return Room(x, point, x + width, baseline)


class _Places:
    """The lists for a `PageLayout` of `count` lines, while they are filled."""

    def __init__(self, count: int) -> None:
        self.rooms: list[tuple[Room, ...]] = [()] * count
        self.heads: list[QPointF | None] = [None] * count
        self.tails: list[QPointF | None] = [None] * count
        self.captions, self.bands = [QRectF()] * count, [QRectF()] * count
        self.sigma: QPointF | None = None
        self.names: list[tuple[QRectF, ...]] = []
        self.areas: list[tuple[QRectF, ...]] = []
        self.gaps: list[tuple[QPointF, ...]] = []
        self.rules: list[QLineF] = []
