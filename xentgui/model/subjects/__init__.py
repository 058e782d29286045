"""What a person sets: the subject, the state that follows from it, and the edits that change it."""

from xentgui.model.subjects.bare_logits import BareLogits
from xentgui.model.subjects.classifier_of import classifier_of
from xentgui.model.subjects.edit import (
    Edit,
    Finder,
    OfSample,
    OnState,
    difference,
    to_sample,
    to_state,
)
from xentgui.model.subjects.subject import Subject, resolve

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
