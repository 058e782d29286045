"""A table of a classifier's numbers that is used like a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.accessibility import tell_cell
from xentgui.painting.fingers import TouchedRows
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style, scroll_bar_sheet
from xentgui.painting.theme import LIGHT
from xentgui.tables.cells.cell_delegate import Ending
from xentgui.tables.cells.cell_geometry import least_row_height
from xentgui.tables.cells.table_editing import TableEditing
from xentgui.tables.cells.table_keys import command_for, is_reserved
from xentgui.tables.numbers.number_commands import NumberCommands
from xentgui.tables.numbers.number_model import NumberModel
from xentgui.tables.numbers.number_rows import NumberRows, paint_instead
from xentgui.tables.numbers.number_steps import NumberSteps
from xentgui.tables.painted_table import Viewport
from xentgui.tables.table_header import TableHeader
from xentgui.tables.table_look import style_for

if TYPE_CHECKING:
    from xentgui.tables.class_model import ClassModel

_Trigger = QAbstractItemView.EditTrigger
_Flag = QItemSelectionModel.SelectionFlag
_ROWS_SEEN = 3
_NONE = QT_TRANSLATE_NOOP("tables", "These logits follow from no input.")


@guarded
class NumberTable(QTableView):
    """Shows a `NumberModel`, and emits requests for edits.

    Signals
    -------
    edit_requested(Edit, str)
        An edit is requested; the text names the undo step.
    highlight_requested(Mark or None)
        What is pointed at.
    message(str)
        What just happened, in a sentence.
    token_pasted(str)
        The token of a scene was pasted, or all points at once.
    """

    edit_requested = Signal(object, str)
    highlight_requested = Signal(object)
    message = Signal(str)
    token_pasted = Signal(str)

    title = ""

    def __init__(self, model: NumberModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        model.setParent(self)
        self.numbers = model
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(_Trigger.DoubleClicked | _Trigger.AnyKeyPressed)
        self.ground = Viewport()
        self.setViewport(self.ground)
        self._touched = TouchedRows(self)
        self.look = style_for(self, LIGHT)
        # Header and editors ask a model only for its columns, drafts and names of cells.
        alike = cast("ClassModel", model)
        self.header = TableHeader(alike, self.look, self)
        self.setHorizontalHeader(self.header)
        lines = self.verticalHeader()
        lines.hide()
        lines.setMinimumSectionSize(1)
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.editing = TableEditing(self, alike, self.look)
        self.steps = NumberSteps(self, model)
        self.editing.ended.connect(self.steps.go)
        self.rows = NumberRows(model)
        self.setModel(model)
        model.edit_requested.connect(self.edit_requested)
        self.commands = NumberCommands(self, model, self.editing)
        self.commands.edit_requested.connect(self.edit_requested)
        self.commands.token_pasted.connect(self.token_pasted)
        self._first_changed = 0
        model.shape_changed.connect(self._lay_out)
        model.dataChanged.connect(lambda first, _last: self._note_change(first.column()))
        self.ground.left.connect(lambda: self.highlight_requested.emit(None))

    # -- what is shown --------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show other numbers; an open editor keeps its text."""
        self._first_changed = 0
        self.numbers.show_snapshot(snapshot)
        room = self.viewport().rect()
        if self._first_changed:  # the columns before it stay as they are painted
            room.setLeft(self.columnViewportPosition(self._first_changed))
        self.viewport().update(room)

    def _note_change(self, column: int) -> None:
        self._first_changed = column

    def show_view(self, view: View) -> None:
        """Show the same numbers in another way."""
        highlight = self.numbers.view.highlight
        self.numbers.show_view(view)
        if view.highlight is not highlight:
            self.viewport().update()

    def show_style(self, style: Style) -> None:
        """Apply the colours of `style`; letters have the table's own font."""
        self.look = style_for(self, style.theme)
        self.header.set_style(self.look)
        self.editing.set_style(self.look)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setStyleSheet(scroll_bar_sheet(style))
        self._lay_out()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.setAccessibleName(translate("tables", self.title))
        self.numbers.retranslate()

    def whole_height(self) -> int:
        """Return the least height at which every row is visible."""
        count = max(self.numbers.rowCount(), _ROWS_SEEN)
        return self.header.sizeHint().height() + count * least_row_height(self.look) + 2

    def sizeHint(self) -> QSize:
        """Return a size that shows some rows."""
        return QSize(round(self.look.px(340)), self.minimumSizeHint().height() * 2)

    def minimumSizeHint(self) -> QSize:
        """Return the least useful size."""
        height = self.header.sizeHint().height() + _ROWS_SEEN * least_row_height(self.look)
        return QSize(round(self.look.px(220)), height + 2)

    def _lay_out(self) -> None:
        """Set the widths of columns and the height of rows."""
        count = self.numbers.columnCount()
        if not count or not self.isVisible():
            return
        room, least = self.viewport().size(), [self.header.least(at) for at in range(count)]
        for at, width in enumerate(self.rows.widths(self.look, least, room.width())):
            self.header.resizeSection(at, width)
        height = self.rows.height(self.look, room.height())
        self.verticalHeader().setDefaultSectionSize(height)
        self.viewport().update()

    # -- keys and pointer ----------------------------------------------------------------

    def _run(self, command: str) -> bool:
        """Run a command of the keys; return whether it has a meaning here."""
        if command in ("go_down", "go_up"):
            self.steps.go(Ending.DOWN if command == "go_down" else Ending.UP)
        elif command == "edit_current":
            if self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(self.currentIndex())
            else:
                self._explain_derived()
        else:
            return self.commands.run(command)
        return True

    # -- Qt -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Run the command of a key; arrows highlight what they reach."""
        self.editing.hush()
        command = command_for(event)
        before = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Escape:
            index = self.currentIndex()
            if self.numbers.drafts.at(index.row(), index.column()) is None:
                event.ignore()
            self.numbers.drop_draft(index)
        elif event.key() == Qt.Key.Key_F4 and self.currentIndex().isValid():
            self.header.sectionClicked.emit(self.currentIndex().column())
        elif command is None or not self._run(command):
            super().keyPressEvent(event)
        row = self.currentIndex().row()
        if row != before and row >= 0:
            self.highlight_requested.emit(self.numbers.mark_of(row))

    def keyboardSearch(self, search: str) -> None:
        """Say why nothing can be typed here; Qt would search for a row."""
        if search.strip():
            self._explain_derived()

    def _explain_derived(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.editing.say_derived(self.numbers.columns[index.column()].heading, index)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """End editing; a refused text stays in its cell."""
        self.editing.closing(editor)
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def event(self, event: QEvent) -> bool:
        """Reserve the keys of a spreadsheet for the table while it has the focus."""
        if is_reserved(event):
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection, and do what a click on a row asks for."""
        self.editing.hush()
        super().mousePressEvent(event)
        row = self.rowAt(round(event.position().y()))
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            asked = self.numbers.pressed(row)
            if asked is not None:
                self.edit_requested.emit(*asked)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Highlight what is under the pointer."""
        super().mouseMoveEvent(event)
        row = self.rowAt(round(event.position().y()))
        self.highlight_requested.emit(self.numbers.mark_of(row) if row >= 0 else None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be in a cell that is seen, and tell those who listen which."""
        if not self.currentIndex().isValid():
            first = self.numbers.index(max(self.rowAt(0), 0), 0)
            self.selectionModel().setCurrentIndex(first, _Flag.NoUpdate)
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:  # else the row under it would move
            self.scrollTo(self.currentIndex())
        tell_cell(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Highlight nothing after the focus has gone."""
        super().focusOutEvent(event)
        if self.state() != QAbstractItemView.State.EditingState and not self.underMouse():
            self.highlight_requested.emit(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Distribute the new room among columns and rows."""
        super().resizeEvent(event)
        self._lay_out()
        self.editing.follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out changes that came while the table was hidden."""
        super().showEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the table out again for another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.look = style_for(self, self.look.theme)
            self.header.set_style(self.look)
            self.editing.set_style(self.look)
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the visible rows."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.look.color(self.look.theme.card))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.numbers.subject is None:
            paint_instead(painter, self.look, self.viewport().rect(), translate("tables", _NONE))
        else:
            self.rows.paint_all(painter, self.look, self, event.rect())
        painter.end()
