"""Reads labels, logits and targets from a pasted or saved text of any common form."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.reading.blocks import Block, BlockKind
from xentgui.reading.decimal_mark import decimal_mark
from xentgui.reading.decode import decode, without_marks
from xentgui.reading.grid import Grid
from xentgui.reading.header import with_header
from xentgui.reading.lines_grid import lines_grid
from xentgui.reading.named import Named
from xentgui.reading.nameless import nameless_block
from xentgui.reading.plain_column import plain_column
from xentgui.reading.printed import is_printed, read_printed
from xentgui.reading.printed_grid import printed_grid
from xentgui.reading.read_error import ReadError

__all__ = ["Block", "BlockKind", "read_block"]

MOST_CHARACTERS: Final = 5_000_000
MOST_CELLS: Final = 1_000_000
_LONG: Final = 100_000  # characters; for longer texts the fast way is tried first

_NOTHING = QT_TRANSLATE_NOOP(
    "errors", "There is nothing here to read. Copy some numbers, for example 2.33, -1.46, 0.56."
)
_TOO_LONG = QT_TRANSLATE_NOOP(
    "errors",
    "This text is too long: {found} characters, at most {limit} are read. "
    "Save large matrices with numpy.save and open the .npy file.",
)
_TOO_MANY = QT_TRANSLATE_NOOP(
    "errors",
    "This text holds {found} cells, at most {limit} are read. "
    "Save large matrices with numpy.save and open the .npy file.",
)


def read_block(
    source: str | bytes,
    *,
    decimal_point: str = ".",
    most_characters: int = MOST_CHARACTERS,
    most_cells: int = MOST_CELLS,
) -> Block:
    """Return what `source` holds: spreadsheet cells, CSV, words, a printed array, JSON.

    Columns are separated by tab, else semicolon, else comma, else blanks.  The decimal point is
    what the numbers themselves prove, else the locale's `decimal_point`.  Brackets are read as
    Python, numpy, PyTorch and JSON write them.  A header is recognised by its names
    (`xentgui.reading.column`).  What the columns mean is described in `xentgui.reading.blocks`.

    Raises
    ------
    ReadError
        For every text that is not understood completely, with line and column; for NaN, +inf, "..."
        and texts beyond the limits.
    """
    if len(source) > most_characters * (4 if isinstance(source, bytes) else 1):
        raise ReadError(_TOO_LONG, found=len(source), limit=most_characters)
    text = decode(source) if isinstance(source, bytes) else without_marks(source)
    if len(text) > most_characters:
        raise ReadError(_TOO_LONG, found=len(text), limit=most_characters)
    if len(text) > _LONG and decimal_point != ",":
        column = plain_column(text)
        if column is not None and len(column.cells) <= most_cells:
            return column
    grid = with_header(_grid(text, "," if decimal_point == "," else "."))
    if not grid.rows or not grid.width:
        raise ReadError(_NOTHING)
    cells = len(grid.rows) * grid.width
    if cells > most_cells:
        raise ReadError(_TOO_MANY, found=cells, limit=most_cells)
    return Named(grid).block() if grid.header else nameless_block(grid)


def _grid(text: str, locale: str) -> Grid:
    if is_printed(text):
        return printed_grid(read_printed(text))
    grid, delimiter = lines_grid(text, locale=locale)
    return replace(grid, decimal_point=decimal_mark(grid, delimiter=delimiter, locale=locale))
