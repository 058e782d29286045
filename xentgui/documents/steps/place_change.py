"""What changed between two places of a document: scenes that came, went, or were described."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from xentgui.documents.place import Place
from xentgui.documents.scene import Document, Scene
from xentgui.documents.staging import Staging
from xentgui.documents.steps import subject_change
from xentgui.documents.steps.subject_change import SubjectChange, subject_difference
from xentgui.documents.subject_formats import format_of
from xentgui.model.subjects import Subject

_T = TypeVar("_T")

_LOOKS = ("title", "caption", "panels", "unit", "staging")
"""What a scene has beside its subject."""


class _SceneChange(NamedTuple):
    """What changed in a scene that stays.

    Attributes
    ----------
    number
        The number of the scene.
    looks
        Each entry of `_LOOKS` that changed, with the value before and after.
    subject
        What changed in the subject, or None.
    opened
        What the scene had when it was opened or saved, before and after; None if that stays.
    """

    number: int
    looks: tuple[tuple[str, Any, Any], ...]
    subject: SubjectChange | None
    opened: tuple[Subject, Subject] | None


class _Stretch(NamedTuple):
    """Scenes that come or go, each with its subject when it was opened or saved."""

    scenes: tuple[Scene, ...]
    opened: tuple[Subject, ...]


class PlaceChange(NamedTuple):
    """The difference between two places, in both directions.

    Attributes
    ----------
    scene
        The number of the scene that is shown, before and after.
    changes
        The changes of the scenes that stay, if their number is the same.
    at, old, new
        Otherwise: the scenes from `at` on that go, and those that come.
    """

    scene: tuple[int, int]
    changes: tuple[_SceneChange, ...]
    at: int
    old: _Stretch
    new: _Stretch

    def after(self, before: Place) -> Place:
        """Return the place after the change."""
        scenes, opened = list(before.scenes), list(before.opened)
        for one in self.changes:
            there = scenes[one.number]
            looks = {name: new for name, _, new in one.looks}
            subject = one.subject.after(there.subject) if one.subject else there.subject
            scenes[one.number] = replace(there, subject=subject, **looks)
            if one.opened is not None:
                opened[one.number] = one.opened[1]
        return self._spliced(scenes, opened, self.old, self.new, self.scene[1])

    def before(self, after: Place) -> Place:
        """Return the place before the change."""
        scenes, opened = list(after.scenes), list(after.opened)
        for one in self.changes:
            there = scenes[one.number]
            looks = {name: old for name, old, _ in one.looks}
            subject = one.subject.before(there.subject) if one.subject else there.subject
            scenes[one.number] = replace(there, subject=subject, **looks)
            if one.opened is not None:
                opened[one.number] = one.opened[0]
        return self._spliced(scenes, opened, self.new, self.old, self.scene[0])

    def _spliced(
        self, scenes: list[Scene], opened: list[Subject], out: _Stretch, new: _Stretch, scene: int
    ) -> Place:
        end = self.at + len(out.scenes)
        scenes[self.at : end], opened[self.at : end] = new.scenes, new.opened
        return Place(tuple(scenes), scene, tuple(opened))

    def encode(self) -> dict[str, Any]:
        """Return what `decode` needs, as JSON."""
        from xentgui.documents import document_text  # noqa: PLC0415 - no start writes a step

        changes = [
            {
                "scene": one.number,
                "looks": {name: _plain(new) for name, _, new in one.looks},
                "subject": one.subject.encode() if one.subject is not None else None,
                "opened": one.opened is not None,
            }
            for one in self.changes
        ]
        new = document_text.encode(Document(self.new.scenes)) if self.new.scenes else None
        out = len(self.old.scenes)
        return {"scene": self.scene[1], "changes": changes, "at": self.at, "out": out, "in": new}


def place_difference(before: Place, after: Place) -> PlaceChange:
    """Return what changed from `before` to `after`."""
    scene = before.scene, after.scene
    nothing = _Stretch((), ())
    if len(before.scenes) == len(after.scenes):
        changes = tuple(
            change
            for number in range(len(before.scenes))
            if (change := _scene_difference(number, before, after)) is not None
        )
        return PlaceChange(scene, changes, 0, nothing, nothing)
    head, tail = _ends(before, after)
    old, new = (
        _Stretch(
            place.scenes[head : len(place.scenes) - tail],
            place.opened[head : len(place.scenes) - tail],
        )
        for place in (before, after)
    )
    return PlaceChange(scene, (), head, old, new)


def decode(change: dict[str, Any], before: Place) -> Place:
    """Return the place after a change that `encode` has written.

    What a scene had when it was opened is what it has after the change, wherever that changed.
    Raises ValueError, TypeError or LookupError for what no change has written.
    """
    from xentgui.documents import document  # noqa: PLC0415 - few starts read a step

    scenes, opened = list(before.scenes), list(before.opened)
    for one in change["changes"]:
        there = scenes[one["scene"]]
        subject = there.subject
        if one["subject"] is not None:
            subject = subject_change.decode(one["subject"], subject).after(subject)
        looks = {name: _read(name, look, subject) for name, look in one["looks"].items()}
        scenes[one["scene"]] = replace(there, subject=subject, **looks)
        if one["opened"]:
            opened[one["scene"]] = subject
    new: tuple[Scene, ...] = ()
    if change["in"] is not None:
        new = document.decode(change["in"]).scenes
    at, end = change["at"], change["at"] + change["out"]
    scenes[at:end], opened[at:end] = new, [scene.subject for scene in new]
    if not 0 <= change["scene"] < len(scenes):
        raise ValueError("a scene is shown that there is not")
    return Place(tuple(scenes), change["scene"], tuple(opened))


def _scene_difference(number: int, before: Place, after: Place) -> _SceneChange | None:
    old, new = before.scenes[number], after.scenes[number]
    looks = tuple(
        (name, getattr(old, name), getattr(new, name))
        for name in _LOOKS
        if getattr(old, name) != getattr(new, name)
    )
    subject = None
    if old.subject is not new.subject and old.subject != new.subject:
        subject = subject_difference(old.subject, new.subject)
    opened = before.opened[number], after.opened[number]
    kept = opened[0] is opened[1] or opened[0] == opened[1]
    if not looks and subject is None and kept:
        return None
    return _SceneChange(number, looks, subject, None if kept else opened)


def _ends(before: Place, after: Place) -> tuple[int, int]:
    """Return how many scenes at the front and at the end are the same."""
    least = min(len(before.scenes), len(after.scenes))
    head = 0
    while head < least and before.scenes[head] == after.scenes[head]:
        head += 1
    tail = 0
    while tail < least - head and before.scenes[-1 - tail] == after.scenes[-1 - tail]:
        tail += 1
    return head, tail


def _read(name: str, look: Any, subject: Subject) -> Any:
    if name != "staging":
        return look
    from xentgui.documents import staging_format  # noqa: PLC0415 - few starts read a step

    return staging_format.from_text(look, format_of(subject))


def _plain(look: Any) -> Any:
    if isinstance(look, Staging):
        from xentgui.documents import staging_format  # noqa: PLC0415 - no start writes a step

        return staging_format.as_text(look)
    return look if isinstance(look, str) else list(look) if isinstance(look, tuple) else dict(look)
