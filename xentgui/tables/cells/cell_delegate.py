"""The editor of a cell, and what opens, places and ends it; `RowPainter` paints the rows."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QWidget

from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.tables.cells.cell_geometry import RADIUS, frame
from xentgui.tables.class_model import ClassModel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

_Index = QModelIndex | QPersistentModelIndex


@guarded
class CellEditor(QLineEdit):
    """A line edit that looks like the box that it covers, and shows that its text was refused.

    Attributes
    ----------
    index
        The edited cell, also after it has moved.
    refusal
        Why the current text was refused; empty if it was not.
    """

    def __init__(self, index: QModelIndex | QPersistentModelIndex, style: Style, parent: QWidget):
        super().__init__(parent)
        self.index = QPersistentModelIndex(index)
        self.refusal = ""
        self._style = style
        self._began_with: str | None = None
        self._home = QRectF()
        self.setObjectName("cell_editor")
        self.setFrame(False)
        self.setFont(style.font())
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.Base, style.color(style.theme.field))
        colors.setColor(QPalette.ColorRole.Text, style.color(style.theme.ink))
        self.setPalette(colors)
        side = round(style.px(5))
        self.setTextMargins(side, 0, side, 0)
        self.textEdited.connect(self._on_text_edited)

    @property
    def is_changed(self) -> bool:
        """Whether the text has changed since editing began."""
        return self.text() != self._began_with

    def begin_with(self, text: str) -> None:
        """Set the cell's text, once: a text that is being typed is never overwritten."""
        if self._began_with is None:
            self._began_with = text
            self.setText(text)

    def refuse(self, reason: str) -> None:
        """Mark the text as refused; an empty reason clears the mark."""
        self.refusal = reason
        self.setAccessibleDescription(reason)
        self.update()

    def place(self, box: QRectF) -> None:
        """Cover the box of the cell, or more if the text is longer."""
        self._home = box
        self._grow()

    def _on_text_edited(self) -> None:
        self.refuse("")
        self._grow()

    def _grow(self) -> None:
        margins = self.textMargins()
        needed = self.fontMetrics().horizontalAdvance(self.text()) + margins.left() * 2 + 8
        parent = self.parentWidget()
        room = parent.width() - self._home.left() if parent is not None else needed
        width = max(self._home.width(), min(needed, room))
        self.setGeometry(QRectF(self._home.topLeft(), self._home.size()).toAlignedRect())
        if width > self._home.width():
            self.resize(round(width), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and the outline around it."""
        super().paintEvent(event)
        theme, width = self._style.theme, self._style.px(2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.warning if self.refusal else theme.accent), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width / 2
        outline = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(outline, self._style.px(RADIUS), self._style.px(RADIUS))
        painter.end()


class Ending(Enum):
    """The ways to end editing, and the cell to go to."""

    STAY = auto()
    DOWN = auto()
    UP = auto()
    NEXT = auto()
    PREVIOUS = auto()
    CANCEL = auto()


_KEYS = {
    Qt.Key.Key_Return: Ending.DOWN,
    Qt.Key.Key_Enter: Ending.DOWN,
    Qt.Key.Key_Tab: Ending.NEXT,
    Qt.Key.Key_Backtab: Ending.PREVIOUS,
    Qt.Key.Key_Down: Ending.DOWN,
    Qt.Key.Key_Up: Ending.UP,
    Qt.Key.Key_Escape: Ending.CANCEL,
}
_PASSING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


@guarded
class CellDelegate(QStyledItemDelegate):
    """Makes the editor of a cell: a line edit in the cell's box.

    Signals
    -------
    ending_requested(CellEditor, Ending)
        A key or a click elsewhere ends the editing.
    typed(CellEditor)
        A person has changed the text.
    """

    ending_requested = Signal(object, object)
    typed = Signal(object)

    def __init__(self, model: ClassModel, style: Style, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.look = style

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> CellEditor:
        """Return an empty line edit for the cell."""
        column = self._model.columns[index.column()]
        editor = CellEditor(index, self.look, parent)
        if not column.is_name:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        draft = self._model.drafts.at(index.row(), index.column())
        if draft is not None:
            editor.refuse(draft.reason)
        editor.setAccessibleName(self._model.cell_name(index))
        editor.textEdited.connect(lambda: self.typed.emit(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Set the cell's text when editing begins, and never later."""
        if isinstance(editor, CellEditor):
            editor.begin_with(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Request the edit for the typed text; if it is refused, the editor shows it."""
        if not isinstance(editor, CellEditor):
            return
        if editor.is_changed or editor.refusal:
            editor.refuse("")
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        """Cover the cell's box."""
        if isinstance(editor, CellEditor):
            cell = QRectF(option.rect)
            editor.place(frame(self.look, self._model.columns[index.column()], cell))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """End editing with the keys of a spreadsheet, or when a person clicks elsewhere."""
        if not isinstance(editor, CellEditor):
            return False
        if isinstance(event, QKeyEvent):
            ending = _ending(event)
            if ending is None:
                return False
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() == QEvent.Type.KeyPress:
                self.ending_requested.emit(editor, ending)
            return True
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _PASSING:
            self.ending_requested.emit(editor, Ending.STAY)
        return False


def _ending(event: QKeyEvent) -> Ending | None:
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    ):
        return None
    ending = _KEYS.get(Qt.Key(event.key()))
    if ending is Ending.DOWN and shift:
        return Ending.UP
    if ending is Ending.NEXT and shift:
        return Ending.PREVIOUS
    return ending
