"""What each kind of run, such as a walk or a training, says to what plays it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, Self, TypeVar

from PySide6.QtCore import QObject

from xentgui.model import Snapshot
from xentgui.model.subjects import Edit
from xentgui.model.view import View

if TYPE_CHECKING:
    from xentgui.model.descent import Verdict


class AnyRun(Protocol):
    """A run: the steps that are known, and where it stands."""

    @property
    def at(self) -> int:
        """The row of the present step."""

    @property
    def step(self) -> int:
        """The number of the present step, from 0."""

    @property
    def steps(self) -> int:
        """The number of the last step that is known."""

    def to(self, at: int) -> Self:
        """Return the run at row `at`, or at the nearest one that there is."""


Run = TypeVar("Run", bound=AnyRun)
What = TypeVar("What")


class KindOfRun(QObject, Generic[Run, What]):
    """How a run is read, edited, played and named; a subclass says it for its own kind."""

    def _run_in(self, view: View) -> Run | None:
        """Return the run in `view`."""
        raise NotImplementedError

    def _viewing(self, view: View, run: Run | None) -> View:
        """Return `view` with another run."""
        raise NotImplementedError

    def _run_at(self, step: int) -> Run:
        """Return the run at a step, or one that begins now; raises RefusedError."""
        raise NotImplementedError

    def _edit_to(self, run: Run) -> Edit:
        """Return the edit that goes to the present step of `run`."""
        raise NotImplementedError

    def _played(self, run: Run) -> tuple[Run, int, Verdict | None]:
        """Return the run after a frame of a play, how many steps it took, and whether it ends."""
        raise NotImplementedError

    def _run_of(self, edit: Edit | None) -> Run | None:
        """Return the run that `edit` goes along; None for every other edit."""
        raise NotImplementedError

    def _what(self, snapshot: Snapshot) -> What | None:
        """Return what a run has as its steps, in `snapshot`; None if there is no such thing."""
        raise NotImplementedError

    def _standing_at(self, run: Run, what: What) -> Run | None:
        """Return `run` at the step that is `what`; None if it is no step of it."""
        raise NotImplementedError

    def _is_at(self, run: Run, what: What) -> bool:
        """Return whether the present step of `run` is `what`."""
        raise NotImplementedError

    def _put(self, run: Run, what: What) -> Run | None:
        """Return `run` with `what` as its present step; None if it cannot follow."""
        raise NotImplementedError

    def _ending_of(self, run: Run) -> Verdict | None:
        """Return what is said where no step of `run` changes anything any more."""
        raise NotImplementedError

    def _words(self, verdict: Verdict, run: Run) -> str:
        """Return what is said of a play that has ended, translated."""
        raise NotImplementedError

    def _names(self) -> tuple[str, str, str, str]:
        """Return the names of a play, a step, a step back, and of going to the start."""
        raise NotImplementedError
