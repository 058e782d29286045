"""What a command may read and request in the program.

The window is such a host.  Commands know only this Protocol, so that commands and menus do not
import the window.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from xentgui.documents.recent import Recent
    from xentgui.documents.store import Store
    from xentgui.model.subjects import Subject
    from xentgui.painting.theme import Theme
    from xentgui.tables.table_commands import TableCommands


class Host(Protocol):
    """Everything that a command can read or request."""

    @property
    def store(self) -> Store:
        """The store, with the numbers and the undo history."""

    @property
    def documents(self) -> DocumentHost:
        """The open document."""

    @property
    def exports(self) -> ExportHost:
        """Writes figures and numbers."""

    @property
    def samples(self) -> SampleHost:
        """Reads logits from files, and steps through samples."""

    @property
    def examples(self) -> ExampleHost:
        """The presets that come with the program."""

    @property
    def cards(self) -> CardHost:
        """The arrangement of tables and panels."""

    @property
    def finding(self) -> FindHost:
        """What finds classes by their names."""

    @property
    def walking(self) -> WalkHost:
        """The walk down the loss."""

    @property
    def trains(self) -> TrainHost:
        """The training of a classifier."""

    @property
    def presenter(self) -> PresentHost:
        """Presents the scenes of the document."""

    @property
    def strip(self) -> StripHost:
        """The strip of scenes."""

    @property
    def points_files(self) -> PointsHost:
        """Tables of points."""

    @property
    def helping(self) -> HelpHost:
        """What helps in the first minute."""

    @property
    def look(self) -> LookHost:
        """Theme, size and language."""

    @property
    def table_commands(self) -> TableCommands:
        """The commands for the selected classes of the table in use."""

    @property
    def current_class(self) -> int:
        """The class that commands apply to, counted from 0."""

    @property
    def is_full_screen(self) -> bool:
        """Whether the window fills the screen."""

    def can_step_stage(self, way: int) -> bool:
        """Return whether a page with stages has one more (1) or one fewer (-1)."""

    def step_stage(self, way: int) -> None:
        """Show one more stage (1) of such a page, or one fewer (-1)."""

    def toggle_full_screen(self) -> None:
        """Make the window fill the screen, or end that."""

    def show_guide(self) -> None:
        """Show the guide."""

    def show_shortcuts(self) -> None:
        """Show every command and its keys."""

    def show_about(self) -> None:
        """Show the version of the program and of its libraries."""

    def quit(self) -> None:
        """End the program, after asking about unsaved work."""


class DocumentHost(Protocol):
    """Opens, saves and closes the document; asks before anything is lost."""

    @property
    def scenes(self) -> SceneHost:
        """The scenes of the document."""

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

    def save(self) -> None:
        """Write the file; ask for a name if there is none."""

    def save_as(self) -> None:
        """Ask for a name and write that file."""

    def revert(self) -> None:
        """Read the file again, as a step that can be undone."""


class FindHost(Protocol):
    """Finds classes by their names."""

    def begin(self) -> None:
        """Ask for a name."""

    def go_on(self) -> None:
        """Go to the next class that was found."""


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


class ExportHost(Protocol):
    """Writes figures and numbers."""

    def ask_figure(self) -> None:
        """Ask how a figure of the panels is to be saved."""

    def ask_animation(self) -> None:
        """Ask how an animation is to be saved."""

    def ask_numbers(self) -> None:
        """Ask where the numbers are to be saved, and in which format."""

    def copy_panel(self) -> None:
        """Copy the current panel as a picture."""

    def copy_numbers(self, key: str) -> None:
        """Copy the numbers in the format called `key`."""


class SampleHost(Protocol):
    """Reads logits from files, and steps through many samples."""

    @property
    def is_open(self) -> bool:
        """Whether there are samples to step through."""

    def ask(self) -> None:
        """Ask for a file and take the logits in it."""

    def step(self, key: str) -> None:
        """Go to the "first", "previous", "next" or "last" sample."""

    def close(self) -> None:
        """Close the sample bar; the numbers stay."""


class ExampleHost(Protocol):
    """Shows examples."""

    def take(self, key: str) -> None:
        """Take the numbers of the preset called `key`."""


class CardHost(Protocol):
    """Shows, hides and arranges the cards; each has a key."""

    @property
    def enlarged(self) -> str | None:
        """The one card that fills the window, or None."""

    @property
    def workspace(self) -> str:
        """The key of the workspace that is shown."""

    def show_workspace(self, key: str) -> None:
        """Go to another workspace, as a person left it."""

    def is_shown(self, key: str) -> bool:
        """Return whether a card is among those in the window."""

    def toggle(self, key: str) -> None:
        """Show a card that is hidden, or hide one that is shown."""

    def toggle_enlarged(self) -> None:
        """Enlarge the card with the focus, or go back to all cards."""

    def restore(self) -> None:
        """Go back from one card to all."""

    def reset(self) -> None:
        """Move every card to its first place."""

    def pass_keys(self, way: int) -> None:
        """Give the keys to the next card (1) or to the one before (-1)."""


class WalkHost(Protocol):
    """Walks down the loss."""

    @property
    def plays(self) -> bool:
        """Whether the walk goes on by itself."""

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step before the present one."""

    def forward(self) -> None:
        """Take a step."""

    def back(self) -> None:
        """Go back a step."""

    def to_start(self) -> None:
        """Go to where the walk began."""

    def play(self, *, to_the_end: bool = False) -> None:
        """Begin to walk by itself, step by step, or as fast as it can."""

    def toggle(self) -> None:
        """Play, or end the play."""

    def reset(self) -> None:
        """Go to where the walk began, and forget its steps."""

    def pin(self) -> None:
        """Keep this run for comparison, or let a kept one go."""


