"""Editing in a table: a refused text stays in its cell, with the reason beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Signal
from PySide6.QtWidgets import QAbstractItemDelegate, QTableView, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.style import Style
from xentgui.tables.cells.cell_delegate import CellDelegate, CellEditor, Ending
from xentgui.tables.cells.message_bubble import MessageBubble
from xentgui.tables.class_model import ClassModel

_NO_HINT = QAbstractItemDelegate.EndEditHint.NoHint

_DERIVED = QT_TRANSLATE_NOOP(
    "tables", "“{heading}” follows from the other numbers. Type in the boxed column instead."
)


class TableEditing(QObject):
    """Opens and ends cell editors for one table, and owns its message bubble.

    Signals
    -------
    ended(Ending)
        The typed text was accepted; the value says to which cell to go.
    """

    ended = Signal(object)

    def __init__(self, table: QTableView, model: ClassModel, style: Style) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._explained: QPersistentModelIndex | None = None
        self.delegate = CellDelegate(model, style, self)
        self.bubble = MessageBubble(style, table)
        self.delegate.ending_requested.connect(self.end)
        self.delegate.typed.connect(self.hush)
        model.edit_refused.connect(self._on_model_edit_refused)
        table.setItemDelegate(self.delegate)

    def set_style(self, style: Style) -> None:
        """Apply other fonts and colours."""
        self.delegate.look = style
        self.bubble.set_style(style)

    # -- messages -----------------------------------------------------------------------

    def say(self, text: str, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show a message beside a cell until the next key or click."""
        self._explained = QPersistentModelIndex(index)
        self.bubble.say(text, self._place(index), self._table.viewport())

    def say_derived(self, heading: str, index: QModelIndex | QPersistentModelIndex) -> None:
        """Say why nothing can be typed in a cell of the column called `heading`."""
        self.say(translate("tables", _DERIVED).format(heading=heading), index)

    def hush(self) -> None:
        """Hide the message."""
        self._explained = None
        self.bubble.hide()

    def follow(self) -> None:
        """Move the message with its cell."""
        if self._explained is not None and self.bubble.isVisible():
            self.say(self.bubble.text(), self._explained)

    def tell_about_draft(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Say why the text of a cell was refused, if it was."""
        draft = self._model.drafts.at(index.row(), index.column())
        if draft is not None:
            self.say(draft.reason, index)

    def _place(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        editor = self.editor_at(index)
        if editor is not None:
            return editor.geometry()
        cell = self._table.visualRect(self._model.index(index.row(), index.column()))
        # The message of a cell that was scrolled out of view is at the nearest edge.
        height = self._table.viewport().height()
        cell.moveTop(min(max(cell.top(), -cell.height()), height - cell.height()))
        return cell

    def editor_at(self, index: QModelIndex | QPersistentModelIndex) -> CellEditor | None:
        """Return the open editor of a cell, or None."""
        editor = self._table.indexWidget(self._model.index(index.row(), index.column()))
        return editor if isinstance(editor, CellEditor) else None

    # -- the end of editing -------------------------------------------------------------

    def end(self, editor: CellEditor, ending: Ending) -> None:
        """Accept the typed text and go on; stay if it is refused; drop it on Escape."""
        if ending is Ending.CANCEL:
            editor.refuse("")
            self.hush()
            self._model.drop_draft(editor.index)
            self._table.closeEditor(editor, _NO_HINT)
            return
        self._table.commitData(editor)
        if editor.refusal:
            return
        self._table.closeEditor(editor, _NO_HINT)
        self.ended.emit(ending)

    def end_elsewhere(self, index: QModelIndex) -> bool:
        """Accept what is typed in another cell than `index`; return False if it is refused."""
        for editor in self._table.viewport().findChildren(CellEditor):
            if editor.isVisible() and editor.index != QPersistentModelIndex(index):
                self.end(editor, Ending.STAY)
                if editor.refusal:
                    return False
        return True

    def closing(self, editor: QWidget) -> None:
        """Keep the text of an editor that is closed, as refused text, in its cell."""
        if isinstance(editor, CellEditor) and editor.refusal and editor.index.isValid():
            self._model.keep_draft(editor.index, editor.text(), editor.refusal)

    def _on_model_edit_refused(self, index: QModelIndex, reason: str) -> None:
        editor = self.editor_at(index)
        if editor is not None:
            editor.refuse(reason)
        self.say(reason, index)
