"""Turns ziamath's SVG, which holds only outlines and rules, into paths."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

_ELEMENT = re.compile(r"<(path|rect) ([^>]*)/>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_TOKEN = re.compile(r"[MLQCHVZ]|-?[\d.]+(?:e-?\d+)?")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "C": 6, "Z": 0}


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """One glyph or rule: its outline, in the SVG's units, and its colour as in the SVG."""

    path: QPainterPath
    color: str


def shapes(svg: str) -> list[Shape]:
    """Return the shapes in `svg`, in order; raises ValueError for an unknown path command."""
    found = []
    for kind, text in _ELEMENT.findall(svg):
        attributes = dict(_ATTRIBUTE.findall(text))
        if kind == "rect":
            path = QPainterPath()
            x, y, width, height = (float(attributes[k]) for k in ("x", "y", "width", "height"))
            path.addRect(QRectF(x, y, width, height))
        else:
            path = outline(attributes["d"])
        found.append(Shape(path, attributes.get("fill", "")))
    return found


def outline(data: str) -> QPainterPath:
    """Return the path for the attribute `d` of an SVG path with absolute commands.

    >>> outline("M 0 0 L 4 0 L 4 3 Z").boundingRect().height()
    3.0
    """
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    tokens = iter(_TOKEN.findall(data))
    command = ""
    for token in tokens:
        if token in _ARGUMENTS:
            command, first = token, ""
        else:
            first = token
        count = _ARGUMENTS[command]
        given = [first] if first else []
        given += [next(tokens) for _ in range(count - len(given))]
        _follow(path, command, [float(number) for number in given])
    return path


def _follow(path: QPainterPath, command: str, at: list[float]) -> None:
    here = path.currentPosition()
    match command:
        case "M":
            path.moveTo(*at)
        case "L":
            path.lineTo(*at)
        case "H":
            path.lineTo(at[0], here.y())
        case "V":
            path.lineTo(here.x(), at[0])
        case "Q":
            path.quadTo(*at)
        case "C":
            path.cubicTo(QPointF(*at[:2]), QPointF(*at[2:4]), QPointF(*at[4:]))
        case _:
            path.closeSubpath()
