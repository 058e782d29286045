"""The lines of the learning curve: which there are, and where their names stand."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, loss_in_unit, translate, typed
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.classifier.judgement import share_right
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.panels.axis_limits import within
from xentgui.panels.beside_curves import spread
from xentgui.panels.input_space_ghosts import WAY_NAMES

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LOSS = QT_TRANSLATE_NOOP("panels", "loss")
ACCURACY = QT_TRANSLATE_NOOP("panels", "accuracy")
SHARES = QT_TRANSLATE_NOOP("panels", "class shares alone")
_PINNED = QT_TRANSLATE_NOOP("panels", "pinned")
_PINNED_WITH = QT_TRANSLATE_NOOP("panels", "pinned: {what}")
_DOTS, _DASHES = (1.2, 2.4), (5.0, 3.0)
_APART = 13.0  # design pixels between the middles of two names


class CurveLine(NamedTuple):
    """A line over the steps from `first` on; its colour is a name of the theme's."""

    first: int
    values: np.ndarray
    color: str
    name: str
    dashes: tuple[float, float] | None = None
    width: float = 2.0


def accuracy_of(subject: Classifier) -> float:
    """Return the share of the points that are right."""
    return share_right(subject.predictions, subject.classes)


def lines_of(snapshot: Snapshot, subject: Classifier, view: View) -> list[CurveLine]:
    """Return the lines, the most important first."""
    run, loss = view.training_run, chosen_loss(snapshot.state)
    losses = np.array([subject.fit.loss]) if run is None else run.losses
    right = np.array([accuracy_of(subject)]) if run is None else run.accuracies
    first = 0 if run is None else run.forgotten
    found = [
        CurveLine(first, loss_in_unit(losses, loss, view.unit), "ink", translate("panels", _LOSS)),
        CurveLine(first, right, "accent", translate("panels", ACCURACY), None, 1.6),
    ]
    if loss.unit == "nats":
        shares = np.array([loss_in_unit(subject.base_rate, loss, view.unit)])
        found.append(CurveLine(first, shares, "mute", translate("panels", SHARES), _DASHES, 1.2))
    if subject.way != "softmax":
        own = np.array([loss_in_unit(subject.fit.loss, loss, view.unit)])
        found.append(
            CurveLine(
                first, own, "accent", translate("panels", WAY_NAMES[subject.way]), _DASHES, 1.4
            )
        )
    kept = view.pinned_training
    if kept is not None:
        values = loss_in_unit(kept.losses, loss, view.unit)
        found.append(CurveLine(kept.forgotten, values, "ink", _pinned_name(view), _DOTS, 1.2))
    return found


def _pinned_name(view: View) -> str:
    """Return what the pinned training is called: what it has that the present one has not."""
    kept = view.pinned_training
    assert kept is not None
    symbols = {"rate": "η", "momentum": "β", "decay": "λ", "batch": "n"}
    parts = [
        f"{symbol} = {typed(float(getattr(kept.training, name)))}"
        for name, symbol in symbols.items()
        if getattr(kept.training, name) != getattr(view.training, name)
    ]
    if not parts:
        return translate("panels", _PINNED)
    return translate("panels", _PINNED_WITH).format(what=", ".join(parts))


def paint_names(painter: QPainter, frame: Frame, lines: list[CurveLine]) -> None:
    """Write the names of solid lines at their ends, and those of dashed ones above or below them."""
    style, rect, px = frame.style, frame.rect, frame.style.px
    ends: list[tuple[float, float, CurveLine]] = []
    dashed: list[tuple[float, CurveLine]] = []
    for line in lines:
        last = within(frame.ranges.right - line.first, 0.0, float(len(line.values) - 1))
        value = float(line.values[int(last)])
        if not math.isfinite(value) or not frame.ranges.bottom <= value <= frame.ranges.top * 1.001:
            continue
        x, y = frame.x(line.first + math.floor(last)), frame.y(value)
        if line.dashes is None:
            ends.append((y, within(x, rect.left(), rect.right()), line))
        else:
            dashed.append((y, line))
    ends.sort(key=lambda one: one[0])
    places = spread([y for y, _, _ in ends], px(_APART), rect.top(), rect.bottom() - px(3))
    painter.setFont(style.font(0.92, bold=True))
    taken, ruler = list[QRectF](), style.ruler(0.92, bold=True)
    for (_, x, line), y in zip(ends, places, strict=True):
        painter.setPen(style.color(getattr(style.theme, line.color)))
        box = QRectF(x + px(10), y - px(8), ruler.width(line.name) + px(4), px(16))
        # A dashed line of the same height would run through the letters.
        ground = box.adjusted(-px(2), px(1), 0.0, -px(1))
        painter.fillRect(ground, style.color(style.theme.card, 0.85))
        painter.drawText(box, _LEFT, line.name)
        taken.append(box)
    painter.setFont(style.font(0.85))
    for y, line in dashed:
        width = style.metrics(0.85).horizontalAdvance(line.name) + px(6)
        box = _place_beside(frame, y, width, taken, [x for _, x, _ in ends], lines)
        painter.fillRect(box, style.color(style.theme.card, 0.8))
        painter.setPen(style.color(style.theme.mute))
        painter.drawText(box, _LEFT, line.name)
        taken.append(box)


def _place_beside(
    frame: Frame,
    y: float,
    width: float,
    taken: list[QRectF],
    ends: list[float],
    lines: list[CurveLine],
) -> QRectF:
    """Return where the name of a dashed line that ends at `y` covers no other name, and no line."""
    rect, px = frame.rect, frame.style.px
    lefts = [rect.right() - width, *(end - px(8) - width for end in ends[:1]), rect.left() + px(4)]
    tops = y - px(17), y + px(2), y - px(32), y + px(16)
    boxes = [
        QRectF(left, min(max(top, rect.top()), rect.bottom() - px(16)), width, px(16))
        for left in lefts
        if left >= rect.left()
        for top in tops
    ]
    free = [box for box in boxes if not any(box.intersects(other) for other in taken)]
    clear = [
        box
        for box in free
        if not any(_crosses(frame, line, box) for line in lines)
        and not any(box.left() < end < box.right() for end in ends)  # where the step's line is
    ]
    return (clear or free or boxes or [QRectF(rect.right() - width, tops[0], width, px(16))])[0]


def _crosses(frame: Frame, line: CurveLine, box: QRectF) -> bool:
    """Return whether a solid line runs through `box`."""
    if line.dashes is not None:
        return False
    first, last = (round(frame.x_value(x)) - line.first for x in (box.left(), box.right()))
    heights = frame.y(line.values[max(first, 0) : max(last + 1, 0)])
    return bool(((heights > box.top()) & (heights < box.bottom())).any())
