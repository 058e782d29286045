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
from xentgui.model.subjects import Classifier
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
    """Write the names of solid lines at their ends, and those of dashed ones above them."""
    style, rect, px = frame.style, frame.rect, frame.style.px
    ends: list[tuple[float, float, CurveLine]] = []
    for line in lines:
        last = within(frame.ranges.right - line.first, 0.0, float(len(line.values) - 1))
        value = float(line.values[int(last)])
        if not math.isfinite(value) or not frame.ranges.bottom <= value <= frame.ranges.top * 1.001:
            continue
        x, y = frame.x(line.first + math.floor(last)), frame.y(value)
        if line.dashes is None:
            ends.append((y, within(x, rect.left(), rect.right()), line))
            continue
        width = style.metrics(0.85).horizontalAdvance(line.name) + px(6)
        box = QRectF(rect.right() - width, y - px(17), width, px(16))
        box.moveTop(max(box.top(), rect.top()))
        painter.fillRect(box, style.color(style.theme.card, 0.8))
        painter.setFont(style.font(0.85))
        painter.setPen(style.color(style.theme.mute))
        painter.drawText(box, _LEFT, line.name)
    ends.sort(key=lambda one: one[0])
    places = spread([y for y, _, _ in ends], px(13), rect.top(), rect.bottom() - px(3))
    painter.setFont(style.font(0.92, bold=True))
    for (_, x, line), y in zip(ends, places, strict=True):
        painter.setPen(style.color(getattr(style.theme, line.color)))
        box = QRectF(x + px(10), y - px(8), px(90), px(16))
        # A dashed line of the same height would run through the letters.
        wide = style.metrics(0.92, bold=True).horizontalAdvance(line.name) + px(4)
        ground = box.adjusted(-px(2), px(1), wide - px(90), -px(1))
        painter.fillRect(ground, style.color(style.theme.card, 0.85))
        painter.drawText(box, _LEFT, line.name)
