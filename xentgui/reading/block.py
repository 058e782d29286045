"""Reads the numbers of a text, without the question what else it could mean."""

from __future__ import annotations

from xentgui.model.checks import MOST_CELLS, MOST_CHARACTERS
from xentgui.reading.blocks import Block, BlockKind
from xentgui.reading.reading import read

__all__ = ["Block", "BlockKind", "read_block"]


def read_block(
    source: str | bytes,
    *,
    decimal_point: str = ".",
    most_characters: int = MOST_CHARACTERS,
    most_cells: int = MOST_CELLS,
) -> Block:
    """Return the numbers that `source` most likely holds; raises ReadError as `read` does."""
    found = read(
        source,
        decimal_point=decimal_point,
        most_characters=most_characters,
        most_cells=most_cells,
    )
    return found.block
