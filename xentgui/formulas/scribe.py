"""Writes a page: first what stands still, then the numbers of now."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from xentgui.formulas.formula import formula
from xentgui.formulas.page import Page
from xentgui.formulas.sheet import UNIT_GAP, Room
from xentgui.formulas.stage import STAGES
from xentgui.formulas.working import Line, Word
from xentgui.formulas.writer import LEAST_SIZE, OVERHANG, Writer, numeral_width
from xentgui.model import Snapshot
from xentgui.model.naming import name_of
from xentgui.painting.style import Style
from xentgui.view import View

RECEDED = 0.4
"""The opacity of what is not pointed at while something is."""

_SHORT, _BAR_EM = 1.2, 0.068
_TOTAL_REACH = 1.6
_NORMALISE = next(n for n, stage in enumerate(STAGES, 1) if stage.key == "normalise")
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter


class Scribe:
    """Writes `page` with one painter; 0, 0 is the page's top left corner."""

    def __init__(
        self, painter: QPainter, page: Page, snapshot: Snapshot, view: View, style: Style
    ) -> None:
        self._painter, self._page, self._snapshot = painter, page, snapshot
        self._view, self._style = view, style
        self._writer = Writer(painter, page.sheet.em)
        self._seen = painter.clipBoundingRect() if painter.hasClipping() else None
        self._ink, self._mute = style.color(style.theme.ink), style.color(style.theme.mute)

    # What stands still

    def still(self) -> None:
        """Write captions, names, formulas and signs, and hints of the stages to come."""
        self._plate()
        self._rules()
        self._names()
        for index, line in enumerate(self._page.working.lines):
            if self._is_shown(line):
                self._caption(index)
                self._formulas(index, line)
                self._signs(index, line)
            else:
                self._hint(index)
                if line.key == "probability" and self._head_is_shown(line):
                    self._formulas(index, line)

    def _is_shown(self, line: Line) -> bool:
        return self._view.stage is None or line.number <= self._view.stage

    def _head_is_shown(self, line: Line) -> bool:
        """Return whether the formula is there: a table says ÷ Σ above the softmax, a stage early."""
        if line.key == "probability" and not self._page.sheet.upright:
            return self._view.stage is None or self._view.stage >= _NORMALISE
        return self._is_shown(line)

    def _plate(self) -> None:
        """Mark the stage that came last."""
        shown = [i for i, line in enumerate(self._page.working.lines) if self._is_shown(line)]
        if self._view.stage is None or not shown:
            return
        sheet, style = self._page.sheet, self._style
        band = sheet.bands[shown[-1]]
        if band.isEmpty():  # in a table, ÷ Σ stands above the softmax
            band = sheet.bands[shown[-1] + 1]
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(style.color(style.theme.selection))
        grown = band.adjusted(-style.px(7), 0, style.px(7), 0) if sheet.upright else band
        self._painter.drawRoundedRect(grown, style.px(5), style.px(5))

    def _rules(self) -> None:
        self._painter.setPen(self._style.pen(self._style.theme.line, 1.0))
        for rule in self._page.sheet.rules:
            self._painter.drawLine(rule)

    def _names(self) -> None:
        sheet, style = self._page.sheet, self._style
        size = sheet.text * sheet.em / style.em
        self._painter.setFont(style.font(size, bold=True))
        metrics = style.metrics(size, bold=True)
        for names, gaps in zip(sheet.names, sheet.gaps, strict=True):
            for position, index in enumerate(self._page.working.shown):
                self._painter.setOpacity(self._opacity(index))
                label = name_of(self._snapshot.state.labels, index)
                self._name(label, index, names[position], metrics)
            self._painter.setOpacity(1.0)
            for position, gap in enumerate(gaps, 1):
                if self._is_gap(position):
                    self._left_out(gap)

    def _name(self, label: str, index: int, box: QRectF, metrics: QFontMetricsF) -> None:
        """Write the name of a class after its dot."""
        sheet, painter = self._page.sheet, self._painter
        dot = 0.15 * sheet.em
        before, gap = 4 * dot, 2 * dot
        if sheet.upright and metrics.horizontalAdvance(label) > box.width() - before - gap:
            before = 0.0  # the name needs the room of the dot
        text = metrics.elidedText(label, Qt.TextElideMode.ElideMiddle, box.width() - before - gap)
        width = metrics.horizontalAdvance(text) + before
        left = box.center().x() - width / 2 if sheet.upright else box.left()
        color = self._style.color(self._style.theme.class_color(index))
        if before:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(QPointF(left + dot, box.center().y()), dot, dot)
        painter.setPen(color)
        painter.drawText(QRectF(left + before, box.top(), width, box.height()), _LEFT, text)

    def _left_out(self, gap: QPointF) -> None:
        """Say that there are classes between."""
        if self._page.sheet.upright:
            self._sign(r"\cdots", gap.x(), gap.y(), self._mute)
            return
        dot = 0.08 * self._writer.em
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._mute)
        for step in (-3.2, 0.0, 3.2):
            center = QPointF(gap.x() + 0.15 * self._writer.em, gap.y() + step * dot)
            self._painter.drawEllipse(center, dot, dot)

    def _opacity(self, index: int | None) -> float:
        lit = self._view.highlight
        return 1.0 if lit is None or index is None or index == lit else RECEDED

    def _is_gap(self, position: int) -> bool:
        """Return whether classes are left out before the one at `position`."""
        shown = self._page.working.shown
        return shown[position] != shown[position - 1] + 1

    def _sign(self, template: str, middle: float, baseline: float, color: QColor) -> None:
        sign = formula(template)
        x = middle - sign.width * self._writer.em / 2
        self._writer.formula(sign, x, baseline, color)

    def _caption(self, index: int) -> None:
        sheet, style, painter = self._page.sheet, self._style, self._painter
        if not sheet.has_captions:
            return
        painter.setFont(style.font(sheet.text * sheet.em / style.em))
        painter.setPen(self._mute)
        align = _LEFT if sheet.upright else _CENTER
        painter.drawText(sheet.captions[index], align, self._page.captions[index])

    def _formulas(self, index: int, line: Line) -> None:
        sheet, writer = self._page.sheet, self._writer
        head = sheet.heads[index]
        if head is not None:
            template = line.head if sheet.upright else line.column
            writer.formula(formula(template), head.x(), head.y(), self._ink)
        tail = sheet.tails[index]
        if tail is not None and line.tail and sheet.upright:
            writer.formula(formula(line.tail), tail.x(), tail.y(), self._ink)

    def _signs(self, index: int, line: Line) -> None:
        """Write what stands between and around the numbers of a line."""
        sheet, writer = self._page.sheet, self._writer
        if line.key == "normalise" and sheet.bar is not None:
            power = formula("e^{@5}")
            baseline = sheet.rooms[index][0].baseline
            for position, number in enumerate(self._page.working.shown):
                self._painter.setOpacity(self._opacity(number))
                room = sheet.rooms[index][position]
                writer.formula(power, self._power_left(room), baseline, self._ink)
            self._painter.setOpacity(1.0)
            writer.formula(power, self._numerator().x(), self._numerator().y(), self._ink)
            pen = QPen(self._style.pen(self._style.theme.ink))
            pen.setWidthF(_BAR_EM * writer.em)
            self._painter.setPen(pen)
            self._painter.drawLine(sheet.bar)
        if line.key in {"normalise", "sum"} and sheet.upright:
            self._plus_signs(line, sheet.rooms[index])
        if line.key == "exponent" and sheet.sigma is not None:
            sigma = formula(r"\Sigma")
            left = sheet.sigma.x() - sigma.width * writer.em
            writer.formula(sigma, left, sheet.sigma.y(), self._mute)

    def _plus_signs(self, line: Line, rooms: tuple[Room, ...]) -> None:
        """Write a plus between where one number ends and the next begins; neither moves."""
        em = self._writer.em
        for position, (one, other) in enumerate(pairwise(rooms), 1):
            if line.key == "sum":
                middle = (one.right + other.point - 0.5 * em) / 2
            else:
                middle = (self._power_left(one) + 2.4 * em + self._power_left(other)) / 2
            template = r"+\cdots+" if self._is_gap(position) else "+"
            self._sign(template, middle, one.baseline, self._ink)

    def _hint(self, index: int) -> None:
        """Leave a quiet trace of a stage to come, so that nothing jumps when it does."""
        sheet, painter = self._page.sheet, self._painter
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.color(self._style.theme.grid))
        em = self._writer.em
        for room in sheet.rooms[index]:
            box = QRectF(0, 0, 1.6 * em, 0.32 * em)
            box.moveCenter(QPointF(room.middle, room.baseline - 0.258 * em))
            painter.drawRoundedRect(box, 0.16 * em, 0.16 * em)

    # The numbers of now

    def live(self) -> None:
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

    def _power_left(self, room: Room) -> float:
        """Return where e begins, so that its power has room and it need not move."""
        return room.middle - _SHORT * self._writer.em

    def _numerator(self) -> QPointF:
        bar = self._page.sheet.bar
        assert bar is not None
        em = self._writer.em
        return QPointF(bar.center().x() - 0.8 * em, bar.y1() - 0.38 * em)

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
