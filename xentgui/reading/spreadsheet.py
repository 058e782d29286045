"""Reads the first sheet of an Excel file, as if its cells were pasted; openpyxl finds them."""

from __future__ import annotations

import io
import re
from typing import Any, Final

from xentgui.model.checks import MOST_CELLS
from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading import reading
from xentgui.reading.foreign import library
from xentgui.reading.patience import tell
from xentgui.reading.read_error import ReadError, about
from xentgui.reading.reading import Reading
from xentgui.reading.source import Source

LINE: Final = "import pandas; pandas.read_excel({file}).to_csv('logits.csv', index=False)"
"""The line that converts such a file."""

_MOST_BYTES: Final = 32 * 2**20
_SPECIAL: Final = re.compile(r'^\s|\s$|[,;"\t\r\n]')

_DAMAGED = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is no Excel file that can be read, or a damaged one. "
    "Save the sheet as CSV, and open that file.",
)
_LARGE = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is too large for a spreadsheet: at most {limit} MB and {cells} cells are read. "
    "Save the sheet as CSV, and open that file.",
)


def read(source: Source) -> Reading:
    """Return how the first sheet is understood; raises ReadError, and OSError."""
    openpyxl = library("openpyxl", "excel", source.name, LINE)
    if source.size > _MOST_BYTES:
        raise _too_large(source.name)
    data = source.read(_MOST_BYTES + 1)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        text = _as_text(book.worksheets[0], source.name)
    except ReadError:
        raise
    except Exception:  # noqa: BLE001 - whatever a library makes of a damaged file
        raise ReadError(_DAMAGED, name=shown(source.name)) from None
    try:
        return reading.read(text)
    except ReadError as error:
        raise about(source.name, error) from None


def _as_text(sheet: Any, name: str) -> str:
    """Return the cells of `sheet` as CSV; numbers exactly."""
    lines: list[str] = []
    cells = 0
    for row in sheet.iter_rows(values_only=True):
        values = list(row)
        while values and values[-1] is None:
            values.pop()
        cells += len(values)
        if cells > MOST_CELLS:
            raise _too_large(name)
        lines.append(",".join(map(_cell, values)))
        tell(0.5)
    return "\n".join(lines)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        text = str(value)
        # Blanks at the ends belong to a name only if it is quoted.
        return '"' + text.replace('"', '""') + '"' if _SPECIAL.search(text) else text
    # A whole number is shown by Excel without its point, however it is kept.
    whole = isinstance(value, float) and value.is_integer() and abs(value) < 2**53
    return str(int(value)) if whole else repr(value)


def _too_large(name: str) -> ReadError:
    limit = _MOST_BYTES // 2**20
    return ReadError(_LARGE, name=shown(name), limit=limit, cells=MOST_CELLS)
