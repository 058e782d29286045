"""What a scene emphasises: a class, a number of a class, the loss, a panel, its formula, or a term."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from xentgui.documents.texts import PANEL_KEY
from xentgui.model.mark import ClassMark, FocusMark, Mark, TermMark
from xentgui.model.named_numbers import named
from xentgui.model.view import View

Focus = int | str
"""A class, from 0; or a name: "p:2" (classes from 1), "loss", "panel:gradient", "formula:gradient",
"term:gradient:3" (terms from 1; those of the derivation are its stages).
"""

SINCE: Final = 5
"""The version of documents that knows the names."""

LOSS: Final = "loss"
PANEL: Final = "panel:"
FORMULA: Final = "formula:"
TERM: Final = "term:"

NUMBERS: Final[Mapping[str, frozenset[str]]] = {
    "p": frozenset({"distribution", "simplex"}),
    "y": frozenset({"distribution", "simplex"}),
    "z": frozenset({"logits"}),
    "h": frozenset({"information"}),
    "g": frozenset({"gradient"}),
}
"""The numbers of a class that can be emphasised, and the panels in which they stand."""


class Term(NamedTuple):
    """A term of the formula of a panel, or a stage of one that has stages; numbers are from 1."""

    panel: str
    number: int


def term_of(name: str) -> Term | None:
    """Return the term with this name; None if it is none.

    >>> term_of("term:gradient:3"), term_of("term:gradient:0"), term_of("formula:gradient")
    (Term(panel='gradient', number=3), None, None)
    """
    panel, _, number = name.removeprefix(TERM).rpartition(":")
    if not name.startswith(TERM) or not re.match(PANEL_KEY, panel):
        return None
    if not re.fullmatch("[1-9][0-9]?", number):
        return None
    return Term(panel, int(number))


def is_focus(name: str) -> bool:
    """Return whether `name` says what can be emphasised.

    >>> is_focus("p:2"), is_focus("panel:gradient"), is_focus("loss"), is_focus("p:0")
    (True, True, True, False)
    """
    if name == LOSS or term_of(name) is not None:
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
    """Return `view` for the panel `key`: with the class or the term that it shows, if one is meant."""
    mark = view.highlight
    if not isinstance(mark, FocusMark):
        return view
    term = term_of(mark.name)
    if term is not None:
        return replace(view, highlight=TermMark(term.number) if term.panel == key else None)
    number = named(mark.name)
    lit = number is not None and number.kind in NUMBERS and key in NUMBERS[number.kind]
    return replace(view, highlight=ClassMark(number.at[0]) if lit and number else None)
