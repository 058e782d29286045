"""Writes the current numbers on a page; runs at every edit."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from xentgui.painting.style import Style
from xentgui.panels.derivation_page.formula import formula
from xentgui.panels.derivation_page.glyph_writer import LEAST_SIZE, OVERHANG, numeral_width
from xentgui.panels.derivation_page.page_layout import UNIT_GAP, Room
from xentgui.panels.derivation_page.page_writer import (
    CELLS,
    HEAD,
    TAIL,
    NumberPlace,
    PageWriter,
    stride,
    visible_cells,
)
from xentgui.panels.derivation_page.stage import LOSS, Line, SlotText

_TOTAL_REACH = 1.6
"""How far a wide number below a column may extend to the left, in em."""

_REACH_OF_LARGE = 0.6
"""How far a long number in a large exponent may extend to the right of its room, in em."""


class NumberWriter(PageWriter):
    """Writes the visible numbers."""

    def write(self, parts: frozenset[int]) -> None:
        """Write those of the numbers at `parts`, indices into `parts_of`, that are visible."""
        sheet, count = self._page.sheet, stride(self._page.working.shown)
        for index, line in enumerate(self._page.working.lines):
            first = index * count
            if first + HEAD in parts and self._head_is_shown(line):
                self._head_words(index, line)
            if not self._is_shown(line) or not self._is_seen(sheet.bands[index]):
                continue
            if first + TAIL in parts:
                self._tail_words(index, line)
            if line.stage.is_fraction:
                self._powers(line, sheet.rooms[index], first, parts)
        self._cells(parts)
        self._painter.setOpacity(1.0)

    def _is_seen(self, band: QRectF) -> bool:
        return self._seen is None or band.intersects(self._seen)

    def _cells(self, parts: frozenset[int]) -> None:
        """Write the numbers of the lines, class by class, because each class has a colour."""
        lines, opacity = self._page.working.lines, 1.0
        self._painter.setOpacity(opacity)
        for part, line, position, room, color, wanted in self._visible_cells():
            if part not in parts:
                continue
            if wanted != opacity:
                opacity = wanted
                self._painter.setOpacity(opacity)
            self._writer.in_room(lines[line].cells[position], room, room.baseline, color)

    def _visible_cells(self) -> tuple[NumberPlace, ...]:
        page, em = self._page, self._writer.em
        baselines = -math.inf, math.inf
        if self._seen is not None:
            baselines = self._seen.top() - em, self._seen.bottom() + em
        shown = sum(map(self._is_shown, page.working.lines))
        state = self._snapshot.state
        return visible_cells(
            page.sheet,
            page.measures.stages,
            page.working.shown,
            shown,
            self._view.highlighted_class,
            baselines,
            self._style,
            tuple(map(state.color_of, page.working.shown)),
        )

    def _powers(
        self, line: Line, rooms: tuple[Room, ...], first: int, parts: frozenset[int]
    ) -> None:
        """Write the exponents of a fraction whose line begins with the part `first`."""
        working = self._page.working
        for position, room in enumerate(rooms):
            number, text = working.shown[position], line.cells[position]
            if first + CELLS + position in parts:
                color = self._color(number)
                self._painter.setOpacity(self._opacity(number, color))
                left = self._power_left(room)
                most = (room.right - left) / self._writer.em
                if self._style.page_exponents:  # in larger ones, long numbers overhang here, too
                    most += _REACH_OF_LARGE
                self._power(text, left, room.baseline, color, most)
            if number == working.derived and first + HEAD in parts:
                self._painter.setOpacity(1.0)
                above = self._numerator()
                self._power(text, above.x(), above.y(), self._color(number), 9.0)

    def _power(self, text: str, x: float, baseline: float, color: QColor, most: float) -> None:
        slot = formula("e^{@5}").slots[0]
        em = self._writer.em
        size = max(slot.size, self._style.page_exponents)
        size = min(size, (most - slot.x) / max(numeral_width(text), 0.1))
        self._writer.number(text, x + slot.x * em, baseline + slot.baseline * em, color, size=size)

    def _head_words(self, index: int, line: Line) -> None:
        sheet = self._page.sheet
        head = sheet.heads[index]
        if head is not None:
            template = line.head if sheet.upright else line.column
            words = line.head_words if sheet.upright else line.column_words
            self._fill(template, words, head)

    def _tail_words(self, index: int, line: Line) -> None:
        sheet, style = self._page.sheet, self._style
        at = sheet.tails[index]
        if at is None or not line.tail_words:
            return
        if not sheet.upright:
            self._total(line, sheet.rooms[index][0], at.y())
            return
        room = self._page.measures.room_after(sheet.em)
        if not line.stage.is_result:
            self._fill(line.tail, line.tail_words, at, room)
            return
        size = sheet.text * sheet.em / style.em
        unit = _length(self._page.unit, size, style) / sheet.em
        end = self._fill(line.tail, line.tail_words, at, room - UNIT_GAP - unit)
        self._writer.words(
            self._page.unit, end + UNIT_GAP * sheet.em, at.y(), self._ink, style.font(size)
        )

    def _fill(
        self, template: str, words: tuple[SlotText, ...], at: QPointF, room: float = 0.0
    ) -> float:
        """Write the numbers of a formula; return the right end of the last one.

        A formula with one number may take `room`, in em.
        """
        em, end = self._writer.em, at.x()
        self._painter.setOpacity(1.0)
        for slot, word in zip(formula(template).slots, words, strict=True):
            color = self._ink if word.owner is None else self._color(word.owner)
            width, wanted = numeral_width(word.text), max(slot.size, self._style.page_exponents)
            reach = OVERHANG if wanted == slot.size else _REACH_OF_LARGE
            there = max(slot.width + reach, room - slot.x)
            fits = max(there / width, LEAST_SIZE * wanted)
            size = min(wanted, fits)
            x, baseline = at.x() + slot.x * em, at.y() + slot.baseline * em
            self._writer.number(word.text, x, baseline, color, size=size, bold=word.bold)
            end = x + width * size * em
        return end

    def _total(self, line: Line, room: Room, baseline: float) -> None:
        """Write the sum of a column below it; a wide number extends to the left."""
        word, writer, sheet = line.tail_words[0], self._writer, self._page.sheet
        self._painter.setOpacity(1.0)
        wide = room._replace(left=room.left - _TOTAL_REACH * writer.em)
        start, end = writer.in_room(word.text, wide, baseline, self._ink, bold=word.bold)
        if not line.stage.is_result:
            return
        loss, gap = formula(line.head), UNIT_GAP * writer.em
        if not self._has_total_before():  # otherwise the sign of the loss would be there
            writer.formula(loss, start - gap - loss.width * writer.em, baseline, self._ink)
        style, size = self._style, sheet.text * sheet.em / self._style.em
        width = _length(self._page.unit, size, style)
        if end + gap + width <= self._page.measures.width + style.px(4):
            writer.words(self._page.unit, end + gap, baseline, self._ink, style.font(size))

    def _color(self, index: int) -> QColor:
        return self._style.color(
            self._style.theme.class_color(self._snapshot.state.color_of(index))
        )

    def _has_total_before(self) -> bool:
        """Return whether an earlier stage of the loss has a total, too."""
        return any(
            line.stage.part == LOSS and not line.stage.is_result and line.tail_words
            for line in self._page.working.lines
        )


@lru_cache(maxsize=8)
def _length(text: str, size: float, style: Style) -> float:
    """Return the width of `text` in pixels; it is kept, because measuring is as slow as drawing."""
    return style.metrics(size).horizontalAdvance(text)
