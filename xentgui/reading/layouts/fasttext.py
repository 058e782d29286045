"""What fastText predicts: ``__label__cat 0.83 __label__dog 0.17``, a line for each text."""

from __future__ import annotations

from typing import Final

from xentgui.reading.cell import looks_like_number
from xentgui.reading.grid import Grid
from xentgui.reading.layouts.lines import Lines

_MARK: Final = "__label__"


def fasttext_grid(lines: Lines) -> Grid | None:
    """Return names and probabilities; None for other texts, and for lines with other names."""
    if not lines.kept or not lines.kept[0][1].lstrip().startswith(_MARK):
        return None
    rows: list[dict[str, str]] = []
    for _, line in lines.kept:
        words = line.split()
        names, numbers = words[::2], words[1::2]
        marked = all(name.startswith(_MARK) for name in names)
        if len(names) != len(numbers) or not marked or not all(map(looks_like_number, numbers)):
            return None
        rows.append(
            {name.removeprefix(_MARK): one for name, one in zip(names, numbers, strict=True)}
        )
    names = list(rows[0])
    if len(rows) == 1 and len(names) > 1:
        number = lines.kept[0][0]
        cells = [[name, rows[0][name]] for name in names]
        return Grid.of_rows(cells, [number] * len(cells), header=("label", "probability"))
    if len(names) == 1:  # a line for each class
        cells = [[name, one] for row in rows for name, one in row.items()]
        if len(cells) == len(rows) == len({name for name, _ in cells}) > 1:
            return Grid.of_rows(cells, lines.numbers, header=("label", "probability"))
        return None
    if not all(set(row) == set(names) for row in rows):
        return None
    table = [[row[name] for name in names] for row in rows]
    return Grid.of_rows(table, lines.numbers, header=tuple(f"prob_{name}" for name in names))
