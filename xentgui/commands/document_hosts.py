"""What a command may request of documents: of their scenes, their figures, and their presentation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from xentgui.documents.recent import Recent
    from xentgui.model.subjects import Subject


class DocumentHost(Protocol):
    """Opens and closes documents; asks before anything is lost."""

    @property
    def scenes(self) -> SceneHost:
        """The scenes of the document."""

    @property
    def saving(self) -> SaveHost:
        """Saves the document."""

    @property
    def recent(self) -> Recent:
        """The files that were open before."""

    @property
    def opening_subject(self) -> Subject:
        """The subject that Reset restores."""

    @property
    def is_modified(self) -> bool:
        """Whether closing would lose changes."""

    @property
    def has_discarded(self) -> bool:
        """Whether there is discarded work that can be brought back."""

    def new(self) -> None:
        """Open the example that the program begins with."""

    def open(self) -> None:
        """Ask for a file and open it."""

    def open_path(self, path: Path) -> None:
        """Open a file, or say why it cannot be opened."""

    def open_lecture(self, name: str) -> None:
        """Open a lecture that comes with the program."""

    def open_discarded(self) -> None:
        """Open the work that was discarded last."""


class SaveHost(Protocol):
    """Writes the file of the document, and reads it again."""

    def save(self) -> None:
        """Write the file; ask for a name if there is none."""

    def save_as(self) -> None:
        """Ask for a name and write that file."""

    def revert(self) -> None:
        """Read the file again, as a step that can be undone."""


class SceneHost(Protocol):
    """Goes from scene to scene, and changes them."""

    @property
    def count(self) -> int:
        """The number of scenes."""

    @property
    def place(self) -> int:
        """The number of the present scene, from 0."""

    def step(self, by: int) -> None:
        """Show another scene, `by` places further."""

    def ask_words(self) -> None:
        """Ask for the title and the caption of the present scene."""

    def ask_staging(self) -> None:
        """Ask for motion, emphasis, what is hidden, and the steps of the present scene."""

    def add(self) -> None:
        """Add a scene with the numbers and the look of the window, and show it."""

    def duplicate(self) -> None:
        """Add a copy with all that the present scene has, and show it."""

    def move(self, by: int) -> None:
        """Give the present scene another place, `by` places further."""

    def take_look(self) -> None:
        """Let the present scene keep how the window shows it."""

    def remove(self) -> None:
        """Remove the present scene."""


class StripHost(Protocol):
    """The strip of scenes."""

    @property
    def is_shown(self) -> bool:
        """Whether it is shown."""

    def toggle(self) -> None:
        """Show it, or put it away."""


class PresentHost(Protocol):
    """Presents the scenes of the document."""

    @property
    def is_on(self) -> bool:
        """Whether something is presented."""

    def toggle(self, *, in_window: bool = False) -> None:
        """Present the scenes from the one that is shown, or leave."""


class ShareHost(Protocol):
    """Shares the present scene."""

    def copy_token(self) -> None:
        """Copy the present scene as a token."""


class WithholdHost(Protocol):
    """Withholds the controls that a scene does not show."""

    @property
    def can_show_all(self) -> bool:
        """Whether the present scene withholds anything."""

    @property
    def shows_all(self) -> bool:
        """Whether all controls are shown although the scene withholds some."""

    def toggle_all(self) -> None:
        """Show all controls until another document is opened, or withhold some again."""

    def ask(self) -> None:
        """Ask which controls others are to see."""


class ExportHost(Protocol):
    """Writes figures and numbers."""

    def ask_figure(self) -> None:
        """Ask how a figure of the panels is to be saved."""

    def ask_animation(self) -> None:
        """Ask how an animation is to be saved."""

    def ask_handout(self) -> None:
        """Ask how the scenes of the document are to be printed."""

    def ask_numbers(self) -> None:
        """Ask where the numbers are to be saved, and in which format."""

    def copy_panel(self) -> None:
        """Copy the current panel as a picture."""

    def copy_numbers(self, key: str) -> None:
        """Copy the numbers in the format called `key`."""
