"""The common part of the scripts: the numbers of a state as Python."""

from __future__ import annotations

import math
import textwrap

import xentgui
from xentgui.model import State
from xentgui.model.losses import Loss
from xentgui.model.settings_of_state import mentioned


def head(state: State, what: str) -> list[str]:
    """Return the first lines of a script that computes `what`."""
    classes = len(state.labels)
    return [f'"""{what} of {classes} classes, written by XentGUI {xentgui.__version__}."""', ""]


def print_of(loss: Loss, value: str) -> str:
    """Return the line that prints the loss, which is the expression `value`."""
    unit = f" {loss.unit}" if loss.unit else ""
    return f'print(f"{loss.name} = {{{value}:.6g}}{unit}")'


def labels(state: State) -> str:
    """Return the line, or lines, that name the classes."""
    return _wrapped("labels = [", [ascii_or_letters(label) for label in state.labels], "]")


def array(name: str, call: str, values: tuple[float, ...], infinity: str, rest: str = "") -> str:
    """Return the line, or lines, that make an array; exact to the last digit."""
    return _wrapped(f"{name} = {call}([", [literal(v, infinity) for v in values], f"]{rest})")


def settings(state: State, infinity: str) -> list[str]:
    """Return a line for each scalar setting; `infinity` is the library's name for it."""
    return [f"{key} = {literal(value, infinity)}" for key, value in mentioned(state).items()]


def literal(value: float | str, infinity: str) -> str:
    """Return `value` as Python; `infinity` is the library's name for it."""
    if isinstance(value, str):
        return repr(value)
    if math.isinf(value):
        return infinity if value > 0 else f"-{infinity}"
    return repr(float(value))


def ascii_or_letters(text: str) -> str:
    """Return `text` as a literal; characters that change the direction of text are escaped."""
    return repr(text) if text.isprintable() else ascii(text)


def _wrapped(opening: str, items: list[str], closing: str) -> str:
    line = opening + ", ".join(items) + closing
    if len(line) <= 96:
        return line
    body = (
        textwrap.wrap(", ".join(items), 92, break_long_words=False, break_on_hyphens=False)
        if all(" " not in item for item in items)
        else [f"{item}," for item in items]
    )
    return "\n".join([opening, *(f"    {part.rstrip()}" for part in body), closing])
