"""What consoles print around numbers: headings, sizes and the numbers of rows.

R marks its lines with the number of the first value, MATLAB and Julia print a name or a type above,
and old PyTorch one below.
"""

from __future__ import annotations

import re
from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.grid import Grid
from xentgui.reading.layouts.lines import Lines
from xentgui.reading.read_error import ReadError

_HEADINGS: Final = re.compile(
    r"(?:Variable|Parameter) containing:"
    r"|[0-9]+(?:-element|×[0-9]+) [\w{}, .]+:"  # Julia
    r"|[A-Za-z_]\w{0,30} ?="  # MATLAB
    r"|[0-9]+×[0-9]+ (?:single|double|table|gpuArray)(?: matrix| array)?:?"
    r"|shape: \([0-9]+,\)|Series: '[^']*' \[\w+\]",  # polars
    re.IGNORECASE,
)
_FOOTINGS: Final = re.compile(r"\[(?:torch\.)?[\w.]*Tensor of size [0-9x]+(?: \(GPU [0-9]+\))?\]")
_PANDAS: Final = re.compile(
    r"(?:Name: .{0,200}?, )?(?:Length: \d+, )?dtype: \w+|\[\d+ rows x \d+ columns\]"
)
_MARK: Final = re.compile(r"\s*\[([0-9]+)\]\s+")
_ROW: Final = re.compile(r"\s*\[([0-9]+),\]\s+")
_COLUMNS: Final = re.compile(r"\s*(?:\[,[0-9]+\]\s*)+")
_FACTOR: Final = re.compile(r"[0-9.]+e[+-]?[0-9]+ ?\*", re.IGNORECASE)
_PART: Final = re.compile(r"Columns [0-9]+ (?:through|to|and) [0-9]+:?", re.IGNORECASE)

_SCALED = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line}: {found} is a factor, and digits are missing behind it. "
    "Print the numbers with “format long g”, or with mat2str.",
)
_PARTS = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line}: {found} is only a part of the columns. Print all of them together, with mat2str.",
)
_WRAPPED = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line} ends with a backslash: the columns go on further below. Print them in one piece, "
    "with pandas.set_option('display.width', None), or copy frame.to_csv().",
)
_MARKS = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line} is marked as beginning with value {found}, but {expected} stand above it. "
    "Copy all lines of the print.",
)


def without_headings(lines: Lines) -> Lines:
    """Return `lines` without headings and footings; raises ReadError for what is only a part."""
    kept = list(lines.kept)
    if not kept or len(kept) < 2:
        return lines
    for number, line in kept[:3]:
        bare = line.strip()
        if len(bare) > 100:  # a heading is short
            break
        if _FACTOR.fullmatch(bare):
            raise ReadError(_SCALED, line=number, found=shown(bare))
        if _PART.fullmatch(bare):
            raise ReadError(_PARTS, line=number, found=shown(bare))
    for number, line in kept[:1]:
        if line.rstrip().endswith("\\") and not line.rstrip().endswith("\\\\"):
            raise ReadError(_WRAPPED, line=number)
    while len(kept) > 1 and len(kept[0][1]) <= 100 and _HEADINGS.fullmatch(kept[0][1].strip()):
        del kept[0]
    while len(kept) > 1 and len(kept[-1][1]) <= 100 and _FOOTINGS.fullmatch(kept[-1][1].strip()):
        del kept[-1]
    last = kept[-1][1].strip()
    indexed = len(kept) > 1 and len(last) < 300 and _PANDAS.fullmatch(last) is not None
    if indexed:
        del kept[-1]
    return lines if len(kept) == len(lines.kept) else Lines(kept, lines.locale, indexed=indexed)


def marked_grid(lines: Lines) -> Grid | None:
    """Return the vector or matrix that R prints with marks at its lines; None for other texts."""
    kept = lines.kept
    if not kept:
        return None
    if len(kept) > 1 and _COLUMNS.fullmatch(kept[0][1]):
        marks = [_ROW.match(line) for _, line in kept[1:]]
        rows = [
            line[mark.end() :].split()
            for mark, (_, line) in zip(marks, kept[1:], strict=True)
            if mark
        ]
        width = kept[0][1].count("[")
        if len(rows) == len(marks) and all(len(row) == width for row in rows):
            return Grid.of_rows(rows, [number for number, _ in kept[1:]], header=())
        return None
    found: list[str] = []
    places: list[tuple[int, int]] = []
    for number, line in kept:
        mark = _MARK.match(line)
        if mark is None:
            return None
        if int(mark.group(1)[:9]) != len(found) + 1:
            if not found:
                return None
            raise ReadError(_MARKS, line=number, found=int(mark.group(1)[:9]), expected=len(found))
        cells = line[mark.end() :].split()
        found += cells
        places += [(number, at) for at in range(1, len(cells) + 1)]
    if not found:
        return None
    return Grid([found], [line for line, _ in places], [at for _, at in places], header=())
