"""Cells with a tab, a semicolon or a comma between them: spreadsheets and CSV."""

from __future__ import annotations

import csv
import re
from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.reading.cell import looks_like_number
from xentgui.reading.grid import Grid, rectangular
from xentgui.reading.layouts.lines import Lines
from xentgui.reading.patience import patient
from xentgui.reading.read_error import ReadError

_QUOTED: Final = re.compile(r'"(?:[^"]|"")*"')
_DECIMAL: Final = re.compile(r"[+\-−]?[0-9]*,[0-9]+(?:[eE][+\-−]?[0-9]+)?%?")
_FORCED: Final = re.compile(r"\s*sep=([,;\t|])\s*")
_OPENING: Final = re.compile(r'(^|[\t;,，；|])"(?=[ \u00a0])')
_CLOSING: Final = re.compile(r'(?<=[ \u00a0])"(?=$|[\t;,，；|])')
_EDGE: Final = "\ue000"  # stands beside a blank that belongs to a quoted name

_QUOTES = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line}: a quotation mark is not closed, or something follows it. "
    'Write each quoted cell as "…" and double a mark inside it.',
)


def without_comments(lines: Lines) -> tuple[Lines, str]:
    """Return `lines` after comments and Excel's ``sep=;``, and the sign that this line forces.

    The last comment becomes the header if it has as many cells as the line below, as
    `numpy.savetxt` writes it.
    """
    kept = list(lines.kept)
    forced = _FORCED.fullmatch(kept[0][1]) if kept else None
    if forced:
        return lines.after(1), forced.group(1)
    count = 0
    while count < len(kept) and _is_comment(kept[count][1]):
        count += 1
    if not count or count == len(kept):
        return lines.after(count), ""
    number, last = kept[count - 1]
    header = last.lstrip("# \t")
    sign = delimiter(Lines(kept[count : count + 20], lines.locale))
    if len(_split(header, sign)) == len(_split(kept[count][1], sign)) > 1:
        count -= 1
        kept[count] = (number, header)
    return Lines(kept[count:], lines.locale, indexed=lines.indexed), ""


def _split(line: str, sign: str) -> list[str]:
    return line.split() if sign in {"", " "} else line.split(sign)


def _is_comment(line: str) -> bool:
    """Whether `line` begins with "#" and is no row, as "#1, 2.5" could be."""
    start = line.lstrip()[:1000]
    if not start.startswith("#"):
        return False
    cells = re.split(r"[\t;,\s]+", start[1:])
    return start[1:2] in {" ", "#", "!", ""} or not any(map(looks_like_number, cells))


def has_decimal_commas(lines: Lines) -> bool:
    """Whether there are commas, and each stands within a number, once."""
    texts = lines.texts
    if any(sign in line for line in texts for sign in '\t;"'):
        return False
    words = [word for line in texts if "," in line for word in line.split() if "," in word]
    return bool(words) and all(len(word) < 100 and _DECIMAL.fullmatch(word) for word in words)


def delimiter(lines: Lines) -> str:
    """Return the first of tab, ";" and "," that every line has, else that one has; else " "."""
    bare = [_QUOTED.sub("", line) if '"' in line else line for line in lines.texts]
    for sign in "\t;,":
        if all(sign in line for line in bare):
            return sign
    for sign in "\t;,，；、":
        if any(sign in line for line in bare):
            return sign
    return " " if any(len(line.split()) > 1 for line in bare) else ""


def delimited_grid(lines: Lines, sign: str) -> Grid:
    """Return the cells between `sign`; raises ReadError for rows of different lengths."""
    texts = lines.texts
    if sign in "，；、":
        texts, sign = [line.replace(sign, "\t") for line in texts], "\t"
    edges = any('" ' in line or ' "' in line for line in texts)
    if edges:
        texts = [_CLOSING.sub(_EDGE + '"', _OPENING.sub(rf'\1"{_EDGE}', line)) for line in texts]
    reader = csv.reader(
        [line + "\n" for line in texts],
        delimiter=sign,
        skipinitialspace=sign != "\t",
        strict=True,
    )
    rows: list[list[str]] = []
    begins: list[int] = []
    numbers, first = lines.numbers, 0
    try:
        for row in reader:
            if any(row):
                rows.append(row)
                begins.append(numbers[first])
            first = reader.line_num
    except csv.Error:
        raise ReadError(_QUOTES, line=numbers[min(first, len(numbers) - 1)]) from None
    stripped = [_stripped(row) for _, row in patient(rows)]
    names = _raw_names(rows, stripped) if sign == "\t" and not edges else None
    if names is not None:
        for row, name in zip(stripped, names, strict=True):
            row[0] = name
    if edges:
        stripped = [[cell.replace(_EDGE, "") for cell in row] for row in stripped]
    return Grid.of_rows(rectangular(stripped, begins), begins)


def _stripped(row: list[str]) -> list[str]:
    return [cell.strip() for cell in row]


def _raw_names(rows: list[list[str]], stripped: list[list[str]]) -> list[str] | None:
    """Return the first cells with their blanks if two names differ by nothing else."""
    raw, bare = [row[0] for row in rows], [row[0] for row in stripped]
    if raw == bare or len(set(raw)) == len(set(bare)):
        return None
    return raw
