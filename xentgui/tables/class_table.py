"""A table of classes that is used like a spreadsheet; the base of the window's two tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from xentgui.model import Snapshot
from xentgui.model.mark import ClassMark
from xentgui.painting.accessibility import tell_cell
from xentgui.painting.handlers import guarded
from xentgui.painting.theme import Theme
from xentgui.tables.cells.cell_delegate import Ending
from xentgui.tables.cells.selected_cells import rows_of, selection_of
from xentgui.tables.cells.table_editing import TableEditing
from xentgui.tables.cells.table_keys import command_for, edge, jump_for, next_number, pages
from xentgui.tables.class_model import ClassModel
from xentgui.tables.painted_table import PaintedTable

if TYPE_CHECKING:
    from xentgui.reading.offer import ReadingDesk
    from xentgui.tables.table_commands import TableCommands

_NO_HINT = QAbstractItemDelegate.EndEditHint.NoHint
_Flag = QItemSelectionModel.SelectionFlag
_Trigger = QAbstractItemView.EditTrigger


@guarded
class ClassTable(PaintedTable):
    """A table that shows classes, and emits requests for edits.

    Attributes
    ----------
    editing
        The open editors, and the messages at cells.
    desk, takes_points
        Reads what is pasted, and asks about it; takes many samples as points, and says whether so.

    Signals
    -------
    edit_requested(Edit, str)
        An edit is requested; the text names the undo step.
    highlight_requested(Mark or None)
        The class under the pointer, or under the keys.
    message(str)
        What just happened, in a sentence.
    context_menu_requested(QPoint)
        A menu for the selected classes is requested at this point of the screen.
    batch_pasted(Block)
        A matrix of logits was pasted, which is more than a table can hold.
    token_pasted(str)
        The token of a scene was pasted.
    """

    edit_requested = Signal(object, str)
    highlight_requested = Signal(object)
    message = Signal(str)
    context_menu_requested = Signal(QPoint)
    batch_pasted = Signal(object)
    token_pasted = Signal(str)

    def __init__(self, model: ClassModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._pointed: int | None = None
        self._way: tuple[int, int] | None = None
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(_Trigger.DoubleClicked | _Trigger.AnyKeyPressed)
        self.editing = TableEditing(self, model, self._look.style)
        self.editing.ended.connect(self.go)
        self.takes_points: Callable[[str], bool] = lambda text: False
        self.setModel(model)
        model.edit_requested.connect(self.edit_requested)
        # An event filter on the viewport would cost a call for each of its events.
        self.ground.left.connect(self._point_at)

    @cached_property
    def desk(self) -> ReadingDesk:
        """At first, takes all as it is understood."""
        from xentgui.reading.offer import AtOnce  # noqa: PLC0415 - a window has a desk of its own

        return AtOnce()

    @cached_property
    def commands(self) -> TableCommands:
        """The commands of keys and menus."""
        from xentgui.tables.table_commands import TableCommands  # noqa: PLC0415 - no picture has any

        return TableCommands(self, self.classes, self.editing)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show other numbers; an open editor keeps its text."""
        same = self.classes.has_classes_of(snapshot)
        row = None if same else self.current_class()
        super().show_snapshot(snapshot)
        if not same and not self.currentIndex().isValid():
            self._go_to(row or 0, self.classes.value_column)

    def _apply_theme(self, theme: Theme) -> None:
        super()._apply_theme(theme)
        self.editing.set_style(self._look.style)

    # -- what is chosen -----------------------------------------------------------------

    def current_class(self) -> int | None:
        """Return the class that keys act on."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def selected_classes(self) -> list[int]:
        """Return the classes with a selected cell, in order; if there are none, the current one."""
        return rows_of(self.selected_cells())

    def select_classes(self, rows: Iterable[int]) -> None:
        """Select the numbers of the classes, and make the first one current."""
        count = self.classes.rowCount()
        places = sorted(row for row in rows if row < count)
        if places:
            column = self.classes.value_column
            self._go_to(places[0], column)
            chosen = selection_of(self.classes, places, column)
            self.selectionModel().select(chosen, _Flag.ClearAndSelect)

    # -- going from cell to cell --------------------------------------------------------

    def go(self, ending: Ending) -> None:
        """Go from the current cell to the one that `ending` says, and highlight its class."""
        row, column = self._cell()
        if ending in (Ending.DOWN, Ending.UP):
            self._go_to(row + (1 if ending is Ending.DOWN else -1), column)
            self._point_at(self.current_class())
        elif ending is Ending.NEXT:
            self._go_along(forward=True)
        elif ending is Ending.PREVIOUS:
            self._go_along(forward=False)

    def _go_along(self, *, forward: bool) -> None:
        """Go from a cell that was open to the next number, and out of the table after the last."""
        values, rows = self.classes.value_column, self.classes.rowCount()
        goal = next_number(self._cell(), values, rows, forward=forward)
        if goal is None or not self.currentIndex().isValid():
            self.focusNextPrevChild(forward)
            return
        self._go_to(*goal)
        self._point_at(goal.row)

    def _go_to(self, row: int, column: int) -> None:
        row = min(max(row, 0), self.classes.rowCount() - 1)
        column = min(max(column, 0), self.classes.columnCount() - 1)
        self.setCurrentIndex(self.classes.index(row, column))

    def _jump(self, event: QKeyEvent) -> None:
        # Qt extends the selection as for an arrow; only the destination differs.
        self._way = jump_for(event)
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.ControlModifier
        super().keyPressEvent(QKeyEvent(event.type(), event.key(), modifiers))
        self._way = None

    def _point_at(self, row: int | None = None) -> None:
        if row != self._pointed:
            self._pointed = row
            self.highlight_requested.emit(None if row is None else ClassMark(row))

    def explain_derived(self) -> None:
        """Say why nothing can be typed in the current cell."""
        index = self.currentIndex()
        if index.isValid():
            heading = self.classes.headerData(index.column(), Qt.Orientation.Horizontal)
            self.editing.say_derived(str(heading), index)

    # -- Qt -----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the message as well."""
        super().resizeEvent(event)
        self.editing.follow()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll, and move the message as well."""
        super().scrollContentsBy(dx, dy)
        self.editing.follow()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """End editing; a refused text stays in its cell."""
        self.editing.closing(editor)
        super().closeEditor(editor, _NO_HINT)

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """End editing in the previous cell, and say why the text of the new one was refused."""
        super().currentChanged(current, previous)
        self.editing.tell_about_draft(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Run the command of a key; arrows highlight the class that they reach."""
        self.editing.hush()
        before = self.current_class()
        command = command_for(event)
        if command is not None:
            self.commands.run(command)
        elif jump_for(event) is not None:
            self._jump(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._escape(event)
        else:
            super().keyPressEvent(event)
        if self.current_class() != before:
            self._point_at(self.current_class())

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return the cell to which a key leads; with Ctrl an arrow leads to the edge."""
        if self._way is None:
            return super().moveCursor(action, modifiers)
        goal = edge(self._cell(), self._way, self.classes.rowCount(), self.classes.columnCount())
        return self.classes.index(*goal)

    def _escape(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if self.classes.drafts.at(index.row(), index.column()) is None:
            event.ignore()
        else:
            self.classes.drop_draft(index)

    def keyboardSearch(self, search: str) -> None:
        """Say why nothing can be typed here; Qt would search for a class of that name."""
        if search.strip():
            self.explain_derived()

    def event(self, event: QEvent) -> bool:
        """Reserve the keys of a spreadsheet for the table while it has the focus."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (command_for(event) or jump_for(event) or pages(event, self))
        ):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell those who listen in which cell they are."""
        super().focusInEvent(event)
        tell_cell(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Highlight nothing after the focus has gone."""
        super().focusOutEvent(event)
        if self.state() != QAbstractItemView.State.EditingState and not self.underMouse():
            self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin or extend a selection."""
        self.editing.hush()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the cell, or say why it cannot be edited."""
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self.classes.columns[index.column()].editable:
            self.explain_derived()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Highlight the class under the pointer."""
        super().mouseMoveEvent(event)
        row = self.rowAt(round(event.position().y()))
        self._point_at(row if row >= 0 else None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Request a menu for the selected classes."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            corner = self.visualRect(self.currentIndex()).bottomLeft()
            self.context_menu_requested.emit(self.viewport().mapToGlobal(corner))
        else:
            self.context_menu_requested.emit(event.globalPos())
        event.accept()
