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

_TINY: Final = re.compile(r"[0-9][eE]-[0-9]{3}|0{300}")  # could be too small for a float
_CONSTANT: Final = re.compile(r"\b(?:NaN|Infinity)\b")


def json_grid(text: str) -> Grid | None:
    """Return what a JSON text holds; None if the careful way has to read it."""
    start = text.lstrip()[:1]
    if start not in {"[", "{"}:
        return None
    if start == "{" and '"' not in text and "\\" not in text:
        text = text.replace("'", '"')  # a dictionary of Python
    if _TINY.search(text) or _CONSTANT.search(text):
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
