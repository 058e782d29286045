"""A step in Qt's undo history, and who applies it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from xentgui.documents.steps.step import Step


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
