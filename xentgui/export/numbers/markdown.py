"""Markdown: two tables for a README, a chat or an issue."""

from __future__ import annotations

from collections.abc import Sequence

from xentgui.export.numbers.looks import Looks, printable
from xentgui.export.numbers.quantities import readouts, table
from xentgui.model import Snapshot

_SPECIAL = str.maketrans({letter: f"\\{letter}" for letter in r"\`*_{}[]<>#|~$&"})


def encode(snapshot: Snapshot, looks: Looks) -> str:
    """Return the classes and the single numbers of `snapshot` as tables of Markdown."""
    headings, rows = table(snapshot, looks)
    single = [list(line) for line in readouts(snapshot, looks)]
    return "\n".join([*pipe_table(headings, rows), "", *pipe_table(["", ""], single), ""])


def pipe_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of a table: names left, numbers right."""
    return [
        _row(headings),
        "|" + "|".join([" :--- ", *(" ---: " for _ in headings[1:])]) + "|",
        *map(_row, rows),
    ]


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(escaped, cells)) + " |"


def escaped(text: str) -> str:
    r"""Return `text` so that Markdown shows it as it is, on one line.

    >>> escaped("a|b *c*\n")
    'a\\|b \\*c\\*'
    """
    return printable(text).translate(_SPECIAL)
