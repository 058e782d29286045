"""What a table of a classifier's numbers consists of: its columns, and how each cell looks."""

from __future__ import annotations

from typing import NamedTuple

from xentgui.language.numbers import lowered


class Column(NamedTuple):
    """A column.

    Attributes
    ----------
    key
        Its name in the program.
    heading, tip
        In the current language.
    is_name, editable
        Whether it holds the names of the rows, and whether a person can type here.
    """

    key: str
    heading: str
    tip: str = ""
    is_name: bool = False
    editable: bool = False


def symbol(letter: str, at: int) -> str:
    """Return "w₃" for "w" and 2."""
    return lowered(f"{letter}{at + 1}")


class CellLook(NamedTuple):
    """How a cell is drawn.

    Attributes
    ----------
    color
        The number of a class's colour, for a dot before the text; -1 for none.
    inked
        Whether the text itself has that colour, in place of a dot.
    boxed, bold
        Whether it stands in a box, and is bold.
    """

    color: int = -1
    inked: bool = False
    boxed: bool = False
    bold: bool = False
