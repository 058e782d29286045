"""The fast way to read a long column of plain numbers, as programs write it."""

from __future__ import annotations

import re
from typing import Final

import numpy as np

from xentgui.reading.blocks import Block, BlockKind

_NUMBER: Final = r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
_COLUMN: Final = re.compile(rf"(?:{_NUMBER}\r?\n)+(?:{_NUMBER})?\s*")
_NOT_ZERO: Final = re.compile("[1-9]")


def plain_column(text: str) -> Block | None:
    """Return the same block as `xentgui.reading.block` for a column of numbers with points.

    None if the text holds anything else, or a number that float64 cannot hold: then the slow way
    says what is wrong, and where.
    """
    if _COLUMN.fullmatch(text) is None:
        return None
    words = text.split()
    values = np.array(words, dtype=np.float64)
    if not np.isfinite(values).all():
        return None
    for place in np.flatnonzero(values == 0).tolist():
        if _NOT_ZERO.search(re.split("[eE]", words[place])[0]):
            return None
    values.setflags(write=False)
    cells = tuple((word,) for word in words)
    return Block(BlockKind.VECTOR, cells=cells, header=(), numbers=(values,), logits=values)
