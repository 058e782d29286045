"""Which decimal point a whole block uses."""

from __future__ import annotations

import re
from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.cell import LONGEST
from xentgui.reading.grid import Grid
from xentgui.reading.read_error import ReadError

_NUMBER: Final = re.compile(r"[+\-−]?([0-9.,]*)((?:[eE][+\-−]?[0-9]+)?)%?")
_GROUPS: Final = re.compile(r"[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*")

_TWO = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line}, column {column}: {cell} and {other} in line {other_line} use different "
    "decimal signs. Write all numbers with the same one.",
)


def decimal_mark(grid: Grid, *, delimiter: str, locale: str) -> str:
    """Return "." or ",": the decimal point of the numbers of `grid`.

    One number that can be read in one way only decides for all: ``1,46``, ``0,460`` and ``1.234,5``
    can only have a decimal comma, ``1.46``, ``1,234.5`` and ``1,234,567`` only a decimal point. If
    every comma could be a group sign, it is a decimal comma where semicolons separate the cells
    (they do so because of it); otherwise the `locale` decides.  A single point is always a decimal
    point: no program groups thousands with points.

    Raises ReadError, naming two cells, if they contradict each other.
    """
    texts = [column if isinstance(column, list) else [] for column in grid.columns]
    if not any("," in cell for column in texts for cell in column):
        return "."
    votes: dict[str, tuple[int, int]] = {}
    commas = False
    for j, cells in enumerate(texts):
        for i, cell in enumerate(cells):
            if "," in cell or "." in cell:
                mark, comma = _vote(cell)
                commas |= comma
                if mark and (mark not in votes or (i, j) < votes[mark]):
                    votes[mark] = (i, j)
    if not commas:
        return "."
    if len(votes) == 2:
        (i, j), (other_row, other_column) = votes[","], votes["."]
        line, column = grid.place(i, j)
        raise ReadError(
            _TWO,
            line=line, column=column, cell=shown(grid.cell(i, j)),
            other=shown(grid.cell(other_row, other_column)),
            other_line=grid.place(other_row, other_column)[0],
        )  # fmt: skip
    if votes:
        return next(iter(votes))
    return "," if delimiter == ";" else locale


def _vote(cell: str) -> tuple[str, bool]:
    """Return the decimal point that `cell` proves, or "", and whether it has commas."""
    number = _NUMBER.fullmatch(cell) if len(cell) <= LONGEST else None
    if number is None or not any(map(str.isdigit, cell)):  # "," and "." can be names
        return "", False
    run, exponent = number.groups()
    points, commas = run.count("."), run.count(",")
    if points and commas:
        return max(".,", key=run.rfind), True
    if points + commas != 1:
        # A sign that stands twice is a group sign, so the other one is the decimal point.
        return ("." if commas else ",") if points + commas else "", commas > 0
    if not exponent and _GROUPS.fullmatch(run):
        return "", commas > 0
    return ("," if commas else "."), commas > 0
