"""Reads long JSON texts, and long lines of JSON, all at once.

Shorter ones, and those with a fault, are left to `xentgui.reading.layouts.printed`, which knows the
place of every value.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from xentgui.reading.grid import Grid
from xentgui.reading.layouts.printed import Pairs, Value
from xentgui.reading.layouts.tree import tree_grid
from xentgui.reading.read_error import ReadError

_ARRAYS: Final = {"array", "asarray", "Array", "DeviceArray", "tensor", "Tensor"}
_TINY: Final = re.compile(r"[0-9][eE]-[0-9]{3}|0{300}")  # could be too small for a float
_EXPONENTS: Final = tuple(f"{e}-{digit}" for e in "eE" for digit in range(1, 10))
_WRAPPED: Final = re.compile(r"\s*(?:[A-Za-z_]\w*\s*=\s*)?[A-Za-z_][\w.]{0,40}\(\s*(?=\[)")
_SETTINGS: Final = re.compile(r"(?:\s*,\s*\w+\s*=\s*[^\[\](){}\n]{0,80})*\s*,?\s*\)\s*;?\s*")
_POINT: Final = re.compile(r"(?<=[0-9])\.(?=[\s,\]])")


def json_grid(text: str) -> Grid | None:
    """Return what a JSON text holds; None if the careful way has to read it."""
    text = _unwrapped(text)
    start = text.lstrip()[:1]
    if start not in {"[", "{"}:
        return None
    if start == "{" and '"' not in text and "\\" not in text:
        text = text.replace("'", '"')  # a dictionary of Python
    if _may_be_tiny(text) or "NaN" in text or "Infinity" in text:
        return None
    value = _decoded(text)
    if value is None:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2 or not all(line.lstrip().startswith(start) for line in lines):
            return None
        value = _decoded("[" + ",".join(lines) + "]")
    if not isinstance(value, (list, Pairs)):
        return None
    try:
        return tree_grid([("", value)])
    except (ReadError, OverflowError):
        return None


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


def _may_be_tiny(text: str) -> bool:
    """Whether a number of `text` could be too small for a float."""
    if not any(exponent in text for exponent in _EXPONENTS) and "0" * 300 not in text:
        return False
    return _TINY.search(text) is not None


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
