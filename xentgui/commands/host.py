"""What a command may read and request in the program.

The window is such a host.  Commands know only this Protocol, so that commands and menus do not
import the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from xentgui.commands.document_hosts import (
        DocumentHost,
        ExportHost,
        PresentHost,
        ShareHost,
        StripHost,
        WithholdHost,
    )
    from xentgui.commands.number_hosts import (
        PointsHost,
        SampleHost,
        TrainHost,
        WalkHost,
    )
    from xentgui.commands.window_hosts import (
        CardHost,
        ExampleHost,
        FindHost,
        HelpHost,
        LookHost,
        SoundHost,
    )
    from xentgui.documents.store import Store
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
    def sharing(self) -> ShareHost:
        """Shares the present scene."""

    @property
    def withholding(self) -> WithholdHost:
        """Withholds the controls that a scene does not show."""

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
    def sound(self) -> SoundHost:
        """Lets the loss be heard."""

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
