"""An edit is a function of the subject, so that edits from different hands add up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from xentgui.model.edits.merging import with_changes
from xentgui.model.state import State
from xentgui.model.subjects.subject import Subject, resolve

Edit: TypeAlias = Callable[[Subject], Subject]
"""Returns another subject, or the same if there is nothing to change; raises RefusedError.

It is applied to the subject as it is then, and writes only what it is about.
"""


class OnState:
    """An edit made from a change of the state; works on every subject that absorbs the result.

    A part of the window may try the change on the state that it shows, to say in its own place
    why it is refused.  The last result is remembered: the store need not work it out again.
    """

    __slots__ = ("_change", "_last")

    def __init__(self, change: Callable[[State], State]) -> None:
        """`change` is pure, and raises RefusedError."""
        self._change = change
        self._last: tuple[State, State] | None = None

    def on(self, state: State) -> State:
        """Return what the change makes of `state`; raises RefusedError."""
        last = self._last
        if last is None or last[0] is not state:
            last = self._last = (state, self._change(state))
        return last[1]

    def __call__(self, subject: Subject) -> Subject:
        """Return the subject that comes of the change; raises RefusedError."""
        before = resolve(subject)
        after = self.on(before)
        return subject if after is before else subject.absorb(after)


def to_state(state: State) -> OnState:
    """Return the edit that leads to `state`, whatever was before."""
    return OnState(lambda _: state)


def difference(before: State, after: State) -> OnState:
    """Return the edit that writes what differs between `before` and `after`, and no more.

    For a hand that works out where it wants to be from where it began.
    """
    return OnState(lambda state: with_changes(state, before, after))
