"""What changed between two subjects, whatever kind they are of."""

from __future__ import annotations

from typing import Any, Protocol

from xentgui.documents.scene import Document, Scene
from xentgui.documents.steps import order_change, part_change
from xentgui.documents.steps.order_change import order_difference
from xentgui.documents.steps.part_change import PartChange, part_difference
from xentgui.documents.subject_formats import format_of
from xentgui.model.subjects import Subject


class SubjectChange(Protocol):
    """The difference between two subjects."""

    def after(self, before: Subject) -> Subject:
        """Return the subject after the change."""

    def before(self, after: Subject) -> Subject:
        """Return the subject before the change."""

    def encode(self) -> dict[str, Any]:
        """Return what `decode` needs, as JSON."""


class _OfParts:
    """The changes of the parts that differ, by name."""

    __slots__ = ("_changes",)

    def __init__(self, changes: tuple[tuple[str, PartChange], ...]) -> None:
        self._changes = changes

    def after(self, before: Subject) -> Subject:
        kind = format_of(before)
        assert kind.parts is not None
        assert kind.with_parts is not None
        parts = kind.parts(before)
        changed = {name: change.after(parts[name]) for name, change in self._changes}
        return kind.with_parts(before, changed)

    def before(self, after: Subject) -> Subject:
        kind = format_of(after)
        assert kind.parts is not None
        assert kind.with_parts is not None
        parts = kind.parts(after)
        changed = {name: change.before(parts[name]) for name, change in self._changes}
        return kind.with_parts(after, changed)

    def encode(self) -> dict[str, Any]:
        return {"parts": {name: change.encode() for name, change in self._changes}}


class _Whole:
    """Two subjects that are kept whole: of two kinds, or of a kind that names no parts."""

    __slots__ = ("_after", "_before")

    def __init__(self, before: Subject, after: Subject) -> None:
        self._before, self._after = before, after

    def after(self, _before: Subject) -> Subject:
        return self._after

    def before(self, _after: Subject) -> Subject:
        return self._before

    def encode(self) -> dict[str, Any]:
        from xentgui.documents import document_text  # noqa: PLC0415 - no start writes a step

        return {"whole": document_text.encode(Document((Scene(self._after),)))}


def subject_difference(before: Subject, after: Subject) -> SubjectChange:
    """Return what changed from `before` to `after`."""
    moved = order_difference(before, after)
    if moved is not None:
        return moved
    kind = format_of(before) if type(before) is type(after) else None
    if kind is None or kind.parts is None:
        return _Whole(before, after)
    old, new = kind.parts(before), kind.parts(after)
    changes = ((name, part_difference(part, new[name])) for name, part in old.items())
    return _OfParts(tuple((name, change) for name, change in changes if change is not None))


def decode(change: dict[str, Any], before: Subject) -> SubjectChange:
    """Return the change of `before` that `encode` has written.

    Raises ValueError, TypeError or LookupError for what no change has written.
    """
    if "whole" in change:
        from xentgui.documents import document  # noqa: PLC0415 - few starts read a step

        return _Whole(before, document.decode(change["whole"]).scenes[0].subject)
    if "order" in change:
        return order_change.decode(change, before)
    kind = format_of(before)
    if kind.parts is None:
        raise ValueError("this kind of subject has no parts")
    parts = kind.parts(before)
    changes = change["parts"].items()
    return _OfParts(tuple((name, part_change.decode(one, parts[name])) for name, one in changes))
