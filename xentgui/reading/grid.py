"""Rows of cells, with the place in the text where each was found."""

from __future__ import annotations

from dataclasses import dataclass

from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.reading.read_error import ReadError, together

RAGGED = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line}: this row has the length {found} instead of {expected}. "
    "Give every row the same number of cells.",
)


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a text before their meaning is known.

    Attributes
    ----------
    rows : list[list[str]]
        All of the same length; the cells without blanks around them.
    lines : list[int]
        The line of the text where each row begins, from 1.
    first_columns : list[int] or None
        The column, from 1, of the first cell of each row; None means 1 for all.
    header : tuple[str, ...] or None
        The names of the columns if the form of the text gives them; None if the first row may be a
        header.
    decimal_point : str
        The decimal point of the cells, "." or ",".
    turned : bool
        Whether the rows here were columns in the text, each with its name at the start.
    """

    rows: list[list[str]]
    lines: list[int]
    first_columns: list[int] | None = None
    header: tuple[str, ...] | None = None
    decimal_point: str = "."
    turned: bool = False

    def place(self, row: int, column: int) -> tuple[int, int]:
        """Return the line and column, from 1, of a cell."""
        if self.turned:
            return self.lines[column], row + 2
        first = 1 if self.first_columns is None else self.first_columns[row]
        return self.lines[row], first + column

    @property
    def width(self) -> int:
        """The number of cells in a row."""
        return len(self.rows[0]) if self.rows else 0


def rectangular(rows: list[list[str]], lines: list[int]) -> list[list[str]]:
    """Return `rows`, all as long as the longest one without its empty cells at the end.

    Spreadsheets and lists often leave empty cells at the end of a row ("1, 2,").  Raises ReadError,
    naming the line, if a row is shorter.
    """
    trimmed = []
    for row in rows:
        end = len(row)
        while end > 1 and not row[end - 1]:
            end -= 1
        trimmed.append(row[:end])
    lengths = [len(row) for row in trimmed]
    width = max(lengths, default=0)
    short = [
        ReadError(RAGGED, line=line, found=len(kept), expected=width)
        for row, kept, line in zip(rows, trimmed, lines, strict=True)
        if len(kept) < width and len(row) < width
    ]
    if short:
        raise together(short)
    for kept in trimmed:
        kept.extend([""] * (width - len(kept)))
    return trimmed
