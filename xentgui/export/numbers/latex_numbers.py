"""Numbers for siunitx, which aligns them at their points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from xentgui.language.numbers import MINUS

NUMBER: Final = re.compile(rf"([+{MINUS}-]?)(\d+)(?:\.(\d+))?(?:e([+{MINUS}-]?)(\d+))?")
"""A number of ours: sign, digits before and after the point, sign and digits of the exponent."""

_INFINITE: Final = re.compile(rf"({MINUS}?)∞")


def number_column(texts: Sequence[str]) -> str:
    r"""Return the column that has room for `texts`; others than numbers need none.

    >>> number_column(["2.33", "\N{MINUS SIGN}11.4", "∞"])
    'S[table-format=-2.2]'
    """
    found = [match for text in texts if (match := NUMBER.fullmatch(text))]
    if not found:
        return "c"
    whole, after, power = (max(len(one[k] or "") for one in found) for k in (2, 3, 5))
    sign = "-" if any(one[1] for one in found) else ""
    small = "-" if any(one[4] for one in found) else ""
    exponent = f"e{small}{power}" if power else ""
    point = f".{after}" if after else ""
    plus = ",retain-explicit-plus" if any(one[1] == "+" for one in found) else ""
    return f"S[table-format={sign}{whole}{point}{exponent}{plus}]"


def number_cell(text: str) -> str:
    r"""Return `text` as a cell of such a column; what is no number is in braces.

    >>> number_cell("\N{MINUS SIGN}1.5e\N{MINUS SIGN}8"), number_cell("\N{MINUS SIGN}∞")
    ('-1.5e-8', '{$-\\infty$}')
    """
    if NUMBER.fullmatch(text):
        return text.replace(MINUS, "-")
    infinite = _INFINITE.fullmatch(text)
    if infinite:
        return rf"{{${'-' if infinite[1] else ''}\infty$}}"
    return f"{{{text.replace(MINUS, '-')}}}"
