"""Formulas laid out by ziamath, whose SVG becomes paths: when one is needed, or in advance.

After a template was added or changed, a developer brings the files that ship up to date with

    python -m xentgui.panels.derivation_page.layout
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QTransform

from xentgui.panels.derivation_page.typeset import DIGIT, OF_CARDS, Formula, Slot, write

_ELEMENT = re.compile(r"<(path|rect) ([^>]*)/>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_TOKEN = re.compile(r"[MLQCHVZ]|-?[\d.]+(?:e-?\d+)?")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "C": 6, "Z": 0}
_UNITS = 100.0  # the size at which formulas are laid out; ziamath writes two or three decimals
_SLOT = re.compile(r"@(\d+)")


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


def lay_out(template: str) -> Formula:
    r"""Return `template` laid out, which takes some milliseconds, and much longer at first.

    `template` is LaTeX, in which ``@4`` is a slot for a number four digits wide.  A slot
    must not be followed directly by ``\ln`` or the like: ziamath 0.13 then loses a colour.
    """
    # Importing ziamath takes as long as opening a window, so the first formula imports it.
    import ziamath  # noqa: PLC0415

    ziamath.config.svg2 = False  # Qt cannot draw the symbols of SVG 2
    colors: list[str] = []

    def reserve(slot: re.Match[str]) -> str:
        colors.append(f"#0101{len(colors) + 1:02x}")
        return rf"{{\color{{{colors[-1]}}}{'1' * int(slot[1])}}}"

    svg: str = ziamath.Latex(_SLOT.sub(reserve, template), size=_UNITS).svg()
    ink, everything = QPainterPath(), QRectF()
    digits: dict[str, QRectF] = {}
    for shape in shapes(svg):
        everything |= shape.path.boundingRect()
        if shape.color in colors:
            digits.setdefault(shape.color, shape.path.boundingRect())
        else:
            ink.addPath(shape.path)
    ink.setFillRule(shapes(svg)[0].path.fillRule())
    slots = tuple(
        _slot(digits[color], int(count))
        for color, count in zip(colors, _SLOT.findall(template), strict=True)
    )
    return Formula(
        QTransform.fromScale(1 / _UNITS, 1 / _UNITS).map(ink),
        everything.right() / _UNITS,
        -everything.top() / _UNITS,
        everything.bottom() / _UNITS,
        slots,
    )


def _slot(digit: QRectF, count: int) -> Slot:
    """Return the slot of `count` placeholders "1"; the first of them fills `digit`."""
    bearing, height = _one()
    size = digit.height() / height
    left = (digit.left() - bearing * size) / _UNITS
    return Slot(left, digit.bottom() / _UNITS, size, count * DIGIT * size)


@cache
def _one() -> tuple[float, float]:
    """Return the left bearing and the height of the digit 1; it stands flat on the baseline."""
    import ziamath  # noqa: PLC0415

    box = shapes(ziamath.Latex("1", size=_UNITS).svg())[0].path.boundingRect()
    return box.left(), box.height()


def main() -> None:
    """Lay out every formula again, and write the files."""
    # Only developers need these modules.
    from xentgui.panels.card_help import CARD_HELP  # noqa: PLC0415
    from xentgui.panels.derivation_page.stages import templates  # noqa: PLC0415

    write({template: lay_out(template) for template in sorted(set(templates()))})
    of_cards = sorted({one.formula for one in CARD_HELP.values()})
    write({template: lay_out(template) for template in of_cards}, OF_CARDS)


if __name__ == "__main__":
    main()
