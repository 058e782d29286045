"""The names of the points and curves of the simplex: over no mark, and the points' own always there."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from xentgui.painting.frame import Frame
from xentgui.painting.label_places import place_labels
from xentgui.painting.mark_labels import Edges, Label, draw_labels, draw_placed

_NEXT_TO = ("right", "below right", "above right", "left", "below left", "above left", "above")


class Named(NamedTuple):
    """A point with a name: where it is, how far the name is from it, and how it looks.

    A name that must be there has a `shorter` form, for where there is no room for it.
    """

    at: QPointF
    text: str
    color: str
    clear: float
    bold: bool = False
    sides: tuple[str, ...] = _NEXT_TO
    shorter: str = ""


class Spot(NamedTuple):
    """A mark, such as the dot of a step, that no name covers unless it must be there."""

    at: QPointF
    radius: float


def draw_names(
    painter: QPainter,
    frame: Frame,
    names: list[Named],
    spots: list[Spot],
    boxes: list[QRectF],
    *,
    veiled: bool,
) -> None:
    """Write `names`, the most important first, over none of `boxes` and none of `spots`.

    A name that must be there may cover spots.
    """
    style, outer, pad = frame.style, frame.outer, frame.style.px(4)
    inner = outer.adjusted(pad, style.px(8), -pad, -pad)
    room = Frame(outer.adjusted(pad, pad, -pad, -pad), inner, frame.ranges, style, frame.resolution)
    written: list[Edges] = [(b.left(), b.top(), b.right(), b.bottom()) for b in boxes]
    marked = [
        (s.at.x() - s.radius, s.at.y() - s.radius, s.at.x() + s.radius, s.at.y() + s.radius)
        for s in spots
    ]
    every, labels = [*written, *marked], list[Label]()
    for one in names:
        label = _label(one, one.text, veiled=veiled)
        if one.shorter:
            short = _label(one, one.shorter, veiled=veiled)
            for tried, taken in (
                (label, every),
                (label, written),
                (short, every),
                (short, written),
            ):
                placed = place_labels(room, [tried], taken, None)
                if placed:
                    draw_placed(painter, room, placed)
                    every.append(placed[0].box)
                    written.append(placed[0].box)
                    break
        else:
            labels.append(label)
    draw_labels(painter, room, labels, every)


def _label(one: Named, text: str, *, veiled: bool) -> Label:
    x, y = one.at.x(), one.at.y()
    return Label(text, one.color, x, y, one.clear, one.sides, one.bold, backed=veiled)
