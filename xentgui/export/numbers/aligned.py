"""A table for a terminal: columns are aligned, whatever script the names have."""

from __future__ import annotations

from collections.abc import Sequence

from xentgui.export.numbers.looks import Looks, printable
from xentgui.export.numbers.quantities import readouts, table
from xentgui.language.terminal import columns as columns_of
from xentgui.language.terminal import letter_columns
from xentgui.model import Snapshot
from xentgui.model.naming import visible


def encode(snapshot: Snapshot, looks: Looks) -> str:
    """Return the classes and the single numbers of `snapshot` in columns of fixed width."""
    headings, rows = table(snapshot, looks)
    rows = [[visible(name), *numbers] for name, *numbers in rows]
    lines = column_lines([headings, *rows], rule=True)
    lines += ["", *column_lines([list(line) for line in readouts(snapshot, looks)], rule=False), ""]
    return "\n".join(lines)


def column_lines(rows: Sequence[Sequence[str]], *, rule: bool) -> list[str]:
    """Return `rows` padded to columns: names left, numbers right; `rule` under the first row."""
    columns, width = [], 0
    for place, column in enumerate(zip(*rows, strict=True)):
        padded, most = _padded(_printable(column), left=place == 0)
        columns.append(padded)
        width += most + 2 * (place > 0)
    lines = ["  ".join(cells).rstrip() for cells in zip(*columns, strict=True)]
    if rule:
        lines.insert(1, "─" * width)
    return lines


def _printable(cells: Sequence[str]) -> list[str]:
    whole = "".join(cells)
    if whole.isprintable() and " " not in whole:  # as numbers are
        return list(cells)
    return list(map(printable, cells))


def _padded(cells: list[str], *, left: bool) -> tuple[list[str], int]:
    """Return `cells` with blanks up to the width of the widest, and that width."""
    plain = all(letter_columns(letter) == 1 for letter in set("".join(cells)))
    widths = list(map(len if plain else columns_of, cells))
    most = max(widths)
    blanks = [" " * (most - width) for width in widths]
    pairs = zip(cells, blanks, strict=True) if left else zip(blanks, cells, strict=True)
    return list(map("".join, pairs)), most
