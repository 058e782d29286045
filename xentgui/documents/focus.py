"""What a scene emphasises: a class, a number of a class, the loss, a panel, or a panel's formula."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from xentgui.documents.patterns import PANEL_KEY
from xentgui.model.mark import ClassMark, FocusMark, Mark
from xentgui.model.named_numbers import named
from xentgui.model.view import View

Focus = int | str
"""A class, from 0; or a name: "p:2" (classes from 1), "loss", "panel:gradient", "formula:gradient"."""

SINCE: Final = 5
"""The version of documents that knows the names."""

LOSS: Final = "loss"
PANEL: Final = "panel:"
FORMULA: Final = "formula:"

NUMBERS: Final[Mapping[str, frozenset[str]]] = {
    "p": frozenset({"distribution", "simplex"}),
    "y": frozenset({"distribution", "simplex"}),
    "z": frozenset({"logits"}),
    "h": frozenset({"information"}),
    "g": frozenset({"gradient"}),
}
"""The numbers of a class that can be emphasised, and the panels in which they stand."""


def is_focus(name: str) -> bool:
    """Return whether `name` says what can be emphasised.

    >>> is_focus("p:2"), is_focus("panel:gradient"), is_focus("loss"), is_focus("p:0")
    (True, True, True, False)
    """
    if name == LOSS:
        return True
    for word in (PANEL, FORMULA):
        if name.startswith(word):
            return re.match(PANEL_KEY, name.removeprefix(word)) is not None
    number = named(name)
    return number is not None and number.kind in NUMBERS


def mark_of(focus: Focus | None, count: int) -> Mark | None:
    """Return the mark of `focus`, where there are `count` classes; None if there is nothing."""
    if isinstance(focus, int):
        return ClassMark(focus) if focus < count else None
    number = named(focus or "")
    if focus is None or (number is not None and any(one >= count for one in number.at)):
        return None
    return FocusMark(focus)


def in_panel(view: View, key: str) -> View:
    """Return `view` for the panel `key`: it lights the class whose number it shows, if one is meant."""
    mark = view.highlight
    if not isinstance(mark, FocusMark):
        return view
    number = named(mark.name)
    lit = number is not None and number.kind in NUMBERS and key in NUMBERS[number.kind]
    return replace(view, highlight=ClassMark(number.at[0]) if lit and number else None)
