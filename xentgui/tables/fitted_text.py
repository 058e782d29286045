"""Text that fits: shortened so that what is left is still true."""

from __future__ import annotations

from dataclasses import replace

from xentgui.painting.ruler import Ruler
from xentgui.tables.column import Column
from xentgui.tables.sight import Sight
from xentgui.text import MINUS


def fitted_name(text: str, ruler: Ruler, width: float) -> str:
    """Return a name, with … where it is cut."""
    if ruler.width(text) <= width:
        return text
    return ruler.cut(text, width)


def decimals_that_fit(wanted: int, ruler: Ruler, width: float) -> int:
    """Return how many decimals a whole column has room for, so that its points stay aligned."""
    decimals = wanted
    while decimals > 1 and ruler.width("00." + "0" * decimals) > width:
        decimals -= 1
    return decimals


def fitted_number(
    text: str, column: Column, sight: Sight, row: int, ruler: Ruler, width: float
) -> str:
    """Return a derived number that fits: with fewer decimals, or … alone.

    Digits are never cut off: 1.5e-12 must not look like 1.5, nor 12345 like 123.
    """
    fits = ruler.width(text) <= width
    if fits and "." not in text:
        return text
    decimals = decimals_that_fit(sight.view.decimals, ruler, width)
    if fits and decimals == sight.view.decimals:
        return text
    while decimals > 0:
        coarse = Sight(sight.snapshot, replace(sight.view, decimals=decimals), sight.pinned)
        text = column.cell_text(coarse, row)
        if ruler.width(text) <= width:
            return text
        decimals -= 1
    return "…"


def fitted_typed(text: str, value: float, ruler: Ruler, width: float) -> str:
    """Return a typed number that fits: its first digits and …, and always how large it is.

    Rounding it would look as if fewer digits had been typed.
    """
    if ruler.width(text) <= width:
        return text
    shorter = ruler.cut(text, width)
    if "e" not in text and "." in shorter.partition("…")[0]:
        return shorter
    mantissa, power = f"{value:.16e}".replace("-", MINUS).split("e")
    size = power.replace("+", "").replace(f"{MINUS}0", MINUS).lstrip("0") or "0"
    for length in range(8, 0, -1):
        text = f"{mantissa[:length].rstrip('.')}…e{size}"
        if mantissa[:length] != MINUS and ruler.width(text) <= width:
            return text
    return "…"
