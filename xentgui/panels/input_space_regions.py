"""What lies behind the points: shades of the classes, contours of p, and names at the edge."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from xentgui.model import State, chosen_loss
from xentgui.model.classifier.bent import Bent, Plane, bent, picked, scores_at
from xentgui.model.classifier.linear import Linear, plane
from xentgui.model.classifier.regions import gaps_over, side_for, softmax_over
from xentgui.model.rows import Array
from xentgui.model.short_names import names_that_fit
from xentgui.model.softmax import softmax_rows
from xentgui.model.subjects.classifier import Classifier
from xentgui.painting.contours import contour_lines
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.heat import draw_heat
from xentgui.painting.point_shapes import draw_point_shape
from xentgui.painting.qt_arrays import polygon
from xentgui.painting.theme import Theme
from xentgui.panels.input_space_choices import HARD, NO_SHADING, Axes
from xentgui.panels.kept import kept

LEVELS = (0.5, 0.7, 0.9)
"""The probabilities that have a contour."""

STRENGTH = 0.42
"""How much of the mixed colour lies over the card: marks and words are still seen on it."""

_IN_PRINT = 0.16
_NODES = 97  # of the grid of contours, along each side
_MOST_CONTOURED = 40  # classes
_THIN = 1.0  # design pixels
_LINE = 18.0  # design pixels: the height of a name
_VEIL = 0.6  # of the card behind a name, over the points there
_SIGN = 16.0  # design pixels: the room of the shape before a name
_SHORTEST = 40.0  # design pixels of an edge that are worth a name
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@kept
def _plane(weights: Array, bias: Array, axes: Axes, others: tuple[float, ...]) -> Linear:
    return plane(Linear(weights, bias), np.array(others), axes)


@kept
def _bent(
    weights: Array, bias: Array, keys: tuple[str, ...], axes: Axes, others: tuple[float, ...]
) -> Bent:
    return bent(Linear(weights, bias), keys, axes, np.array(others))


def plane_of(subject: Classifier, axes: Axes) -> Plane:
    """Return z over the two inputs; the others are those of the chosen point."""
    weights, bias = subject.linear
    at = subject.points[subject.chosen].copy()
    at[list(axes)] = 0.0
    if subject.features:
        return _bent(weights, bias, subject.features, axes, tuple(at.tolist()))
    if len(subject.input_names) == 2 and axes == (0, 1):
        return subject.linear
    return _plane(weights, bias, axes, tuple(at.tolist()))


def _on(linear: Plane) -> tuple[Plane, np.ndarray]:
    """Return the classes that are not switched off, and their numbers."""
    on = np.flatnonzero(linear.bias > -np.inf)
    if len(on) == len(linear.bias):
        return linear, on
    return picked(linear, on), on


def _shares(linear: Plane, state: State, x: Array, y: Array) -> np.ndarray:
    """Return what the loss predicts at each place, shape (K, len(y), len(x))."""
    loss = chosen_loss(state)
    flat = np.zeros((1, 2))
    plain = softmax_rows(flat, 1.0)
    parameters = loss.parameters_in(state)
    if loss.predicted(plain, parameters) is plain:
        return softmax_over(linear, state.temperature, x, y)
    places = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    soft = loss.predicted(softmax_rows(scores_at(linear, places), state.temperature), parameters)
    found: np.ndarray = soft.probabilities.T.reshape(-1, len(y), len(x))
    return found


def draw_shading(
    painter: QPainter, frame: Frame, linear: Plane, state: State, shading: str
) -> None:
    """Fill the plot with the colours of the classes, mixed by p, or each on its own region."""
    if shading == NO_SHADING:
        return
    linear, on = _on(linear)
    predicts_softmax = state.loss != "fenchel_young"
    side = side_for(len(on)) if predicts_softmax else min(side_for(len(on)), _NODES)
    x, y = _middles(frame.ranges, side)
    shares: np.ndarray
    if shading == HARD:
        shares = np.equal(gaps_over(linear, x, y), 0.0).astype(np.float32)
        shares /= np.add.reduce(shares, axis=0)
    else:
        shares = _shares(linear, state, x, y)
    draw_heat(painter, frame.rect, _mixed(shares, _tints(frame.style.theme, state, on)))


def _middles(ranges: Ranges, side: int) -> tuple[Array, Array]:
    across = np.linspace(ranges.left, ranges.right, 2 * side + 1)[1::2]
    return across, np.linspace(ranges.bottom, ranges.top, 2 * side + 1)[1::2]


def _tints(theme: Theme, state: State, classes: np.ndarray) -> np.ndarray:
    """Return the colour of each class over the card, shape (K, 3), from 0 to 255."""
    card, strength = np.array(_channels(theme.card)), STRENGTH
    if theme.hatched:  # in print all classes are dark, and their shapes tell them apart
        strength = _IN_PRINT
    own = np.array([_channels(color) for color in theme.classes])
    numbers = state.colors_of(classes) % len(own)
    tints: np.ndarray = (card + strength * (own[numbers] - card)).astype(np.float32)
    return tints


def _channels(color: str) -> tuple[float, float, float]:
    red, green, blue = (float(int(color[at : at + 2], 16)) for at in (1, 3, 5))
    return red, green, blue


def _mixed(shares: np.ndarray, tints: np.ndarray) -> QImage:
    """Return the sum of each class's share of its colour, with the lowest row last."""
    _, rows, columns = shares.shape
    pixels = np.empty((rows, columns, 4), dtype=np.uint8)
    pixels[..., 3] = 255
    sums, part = np.empty((rows, columns), np.float32), np.empty((rows, columns), np.float32)
    for channel in range(3):
        sums.fill(0.5)
        for share, tint in zip(shares, tints[:, channel].tolist(), strict=True):
            np.multiply(share, tint, out=part, casting="unsafe")
            sums += part
        pixels[..., 2 - channel] = sums[::-1]
    image = QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32)
    return image.copy()


