"""Formulas laid out by ziamath: when one is needed, or in advance for the files that ship.

After a template was added or changed, a developer brings the files up to date with

    python -m xentgui.panels.derivation_page.layout
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QTransform

from xentgui.panels.derivation_page.outline import shapes
from xentgui.panels.derivation_page.typeset import DIGIT, OF_CARDS, Formula, Slot, write

_UNITS = 100.0  # the size at which formulas are laid out; ziamath writes two or three decimals

_SLOT = re.compile(r"@(\d+)")


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
