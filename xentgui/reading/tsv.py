"""Cells out to a spreadsheet: tab-separated, every number in full."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np


def written(number: float, *, decimal_point: str = ".") -> str:
    """Return the shortest digits that read back as exactly `number`; ``-inf`` for -∞.

    >>> written(0.1), written(-1.46, decimal_point=","), written(float("-inf"))
    ('0.1', '-1,46', '-inf')
    """
    return repr(float(number)).replace(".", decimal_point)


def write_tsv(rows: Iterable[Iterable[object]], *, decimal_point: str = ".") -> str:
    """Return `rows` as text for the clipboard, cells parted by tabs, each row a line.

    Numbers are written with all their digits, whole ``int`` without decimals, None as an
    empty cell; a text is quoted where a spreadsheet needs it.
    """
    return "".join("\t".join(_cell(cell, decimal_point) for cell in row) + "\n" for row in rows)


def _cell(cell: object, decimal_point: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float | np.floating):
        return written(float(cell), decimal_point=decimal_point)
    text = str(cell)
    if any(sign in text for sign in '\t\n\r"'):
        doubled = text.replace('"', '""')
        return f'"{doubled}"'
    return text
