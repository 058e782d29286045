"""Writes the static parts of a page, which are cached as a picture until one of them changes."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPen

from xentgui.model.short_names import names_that_fit
from xentgui.panels.derivation_page.formula import formula
from xentgui.panels.derivation_page.page import emphasised_band
from xentgui.panels.derivation_page.page_layout import Room
from xentgui.panels.derivation_page.page_writer import PageWriter
from xentgui.panels.derivation_page.stage import Line

_DOTS_BEFORE, _DOTS_OF_NAME = 4, 2  # times the size of a dot: before a name, and after it
_BAR_EM = 0.068
_FRAME = 2.0  # design pixels
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter


class StaticWriter(PageWriter):
    """Writes captions, names, formulas and signs."""

    def write(self) -> None:
        """Write captions, names, formulas and signs, and hints of the later stages."""
        self._plate()
        self._frame()
        self._rules()
        self._names()
        for index, line in enumerate(self._page.working.lines):
            if self._is_shown(line):
                self._caption(index)
                self._formulas(index, line)
                self._signs(index, line)
            else:
                self._hint(index)
                if line.stage.is_quotient and self._head_is_shown(line):
                    self._formulas(index, line)

    def _plate(self) -> None:
        """Mark the latest stage with a coloured plate."""
        shown = [i for i, line in enumerate(self._page.working.lines) if self._is_shown(line)]
        if self._view.stage is None or not shown:
            return
        sheet, style = self._page.sheet, self._style
        band = sheet.bands[shown[-1]]
        if band.isEmpty():  # in a table, ÷ Σ is above the softmax
            band = sheet.bands[shown[-1] + 1]
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(style.color(style.theme.selection))
        grown = band.adjusted(-style.px(7), 0, style.px(7), 0) if sheet.upright else band
        self._painter.drawRoundedRect(grown, style.px(5), style.px(5))

    def _frame(self) -> None:
        """Frame the stage that is emphasised, if it is shown."""
        band = emphasised_band(self._page, self._view)
        if band is not None:
            style = self._style
            self._painter.setPen(style.pen(style.theme.accent, _FRAME))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRoundedRect(band, style.px(5), style.px(5))

    def _rules(self) -> None:
        self._painter.setPen(self._style.pen(self._style.theme.line, 1.0))
        for rule in self._page.sheet.rules:
            self._painter.drawLine(rule)

    def _names(self) -> None:
        sheet, style = self._page.sheet, self._style
        size = sheet.text * sheet.em / style.em
        self._painter.setFont(style.font(size, bold=True))
        metrics = style.metrics(size, bold=True)
        shown, labels = self._page.working.shown, self._snapshot.state.names
        rooms = [self._room(box) for box in sheet.names[0]] if sheet.names else []

        def fit(texts: tuple[str, ...]) -> bool:
            pairs = zip(texts, rooms, strict=True)
            return all(metrics.horizontalAdvance(text) <= room for text, room in pairs)

        texts = names_that_fit(labels, shown, fit)
        for names, gaps in zip(sheet.names, sheet.gaps, strict=True):
            for position, index in enumerate(shown):
                self._name(texts[position], index, names[position], metrics)
            self._painter.setOpacity(1.0)
            for position, gap in enumerate(gaps, 1):
                if self._is_gap(position):
                    self._left_out(gap)

    def _room(self, box: QRectF) -> float:
        """Return the room for a name in its box; a column has room for the name or for its dot."""
        dots = _DOTS_OF_NAME if self._page.sheet.upright else _DOTS_OF_NAME + _DOTS_BEFORE
        return box.width() - dots * 0.15 * self._page.sheet.em

    def _name(self, label: str, index: int, box: QRectF, metrics: QFontMetricsF) -> None:
        """Write the name of a class to the right of its dot."""
        sheet, painter = self._page.sheet, self._painter
        dot = 0.15 * sheet.em
        before, gap = _DOTS_BEFORE * dot, _DOTS_OF_NAME * dot
        if sheet.upright and metrics.horizontalAdvance(label) > box.width() - before - gap:
            before = 0.0  # the name needs the room of the dot
        text = metrics.elidedText(label, Qt.TextElideMode.ElideMiddle, box.width() - before - gap)
        width = metrics.horizontalAdvance(text) + before
        left = box.center().x() - width / 2 if sheet.upright else box.left()
        color = self._style.color(
            self._style.theme.class_color(self._snapshot.state.color_of(index))
        )
        painter.setOpacity(self._opacity(index, color))
        if before:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(QPointF(left + dot, box.center().y()), dot, dot)
        painter.setPen(color)
        painter.drawText(QRectF(left + before, box.top(), width, box.height()), _LEFT, text)

    def _left_out(self, gap: QPointF) -> None:
        """Draw the dots for omitted classes."""
        if self._page.sheet.upright:
            self._sign(r"\cdots", gap.x(), gap.y(), self._mute)
            return
        dot = 0.08 * self._writer.em
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._mute)
        for step in (-3.2, 0.0, 3.2):
            center = QPointF(gap.x() + 0.15 * self._writer.em, gap.y() + step * dot)
            self._painter.drawEllipse(center, dot, dot)

    def _is_gap(self, position: int) -> bool:
        """Return whether classes are omitted before the one at `position`."""
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
        """Write the signs between and around the numbers of a line."""
        sheet, writer = self._page.sheet, self._writer
        if line.stage.is_fraction and sheet.bar is not None:
            power = formula("e^{@5}")
            baseline = sheet.rooms[index][0].baseline
            for position, number in enumerate(self._page.working.shown):
                self._painter.setOpacity(self._opacity(number, self._ink))
                room = sheet.rooms[index][position]
                writer.formula(power, self._power_left(room), baseline, self._ink)
            self._painter.setOpacity(1.0)
            writer.formula(power, self._numerator().x(), self._numerator().y(), self._ink)
            pen = QPen(self._style.pen(self._style.theme.ink))
            pen.setWidthF(_BAR_EM * writer.em)
            self._painter.setPen(pen)
            self._painter.drawLine(sheet.bar)
        if (line.stage.is_fraction or line.stage.is_result) and sheet.upright:
            self._plus_signs(line, sheet.rooms[index])
        if line.stage.has_sum_sign and sheet.sigma is not None:
            sigma = formula(r"\Sigma")
            left = sheet.sigma.x() - sigma.width * writer.em
            writer.formula(sigma, left, sheet.sigma.y(), self._mute)

    def _plus_signs(self, line: Line, rooms: tuple[Room, ...]) -> None:
        """Write a plus in the middle between one number and the next, which do not move."""
        em = self._writer.em
        for position, (one, other) in enumerate(pairwise(rooms), 1):
            if line.stage.is_result:
                middle = (one.right + other.point - 0.5 * em) / 2
            else:
                middle = (self._power_left(one) + 2.4 * em + self._power_left(other)) / 2
            template = r"+\cdots+" if self._is_gap(position) else "+"
            self._sign(template, middle, one.baseline, self._ink)

    def _hint(self, index: int) -> None:
        """Draw a pale hint of a later stage."""
        sheet, painter = self._page.sheet, self._painter
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.color(self._style.theme.grid))
        em = self._writer.em
        for room in sheet.rooms[index]:
            box = QRectF(0, 0, 1.6 * em, 0.32 * em)
            box.moveCenter(QPointF(room.middle, room.baseline - 0.258 * em))
            painter.drawRoundedRect(box, 0.16 * em, 0.16 * em)
