"""What the other models would do: their boundaries, and the means and ellipses of LDA."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.classifier.boundaries import Rectangle
from xentgui.model.classifier.ghosts import boundaries_of_way, ellipse, gaussians
from xentgui.model.classifier.ways import WAYS
from xentgui.model.subjects.classifier import Classifier
from xentgui.painting.frame import Frame
from xentgui.painting.qt_arrays import polygon
from xentgui.panels.input_space_boundaries import line_of
from xentgui.panels.input_space_choices import Axes

WAY_NAMES: Final = {
    "softmax": QT_TRANSLATE_NOOP("panels", "softmax"),
    "lda": QT_TRANSLATE_NOOP("panels", "LDA"),
    "linear": QT_TRANSLATE_NOOP("panels", "no activation"),
}
_DASHES: Final = {"softmax": (6.0, 3.0), "lda": (6.0, 2.5, 1.2, 2.5), "linear": (1.5, 2.5)}
_CROSS: Final = 6.0  # design pixels, half of a mean's cross
_MOST_CLASSES: Final = 12
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def draw_ghosts(painter: QPainter, frame: Frame, subject: Classifier, axes: Axes) -> None:
    """Draw the boundaries of the models that are not chosen, each with its name beside it."""
    if len(subject.labels) > _MOST_CLASSES:
        return
    r, style = frame.ranges, frame.style
    within = Rectangle(r.left, r.bottom, r.right, r.top)
    taken: list[QRectF] = []
    for way in WAYS:
        if way == subject.way:
            continue
        lines = [line_of(frame, one) for one in boundaries_of_way(subject, way, within, axes)]
        painter.setPen(style.pen(style.theme.mute, 1.6, _DASHES[way]))
        for line in lines:
            painter.drawLine(line)
        if lines:
            words = translate("panels", WAY_NAMES[way])
            _write(painter, frame, max(lines, key=QLineF.length), words, taken)


def _write(painter: QPainter, frame: Frame, line: QLineF, words: str, taken: list[QRectF]) -> None:
    style, px = frame.style, frame.style.px
    width = style.metrics(0.85).horizontalAdvance(words) + px(8)
    inside = frame.rect.adjusted(px(4), px(22), -px(4), -px(22))
    for share in (0.3, 0.7, 0.5, 0.15, 0.85):
        at = line.pointAt(share)
        box = QRectF(at.x() + px(4), at.y() - px(9), width, px(18))
        box.moveLeft(min(max(box.left(), inside.left()), inside.right() - width))
        box.moveTop(min(max(box.top(), inside.top()), inside.bottom() - box.height()))
        if not any(box.intersects(other) for other in taken):
            break
    taken.append(box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color(style.theme.card, 0.85))
    painter.drawRoundedRect(box, px(3), px(3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setFont(style.font(0.85))
    painter.setPen(style.color(style.theme.ink))
    painter.drawText(box.adjusted(px(4), 0, px(4), 0), _LEFT, words)


def draw_gaussians(painter: QPainter, frame: Frame, subject: Classifier, axes: Axes) -> None:
    """Draw the mean of each class as a cross, and around it one standard deviation.

    All classes share one covariance, so that the ellipses are of one shape.
    """
    found = gaussians(subject)
    if found is None or len(subject.labels) > _MOST_CLASSES:
        return
    style, pair = frame.style, list(axes)
    covariance = found.covariance[np.ix_(pair, pair)]
    if not np.isfinite(covariance).all():
        return
    half = style.px(_CROSS)
    state = subject.resolve()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for k, mean in enumerate(found.means[:, pair]):
        around = ellipse(mean, covariance)
        around = np.concatenate((around, around[:1]))
        color = style.theme.class_color(state.color_of(k))
        painter.setPen(style.pen(color, 1.8, (5.0, 2.5)))
        painter.drawPolyline(polygon(np.stack([frame.x(around[:, 0]), frame.y(around[:, 1])], 1)))
        at = QPointF(frame.x(float(mean[0])), frame.y(float(mean[1])))
        for width, ink in ((4.5, style.theme.card), (2.4, color)):
            painter.setPen(style.pen(ink, width))
            painter.drawLine(QLineF(at.x() - half, at.y(), at.x() + half, at.y()))
            painter.drawLine(QLineF(at.x(), at.y() - half, at.x(), at.y() + half))
