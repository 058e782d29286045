"""Reads lines of words and numbers with blanks between them, as people type and pandas prints."""

from __future__ import annotations

import re
from typing import Final

from xentgui.reading.cell import is_number, looks_like_number, read_cell
from xentgui.reading.grid import Grid, rectangular

_FUNCTION: Final = re.compile(r"[+\-−]?(?:ln|log|log2|log10|lg|exp|sqrt)\s", re.IGNORECASE)
_BULLET: Final = re.compile(r"[+\-−*•]\s+[0-9.,]")
_EXPRESSION: Final = re.compile(
    r"(?=.*[0-9])(?:[\W0-9]|ln|log|lg|exp|sqrt|pi|e|inf)+", re.IGNORECASE
)
_FOOTER: Final = re.compile(
    r"(?:Name: .*, )?(?:Length: \d+, )?dtype: \w+|\[\d+ rows x \d+ columns\]"
)


def words_grid(lines: list[str], numbers: list[int]) -> Grid:
    """Return the rows in `lines`, none of them blank; `numbers` are their line numbers.

    A line of numbers is a row of cells.  All words before the numbers are one label.  It ends at
    the first gap of two or more blanks; without such a gap, the numbers at the end of the line are
    the cells.  A header may lack the name of the first column. ``ln 2`` on a line of its own is one
    cell.  Raises ReadError for rows of different lengths, and for a sign with a blank before its
    number, which could be a bullet.
    """
    if len(lines) > 1 and _FOOTER.fullmatch(lines[-1].strip()):
        lines, numbers = lines[:-1], numbers[:-1]
    for line, number in zip(lines, numbers, strict=True):
        if _BULLET.match(line.strip()):  # a bullet, or a minus?
            read_cell(line.strip()[0], (number, 1), ".")
    if all(_FUNCTION.match(line) or len(line.split()) == 1 for line in lines):
        return Grid([[line.strip()] for line in lines], numbers)
    if not any(_is_number(word) for line in lines for word in line.split()[1:]):
        return Grid([[line.strip()] for line in lines], numbers)
    header = [] if any(map(_is_number, lines[0].split())) else lines[0].split()
    body = lines[1:] if header and len(lines) > 1 else lines
    words = [line.split() for line in body]
    if header and all(
        len(row) == len(header) + 1 and row[0] == str(i) for i, row in enumerate(words)
    ):
        return Grid([["", *header], *words], numbers)
    for part in (_parted_by_gaps, _parted_by_numbers):
        rows = [part(line) for line in body]
        width = len(rows[0])
        if width < 2 or not all(len(row) == width for row in rows):
            continue
        if len(rows) > 1 and len({row[0] for row in rows}) == 1 and not _is_number(rows[0][0]):
            # In "class 1", "class 2" the numbers belong to the labels.
            rows = [[f"{row[0]} {row[1]}", *row[2:]] for row in rows]
            width -= 1
        if body is lines:
            return Grid(rows, numbers)
        gaps = re.split(r"\s{2,}", lines[0].strip())
        for names in (header, gaps, ["", *header], ["", *gaps]):
            if len(names) == width:
                return Grid([names, *rows], numbers)
    return Grid(rectangular([line.split() for line in lines], numbers), numbers)


def _is_number(word: str) -> bool:
    """Whether `word` is a number or an expression; ``e`` and ``pi`` are words here."""
    return looks_like_number(word) or (
        _EXPRESSION.fullmatch(word) is not None and is_number(word, ".")
    )


def _parted_by_gaps(line: str) -> list[str]:
    """Return the label before the first wide gap and the numbers after it; [] without them."""
    label, *rest = re.split(r"\s{2,}", line.strip(), maxsplit=1)
    values = rest[0].split() if rest else []
    return [label, *values] if values and all(map(_is_number, values)) else []


def _parted_by_numbers(line: str) -> list[str]:
    """Return the words before the last numbers as one label, and these numbers."""
    words = line.split()
    first = len(words)
    while first > 0 and _is_number(words[first - 1]):
        first -= 1
    return [" ".join(words[:first]), *words[first:]] if first else words
