"""What a person sets: the subject, the state that follows from it, and the edits that change it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from xentgui.model.subjects.subject import (
    BareLogits,
    Edit,
    Finder,
    OfSample,
    OnState,
    Subject,
    difference,
    resolve,
    to_sample,
    to_state,
)

if TYPE_CHECKING:
    from xentgui.model.snapshot import Snapshot
    from xentgui.model.subjects.classifier import Classifier

__all__ = [
    "BareLogits",
    "Edit",
    "Finder",
    "OfSample",
    "OnState",
    "Subject",
    "classifier_of",
    "difference",
    "resolve",
    "to_sample",
    "to_state",
]


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
