"""The commands for the selected cells of a table of a classifier's numbers."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from xentgui.documents.token_text import looks_like_token
from xentgui.language.text import QT_TRANSLATE_NOOP, explain
from xentgui.model import RefusedError
from xentgui.tables.cells.table_editing import TableEditing
from xentgui.tables.numbers.number_model import NumberModel

_POINTS = QT_TRANSLATE_NOOP(
    "errors",
    "This table names its columns, as points do. Paste it into Points, or weights without names.",
)
_NOTHING = QT_TRANSLATE_NOOP("errors", "The clipboard has no numbers. Copy some first.")


class NumberCommands(QObject):
    """Copies, pastes, clears and removes; why something is refused is said at its cell.

    Signals
    -------
    edit_requested(Edit, str)
        An edit is requested; the text names the undo step.
    token_pasted(str)
        The token of a scene was pasted, or all points at once.
    """

    edit_requested = Signal(object, str)
    token_pasted = Signal(str)

    def __init__(self, table: QTableView, model: NumberModel, editing: TableEditing) -> None:
        super().__init__(table)
        self._table, self._model, self._editing = table, model, editing

    def cells(self) -> list[tuple[int, int]]:
        """Return row and column of the selected cells, or of the current one."""
        selected = self._table.selectionModel().selectedIndexes()
        chosen = sorted((one.row(), one.column()) for one in selected)
        index = self._table.currentIndex()
        return chosen or ([(index.row(), index.column())] if index.isValid() else [])

    def copy(self) -> None:
        """Copy the selected cells; numbers read back bit for bit."""
        rows: dict[int, list[str]] = {}
        for row, at in self.cells():
            rows.setdefault(row, []).append(self._model.exact_text(row, at))
        text = "".join("\t".join(one) + "\n" for one in rows.values())
        QGuiApplication.clipboard().setText(text)

    def paste(self) -> None:
        """Paste a block of numbers from the current cell on; a whole table replaces all rows."""
        index = self._table.currentIndex()
        text = QGuiApplication.clipboard().text()
        if looks_like_token(text) or self._is_whole(text):
            self.token_pasted.emit(text)
            return
        try:
            cells = cells_of(text)
            if not cells or not index.isValid() or self._model.subject is None:
                raise RefusedError(_NOTHING)
            edit, step = self._model.pasted(index.row(), index.column(), cells)
            edit(self._model.subject)
        except RefusedError as error:
            is_points = not self._model.takes_tables and _is_named(text)
            self._editing.say(explain(RefusedError(_POINTS) if is_points else error), index)
            return
        self.edit_requested.emit(edit, step)

    def _is_whole(self, text: str) -> bool:
        """Return whether a text is a table with names, or a table where there are no rows yet."""
        if not self._model.takes_tables or not text.strip():
            return False
        return self._model.subject is None or _is_named(text)

    def run(self, command: str) -> bool:
        """Run a command of the keys; return whether it has a meaning here."""
        asked = None
        if command in ("copy", "cut"):
            self.copy()
        elif command == "paste":
            self.paste()
        if command in ("clear_values", "cut"):
            asked = self._model.cleared(self.cells())
        elif command == "remove_classes":
            asked = self._model.removed(sorted({row for row, _ in self.cells()}))
        elif command not in ("copy", "paste"):
            return False
        if asked is not None:
            self.edit_requested.emit(*asked)
        return True


def _is_named(text: str) -> bool:
    """Return whether a text is a table whose first line names the columns."""
    from xentgui.reading.points_table import table_of  # noqa: PLC0415 - no start needs it

    try:
        return bool(table_of(text).form.header)
    except RefusedError:
        return False


def cells_of(text: str) -> list[list[str]]:
    r"""Return the cells of a text: lines, divided by tabs, semicolons, commas or blanks.

    >>> cells_of("1\t2\n3\t4\n"), cells_of("1, 2")
    ([['1', '2'], ['3', '4']], [['1', '2']])
    """
    lines = [line for line in text.splitlines() if line.strip()]
    mark = next((one for one in "\t;," if any(one in line for line in lines)), None)
    return [[cell.strip() for cell in line.split(mark)] for line in lines]
