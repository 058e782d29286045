"""What a person can set, and the edits of it: functions, so that those of different hands add up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, Self, TypeAlias, TypeVar

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


@dataclass(frozen=True, slots=True)
class BareLogits:
    """The state as a person set it.  Its numbers depend on nothing else: all edits work."""

    state: State

    def resolve(self) -> State:
        """Return the state itself."""
        return self.state

    def absorb(self, state: State) -> BareLogits:
        """Return the subject whose state is `state`."""
        return BareLogits(state)


Edit: TypeAlias = Callable[[Subject], Subject]
"""Returns another subject, or the same one if nothing changes; raises RefusedError.  It is applied
to the subject of that moment, and writes only what it is meant to change.
"""


_Given = TypeVar("_Given")
_Found = TypeVar("_Found")


class Finder(Generic[_Given, _Found]):
    """A function that an edit's change calls, which knows what it has returned.

    The change does not know its edit for that: in a cycle, the numbers of each step would stay in
    memory until Python next looks for garbage.

    Attributes
    ----------
    found
        What it has returned last; None before it is called.
    """

    __slots__ = ("_find", "found")

    def __init__(self, find: Callable[[_Given], _Found]) -> None:
        self._find = find
        self.found: _Found | None = None

    def __call__(self, given: _Given) -> _Found:
        """Return what is found for `given`, and keep it; raises what the function does."""
        self.found = found = self._find(given)
        return found


class OnState:
    """An edit made from a change of the state; every subject that can absorb the result takes it.

    A part of the window can try the change on the state that it shows, and then shows beside its
    own input why it is refused.  The last result is kept, so that the store need not compute it
    again.
    """

    __slots__ = ("_change", "_last")

    def __init__(self, change: Callable[[State], State]) -> None:
        """`change` is pure, and raises RefusedError."""
        self._change = change
        self._last: tuple[State, State] | None = None

    def on(self, state: State) -> State:
        """Return the state after the change of `state`; raises RefusedError."""
        last = self._last
        if last is None or last[0] is not state:
            last = self._last = (state, self._change(state))
        return last[1]

    def __call__(self, subject: Subject) -> Subject:
        """Return the subject after the change; raises RefusedError."""
        before = resolve(subject)
        after = self.on(before)
        return subject if after is before else subject.absorb(after)


class OfSample(OnState):
    """An edit that shows a sample of logits, which has no inputs that they could follow from.

    Every subject gives way to bare logits.
    """

    __slots__ = ()

    def __call__(self, subject: Subject) -> Subject:
        """Return the bare logits after the change; raises RefusedError."""
        if isinstance(subject, BareLogits):
            return super().__call__(subject)
        return BareLogits(self.on(resolve(subject)))


def to_state(state: State) -> OnState:
    """Return the edit that sets `state`, whatever the state was before."""
    return OnState(lambda _: state)


def difference(before: State, after: State) -> OnState:
    """Return the edit that writes what differs between `before` and `after`, and nothing else.

    A drag needs it, because it computes each state from the state at its start.
    """
    return OnState(lambda state: _changed(state, before, after))


def to_sample(before: State, after: State) -> OfSample:
    """Return the same edit for a sample of logits, which takes the place of other subjects."""
    return OfSample(lambda state: _changed(state, before, after))


def _changed(state: State, before: State, after: State) -> State:
    from xentgui.model.edits.merging import with_changes  # noqa: PLC0415 - no picture waits for it

    return with_changes(state, before, after)
