"""The identity of a mark: of anything in a panel or table that can be pointed at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xentgui.model.state import State


class Mark:
    """The identity of something that can be pointed at.

    A mark is opaque: only the panel that hands it out knows what it stands for.  Others
    compare it, keep it, and hand it back.
    """

    __slots__ = ()

    def is_in(self, state: State) -> bool:
        """Return whether `state` has what the mark stands for."""
        return True


@dataclass(frozen=True, slots=True)
class ClassMark(Mark):
    """Class `index`, counted from 0: the one mark that all panels and tables know."""

    index: int

    def is_in(self, state: State) -> bool:
        """Return whether `state` has so many classes."""
        return self.index < len(state.names)


@dataclass(frozen=True, slots=True)
class FocusMark(Mark):
    """What a scene emphasises beside a class, by its name: "p:2", "loss" or "term:gradient:3"."""

    name: str


@dataclass(frozen=True, slots=True)
class TermMark(Mark):
    """A term of the panel that gets it: of its formula, or a stage of its page; from 1."""

    number: int
