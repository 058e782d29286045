"""The kinds of subjects that a document can hold: one file each, and one line here."""

from typing import Final

from xentgui.documents.subject_formats.bare_logits import BARE_LOGITS
from xentgui.documents.subject_formats.classifier import CLASSIFIER
from xentgui.documents.subject_formats.subject_format import SubjectFormat
from xentgui.model.subjects import Subject

__all__ = ["BARE_LOGITS", "CLASSIFIER", "SUBJECTS", "SubjectFormat", "format_of"]

SUBJECTS: Final[dict[str, SubjectFormat]] = {one.key: one for one in (BARE_LOGITS, CLASSIFIER)}
"""Every kind of subject, by its name under "subject" in a scene."""


def format_of(subject: Subject) -> SubjectFormat:
    """Return the format of `subject` in documents."""
    return next(one for one in SUBJECTS.values() if type(subject) is one.kind)
