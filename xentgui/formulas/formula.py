"""A formula laid out by ziamath: ink that never changes, and slots for the numbers of now."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from threading import Lock

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QTransform

from xentgui.formulas.outline import shapes

_UNITS = 100.0  # the size at which formulas are laid out; ziamath writes two or three decimals
DIGIT = 0.495
"""The width of a digit of STIX Two, in em; they are all equal."""

_SLOT = re.compile(r"@(\d+)")


@dataclass(frozen=True, slots=True)
class Slot:
    """Room for a number, in em: its left end on the baseline, its digits' size, its width."""

    x: float
    baseline: float
    size: float
    width: float


@dataclass(frozen=True, slots=True, eq=False)
class Formula:
    """What does not change of a formula, in em; the baseline is at 0 and y goes down.

    Attributes
    ----------
    ink
        The outline of all that stands still.
    width, ascent, descent
        What the whole takes, slots included.
    slots
        Where the numbers go, in the order of the template.
    """

    ink: QPainterPath
    width: float
    ascent: float
    descent: float
    slots: tuple[Slot, ...]


_kept: dict[str, Formula] = {}
_preparing = Lock()


def formula(template: str) -> Formula:
    r"""Return `template` laid out; the first time takes some milliseconds, later ones nothing.

    `template` is LaTeX, in which ``@4`` is a slot for a number four digits wide.  A slot
    must not be followed directly by ``\ln`` or the like: ziamath 0.13 then loses a colour.
    """
    found = _kept.get(template)
    if found is None:
        found = _kept[template] = _lay_out(template)
    return found


def prepare(templates: Iterable[str]) -> None:
    """Lay out all of `templates`; may run in a thread of its own."""
    with _preparing:  # a second one would do the same work again
        for template in templates:
            formula(template)


def is_prepared(templates: Iterable[str]) -> bool:
    """Return whether none of `templates` has to be laid out any more."""
    return all(template in _kept for template in templates)


def _lay_out(template: str) -> Formula:
    # ziamath takes as long to import as a window to open: the first formula brings it.
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
    """Return the slot whose first placeholder, one of `count` times 1, fills `digit`."""
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
