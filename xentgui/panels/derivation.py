"""The derivation from the logits to the loss and its gradient, with the current numbers."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, loss_unit
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.mark import ClassMark, Mark, TermMark
from xentgui.model.naming import name_of
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.panels.derivation_page import formula as formulas
from xentgui.panels.derivation_page.number_writer import NumberWriter
from xentgui.panels.derivation_page.page import emphasised_band, height_of, page_of
from xentgui.panels.derivation_page.page_layout import rows_of
from xentgui.panels.derivation_page.page_writer import parts_of
from xentgui.panels.derivation_page.stages import SIGNS, back, onward, templates, working
from xentgui.panels.derivation_page.static_writer import StaticWriter
from xentgui.panels.page_panel import PagePanel


class Derivation(PagePanel):
    """The formulas of softmax, loss and gradient, with the current numbers in them."""

    key = "derivation"
    title = QT_TRANSLATE_NOOP("panels", "Derivation")
    formula = "z → p → L → ∂L/∂z"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "Point at a number to light its class. Space reveals the next stage, Backspace takes it back, Home hides all.",
    )
    staged = True

    def paint_static(
        self, painter: QPainter, rect: QRectF, snapshot: Snapshot, view: View, style: Style
    ) -> None:
        """Paint captions, names, and the formulas without their numbers."""
        page = page_of(rect, snapshot, view, style)
        painter.save()
        painter.translate(page.left, page.top)
        StaticWriter(painter, page, snapshot, view, style).write()
        painter.restore()

    def number_parts(
        self, rect: QRectF, snapshot: Snapshot, view: View, style: Style
    ) -> tuple[object, ...]:
        """Return the text of each number, or of the few numbers in a formula."""
        return parts_of(page_of(rect, snapshot, view, style))

    def paint_numbers(
        self,
        painter: QPainter,
        rect: QRectF,
        snapshot: Snapshot,
        view: View,
        style: Style,
        parts: frozenset[int] | None = None,
    ) -> None:
        """Paint the numbers into the formulas."""
        page = page_of(rect, snapshot, view, style)
        if parts is None:
            parts = frozenset(range(len(parts_of(page))))
        painter.translate(page.left, page.top)
        NumberWriter(painter, page, snapshot, view, style).write(parts)
        painter.translate(-page.left, -page.top)

    def static_key(self, rect: QRectF, snapshot: Snapshot, view: View, style: Style) -> object:
        """Return the places and the words, without the numbers."""
        page = page_of(rect, snapshot, view, style)
        heads = tuple((line.head, line.column, line.tail) for line in page.working.lines)
        names = tuple(snapshot.state.names[index] for index in page.working.shown)
        colors = tuple(map(snapshot.state.color_of, page.working.shown))
        return (
            page.measures,
            heads,
            page.captions,
            names,
            colors,
            page.working.shown,
            view.stage,
            view.highlighted_class,
            view.highlight if isinstance(view.highlight, TermMark) else None,
        )

    def height(self, size: QSizeF, snapshot: Snapshot, view: View, style: Style) -> float:
        """Return the height of `size`, or the height that legible letters need."""
        return height_of(size, snapshot, view, style)

    def rows(
        self, rect: QRectF, snapshot: Snapshot, view: View, style: Style
    ) -> Iterator[tuple[float, float]]:
        """Return top and bottom of the names, and of each class or stage."""
        page = page_of(rect, snapshot, view, style)
        return ((page.top + top, page.top + bottom) for top, bottom in rows_of(page.sheet))

    def stage_place(
        self, rect: QRectF, snapshot: Snapshot, view: View, style: Style
    ) -> QRectF | None:
        """Return the rectangle of the last line that is shown, or of the stage that is emphasised."""
        page = page_of(rect, snapshot, view, style)
        emphasised = emphasised_band(page, view)
        if emphasised is not None:
            return emphasised.translated(page.left, page.top)
        bands = [
            band
            for line, band in zip(page.working.lines, page.sheet.bands, strict=True)
            if not band.isEmpty() and (view.stage is None or line.number <= view.stage)
        ]
        return bands[-1].translated(page.left, page.top) if bands else None

    def places_of(
        self, rect: QRectF, snapshot: Snapshot, view: View, style: Style, mark: Mark
    ) -> tuple[QRectF, ...]:
        """Return the rectangles of a class: its column, or its row in each block."""
        page = page_of(rect, snapshot, view, style)
        if not isinstance(mark, ClassMark) or mark.index not in page.working.shown:
            return ()
        position = page.working.shown.index(mark.index)
        return tuple(areas[position].translated(page.left, page.top) for areas in page.sheet.areas)

    def highlight_at(
        self, rect: QRectF, snapshot: Snapshot, view: View, style: Style, point: QPointF
    ) -> ClassMark | None:
        """Return the class whose column or row contains `point`."""
        page = page_of(rect, snapshot, view, style)
        inside = point - QPointF(page.left, page.top)
        for areas in page.sheet.areas:
            for index, area in zip(page.working.shown, areas, strict=True):
                if area.contains(inside):
                    return ClassMark(index)
        return None

    def is_prepared(self, snapshot: Snapshot, view: View) -> bool:
        """Return whether every formula of this page has been laid out."""
        return formulas.is_prepared(self._templates(snapshot, view))

    def prepare(self, snapshot: Snapshot, view: View) -> None:
        """Lay out the formulas of this page, and then those that other pages can need."""
        formulas.prepare((*self._templates(snapshot, view), *templates()))

    @staticmethod
    def _templates(snapshot: Snapshot, view: View) -> tuple[str, ...]:
        found = working(snapshot, view.unit, view.decimals, view.highlighted_class)
        return (*SIGNS, *(template for line in found.lines for template in line.templates()))

    def stage_beside(self, snapshot: Snapshot, stage: int | None, way: int) -> int | None:
        """Return `stage` with one more (1) or one fewer (-1)."""
        return (onward if way > 0 else back)(stage, snapshot.state)

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return each stage with its numbers."""
        from xentgui.panels.derivation_page.told import told_line  # noqa: PLC0415 - no picture waits for it

        found = working(snapshot, view.unit, view.decimals, view.highlighted_class)
        labels = [name_of(snapshot.state.names, index) for index in found.shown]
        smoothed = snapshot.state.label_smoothing > 0.0
        some, derived = len(labels) < len(snapshot.logits), found.shown.index(found.derived)
        unit = loss_unit(chosen_loss(snapshot.state), view.unit)
        return "; ".join(
            told_line(line, labels, derived, smoothed=smoothed, some=some, unit=unit)
            for line in found.lines
            if view.stage is None or line.number <= view.stage
        )
