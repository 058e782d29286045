"""What a person can set, of whatever kind it is."""

from __future__ import annotations

from typing import Protocol, Self

from xentgui.model.state import State


class Subject(Protocol):
    """What the store holds and undo goes back to.  It never changes: edits make another one.

    Equal subjects are ``==``, so that an edit that changes nothing is no step.
    """

    def resolve(self) -> State:
        """Return the state that follows; the same object however often it is asked for.

        Raises nothing: a subject whose state would be invalid cannot be made.
        """

    def absorb(self, state: State) -> Self:
        """Return the subject of this kind whose state is `state`.

        Raises
        ------
        RefusedError
            No subject of this kind has that state; says why, and what to do.
        """


def resolve(subject: Subject) -> State:
    """Return the state that follows from `subject`.  Pure: same in, same out."""
    return subject.resolve()
