"""A step of the undo history: what changed, in both directions, and how Qt's history applies it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtGui import QUndoCommand

from xentgui.documents.place import Place
from xentgui.documents.steps import place_change, subject_change
from xentgui.documents.steps.place_change import PlaceChange, place_difference
from xentgui.documents.steps.subject_change import SubjectChange, subject_difference
from xentgui.model.subjects import Subject


class Step(Protocol):
    """A change of the document that can be undone.

    Attributes
    ----------
    text
        Its name in the Edit menu.
    scene
        The number of the scene whose subject it edits; None if it changes the scenes.
    """

    text: str

    @property
    def scene(self) -> int | None:
        """The number of the scene whose subject it edits, or None."""

    def after(self, place: Place) -> Place:
        """Return the place after the step; `place` is the one before it."""

    def before(self, place: Place) -> Place:
        """Return the place before the step; `place` is the one after it."""

    def encode(self) -> dict[str, Any]:
        """Return what `decode` needs, as JSON."""


class EditStep:
    """An edit of the subject of one scene."""

    __slots__ = ("change", "scene", "text")

    def __init__(self, text: str, scene: int, change: SubjectChange) -> None:
        self.text, self.scene, self.change = text, scene, change

    @classmethod
    def between(cls, before: Subject, after: Subject, scene: int, text: str) -> EditStep:
        """Return the step that changes `before` to `after`."""
        return cls(text, scene, subject_difference(before, after))

    def after(self, place: Place) -> Place:
        """Return the place after the edit, at its scene."""
        return place.with_subject(self.scene, self.change.after(place.scenes[self.scene].subject))

    def before(self, place: Place) -> Place:
        """Return the place before the edit, at its scene."""
        return place.with_subject(self.scene, self.change.before(place.scenes[self.scene].subject))

    def encode(self) -> dict[str, Any]:
        """Return the step as JSON."""
        return {"text": self.text, "scene": self.scene, "edit": self.change.encode()}


class ScenesStep:
    """A change of the scenes: one that came, went or was described, or all of them."""

    __slots__ = ("change", "text")

    scene = None

    def __init__(self, text: str, change: PlaceChange) -> None:
        self.text, self.change = text, change

    @classmethod
    def between(cls, before: Place, after: Place, text: str) -> ScenesStep:
        """Return the step that changes `before` to `after`."""
        return cls(text, place_difference(before, after))

    def after(self, place: Place) -> Place:
        """Return the place after the change."""
        return self.change.after(place)

    def before(self, place: Place) -> Place:
        """Return the place before the change."""
        return self.change.before(place)

    def encode(self) -> dict[str, Any]:
        """Return the step as JSON."""
        return {"text": self.text, "scenes": self.change.encode()}


def decode(step: dict[str, Any], place: Place) -> tuple[Step, Place]:
    """Return a step that `encode` has written, and the place after it; `place` is before it.

    Raises ValueError, TypeError or LookupError for what no step has written.
    """
    text = str(step["text"])
    if "edit" in step:
        scene = step["scene"]
        change = subject_change.decode(step["edit"], place.scenes[scene].subject)
        made = EditStep(text, scene, change)
        return made, made.after(place)
    changed = place_change.decode(step["scenes"], place)
    return ScenesStep.between(place, changed, text), changed


def subjects_on_the_way(place: Place, steps: Sequence[Step], done: int) -> list[Subject]:
    """Return the subject before the first edit of `steps`, and the one after each edit.

    `place` is the one after the first `done` steps.
    """
    for step in reversed(steps[:done]):
        place = step.before(place)
    found: list[Subject] = []
    for step in steps:
        before, place = place, step.after(place)
        if isinstance(step, EditStep):
            both = (before, place) if not found else (place,)
            found += [one.scenes[step.scene].subject for one in both]
    return found


class StepOwner(Protocol):
    """Applies the steps of one kind."""

    def redo_step(self, step: Step, after: object = None) -> None:
        """Apply a step again; or for the first time, with what is known to be `after` it."""

    def undo_step(self, step: Step) -> None:
        """Take a step back."""


class HistoryCommand(QUndoCommand):
    """A step in Qt's undo history.

    Attributes
    ----------
    step
        What changed.
    """

    def __init__(self, owner: StepOwner, step: Step, after: object = None) -> None:
        """`after` is what `owner` has after the step, if it is to be applied first."""
        super().__init__(step.text)
        self._owner, self.step, self._after = owner, step, after

    def redo(self) -> None:
        """Apply the step; Qt calls it, also when the step is new."""
        after, self._after = self._after, None
        self._owner.redo_step(self.step, after)

    def undo(self) -> None:
        """Take the step back."""
        self._owner.undo_step(self.step)
