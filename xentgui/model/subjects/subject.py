"""What a person can set, of whatever kind it is."""

from __future__ import annotations

from typing import Protocol, Self

from xentgui.model.state import State


class Subject(Protocol):
    """What the store holds, and what undo restores.  It never changes: an edit makes another one.

    Equal subjects are ``==``, so that an edit that changes nothing makes no undo step.
    """

    def resolve(self) -> State:
        """Return the state that follows; every call returns the same object.

        It raises nothing, because no subject with an invalid state can be made.
        """

    def absorb(self, state: State) -> Self:
        """Return the subject of this kind whose state is `state`.

        Raises
        ------
        RefusedError
            If no subject of this kind has that state; the message gives the reason and the remedy.
        """


def resolve(subject: Subject) -> State:
    """Return the state that follows from `subject`.  Pure: the same input gives the same output."""
    return subject.resolve()