def draw_contours(painter: QPainter, frame: Frame, linear: Plane, state: State) -> None:
    """Draw where p of a class is one of `LEVELS`, in its colour."""
    linear, on = _on(linear)
    if not 0.0 < state.temperature < math.inf or not 2 <= len(on) <= _MOST_CONTOURED:
        return
    r, style = frame.ranges, frame.style
    x, y = np.linspace(r.left, r.right, _NODES), np.linspace(r.bottom, r.top, _NODES)
    levels = LEVELS[1:] if len(on) == 2 else LEVELS  # of two, it is the boundary
    painter.setBrush(Qt.BrushStyle.NoBrush)
    across, up = np.meshgrid(frame.x(x), frame.y(y))
    shares = _shares(linear, state, x, y)
    for own, share, most in zip(on.tolist(), shares, shares.max(axis=(1, 2)), strict=True):
        if not most > levels[0]:
            continue
        # Qt draws a line that is no wider than a pixel seven times as fast as a wider one.
        painter.setPen(style.pen(style.theme.class_color(state.color_of(own)), _THIN))
        for lines in contour_lines(across, up, share, levels):
            for line in lines:
                painter.drawPolyline(polygon(line))


class EdgeName(NamedTuple):
    """The name of a class at the edge of the plot: its class, its box, and what is written."""

    number: int
    box: QRectF
    text: str


def names_at_edge(frame: Frame, linear: Plane, state: State) -> list[EdgeName]:
    """Return the names of the classes, each in the middle of its longest stretch of the edge.

    Points are rarely there, and the places move with the regions without a jump.
    """
    linear, on = _on(linear)
    stretches = _stretches(frame, linear)
    px, metrics = frame.style.px, frame.style.metrics(bold=True)
    found: list[EdgeName] = []
    named: set[int] = set()
    room = min(0.4 * frame.rect.width(), px(170)) - px(_SIGN)
    numbers = sorted({int(on[own]) for _, own, _ in stretches})
    names = names_that_fit(
        state.labels,
        numbers,
        lambda cut: all(metrics.horizontalAdvance(one) <= room for one in cut),
    )
    for _, own, at in sorted(stretches, key=lambda one: -one[0]):
        number = int(on[own])
        if number in named:
            continue
        text = names[numbers.index(number)]
        box = QRectF(0, 0, metrics.horizontalAdvance(text) + px(_SIGN + 4), px(_LINE))
        box.moveCenter(at)
        inside = frame.rect.adjusted(px(6), px(4), -px(6), -px(4))
        box.moveLeft(min(max(box.left(), inside.left()), inside.right() - box.width()))
        box.moveTop(min(max(box.top(), inside.top()), inside.bottom() - box.height()))
        if any(box.intersects(one.box) for one in found):
            continue
        named.add(number)
        found.append(EdgeName(number, box, text))
    return found


def _stretches(frame: Frame, linear: Plane) -> list[tuple[float, int, QPointF]]:
    """Return the length in pixels, the class and the middle of each stretch of an edge."""
    r, rect = frame.ranges, frame.rect
    x, y = _middles(r, 64)
    flat = gaps_over(linear, x, np.array([r.bottom, r.top])).argmax(axis=0)
    steep = gaps_over(linear, np.array([r.left, r.right]), y).argmax(axis=0).T
    found = []
    sides = ((flat[0], rect.bottom()), (flat[1], rect.top()), (steep[0], rect.left()))
    for side, (classes, fixed) in enumerate((*sides, (steep[1], rect.right()))):
        turns = (np.flatnonzero(classes[1:] != classes[:-1]) + 1).tolist()
        for first, last in pairwise((0, *turns, len(classes))):
            middle = (first + last) / 2 / len(classes)
            if side < 2:
                length = (last - first) / len(classes) * rect.width()
                at = QPointF(rect.left() + middle * rect.width(), fixed)
            else:
                length = (last - first) / len(classes) * rect.height()
                at = QPointF(fixed, rect.bottom() - middle * rect.height())
            if length >= frame.style.px(_SHORTEST):
                found.append((float(length), int(classes[first]), at))
    return found


def draw_names(painter: QPainter, frame: Frame, names: list[EdgeName], state: State) -> None:
    """Write the names, each after the shape of its points."""
    style = frame.style
    painter.setFont(style.font(bold=True))
    for name in names:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color(style.theme.card, _VEIL))
        painter.drawRoundedRect(name.box, style.px(3), style.px(3))
        sign = style.px(_SIGN)
        at = QPointF(name.box.left() + sign / 2, name.box.center().y())
        draw_point_shape(painter, style, at, state.color_of(name.number))
        painter.setPen(style.color(style.theme.ink))
        painter.drawText(name.box.adjusted(sign, 0, 4, 0), _LEFT, name.text)
