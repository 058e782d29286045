"""What a person can set, of whatever kind it is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol, Self

from xentgui.model.state import State
from xentgui.model.subjects.bare_logits import BareLogits

if TYPE_CHECKING:
    from xentgui.model.snapshot import Snapshot
    from xentgui.model.subjects.classifier import Classifier


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


def classifier_of(snapshot: Snapshot) -> Classifier | None:
    """Return the classifier whose numbers `snapshot` has, or None if they follow from no input."""
    subject = snapshot.subject
    if subject is None or isinstance(subject, BareLogits):
        return None
    return subject if isinstance(subject, _kind()) else None


@cache
def _kind() -> type[Classifier]:
    from xentgui.model.subjects.classifier import Classifier  # noqa: PLC0415 - few start with one

    return Classifier
