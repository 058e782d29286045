"""What a grid without a header means; `xentgui.reading.blocks` has the rules."""

from __future__ import annotations

import numpy as np

from xentgui.reading.blocks import Block, BlockKind, Floats
from xentgui.reading.columns import labels, numbers, refused, roles
from xentgui.reading.grid import Grid


def nameless_block(grid: Grid) -> Block:
    """Return the meaning of `grid`; raises ReadError, naming the cell, if it has none."""
    columns = numbers(grid, roles(grid))
    words = [j for j, column in enumerate(columns) if column is None]
    values = [column for column in columns if column is not None]
    if not values:
        return _words(grid)
    last = grid.width - 1
    for j in words:
        # There can be one column of words, the first or the last; other words are damaged numbers.
        if j not in {0, last} or len(words) > 1 or (j > 0 and len(grid.rows) == 1):
            raise refused(grid, words[-1] if j == 0 else j)
    names = labels(grid, words[0]) if words else None
    single = len(values) == 1
    with_target = len(values) == 2 and _is_target(values[1])
    if names is not None and (single or with_target):
        return Block(
            BlockKind.TABLE,
            cells=tuple(map(tuple, grid.rows)),
            header=(),
            numbers=tuple(columns),
            labels=names,
            logits=values[0],
            targets=values[1] if with_target else None,
        )
    matrix = np.column_stack(values)
    matrix.setflags(write=False)
    if single or len(grid.rows) == 1:
        texts = [cell for row in grid.rows for j, cell in enumerate(row) if j not in words]
        vector = matrix.reshape(-1)
        return Block(
            BlockKind.VECTOR,
            cells=tuple((text,) for text in texts),
            header=(),
            numbers=(vector,),
            logits=vector,
        )
    return Block(
        BlockKind.MATRIX,
        cells=tuple(map(tuple, grid.rows)),
        header=(),
        numbers=tuple(columns),
        logits=matrix,
    )


def _is_target(column: Floats) -> bool:
    """Whether `column`, (rows,), can be a target: it is not negative, and its sum is 1."""
    return bool((column >= 0).all()) and abs(float(column.sum()) - 1) < 1e-6


def _words(grid: Grid) -> Block:
    """Return a block of labels only: one column or one row of words."""
    if grid.width > 1 and len(grid.rows) > 1:
        raise refused(grid, grid.width - 1)
    if grid.width > 1:
        grid = Grid([[cell] for cell in grid.rows[0]], grid.lines * grid.width)
    return Block(
        BlockKind.TABLE,
        cells=tuple(map(tuple, grid.rows)),
        header=(),
        numbers=(None,),
        labels=labels(grid, 0),
    )
