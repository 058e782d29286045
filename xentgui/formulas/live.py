"""Writes the numbers of now on a page, at every edit."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from xentgui.formulas.formula import formula
from xentgui.formulas.scribe import Scribe
from xentgui.formulas.sheet import UNIT_GAP, Room
from xentgui.formulas.working import Line, Word
from xentgui.formulas.writer import LEAST_SIZE, OVERHANG, numeral_width

_TOTAL_REACH = 1.6
"""So far to the left, in em, may a wide number below a column reach."""


class Live(Scribe):
    """Writes the numbers, as far as they can be seen."""

    def write(self) -> None:
        """Write the numbers, as far as they can be seen."""
        shown = []
        for index, line in enumerate(self._page.working.lines):
            if self._head_is_shown(line):
                self._head_words(index, line)
            if self._is_shown(line) and self._is_seen(self._page.sheet.bands[index]):
                self._tail_words(index, line)
                if line.key == "normalise":
                    self._powers(line, self._page.sheet.rooms[index])
                elif self._page.sheet.rooms[index]:
                    shown.append((self._page.sheet.rooms[index], line.cells))
        self._cells(shown)
        self._painter.setOpacity(1.0)

    def _is_seen(self, band: QRectF) -> bool:
        return self._seen is None or band.intersects(self._seen)

    def _cells(self, lines: list[tuple[tuple[Room, ...], tuple[str, ...]]]) -> None:
        """Write the numbers of `lines`; class by class, as each has a colour."""
        style, writer, em = self._style, self._writer, self._writer.em
        least, most = -math.inf, math.inf
        if self._seen is not None:
            least, most = self._seen.top() - em, self._seen.bottom() + em
        for position, index in enumerate(self._page.working.shown):
            self._painter.setOpacity(self._opacity(index))
            color = style.color(style.theme.class_color(index))
            for rooms, cells in lines:
                room = rooms[position]
                if least < room.baseline < most:
                    writer.in_room(cells[position], room, room.baseline, color)

    def _powers(self, line: Line, rooms: tuple[Room, ...]) -> None:
        style, working = self._style, self._page.working
        for position, room in enumerate(rooms):
            number = working.shown[position]
            self._painter.setOpacity(self._opacity(number))
            color = style.color(style.theme.class_color(number))
            left = self._power_left(room)
            most = (room.right - left) / self._writer.em
            self._power(line.cells[position], left, room.baseline, color, most)
            if number == working.derived and self._page.sheet.bar is not None:
                self._painter.setOpacity(1.0)
                above = self._numerator()
                self._power(line.cells[position], above.x(), above.y(), color, 9.0)

    def _power(self, text: str, x: float, baseline: float, color: QColor, most: float) -> None:
        slot = formula("e^{@5}").slots[0]
        em = self._writer.em
        size = min(slot.size, (most - slot.x) / max(numeral_width(text), 0.1))
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
        if line.key != "sum":
            self._fill(line.tail, line.tail_words, at, room)
            return
        size = sheet.text * sheet.em / style.em
        unit = style.metrics(size).horizontalAdvance(self._page.unit) / sheet.em
        end = self._fill(line.tail, line.tail_words, at, room - UNIT_GAP - unit)
        self._writer.words(
            self._page.unit, end + UNIT_GAP * sheet.em, at.y(), self._ink, style.font(size)
        )

    def _fill(
        self, template: str, words: tuple[Word, ...], at: QPointF, room: float = 0.0
    ) -> float:
        """Write the numbers of a formula; return where the last one ends.

        A formula with one number may take `room`, in em.
        """
        style, em, end = self._style, self._writer.em, at.x()
        self._painter.setOpacity(1.0)
        for slot, word in zip(formula(template).slots, words, strict=True):
            color = self._ink
            if word.index is not None:
                color = style.color(style.theme.class_color(word.index))
            width = numeral_width(word.text)
            there = max(slot.width + OVERHANG, room - slot.x)
            fits = max(there / width, LEAST_SIZE * slot.size)
            size = min(slot.size, fits)
            x, baseline = at.x() + slot.x * em, at.y() + slot.baseline * em
            self._writer.number(word.text, x, baseline, color, size=size, bold=word.bold)
            end = x + width * size * em
        return end

    def _total(self, line: Line, room: Room, baseline: float) -> None:
        """Write what a column comes to below it; a wide number reaches to the left."""
        word, writer, sheet = line.tail_words[0], self._writer, self._page.sheet
        self._painter.setOpacity(1.0)
        wide = replace(room, left=room.left - _TOTAL_REACH * writer.em)
        start, end = writer.in_room(word.text, wide, baseline, self._ink, bold=word.bold)
        if line.key != "sum":
            return
        loss, gap = formula(line.head), UNIT_GAP * writer.em
        if not self._has_target_sum():  # else that is where L would be
            writer.formula(loss, start - gap - loss.width * writer.em, baseline, self._ink)
        style, size = self._style, sheet.text * sheet.em / self._style.em
        width = style.metrics(size).horizontalAdvance(self._page.unit)
        if end + gap + width <= self._page.measures.width + style.px(4):
            writer.words(self._page.unit, end + gap, baseline, self._ink, style.font(size))

    def _has_target_sum(self) -> bool:
        return any(line.key == "weight" and line.tail_words for line in self._page.working.lines)
