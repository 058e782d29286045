"""Whether the steps of a scene fit its subject, and a staging that does."""

from __future__ import annotations

from dataclasses import replace

from xentgui.documents.staging import Staging
from xentgui.documents.subject_formats import format_of
from xentgui.model.subjects import Subject, resolve


def fits(after: Subject, subject: Subject) -> bool:
    """Return whether the values of `subject` can move to `after`: both have the same classes."""
    one, other = resolve(after), resolve(subject)
    return (
        type(after) is type(subject) and one.labels == other.labels and one.colors == other.colors
    )


def adapted(staging: Staging, subject: Subject) -> Staging:
    """Return `staging` for a scene that has `subject` now, whatever it had before.

    Where classes were renamed or recoloured, the steps follow; the numbers of a step, and a ghost,
    that have another number of classes are left out.
    """
    if not staging.steps and staging.pinned is None:
        return staging
    state = resolve(subject)
    steps = tuple(
        step if step.subject is None else replace(step, subject=_renamed(step.subject, subject))
        for step in staging.steps
    )
    pinned = staging.pinned
    if pinned is not None and len(pinned.labels) != len(state.labels):
        pinned = None
    return replace(staging, steps=steps, pinned=pinned)


def _renamed(after: Subject, subject: Subject) -> Subject | None:
    if fits(after, subject):
        return after
    one, other = resolve(after), resolve(subject)
    kind = format_of(subject)
    alike = type(after) is type(subject) and len(one.labels) == len(other.labels)
    if not alike or kind.parts is None or kind.with_parts is None:
        return None
    return kind.with_parts(after, {"labels": other.labels, "colors": other.colors})