class TrainHost(Protocol):
    """Trains a classifier."""

    @property
    def has_points(self) -> bool:
        """Whether there is a classifier that could be trained."""

    @property
    def plays(self) -> bool:
        """Whether the training goes on by itself."""

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step before the present one."""

    def forward(self) -> None:
        """Take a step."""

    def back(self) -> None:
        """Go back a step."""

    def to_start(self) -> None:
        """Go to where the training began."""

    def to_zero(self) -> None:
        """Set W and b to 0, and begin a new training."""

    def to_optimum(self) -> None:
        """Go where the mean loss is least."""

    def toggle(self) -> None:
        """Play, or end the play."""

    def pin(self) -> None:
        """Keep this training for comparison, or let a kept one go."""


class PresentHost(Protocol):
    """Presents the scenes of the document."""

    @property
    def is_on(self) -> bool:
        """Whether something is presented."""

    def toggle(self, *, in_window: bool = False) -> None:
        """Present the scenes from the one that is shown, or leave."""


class StripHost(Protocol):
    """The strip of scenes."""

    @property
    def is_shown(self) -> bool:
        """Whether it is shown."""

    def toggle(self) -> None:
        """Show it, or put it away."""


class PointsHost(Protocol):
    """Opens and saves tables of points."""

    def ask_open(self) -> None:
        """Ask for a table and open it."""

    def ask_save(self) -> None:
        """Ask for a name and save the points."""


class HelpHost(Protocol):
    """Explains cards, and shows what can be done."""

    def explain_card(self) -> None:
        """Explain the card that has the keys."""


class LookHost(Protocol):
    """Chooses how everything looks, and in which language it speaks."""

    @property
    def theme(self) -> Theme:
        """The theme that is shown."""

    @property
    def chosen(self) -> str:
        """The key of the theme that was chosen, or "" for the system's."""

    @property
    def zoom(self) -> float:
        """The size of everything, as a multiple of the design's."""

    @property
    def language(self) -> str:
        """The code of the language that is shown."""

    @property
    def chosen_language(self) -> str:
        """The code of the language that was chosen, or "" for the system's."""

    def choose(self, theme: str) -> None:
        """Choose a theme; "" follows the system."""

    def choose_language(self, language: str) -> None:
        """Choose a language; "" follows the system."""

    def zoom_by(self, factor: float) -> None:
        """Make everything larger or smaller."""

    def zoom_to(self, zoom: float) -> None:
        """Make everything `zoom` times as large as in the design."""

    def reduce_motion(self, *, reduced: bool) -> None:
        """Switch animations off, or leave that to the system."""
