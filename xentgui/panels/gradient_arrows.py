"""The gradient of the loss at the logits: an arrow from 0 for each class."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, number
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.view import View
from xentgui.painting.bars import draw_class_bars, draw_envelope, is_dense, is_raster
from xentgui.painting.class_axis import draw_class_axis
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.ghosts import pinned_name
from xentgui.painting.legend import AxisName, Header, Sample, draw_header
from xentgui.painting.marks import arrow_shapes, draw_beyond
from xentgui.painting.parts import are_named, part
from xentgui.painting.qt_arrays import polygon
from xentgui.painting.style import Style
from xentgui.panels.axis_limits import within
from xentgui.panels.class_plot import ClassPlot
from xentgui.panels.gradient_numbers import (
    draw_gradient_axis,
    draw_magnification,
    longest_arrow,
    paint_numbers,
    reach,
)
from xentgui.panels.hidden import hidden_classes, seen_classes, seen_ghosts
from xentgui.panels.labelled_classes import found_slots, labelled_classes

_SPECK = 0.2  # device pixels


class GradientArrows(ClassPlot):
    """The slope of the loss in each logit; an arrow down means: raising it lowers the loss."""

    key = "gradient"
    title = QT_TRANSLATE_NOOP("panels", "Gradient")
    formula = "∂L/∂z = (p − y) / T"
    tip = QT_TRANSLATE_NOOP(
        "panels",
        "Arrow down: raising this logit lowers the loss. It follows from p and y; drag those to change it.",
    )

    hides_singly, hidden_kinds = True, "gp"

    @classmethod
    def formula_of(cls, snapshot: Snapshot) -> str:
        """Return the gradient of the chosen loss, for the sum that the target has."""
        state = snapshot.state
        formulas = chosen_loss(state).formulas
        return f"∂L/∂z = {formulas.gradient_of(is_normalised=state.target_is_normalised)} / T"

    def header(self, view: View) -> Header:
        """Return the axis of the slopes, and the pinned state."""
        return Header(AxisName("∂L/∂z"), tuple(Sample("dots", name) for name in pinned_name(view)))

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return a range about 0 that holds every gradient that the logits could have."""
        return _about_zero(snapshot, reach(snapshot, view))

    def least(self, snapshot: Snapshot, view: View) -> Ranges | None:
        """Return a range that holds every arrow: none is ever cut off."""
        return _about_zero(snapshot, longest_arrow(snapshot, view))

    def slots_found(self, snapshot: Snapshot, view: View) -> np.ndarray:
        """Return the classes that somebody looks for."""
        return found_slots(view, snapshot.state.names, None)

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the grid, the line of zero, and the names."""
        draw_gradient_axis(painter, frame, snapshot)
        draw_class_axis(painter, frame, snapshot.state.names, view.highlighted_class)
        draw_header(painter, frame, self.header(view))
        if frame.style.snug:  # so that there is room for it
            draw_magnification(painter, frame, snapshot, view)
        painter.setPen(frame.style.pen(frame.style.theme.mute, 1.0))
        zero = frame.y(0.0)
        painter.drawLine(QPointF(frame.rect.left(), zero), QPointF(frame.rect.right(), zero))

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached axes."""
        is_cold = snapshot.state.temperature == 0.0
        return (snapshot.state.names, view.highlighted_class, is_cold, pinned_name(view))

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the arrows, or their envelope, and the numbers beside them."""
        numbered = labelled_classes(frame, snapshot, view, np.abs(snapshot.gradient))
        numbered = seen_classes(numbered, view, self.hidden_kinds)
        if is_dense(frame):
            neutral = QBrush(frame.style.color(frame.style.theme.mute))
            draw_envelope(painter, frame, snapshot.gradient, neutral, signed=True)
            self._paint_some(painter, frame, snapshot, numbered[::-1], frame.style.px(3))
        elif frame.slot < frame.style.px(7):
            draw_class_bars(painter, frame, snapshot.gradient, 0.5, snapshot.state)
        else:
            self._paint_arrows(painter, frame, snapshot, view)
        self._paint_ghosts(painter, frame, snapshot, view)
        if not frame.style.snug:
            draw_magnification(painter, frame, snapshot, view)
        if view.values:
            hidden, pointed = hidden_classes(view, self.hidden_kinds), view.highlighted_class
            paint_numbers(painter, frame, snapshot, numbered, hidden, highlighted=pointed)

    def _paint_arrows(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View
    ) -> None:
        gradient, count = snapshot.gradient, len(snapshot.gradient)
        style = frame.style if view.highlighted_class is None else frame.style.faint
        shown, zero, highest = frame.visible(count), frame.y(0.0), frame.ranges.top
        slopes = gradient[shown]
        heads = _heads(frame, slopes)
        # A shorter arrow would hardly colour a pixel.
        long = (np.abs(heads - zero) * frame.resolution > _SPECK).nonzero()[0]
        width = min(style.px(7), frame.slot * 0.28)
        shapes = arrow_shapes(frame.centers(count)[long], zero, heads[long], width)
        painter.setPen(Qt.PenStyle.NoPen)
        # Arrows that stand on one line side by side are one polygon, without seams between them.
        together = is_raster(painter)
        color_of = snapshot.state.colors_of(shown.start + long) % len(style.theme.classes)
        if are_named(painter):
            for nth, shape in zip((shown.start + long).tolist(), shapes, strict=True):
                painter.setBrush(style.brush(snapshot.state.color_of(nth)))
                with part(painter, "class", f"{nth + 1}"):
                    painter.drawPolygon(polygon(shape))
            shapes, color_of = shapes[:0], color_of[:0]
        order = color_of.argsort(kind="stable")
        shapes, ends = shapes[order], np.bincount(color_of).cumsum().tolist()
        for color, (start, end) in enumerate(pairwise((0, *ends))):
            same = shapes[start:end]
            if start == end:
                continue
            painter.setBrush(style.brush(color))
            if together:
                painter.drawPolygon(polygon(same.reshape(-1, 2)))
            else:
                for shape in same:
                    painter.drawPolygon(polygon(shape))
        beyond = shown.start + (np.abs(slopes) > highest).nonzero()[0]
        self._paint_beyond(painter, frame, style, snapshot, beyond.tolist())
        if (
            view.highlighted_class is not None
            and shown.start <= view.highlighted_class < shown.stop
        ):
            self._paint_some(painter, frame, snapshot, [view.highlighted_class], width)

    def _paint_some(
        self,
        painter: QPainter,
        frame: Frame,
        snapshot: Snapshot,
        indices: Sequence[int],
        width: float,
    ) -> None:
        """Paint the arrows of `indices`, the last one on top."""
        slopes, style = snapshot.gradient[[*indices]], frame.style
        across = frame.x(np.array(indices, dtype=np.float64))
        shapes = arrow_shapes(across, frame.y(0.0), _heads(frame, slopes), width)
        painter.setPen(Qt.PenStyle.NoPen)
        for index, slope, shape in zip(indices, slopes.tolist(), shapes, strict=True):
            if slope:
                painter.setBrush(style.brush(snapshot.state.color_of(index)))
                painter.drawPolygon(polygon(shape))
        beyond = [index for index in indices if abs(snapshot.gradient[index]) > frame.ranges.top]
        self._paint_beyond(painter, frame, style, snapshot, beyond)

    def _paint_beyond(
        self,
        painter: QPainter,
        frame: Frame,
        style: Style,
        snapshot: Snapshot,
        indices: Sequence[int],
    ) -> None:
        gradient = snapshot.gradient
        for index in indices:
            head = self._head(frame, gradient, index)
            color = style.theme.class_color(snapshot.state.color_of(index))
            draw_beyond(painter, style, head, color, up=bool(gradient[index] > 0))

    def _head(self, frame: Frame, gradient: np.ndarray, index: int) -> QPointF:
        slope = within(float(gradient[index]), frame.ranges.bottom, frame.ranges.top)
        return QPointF(frame.x(float(index)), frame.y(slope))

    def _paint_ghosts(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View
    ) -> None:
        pen = frame.style.pen(frame.style.theme.ink, 1.2, (1.2, 2.4))
        half = min(frame.slot * 0.28, frame.style.px(16))
        for ghost in seen_ghosts(snapshot, view, self.hidden_kinds):
            if ghost.gradient is None or len(ghost.gradient) > 400:
                continue
            painter.setPen(pen)
            for index in np.flatnonzero(~np.isnan(ghost.gradient)).tolist():
                at = self._head(frame, ghost.gradient, index)
                painter.drawLine(QPointF(at.x() - half, at.y()), QPointF(at.x() + half, at.y()))

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return the largest components."""
        from xentgui.panels.accessible_text import classes_in_words  # noqa: PLC0415 - no picture waits for it

        gradient = snapshot.gradient

        def text(index: int) -> str:
            return number(float(gradient[index]), signed=True)

        hidden = hidden_classes(view, self.hidden_kinds)
        return classes_in_words(snapshot, np.abs(gradient), text, hidden)


def _about_zero(snapshot: Snapshot, size: float) -> Ranges:
    return Ranges(-0.5, len(snapshot.logits) - 0.5, -size, size)


def _heads(frame: Frame, slopes: np.ndarray) -> np.ndarray:
    """Return the y of the arrow heads for `slopes`, shape (n,); outside values are at the edge."""
    within_axis: np.ndarray = np.minimum(np.maximum(slopes, frame.ranges.bottom), frame.ranges.top)
    return frame.y(within_axis)
