"""A table for a terminal: columns are aligned, whatever script the names have."""

from __future__ import annotations

from collections.abc import Sequence

from xentgui.export.numbers.looks import Looks, printable
from xentgui.export.numbers.quantities import readouts, table
from xentgui.language.terminal import columns
from xentgui.model import Snapshot


def encode(snapshot: Snapshot, looks: Looks) -> str:
    """Return the classes and the single numbers of `snapshot` in columns of fixed width."""
    headings, rows = table(snapshot, looks)
    lines = column_lines([headings, *rows], rule=True)
    lines += ["", *column_lines([list(line) for line in readouts(snapshot, looks)], rule=False), ""]
    return "\n".join(lines)


def column_lines(rows: Sequence[Sequence[str]], *, rule: bool) -> list[str]:
    """Return `rows` padded to columns: names left, numbers right; `rule` under the first row."""
    clean = [[printable(cell) for cell in row] for row in rows]
    widths = [max(map(columns, column)) for column in zip(*clean, strict=True)]
    lines = []
    for row in clean:
        padded = [
            cell + " " * (width - columns(cell)) if k == 0 else " " * (width - columns(cell)) + cell
            for k, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(padded).rstrip())
    if rule:
        lines.insert(1, "─" * (sum(widths) + 2 * (len(widths) - 1)))
    return lines
