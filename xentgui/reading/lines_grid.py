"""Lines of text into rows of cells: which sign separates cells, and what is no part of a cell."""

from __future__ import annotations

import csv
import re
from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.reading.cell import is_number, looks_like_number
from xentgui.reading.column import Role, role_of
from xentgui.reading.grid import Grid, rectangular
from xentgui.reading.read_error import ReadError
from xentgui.reading.text_lines import words_grid

_QUOTED: Final = re.compile(r'"(?:[^"]|"")*"')
_DECIMAL: Final = re.compile(r"[+\-−]?[0-9]*,[0-9]+(?:[eE][+\-−]?[0-9]+)?%?")
_PAIR: Final = re.compile(r"(?:[-*•]\s+)?(.*\S)\s*[:：=]\s*([^\s:：=][^:：=]*?)\s*[,;，；]?")
_PAIR_INSIDE: Final = re.compile(r"[:：=]\s*[+\-−]?[.,]?[0-9]")
_RULE: Final = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")

_QUOTES = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line}: a quotation mark is not closed, or something follows it. "
    'Write each quoted cell as "…" and double a mark inside it.',
)


def lines_grid(text: str, *, locale: str) -> tuple[Grid, str]:
    """Return the rows in `text` and the sign between cells: tab, ";", ",", "|", " " or "".

    Cells are separated by the first of tab, semicolon, comma and blank that every line has.  If the
    `locale` has a decimal comma and every comma stands within a number, blanks separate the cells.
    Also read are ``label: value``, Markdown tables, Excel's ``sep=;`` line, and comments, "#",
    before the first row. Raises ReadError for rows of different lengths and for a quotation mark
    without its closing one.
    """
    lines = re.split(r"\r\n|\r|\n|\f|\v|\u2028|\u2029", text)
    numbers = [number for number, line in enumerate(lines, 1) if line.strip(" \u3000\u00a0")]
    kept = [lines[number - 1] for number in numbers]
    forced = ""
    if kept and (separator := re.fullmatch(r"\s*sep=([,;\t|])\s*", kept[0])):
        forced = separator.group(1)
    first = 1 if forced else 0
    while first < len(kept) and _is_comment(kept[first]):
        if _names(kept[first]):
            kept[first] = lines[numbers[first] - 1] = kept[first].lstrip()[1:]
            break
        first += 1
    for number in numbers[:first]:
        lines[number - 1] = ""
    kept, numbers = kept[first:], numbers[first:]
    if not kept:
        return Grid([], []), ""
    if not forced:
        if all(line.strip().startswith("|") and line.strip().endswith("|") for line in kept):
            return _markdown(kept, numbers), "|"
        if (pairs := _pairs(kept, numbers)) is not None:
            return pairs, " "
        if locale == "," and _has_decimal_commas(kept):
            return words_grid(kept, numbers), " "
    delimiter = forced or _delimiter(kept)
    if delimiter in {"", " "}:
        return words_grid(kept, numbers), delimiter
    if delimiter in "，；":
        lines = [line.replace(delimiter, "\t") for line in lines]
        return _delimited(lines, "\t"), delimiter
    return _delimited(lines, delimiter), delimiter


def _is_comment(line: str) -> bool:
    """Whether `line` begins with "#" and holds no number, so that it can be left out."""
    start = line.lstrip()
    return start.startswith("#") and not any(
        looks_like_number(cell.strip()) for cell in re.split(r"[\t;,\s]+", start[1:])
    )


def _names(line: str) -> bool:
    """Whether a comment is a header as `numpy.savetxt` writes it."""
    cells = [cell for cell in re.split(r"[\t;,\s]+", line.lstrip("# \t")) if cell]
    return bool(cells) and any(role_of(cell) is not Role.OTHER for cell in cells)


def _markdown(lines: list[str], numbers: list[int]) -> Grid:
    rows, places = [], []
    for line, number in zip(lines, numbers, strict=True):
        if _RULE.fullmatch(line.strip()):
            continue
        cells = re.split(r"(?<!\\)\|", line.strip()[1:-1])
        rows.append([cell.strip().replace("\\|", "|") for cell in cells])
        places.append(number)
    return Grid(rectangular(rows, places), places)


def _pairs(lines: list[str], numbers: list[int]) -> Grid | None:
    """Return ``label: value`` lines as two columns; several may stand on a line."""
    if any("\t" in line for line in lines) or not _PAIR.fullmatch(lines[0].strip()):
        return None
    whole = list(zip(lines, numbers, strict=True))
    apart = [
        (part, number) for line, number in whole for part in re.split(r"[,;，；](?:\s+|$)", line)
    ]
    for parts in (apart, whole):
        rows = [_pair(part.strip()) for part, _ in parts if part.strip()]
        if all(rows):
            places = [number for part, number in parts if part.strip()]
            return Grid(rows, places, header=("label", "logit"))
    return None


def _pair(text: str) -> list[str]:
    """Return label and value, or [] if `text` has another form."""
    pair = _PAIR.fullmatch(text)
    if pair is None or not is_number(pair.group(2), ".") or _PAIR_INSIDE.search(pair.group(1)):
        return []
    return [pair.group(1).strip("\"'"), pair.group(2)]


def _has_decimal_commas(lines: list[str]) -> bool:
    """Whether there are commas, and no number has more than one."""
    if any(sign in line for line in lines for sign in '\t;"'):
        return False
    words = [word for line in lines if "," in line for word in line.split() if "," in word]
    return bool(words) and all(_DECIMAL.fullmatch(word) for word in words)


def _delimiter(lines: list[str]) -> str:
    bare = [_QUOTED.sub("", line) for line in lines]
    for delimiter in "\t;,":
        if all(delimiter in line for line in bare):
            return delimiter
    for delimiter in "\t;,；，":
        if any(delimiter in line for line in bare):
            return delimiter
    return " " if any(len(line.split()) > 1 for line in bare) else ""


def _delimited(lines: list[str], delimiter: str) -> Grid:
    reader = csv.reader(
        [line + "\n" for line in lines],
        delimiter=delimiter,
        skipinitialspace=delimiter != "\t",
        strict=True,
    )
    rows: list[list[str]] = []
    numbers: list[int] = []
    begins = 1
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if any(cells):
                rows.append(cells)
                numbers.append(begins)
            begins = reader.line_num + 1
    except csv.Error:
        raise ReadError(_QUOTES, line=begins) from None
    return Grid(rectangular(rows, numbers), numbers)
