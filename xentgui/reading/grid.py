"""The cells of a text before their meaning is known, with the place where each was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from xentgui.model.message import QT_TRANSLATE_NOOP, Message
from xentgui.reading.read_error import ReadError, together

Floats: TypeAlias = NDArray[np.float64]
Column: TypeAlias = "list[str] | Floats"
"""The cells of a column: texts, or numbers that are read already."""

RAGGED = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line}: this row has the length {found} instead of {expected}. "
    "Give every row the same number of cells.",
)


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """The cells of a text before their meaning is known.

    Attributes
    ----------
    columns : list of columns
        All of the same length; texts are without blanks around them, except names in quotation
        marks.
    lines : Sequence[int]
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
    notes : tuple[Message, ...]
        What a person should look at, because the text was not quite as it should be.
    indexed : bool
        Whether the form says that the first column only counts the rows.
    """

    columns: list[Column]
    lines: Sequence[int]
    first_columns: list[int] | None = None
    header: tuple[str, ...] | None = None
    decimal_point: str = "."
    turned: bool = False
    notes: tuple[Message, ...] = ()
    indexed: bool = False

    @classmethod
    def of_rows(
        cls,
        rows: Sequence[Sequence[str]],
        lines: Sequence[int],
        first_columns: list[int] | None = None,
        *,
        header: tuple[str, ...] | None = None,
        notes: tuple[Message, ...] = (),
        indexed: bool = False,
    ) -> Grid:
        """Return the grid of `rows`, all of the same length."""
        columns: list[Column] = [list(column) for column in zip(*rows, strict=True)]
        return cls(columns, lines, first_columns, header=header, notes=notes, indexed=indexed)

    def place(self, row: int, column: int) -> tuple[int, int]:
        """Return the line and column, from 1, of a cell."""
        if self.turned:
            return self.lines[column], row + 2
        first = 1 if self.first_columns is None else self.first_columns[row]
        return self.lines[row], first + column

    def cell(self, row: int, column: int) -> str:
        """Return the text of a cell; of a number that is read already, its shortest digits."""
        value = self.columns[column][row]
        return value if isinstance(value, str) else repr(float(value))

    def texts(self, column: int) -> list[str]:
        """Return the texts of a column."""
        cells = self.columns[column]
        return cells if isinstance(cells, list) else list(map(repr, cells.tolist()))

    def row(self, row: int) -> list[str]:
        """Return the texts of a row."""
        return [self.cell(row, j) for j in range(self.width)]

    @property
    def width(self) -> int:
        """The number of cells in a row."""
        return len(self.columns)

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.columns[0]) if self.columns else 0


def rectangular(rows: list[list[str]], lines: Sequence[int]) -> list[list[str]]:
    """Return `rows`, all as long as the longest one without its empty cells at the end.

    Spreadsheets and lists often leave empty cells at the end of a row ("1, 2,").  Raises ReadError,
    naming the line, if a row is shorter.
    """
    lengths = set(map(len, rows))
    if len(lengths) == 1 and all(row[-1] for row in rows):
        return rows
    trimmed = []
    for row in rows:
        end = len(row)
        while end > 1 and not row[end - 1]:
            end -= 1
        trimmed.append(row[:end])
    width = max(map(len, trimmed), default=0)
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
