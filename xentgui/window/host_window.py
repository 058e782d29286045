"""A window as the `Host` of its commands: its parts by their names, and what it does itself.

The first frame needs this module, and none of the parts: so imports are inside functions.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QWidget

from xentgui.settings import Settings
from xentgui.window.look import Look

if TYPE_CHECKING:
    from xentgui.commands.spec import ActionSpec
    from xentgui.documents.store import Store
    from xentgui.tables.class_table import ClassTable
    from xentgui.tables.logits_and_targets import LogitTable, TargetTable
    from xentgui.tables.readouts.loss_card import LossCard
    from xentgui.tables.readouts.readouts_card import ReadoutsCard
    from xentgui.tables.table_commands import TableCommands
    from xentgui.window.cards import Cards
    from xentgui.window.commands import Commands
    from xentgui.window.descent.walking import Walking
    from xentgui.window.documents import Documents
    from xentgui.window.examples import Examples
    from xentgui.window.exports import Exports
    from xentgui.window.finding import Finding
    from xentgui.window.helping.helping import Helping
    from xentgui.window.message_bar import MessageBar
    from xentgui.window.parts import Parts
    from xentgui.window.points_files import PointsFiles
    from xentgui.window.presenting.presenter import Presenter
    from xentgui.window.readings import Readings
    from xentgui.window.samples import Samples
    from xentgui.window.sharing import Sharing
    from xentgui.window.sound.loss_sound import LossSound
    from xentgui.window.status_line import StatusLine
    from xentgui.window.strip.strip import Strip
    from xentgui.window.toolbar import ToolBar
    from xentgui.window.training.trains import Trains
    from xentgui.window.withholding import Withholding


class HostWindow(QMainWindow):
    """Everything that commands read and request; until `_take`, only settings and look.

    Attributes
    ----------
    store
        The subject, its snapshot, and the undo history.
    look
        Theme, size and language.
    commands
        Every QAction by its key.
    cards
        The arrangement of tables and panels.
    panels
        Each panel's widget by its key, made when it is first shown or asked for.
    """

    store: Store
    commands: Commands
    toolbar: ToolBar
    status: StatusLine
    examples: Examples
    cards: Cards
    logit_table: LogitTable
    target_table: TargetTable
    readouts: ReadoutsCard
    loss: LossCard
    panels: Mapping[str, QWidget]

    def __init__(self, settings: Settings, look: Look) -> None:
        super().__init__()
        self.settings: Settings = settings
        self.look: Look = look
        self._parts: Parts | None = None
        self._helping: Helping | None = None

    def _take(self, parts: Parts) -> None:
        """Have these parts from now on."""
        self._parts = parts
        self.store, self.commands = parts.store, parts.commands
        self.panels = parts.panel_views.by_key
        self.toolbar, self.status = parts.toolbar, parts.status
        self.cards, self.examples = parts.cards, parts.examples
        self.logit_table, self.target_table = parts.logit_table, parts.target_table
        self.readouts, self.loss = parts.readouts, parts.loss

    @property
    def _built(self) -> Parts:
        assert self._parts is not None
        return self._parts

    @property
    def message_bar(self) -> MessageBar:
        """Shows notices until they are answered."""
        return self._built.answering.message_bar

    @property
    def documents(self) -> Documents:
        """The open document, with the questions and messages about it."""
        return self._built.answering.documents

    @property
    def withholding(self) -> Withholding:
        """What withholds the controls that a scene does not show."""
        return self._built.answering.withholding

    @property
    def presenter(self) -> Presenter:
        """Presents the scenes of the document."""
        return self._built.answering.presenter

    @property
    def strip(self) -> Strip:
        """The strip of scenes."""
        return self._built.answering.strip

    @property
    def readings(self) -> Readings:
        """What reads texts, and asks about them."""
        return self._built.answering.readings

    @property
    def samples(self) -> Samples:
        """Logits from files, and the bar to step through samples."""
        return self._built.answering.samples

    @property
    def walking(self) -> Walking:
        """The walk down the loss."""
        return self._built.answering.walking

    @property
    def trains(self) -> Trains:
        """The training of a classifier."""
        return self._built.answering.trains

    @property
    def sound(self) -> LossSound:
        """The loss as a pitch."""
        return self._built.answering.sound

    @property
    def exports(self) -> Exports:
        """Exports figures and numbers."""
        return self._built.later.exports

    @property
    def sharing(self) -> Sharing:
        """Shares the present scene."""
        return self._built.later.sharing

    @property
    def points_files(self) -> PointsFiles:
        """Tables of points."""
        return self._built.later.points_files

    @property
    def finding(self) -> Finding:
        """What finds classes by their names."""
        return self._built.later.finding

    @property
    def helping(self) -> Helping:
        """What helps in the first minute, made when it is first needed."""
        if self._helping is None:
            from xentgui.documents.lectures import BUILT_IN  # noqa: PLC0415
            from xentgui.window.helping.helping import Helped, Helping  # noqa: PLC0415

            helped = Helped(
                self.cards,
                self.panels,
                self.store,
                self.settings,
                self.look,
                self.status,
                self.presenter,
                partial(self.documents.open_lecture, BUILT_IN),
                lambda: self.toolbar.example,
            )
            self._helping = Helping(self, helped)
            self._built.wiring.add(self._helping)
        return self._helping

    def run(self, spec: ActionSpec) -> None:
        """Run a command, unless a drag is in progress, which has to end first."""
        self._built.make_answering()  # what keeps the work comes before the first step
        goes_on = spec.in_burst and self.samples.in_burst
        if goes_on or self._built.wiring.finish_bursts():
            self.commands.carry_out(spec, self.status.say)
            self.commands.refresh()

    def run_command(self, key: str) -> None:
        """Run the command called `key`."""
        self.commands[key].trigger()

    @property
    def table(self) -> ClassTable:
        """The table that last had the focus; commands for classes act on its rows."""
        return self._built.table_in_use.table

    @property
    def table_commands(self) -> TableCommands:
        """The commands for the selected classes of the table in use."""
        return self.table.commands

    @property
    def current_class(self) -> int:
        """The class that commands apply to, counted from 0."""
        return self._built.table_in_use.current_class

    @property
    def is_full_screen(self) -> bool:
        """Whether the window fills the screen."""
        return self.isFullScreen()

    def can_step_stage(self, way: int) -> bool:
        """Return whether a page with stages has one more (1) or one fewer (-1)."""
        return self._built.panel_views.can_step_stage(way)

    def step_stage(self, way: int) -> None:
        """Show one more stage (1) of such a page, or one fewer (-1)."""
        self._built.panel_views.step_stage(way)

    def toggle_full_screen(self) -> None:
        """Make the window fill the screen, or end that."""
        # The first window does not wait for Qt's enumerations.
        from PySide6.QtCore import Qt  # noqa: PLC0415

        # A window that was maximised before is so again afterwards.
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.show()

    def show_guide(self) -> None:
        """Show the guide, beside the window."""
        from xentgui.window.guide.dialog import Guide  # noqa: PLC0415

        dialog = self.findChild(Guide) or Guide(self, self.look)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def show_shortcuts(self) -> None:
        """Show every command and its keys."""
        # These dialogs are rare, so their module is imported when one opens.
        from xentgui.window.help_dialogs import Shortcuts  # noqa: PLC0415

        Shortcuts(self).open()

    def show_about(self) -> None:
        """Show the version of the program and of its libraries."""
        from xentgui.window.help_dialogs import About  # noqa: PLC0415

        About(self).open()

    def quit(self) -> None:
        """Close the window, and with it the program."""
        self.close()
