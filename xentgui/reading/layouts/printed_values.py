"""The values in a text that a program printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Leaf(NamedTuple):
    """A single value: a number as it was written, or a text between quotation marks.

    `line` counts lines from 1; `column` counts the values of that line from 1.
    """

    text: str
    line: int
    column: int
    quoted: bool = False
    is_tensor: bool = False  # a tensor of one number, printed with its name


@dataclass(frozen=True, slots=True)
class Pairs:
    """A dictionary, in order, with its line; `is_output` for the result of a model."""

    items: list[tuple[Leaf | str, Value]]
    line: int
    is_output: bool = False


Value = Leaf | Pairs | list["Value"] | str | float | None
"""A value; those of Python stand only in JSON that was decoded at once."""
