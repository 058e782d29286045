"""Reads lines of words and numbers with blanks between them, as people type and pandas prints."""

from __future__ import annotations

import re
from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.cell import is_number, looks_like_number, minus_apart, read_cell
from xentgui.reading.grid import Grid, rectangular
from xentgui.reading.layouts.lines import Lines
from xentgui.reading.numbers import fast_numbers
from xentgui.reading.patience import patient
from xentgui.reading.read_error import ReadError

_FUNCTION: Final = re.compile(r"[+\-−]?(?:ln|log|log2|log10|lg|exp|sqrt)\s", re.IGNORECASE)
_BULLET: Final = re.compile(r"[+\-−–*•]\s+[0-9.,]")
_EXPRESSION: Final = re.compile(
    r"(?=.*[0-9])(?:[\W0-9]|ln|log|lg|exp|sqrt|pi|e|inf)+", re.IGNORECASE
)
_DASHES: Final = {"-", "−", "–", "—"}
_ELLIPSES: Final = {"...", "…", "..", "⋮", "⋯", "⋱"}
_MANY: Final = 1000  # lines; more are tried the fast way first

_BETWEEN = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line}, column {column}: {cell} stands between two numbers, and could be a minus or a "
    "difference. Write −1.46 without a blank, or commas between the numbers.",
)


def words_grid(lines: Lines) -> Grid:
    """Return the rows in `lines`.

    A line of numbers is a row of cells.  All words before the numbers are one label.  It ends at
    the first gap of two or more blanks; without such a gap, the numbers at the end of the line are
    the cells.  A header may lack the name of the first column. ``ln 2`` on a line of its own is one
    cell.  Raises ReadError for rows of different lengths, for a sign with a blank before its number,
    which could be a bullet or a difference, and for "...".
    """
    texts, numbers = lines.texts, lines.numbers
    indexed = lines.indexed
    fast = _fast(texts, numbers) if len(texts) > _MANY else None
    if fast is not None:
        return fast
    for number, line in zip(numbers, texts, strict=True):
        if _BULLET.match(line.strip()):  # a bullet, or a minus?
            read_cell(line.strip()[0], (number, 1), ".")
        _refuse_ellipsis(line, number)
    if all(_FUNCTION.match(line) or len(line.split()) == 1 for line in texts):
        return Grid.of_rows([[line.strip()] for line in texts], numbers)
    if not any(_is_number(word) for line in texts for word in line.split()[1:]):
        return Grid.of_rows([[line.strip()] for line in texts], numbers)
    return _table(texts, numbers, indexed=indexed)


def _table(texts: list[str], numbers: list[int], *, indexed: bool) -> Grid:
    header = [] if any(map(_is_number, texts[0].split())) else texts[0].split()
    first = 1 if header and len(texts) > 1 else 0
    body, places = texts[first:], numbers[first:]
    words = [_words(line, number) for (_, line), number in zip(patient(body), places, strict=True)]
    if header and all(
        len(row) == len(header) + 1 and row[0] == str(i) for i, row in enumerate(words)
    ):
        return Grid.of_rows([["", *header], *words], numbers, indexed=True)
    if header and indexed and len(header) == 1 and all(len(row) == 2 for row in words):
        return Grid.of_rows(words, places)  # the name of the index stands alone above it
    for part in (_parted_by_gaps, _parted_by_numbers):
        rows = [part(line, row) for line, row in zip(body, words, strict=True)]
        width = len(rows[0])
        if width < 2 or not all(len(row) == width for row in rows):
            continue
        if len(rows) > 1 and len({row[0] for row in rows}) == 1 and not _is_number(rows[0][0]):
            # In "class 1", "class 2" the numbers belong to the labels.
            rows = [[f"{row[0]} {row[1]}", *row[2:]] for row in rows]
            width -= 1
        if not first:
            return Grid.of_rows(rows, numbers, indexed=indexed)
        gaps = re.split(r"\s{2,}", texts[0].strip())
        for names in (header, gaps, ["", *header], ["", *gaps]):
            if len(names) == width:
                return Grid.of_rows([names, *rows], numbers, indexed=indexed)
    every = [_words(line, number) for line, number in zip(texts, numbers, strict=True)]
    return Grid.of_rows(rectangular(every, numbers), numbers)


def _fast(texts: list[str], numbers: list[int]) -> Grid | None:
    """Return a long table of one word and plain numbers a line, or of numbers; else None."""
    rows = [line.split() for line in texts]
    width = len(rows[1])
    if width < 2 or any(len(row) != width for row in rows):
        return None
    body = rows if looks_like_number(rows[0][-1]) else rows[1:]
    columns = [list(column) for column in zip(*body, strict=True)]
    if any(fast_numbers(column, ".") is None for column in columns[1:]):
        return None
    if len(set(columns[0])) == 1 or any(cell in _ELLIPSES | _DASHES for cell in columns[0]):
        return None
    return Grid.of_rows(rows, numbers)


def _refuse_ellipsis(line: str, number: int) -> None:
    if "..." not in line and ".." not in line and not any(sign in line for sign in "…⋮⋯⋱"):
        return
    for at, word in enumerate(line.split(), 1):
        if word in _ELLIPSES:
            read_cell("...", (number, at), ".")


def _words(line: str, number: int) -> list[str]:
    """Return the words of a line, a minus that stands apart together with its number.

    Raises ReadError if it stands between two numbers.
    """
    words = line.split()
    if _DASHES.isdisjoint(words):
        return words
    joined: list[str] = []
    for at, word in enumerate(words):
        if joined and joined[-1] in _DASHES and looks_like_number(word):
            if len(joined) > 1 and _is_number(joined[-2]):
                place = {"line": number, "column": at, "cell": shown(joined[-1])}
                raise ReadError(_BETWEEN, **place)
            joined[-1] = f"{joined[-1]} {word}"
        else:
            joined.append(word)
    return joined


def _is_number(word: str) -> bool:
    """Whether `word` is a number or an expression; ``e`` and ``pi`` are words here."""
    return (
        looks_like_number(word)
        or bool(minus_apart(word))
        or (len(word) < 200 and _EXPRESSION.fullmatch(word) is not None and is_number(word, "."))
    )


def _parted_by_gaps(line: str, words: list[str]) -> list[str]:
    """Return the label before the first wide gap and the numbers after it; [] without them."""
    label, *rest = re.split(r"\s{2,}", line.strip(), maxsplit=1)
    if not rest:
        return []
    values = words[len(label.split()) :]
    return [label, *values] if values and all(map(_is_number, values)) else []


def _parted_by_numbers(line: str, words: list[str]) -> list[str]:
    """Return the words before the last numbers as one label, and these numbers."""
    first = len(words)
    while first > 0 and _is_number(words[first - 1]):
        first -= 1
    return [" ".join(words[:first]), *words[first:]] if first else words
