"""The simplex: all that three probabilities can be, with p, y, and what moves p."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import (
    QT_TRANSLATE_NOOP,
    loss_in_unit,
    loss_name,
    loss_unit,
    number,
    translate,
    unit_name,
)
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.naming import name_of
from xentgui.model.rows import Array
from xentgui.model.simplex import HEIGHT, to_plane
from xentgui.model.subjects import Edit
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.legend import AxisName, Header, draw_header
from xentgui.painting.style import Style
from xentgui.panels.axis_limits import Zoom
from xentgui.panels.choice import Choice
from xentgui.panels.later import SimplexPanel
from xentgui.panels.marked_panel import REACH, Hold, Way
from xentgui.panels.panel import ReadOut
from xentgui.panels.plot_panel import behind
from xentgui.panels.shown_losses import predicted_symbol
from xentgui.panels.simplex_background import (
    background_key,
    background_numbers,
    draw_background,
    names_in,
)
from xentgui.panels.simplex_choices import (
    ENTROPY,
    NOTHING,
    background_of,
    corners_of,
    simplex_choices,
)
from xentgui.panels.simplex_foreground import draw_foreground
from xentgui.panels.simplex_mark import (
    Quantity,
    SimplexHold,
    SimplexMark,
    captions,
    nudged,
    numbers,
    standings,
    step_name,
    typed,
)
from xentgui.panels.simplex_notes import draw_notes, notes_in

_TOO_FEW = QT_TRANSLATE_NOOP("panels", "A triangle needs three classes. Add a class.")
_OTHERS = QT_TRANSLATE_NOOP("panels", "other classes")
_CENTER = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class Simplex(SimplexPanel):
    """An equilateral triangle; a corner is a class that has everything."""

    zoom = Zoom()
    measured = ""
    one_in = 2

    def choices(self, snapshot: Snapshot) -> tuple[Choice, ...]:
        """Return the classes at the corners, and what is drawn."""
        return simplex_choices(snapshot)

    def margins(self, view: View) -> QMarginsF:
        """Return the room for the names of the classes and the numbers of the contours."""
        return QMarginsF(20, 35, 20, 30)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return the ranges of the triangle, always the same."""
        return Ranges(0.0, 1.0, 0.0, HEIGHT)

    def framed(
        self, rect: QRectF, inner: QRectF, ranges: Ranges, style: Style, resolution: float
    ) -> Frame:
        """Return a map as large in x as in y, so that the triangle keeps its shape."""
        across, up = ranges.right - ranges.left, ranges.top - ranges.bottom
        size = max(min(inner.width() / across, inner.height() / up), 1.0)
        triangle = QRectF(0.0, 0.0, size * across, size * up)
        triangle.moveCenter(inner.center())
        return Frame(rect, triangle, ranges, style, resolution)

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached background: whatever it shows."""
        corners = corners_of(snapshot, view)
        if corners is None:
            return None
        return background_key(snapshot, corners, view)

    def axes_numbers(
        self, frame: Frame, snapshot: Snapshot, view: View
    ) -> tuple[Array, object] | None:
        """Return the scores of all other classes, and the logarithm of what the three have."""
        corners = corners_of(snapshot, view)
        return None if corners is None else background_numbers(snapshot, corners, view)

    def unseen(self, frame: Frame, snapshot: Snapshot, view: View) -> float:
        """Return with how much less no contour is elsewhere by about a pixel."""
        return 1.0 / max(frame.rect.height(), 1.0)

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the triangle with everything that does not depend on p; or why there is none."""
        corners = corners_of(snapshot, view)
        if corners is None:
            painter.setFont(frame.style.font())
            painter.setPen(frame.style.color(frame.style.theme.mute))
            pad = frame.style.px(24)
            room = frame.outer.adjusted(pad, pad, -pad, -pad)
            painter.drawText(room, _CENTER, translate("panels", _TOO_FEW))
            return
        draw_header(painter, frame, Header(_quantity(snapshot, view)))
        draw_background(painter, frame, snapshot, corners, view)

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the curves, the points and their labels."""
        corners = corners_of(snapshot, view)
        if corners is not None:
            notes = notes_in(snapshot, corners, view, over=behind(frame, snapshot))
            draw_notes(painter, frame, notes)
            draw_foreground(painter, frame, snapshot, corners, view)

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return p and y of the three classes, and the loss."""
        corners = corners_of(snapshot, view)
        if corners is None:
            return translate("panels", _TOO_FEW)
        parts = [
            f"{symbol}: "
            + ", ".join(
                f"{name_of(snapshot.state.names, k)} = {number(float(values[k]))}" for k in corners
            )
            for symbol, values in (
                (predicted_symbol(snapshot), snapshot.probabilities),
                ("y", snapshot.effective_target),
            )
        ]
        return "; ".join(
            [*parts, f"L = {_loss(snapshot, view)}", *notes_in(snapshot, corners, view)]
        )

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return the numbers of a point, or of a class."""
        corners = corners_of(snapshot, view)
        if not isinstance(mark, SimplexMark) or corners is None:
            return super().read_out(mark, snapshot, view)
        is_p = mark.quantity is Quantity.P
        values = snapshot.probabilities if is_p else snapshot.effective_target
        lines = [
            (name_of(snapshot.state.names, k, 1000), number(float(values[k]), 6)) for k in corners
        ]
        standing = standings(snapshot, corners).of(mark.quantity)
        if len(values) > len(corners):
            lines.append((translate("panels", _OTHERS), number(standing.missing, 6)))
        if is_p:
            lines.append((loss_name(chosen_loss(snapshot.state)), _loss(snapshot, view)))
        return ReadOut(predicted_symbol(snapshot) if is_p else "y", tuple(lines))

    # The marks: p and y

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the nearer one of the two points, within reach."""
        found: tuple[float, Mark] | None = None
        for mark in _marks(snapshot, view):
            at = self.locate(mark, frame, snapshot, view)
            away = math.hypot(at.x() - point.x(), at.y() - point.y())
            if away <= frame.style.px(REACH) and (found is None or away < found[0]):
                found = away, mark
        return None if found is None else found[1]

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return p before y."""
        marks = _marks(snapshot, view)
        if not marks:
            return None
        if way in (Way.FIRST, Way.LAST) or mark not in marks:
            return marks[-1 if way in (Way.LAST, Way.PREVIOUS) else 0]
        at = marks.index(mark) + (1 if way in (Way.NEXT, Way.RIGHT) else -1)
        if not 0 <= at < len(marks):
            return None if way in (Way.NEXT, Way.PREVIOUS) else mark
        return marks[at]

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Mark | None:
        """Return a point, or the class whose name or corner is at `point`."""
        found, corners = self.mark_at(frame, snapshot, view, point), corners_of(snapshot, view)
        if found is not None or corners is None:
            return found
        pad = frame.style.px(REACH)
        for index, (box, _) in zip(corners, names_in(frame, snapshot, corners), strict=True):
            if box.adjusted(-pad, -pad, pad, pad).contains(point):
                return ClassMark(index)
        return None

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return the place of a point; the middle if the three classes have nothing to share."""
        if not isinstance(mark, SimplexMark):
            raise TypeError(f"there is no {mark!r} here")
        corners = corners_of(snapshot, view)
        shares = None if corners is None else standings(snapshot, corners).of(mark.quantity).shares
        x, y = to_plane(np.full(3, 1.0 / 3.0) if shares is None else shares).tolist()
        return QPointF(frame.x(x), frame.y(y))

    def extent_of(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QRectF | None:
        """Return the square about a point, or about the corner of a class."""
        half = 2.0 * frame.style.px(REACH)
        if isinstance(mark, SimplexMark):
            at = self.locate(mark, frame, snapshot, view)
            return QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
        corners = corners_of(snapshot, view)
        if isinstance(mark, ClassMark) and corners is not None and mark.index in corners:
            box, _ = names_in(frame, snapshot, corners)[corners.index(mark.index)]
            return box.adjusted(-half, -half, half, half)
        return None

    def step_name(self, mark: Mark, snapshot: Snapshot) -> str:
        """Return the name of a move."""
        return step_name(_checked(mark).quantity)

    def hold(self, mark: Mark, snapshot: Snapshot, view: View) -> Hold:
        """Begin to drag a point."""
        corners = corners_of(snapshot, view)
        assert corners is not None
        return SimplexHold(_checked(mark).quantity, snapshot, corners)

    def nudge(
        self, mark: Mark, snapshot: Snapshot, view: View, way: tuple[int, int], size: float
    ) -> Edit | None:
        """Return the edit for a key; a point moves in every direction."""
        corners = corners_of(snapshot, view)
        if corners is None:
            return None
        return nudged(_checked(mark).quantity, snapshot, corners, way, size)

    def captions(self, mark: Mark, view: View) -> tuple[str, ...]:
        """Return the names of the three numbers that can be typed."""
        return captions(_checked(mark).quantity)

    def numbers_of(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[float, ...]:
        """Return what p, or the target, is at the three corners."""
        return numbers(_checked(mark).quantity, snapshot, view)

    def typed(self, mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
        """Return the edit for three typed numbers."""
        return typed(_checked(mark).quantity, view, values)


def _checked(mark: Mark) -> SimplexMark:
    if not isinstance(mark, SimplexMark):
        raise TypeError(f"there is no {mark!r} here")
    return mark


def _marks(snapshot: Snapshot, view: View) -> list[Mark]:
    """Return the points that there are."""
    corners = corners_of(snapshot, view)
    if corners is None:
        return []
    known = standings(snapshot, corners)
    return [SimplexMark(one) for one in Quantity if known.of(one).shares is not None]


def _quantity(snapshot: Snapshot, view: View) -> AxisName | None:
    """Return what the contours are of, with its unit."""
    word = background_of(view)
    if word == NOTHING:
        return None
    if word == ENTROPY:
        return AxisName(f"H({predicted_symbol(snapshot)})", unit_name(view.unit), along=False)
    return AxisName("L", loss_unit(chosen_loss(snapshot.state), view.unit), along=False)


def _loss(snapshot: Snapshot, view: View) -> str:
    loss = chosen_loss(snapshot.state)
    value = number(loss_in_unit(snapshot.loss, loss, view.unit))
    return f"{value} {loss_unit(loss, view.unit)}".rstrip()
