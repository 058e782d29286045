"""Tables with lines drawn around their cells: Markdown, psql, tabulate, polars."""

from __future__ import annotations

import re
from typing import Final

from xentgui.reading.grid import Grid, rectangular
from xentgui.reading.layouts.lines import Lines

_RULE: Final = re.compile(r"[\s|+:=\-─━═│┃┆┌┐└┘├┤┬┴┼╞╡╪╒╕╤╘╛╧╔╗╚╝╠╣╦╩╬║╟╢╫╥╨╭╮╰╯]+")
_DRAWN: Final = re.compile(r"[─━═╌]|[+|][-=]{2}|--:?\s?\|")
_SHAPE: Final = re.compile(r"shape: \([0-9]+, [0-9]+\)")
_TYPES: Final = re.compile(r"(?:---|[fiu](?:8|16|32|64)|str|bool|cat|list\[\w+\]|)")
_EDGES: Final = "|│┃║┆"


def boxed_grid(lines: Lines) -> Grid | None:
    """Return the cells of a drawn table; None if no line between its rows is drawn."""
    kept = lines.kept
    if not kept:
        return None
    polars = _SHAPE.fullmatch(kept[0][1].strip()) is not None
    body = kept[1:] if polars else kept
    rules = [_RULE.fullmatch(line) is not None for _, line in body]
    drawn = [
        _DRAWN.search(line) is not None for rule, (_, line) in zip(rules, body, strict=True) if rule
    ]
    rows = [one for rule, one in zip(rules, body, strict=True) if not rule]
    edged = all(line.strip()[:1] in _EDGES and line.strip()[-1:] in _EDGES for _, line in rows)
    if not rows or not (any(drawn) or edged):
        return None
    if not all(any(edge in line for edge in _EDGES) for _, line in rows):
        return None
    cells = [_cells(line) for _, line in rows]
    if polars:  # below the names stand --- and the types
        types = [at for at in (1, 2) if at < len(cells) and all(map(_TYPES.fullmatch, cells[at]))]
        cells = [row for at, row in enumerate(cells) if at not in types]
        rows = [row for at, row in enumerate(rows) if at not in types]
    numbers = [number for number, _ in rows]
    return Grid.of_rows(rectangular(cells, numbers), numbers)


def _cells(line: str) -> list[str]:
    bare = line.strip()
    if bare[0] in _EDGES:
        bare = bare[1:]
    if bare and bare[-1] in _EDGES and not bare.endswith("\\|"):
        bare = bare[:-1]
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)[|│┃║┆]", bare)]
