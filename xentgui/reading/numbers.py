"""The columns of a grid as arrays of numbers, or as names."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from typing import Final

import numpy as np

from xentgui.model.message import QT_TRANSLATE_NOOP, Message, shown
from xentgui.reading.cell import (
    is_number,
    looks_like_number,
    minus_apart,
    no_number,
    numbers_among,
    read_cell,
)
from xentgui.reading.column import CLASSES, Role
from xentgui.reading.grid import Floats, Grid
from xentgui.reading.patience import patient
from xentgui.reading.read_error import MOST_PLACES, ReadError, together

# A number with other characters attached to it is a damaged number, not a name.
_NUMBER: Final = r"[+\-−]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE][+\-−]?[0-9]+)?"
_DAMAGED: Final = re.compile(
    rf"[\[({{<:=\s]+{_NUMBER}|{_NUMBER}[\])}}>:;,\s]+|[^:：=]*[:：=]\s*{_NUMBER}|[+\-−*.…]+"
    rf"|[$€£¥￥]\s*{_NUMBER}|{_NUMBER}\s*[$€£¥￥]|0[xX][0-9a-fA-F]+|#?N/A!?|#[A-Z]+[/0-9A-Z]*[!?]"
    rf"|\w+[\[(]+\s*{_NUMBER}|(?i:nan)|{_NUMBER}[fF]|[+\-−]?(?:np|numpy|math|torch)\.\w+"
)
_OF_DAMAGED: Final = (":", "：", "=", "/", ".", "(", "[")
"""In a damaged number that begins with a letter, except "nan", is one of these."""

_LONGEST: Final = 200
_FIRST: Final = frozenset("+-−.,0123456789")
_OF_NUMBERS: Final = b"0123456789+-.eE \n"
_TINY: Final = (re.compile("e-[0-9]{3}"), re.compile("E-[0-9]{3}"))

_MINUS = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line}, column {column}: the minus of {cell} stands apart from its number; "
    "it is read as {value}.",
)
_MINUSES = QT_TRANSLATE_NOOP("errors", "{reason} So are {count} more.")


def fast_numbers(texts: list[str], decimal_point: str) -> Floats | None:
    """Return `texts` as numbers if all are as programs write them, else None.

    It gives the same numbers as `read_cell`, for a fraction of the time.
    """
    if texts and texts[0][:1] not in _FIRST:
        return None
    joined = "\n".join(texts)
    if decimal_point == ",":
        if "." in joined:
            return None
        joined = joined.replace(",", ".")
    if " " in joined or "\n\n" in joined or not texts or not (texts[0] and texts[-1]):
        return None  # no cell is empty, and none has two numbers
    return plain_numbers(joined.replace("−", "-"), len(texts))


def plain_numbers(text: str, count: int) -> Floats | None:
    """Return the numbers in `text`, `count` words with blanks or line ends between them, else None.

    None is also for what could be too small or too large for a float, and for what is not written
    as programs write numbers.
    """
    if not text.isascii() or text.encode().translate(None, _OF_NUMBERS):
        return None
    if may_be_tiny(text):
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            values = np.fromstring(text, dtype=np.float64, sep=" ")
        except (DeprecationWarning, ValueError):  # of older and of newer versions
            return None
    # "1-2" is one word, but was read as two numbers.
    return values if len(values) == count and bool(np.isfinite(values).all()) else None


def may_be_tiny(text: str) -> bool:
    """Return whether a number of `text` could be too small for a float."""
    return "0" * 300 in text or any(pattern.search(text) is not None for pattern in _TINY)


class Columns:
    """The columns of a grid, each read as numbers when it is asked for, and only once."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self._names: dict[int, tuple[str, ...]] = {}
        self._read: dict[int, tuple[Floats, tuple[Message, ...]] | ReadError] = {}

    def numbers(self, j: int) -> Floats:
        """Return column `j`, a read-only array; raises ReadError for its bad cells."""
        return self._column(j)[0]

    def notes(self, j: int) -> tuple[Message, ...]:
        """Return what is to be looked at in column `j`; raises ReadError as `numbers`."""
        return self._column(j)[1]

    def kind(self, j: int, role: Role) -> Floats | None:
        """Return column `j` as numbers, or None if it is a column of words.

        Raises ReadError for a column with numbers and other cells.  A column in which half of the
        cells are numbers is damaged; one with few numbers is a column of words.  A column with the
        name of labels may hold anything, and a target may hold the names of classes.
        """
        texts = self.grid.columns[j]
        try:
            values = self.numbers(j)
        except ReadError as error:
            assert isinstance(texts, list)
            found = numbers_among(texts)
            first = j == 0 and self.grid.width > 1
            words = role in {Role.LABEL, Role.INDEX, Role.OUT, Role.TARGET, *CLASSES}
            words |= not any(texts)
            if words or found == 0 or (found * 2 < len(texts) and (first or self.grid.header)):
                return None
            raise error from None
        if not isinstance(texts, list):
            return values
        # "e" and "pi" are numbers, but a column of nothing else is a column of words.
        written = any(any(map(str.isdigit, text)) or looks_like_number(text) for text in texts)
        return values if written else None

    def wrong_cells(self, j: int) -> list[ReadError]:
        """Return the refusals of cells of column `j`, and no more than can be said."""
        wrong: list[ReadError] = []
        for i, text in enumerate(self.grid.texts(j)):
            try:
                self._cell(text, i, j)
            except ReadError as error:
                wrong.append(error)
                if len(wrong) > MOST_PLACES:
                    break
        return wrong

    def refused(self, j: int) -> ReadError:
        """Return the refusal of a column of words that should be numbers."""
        try:
            self.numbers(j)
        except ReadError as error:
            return error
        return no_number(self.grid.cell(0, j), self.grid.place(0, j))  # "e" and nothing else

    def names(self, j: int) -> tuple[str, ...]:
        """Return column `j` as names; raises ReadError at a damaged number without a header."""
        if j in self._names:
            return self._names[j]
        texts = tuple(self.grid.texts(j))
        if not self.grid.header:
            for i in _suspects(texts):
                text = texts[i]
                if is_damaged(text) and not is_number(text, self.grid.decimal_point):
                    raise no_number(text, self.grid.place(i, j))
        self._names[j] = texts
        return texts

    def _column(self, j: int) -> tuple[Floats, tuple[Message, ...]]:
        if j not in self._read:
            try:
                self._read[j] = self._numbers(j)
            except ReadError as error:
                self._read[j] = error
        found = self._read[j]
        if isinstance(found, ReadError):
            raise found
        return found

    def _numbers(self, j: int) -> tuple[Floats, tuple[Message, ...]]:
        texts = self.grid.columns[j]
        notes: list[Message] = []
        if not isinstance(texts, list):
            return texts, ()
        values = fast_numbers(texts, self.grid.decimal_point)
        if values is None:
            try:
                values = np.array(
                    [self._cell(text, i, j, notes.append) for i, text in patient(texts)]
                )
            except ReadError:
                raise together(self.wrong_cells(j)) from None
        values.setflags(write=False)
        return values, _few(notes)

    def _cell(
        self, text: str, i: int, j: int, note: Callable[[Message], None] | None = None
    ) -> float:
        apart = minus_apart(text.strip())
        if not apart:
            return read_cell(text.strip(), self.grid.place(i, j), self.grid.decimal_point)
        value = read_cell(apart, self.grid.place(i, j), self.grid.decimal_point)
        if note is not None:
            line, column = self.grid.place(i, j)
            values = {"line": line, "column": column, "cell": shown(text), "value": shown(value)}
            note(Message(_MINUS, values))
        return value


def _suspects(texts: tuple[str, ...]) -> list[int]:
    """Return the places of the texts that could be damaged numbers: most names cannot."""
    firsts = {text[:1] for text in texts}
    if all(map(str.isalpha, firsts)) and firsts.isdisjoint("nN"):
        joined = "\n".join(texts)
        if not any(sign in joined for sign in _OF_DAMAGED):
            return []
    return list(range(len(texts)))


def is_damaged(text: str) -> bool:
    """Whether `text` is a number with something attached, or a word for a missing number."""
    if text[:1].isalpha() and text.isalnum():
        return text.lower() == "nan"
    return len(text) <= _LONGEST and _DAMAGED.fullmatch(text) is not None


def _few(notes: list[Message]) -> tuple[Message, ...]:
    if len(notes) < 2:
        return tuple(notes)
    return (Message(_MINUSES, {"reason": notes[0], "count": len(notes) - 1}),)
