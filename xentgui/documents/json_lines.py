"""Pieces of JSON: a short one is on one line, a long one has one line for each entry."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, TypeVar

_T = TypeVar("_T")

INDENT: Final = " " * 6
"""The indent of the keys of a scene."""

_WIDTH: Final = 100  # columns; a longer list has one line for each entry
_SLICE: Final = 1000  # entries, which take less than a millisecond
_BREAK: Final = ",\n" + INDENT + "  "
_LINE: Final = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": "))
_LINES: Final = json.JSONEncoder(ensure_ascii=False, separators=(_BREAK, ": "))


def text(value: str) -> str:
    """Return a text in quotation marks."""
    return _LINE.encode(value)


def number(value: float) -> str:
    """Return a number in the fewest digits that read back the same; infinities are texts."""
    return _numbers((value,), "")


def texts_by_key(texts: Mapping[str, str]) -> Iterator[str]:
    """Yield an object of texts."""
    line = _LINE.encode(dict(texts))
    yield line if len(line) <= _WIDTH else _on_lines(_LINES.encode(dict(texts)))


def texts(values: Sequence[str]) -> Iterator[str]:
    """Yield a list of texts."""
    return _list(values, _strings)


def numbers(values: Sequence[float]) -> Iterator[str]:
    """Yield a list of numbers."""
    return _list(values, _numbers)


def rows(values: Sequence[Sequence[float] | int]) -> Iterator[str]:
    """Yield a list of lists of finite numbers, and of whole numbers."""
    return _list(values, _rows)


def _list(values: Sequence[_T], write: Callable[[Sequence[_T], str], str]) -> Iterator[str]:
    """Yield the text of a list; `write` returns the text of some entries with a separator."""
    line = write(values, ", ") if len(values) <= _WIDTH // 2 else " " * _WIDTH
    if len(line) + 2 <= _WIDTH:
        yield f"[{line}]"
        return
    yield f"[\n{INDENT}  "
    for start in range(0, len(values), _SLICE):
        yield (_BREAK if start else "") + write(values[start : start + _SLICE], _BREAK)
    yield f"\n{INDENT}]"


def _strings(values: Sequence[str], between: str) -> str:
    # Python's fast encoder cannot indent, but it takes a separator that holds the line break.
    return (_LINE if between == ", " else _LINES).encode(values)[1:-1]


def _numbers(values: Sequence[float], between: str) -> str:
    line = _LINE.encode(values).replace(".0, ", ", ").replace(".0]", "]").replace("e+", "e")
    if "I" in line:
        line = line.replace("-Infinity", '"-inf"').replace("Infinity", '"inf"')
    return line[1:-1].replace(", ", between)


def _rows(values: Sequence[Sequence[float] | int], between: str) -> str:
    parts = (str(one) if isinstance(one, int) else f"[{_numbers(one, ', ')}]" for one in values)
    return between.join(parts)


def _on_lines(line: str) -> str:
    return f"{line[0]}\n{INDENT}  {line[1:-1]}\n{INDENT}{line[-1]}"
