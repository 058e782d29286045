"""Names and numbers with a colon or an equals sign between them, several on a line or one."""

from __future__ import annotations

import re
from typing import Final

from xentgui.reading.cell import is_number
from xentgui.reading.grid import Grid
from xentgui.reading.layouts.lines import Lines

_SIGNS: Final = ":：="
_SIGN: Final = re.compile(f"[{_SIGNS}]")
_INSIDE: Final = re.compile(rf"[{_SIGNS}]\s?[+\-−]?[.,]?[0-9]")
_BETWEEN: Final = re.compile(r"[,;](?:\s+|$)|[，；、]\s*")
_BULLETS: Final = ("- ", "* ", "• ")
_ENDS: Final = ",;，；、 \t\u3000\u00a0"
_QUOTES: Final = "\"'“”‘’"


def pairs_grid(lines: Lines) -> Grid | None:
    """Return ``name: number`` as two columns; None for every other text."""
    kept = lines.kept
    if not kept or _SIGN.search(kept[0][1]) is None or any("\t" in line for _, line in kept):
        return None
    apart = [(number, part) for number, line in kept for part in _BETWEEN.split(line)]
    for parts in (apart, kept):
        filled = [(number, part.strip()) for number, part in parts if part.strip()]
        rows: list[list[str]] = []
        for _, part in filled:
            row = _pair(part)
            if not row:
                break
            rows.append(row)
        if rows and len(rows) == len(filled):
            return Grid.of_rows(rows, [number for number, _ in filled], header=("label", "value"))
    return None


def _pair(text: str) -> list[str]:
    """Return name and number, or [] if `text` has another form."""
    text = text.rstrip(_ENDS)
    for bullet in _BULLETS:
        text = text.removeprefix(bullet)
    at = max(map(text.rfind, _SIGNS))
    name, value = text[:at].strip(), text[at + 1 :].strip()
    if at < 1 or not name or not is_number(value, ".") or _INSIDE.search(name):
        return []
    return [_bare(name), value]


def _bare(name: str) -> str:
    """Return `name` without quotation marks around it; blanks within them belong to it."""
    quoted = len(name) > 1 and name[0] in _QUOTES and name[-1] in _QUOTES
    return name[1:-1] if quoted else name.strip(_QUOTES)
