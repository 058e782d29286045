"""The commands of keys and menus in a table, by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from xentgui.documents.token_text import looks_like_token
from xentgui.language.text import QT_TRANSLATE_NOOP, explain, translate
from xentgui.model import RefusedError, State
from xentgui.model.subjects import OnState
from xentgui.tables import class_commands
from xentgui.tables.cells.cell_delegate import Ending
from xentgui.tables.cells.selected_cells import rows_of
from xentgui.tables.cells.table_editing import TableEditing
from xentgui.tables.class_commands import Request
from xentgui.tables.class_model import ClassModel
from xentgui.tables.table_host import TableHost

if TYPE_CHECKING:
    from xentgui.reading.blocks import Block
    from xentgui.reading.reading import Reading

_NAMES_STAY = QT_TRANSLATE_NOOP(
    "tables", "A class keeps its name until another is typed. Shift+Delete removes the class."
)


class TableCommands:
    """Commands for the selected classes of one table; each makes at most one undo step."""

    def __init__(self, table: TableHost, model: ClassModel, editing: TableEditing) -> None:
        self._table = table
        self._model = model
        self._editing = editing
        self._copied = ""
        self._by_name: dict[str, Callable[[], None]] = {
            "edit_current": self.edit_current,
            "rename_class": self.rename_class,
            "go_down": lambda: table.go(Ending.DOWN),
            "go_up": lambda: table.go(Ending.UP),
            "clear_values": self.clear_values,
            "add_class": self.add_class,
            "duplicate_classes": self.duplicate_classes,
            "remove_classes": self.remove_classes,
            "move_up": lambda: self.move_classes(-1),
            "move_down": lambda: self.move_classes(1),
            "copy": self.copy,
            "cut": self.cut,
            "paste": self.paste,
        }

    def run(self, name: str) -> None:
        """Run a command by its name."""
        self._by_name[name]()

    # -- classes ------------------------------------------------------------------------

    def add_class(self) -> None:
        """Add a class after all others."""
        self._ask(class_commands.add_last)

    def duplicate_classes(self) -> None:
        """Copy each selected class."""
        self._ask(lambda state: class_commands.duplicate(state, self._rows()))

    def remove_classes(self) -> None:
        """Remove the selected classes."""
        self._ask(lambda state: class_commands.remove(state, self._rows()))

    def move_classes(self, by: int) -> None:
        """Move the selected classes a place up (-1) or down (1)."""
        self._ask(lambda state: class_commands.move(state, self._rows(), by))

    # -- cells --------------------------------------------------------------------------

    def edit_current(self) -> None:
        """Edit the current cell, with the cursor at the end of its text."""
        self._edit(self._table.currentIndex().column())

    def rename_class(self) -> None:
        """Edit the name of the current class; typing replaces it."""
        self._edit(0)
        row = self._table.current_class()
        if row is not None:
            editor = self._editing.editor_at(self._model.index(row, 0))
            if editor is not None:
                editor.selectAll()

    def _edit(self, column: int) -> None:
        row = self._table.current_class()
        if row is None:
            return
        index = self._model.index(row, column)
        if not self._model.columns[column].editable:
            self._table.explain_derived()
            return
        if not self._editing.end_elsewhere(index):
            return
        self._table.setCurrentIndex(index)
        if self._editing.editor_at(index) is None:
            self._table.edit(index)
        editor = self._editing.editor_at(index)
        if isinstance(editor, QLineEdit):
            editor.end(False)
        self._editing.tell_about_draft(index)

    def clear_values(self) -> None:
        """Set the selected numbers to 0."""
        rows = rows_of(self._table.selected_cells(), self._model.value_column)
        if rows:
            field, step = self._model.field, self._model.clear_step
            self._ask(lambda state: class_commands.set_to_zero(state, rows, field, step))
        elif self._table.currentIndex().column() == 0:
            self._editing.say(translate("tables", _NAMES_STAY), self._table.currentIndex())
        else:
            self._table.explain_derived()

    # -- the clipboard ------------------------------------------------------------------

    def copy(self) -> None:
        """Copy the selected cells, for a spreadsheet: numbers with all their digits."""
        from xentgui.tables.clipboard.own_text import copied_text  # noqa: PLC0415 - after the start

        table_view = self._model.table_view
        if table_view is not None:
            text = copied_text(table_view, self._model.columns, self._table.selected_cells())
            QGuiApplication.clipboard().setText(text)
            self._copied = text

    def cut(self) -> None:
        """Copy the selected cells, and set the numbers among them to 0."""
        self.copy()
        self.clear_values()

    def paste(self) -> None:
        """Write the clipboard's block into the table, beginning at the first selected class."""
        self.take_text(QGuiApplication.clipboard().text())

    def take_text(self, text: str) -> None:
        """Write the block in `text` into the table, beginning at the first selected class."""
        if looks_like_token(text):
            self._table.token_pasted.emit(text)
            return
        # The code that reads texts is large, and the window need not wait for its import.
        from xentgui.reading.offer import Offer  # noqa: PLC0415
        from xentgui.tables.clipboard.pasted_block import read_pasted  # noqa: PLC0415

        field, rows, desk = self._model.field, self._rows(), self._table.desk

        def offer(reading: Reading) -> None:
            if _has_samples(reading) and self._table.takes_points(text):
                return
            if text == self._copied:  # these are numbers of our own tables
                reading = reading.confirmed()
            desk.offer(Offer("", text, reading, lambda block: self.take_block(block, rows)))

        def refuse(error: RefusedError) -> None:
            if not self._table.takes_points(text):
                self.refuse(explain(error))

        desk.read("", len(text), lambda: read_pasted(text, field), offer, refuse)

    def take_block(self, block: Block, rows: Sequence[int]) -> bool:
        """Write `block` into the table from the first of `rows`, as one step.

        Return whether it could be written.
        """
        from xentgui.tables.clipboard.pasted_block import ManyRowsError, pasted_block  # noqa: PLC0415

        field = self._model.field
        notes: list[str] = []

        def request(state: State) -> Request | None:
            try:
                pasted = pasted_block(state, field, rows, block)
            except ManyRowsError as error:
                if field != "logits":
                    raise
                self._table.batch_pasted.emit(error.block)
                notes.append("")
                return None
            notes.append(pasted.note)
            return pasted.request

        if self._ask(request) is not None:
            self._table.message.emit(notes[0])
        return bool(notes)

    # -- asking -------------------------------------------------------------------------

    def _rows(self) -> list[int]:
        return self._table.selected_classes()

    def _ask(self, request: Callable[[State], Request | None]) -> Request | None:
        state = self._model.state
        if state is None:
            return None
        wanted: Request | None = None

        def change(before: State) -> State:
            nonlocal wanted
            wanted = request(before)
            return before if wanted is None else wanted.state

        edit = OnState(change)
        try:
            after = edit.on(state)
        except RefusedError as error:
            self.refuse(explain(error))
            return None
        if wanted is not None:
            if after != state:
                self._table.edit_requested.emit(edit, wanted.step)
            self._table.select_classes(wanted.rows)
        return wanted

    def refuse(self, reason: str) -> None:
        """Say why nothing was done, beside the current cell and in the status line."""
        self._editing.say(reason, self._table.currentIndex())
        self._table.message.emit(reason)


def _has_samples(reading: Reading) -> bool:
    """Return whether a text has a sample in each row, and not a class."""
    from xentgui.reading.blocks import BlockKind  # noqa: PLC0415 - as above

    try:
        return reading.block.kind is BlockKind.MATRIX
    except RefusedError:  # what is wrong is asked about
        return False
