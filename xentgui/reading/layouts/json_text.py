"""Reads long JSON texts, and long lines of JSON, all at once.

Shorter ones, and those with a fault, are left to `xentgui.reading.layouts.printed`, which knows the
place of every value.
"""

from __future__ import annotations

import json
import re
from operator import itemgetter
from typing import Any, Final

import numpy as np

from xentgui.reading.column import Role, role_of
from xentgui.reading.grid import Column, Grid
from xentgui.reading.layouts.node import Pairs, Value, column_of
from xentgui.reading.layouts.tree import tree_grid
from xentgui.reading.numbers import may_be_tiny, plain_numbers
from xentgui.reading.read_error import ReadError

_ARRAYS: Final = {"array", "asarray", "Array", "DeviceArray", "tensor", "Tensor"}
_WRAPPED: Final = re.compile(r"\s*(?:[A-Za-z_]\w*\s*=\s*)?[A-Za-z_][\w.]{0,40}\(\s*(?=\[)")
_SETTINGS: Final = re.compile(r"(?:\s*,\s*\w+\s*=\s*[^\[\](){}\n]{0,80})*\s*,?\s*\)\s*;?\s*")
_NAMED: Final = re.compile(r"\s*([A-Za-z_]\w*)\s*=\s*(?=[\[{])")
_RECORDS: Final = re.compile(r"\s*\[\s*\{")
_POINT: Final = re.compile(r"(?<=[0-9])\.(?=[\s,\]])")


def json_grid(text: str) -> Grid | None:
    """Return what a JSON text holds; None if the careful way has to read it."""
    text = _unwrapped(text)
    named = _NAMED.match(text)
    name, text = (named.group(1), text[named.end() :]) if named else ("", text)
    start = text.lstrip()[:1]
    if start not in {"[", "{"}:
        return None
    if start == "{" and '"' not in text and "\\" not in text:
        text = text.replace("'", '"')  # a dictionary of Python
    if may_be_tiny(text) or "NaN" in text or "Infinity" in text:
        return None
    quick = _blanks(text) if "," not in text and not name else _records(text)
    if quick is not None:
        return quick
    value = _decoded(text)
    if value is None:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2 or not all(line.lstrip().startswith(start) for line in lines):
            return None
        text = "[" + ",".join(lines) + "]"
        quick = _records(text)
        if quick is not None:
            return quick
        value = _decoded(text)
    if not isinstance(value, (list, Pairs)):
        return None
    try:
        return tree_grid([(name, value)])
    except (ReadError, OverflowError):
        return None


def _blanks(text: str) -> Grid | None:
    """Return a vector or a matrix of numbers with blanks between them, as numpy prints it."""
    text = text.strip()
    if text[:2] == "[[" and text[-2:] == "]]":
        rows = text[2:-2].split("]")
        if not all(row.lstrip()[:1] == "[" for row in rows[1:]):
            return None
        rows = [rows[0], *(row.lstrip()[1:] for row in rows[1:])]
    elif text[:1] == "[" and text[-1:] == "]":
        rows = [text[1:-1]]
    else:
        return None
    widths = {len(row.split()) for row in rows}
    width = widths.pop()
    if widths or not width:
        return None
    numbers = plain_numbers(" ".join(rows), width * len(rows))
    if numbers is None:
        return None
    if len(rows) == 1 and text[1] != "[":
        return Grid([numbers], [1] * width, header=())
    columns: list[Column] = [*np.ascontiguousarray(numbers.reshape(-1, width).T)]
    return Grid(columns, [1] * len(rows), header=())


def _records(text: str) -> Grid | None:
    """Return a list of records that have the same names and single values; None for the rest."""
    if not _RECORDS.match(text):
        return None
    try:
        rows: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if set(map(type, rows)) != {dict}:
        return None
    header = tuple(rows[0])
    # A name that stands twice in a record would be lost in a dictionary without a word.
    if set(map(len, rows)) != {len(header)} or text.count('":') != len(header) * len(rows):
        return None
    columns: list[Column] = []
    for name in header:
        try:
            values = list(map(itemgetter(name), rows))
        except KeyError:
            return None  # as many names, but others
        if role_of(name) is Role.OUT or not set(map(type, values)) <= {str, float, int}:
            return None
        try:
            columns.append(column_of(values))
        except (ReadError, OverflowError):
            return None
    if not columns or {"token", "tok_str"} & set(header):
        return None
    return Grid(columns, [1] * len(rows), header=header)


def _unwrapped(text: str) -> str:
    """Return the brackets in ``array([…], dtype=…)``, written as JSON; other texts as they are."""
    begins = _WRAPPED.match(text)
    if begins is None:
        return text
    end = text.rfind("]") + 1
    name = begins.group().rpartition("=")[2].strip().rstrip("( \n").rpartition(".")[2]
    if name not in _ARRAYS or not _SETTINGS.fullmatch(text, end):
        return text
    return _POINT.sub(".0", text[begins.end() : end])


def _decoded(text: str) -> Value | None:
    try:
        found: Any = json.loads(text, object_pairs_hook=_pairs)
    except (ValueError, RecursionError):
        return None
    return None if _has_infinity(found) else found


def _pairs(items: list[Any]) -> Pairs:
    return Pairs(items, 1)


def _has_infinity(value: Any) -> bool:
    """Whether a number of a short list is too large; of long ones, the columns find it."""
    return isinstance(value, float) and value - value != 0
