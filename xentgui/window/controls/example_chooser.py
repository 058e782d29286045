"""The list of examples with their lessons, below the button in the toolbar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style, font_rule, scroll_bar_sheet
from xentgui.painting.text_widgets import PlainLabel
from xentgui.window.controls.example_rows import ROW, ExampleRow, ExampleRows

_SEARCH = QT_TRANSLATE_NOOP("window", "Search titles and lessons")
_NONE = QT_TRANSLATE_NOOP("window", "No example has these words.")
_SIZE = (40.0, 42.0)  # em
_MOVING = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}


@guarded
class ExampleChooser(QFrame):
    """A search and a list; arrows choose, Enter takes, Escape closes.

    Signals
    -------
    chosen(str)
        The key of an example.
    """

    chosen = Signal(str)

    def __init__(self, rows: Sequence[ExampleRow], style: Style, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("examples")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(translate("window", "Examples"))
        self._rows = rows
        self.search = QLineEdit(self)
        self.search.setObjectName("examples.search")
        self.search.setPlaceholderText(translate("window", _SEARCH))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.list = QListView(self)
        self.list.setObjectName("examples.list")
        self.list.setAccessibleName(self.accessibleName())
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Rows are as high as their lessons are in the width beside it.
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMouseTracking(True)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(self._take)
        self._rows_painter = ExampleRows(style)
        self.list.setItemDelegate(self._rows_painter)
        self._model = QStandardItemModel(self)
        self.list.setModel(self._model)
        self._none = PlainLabel(self, translate("window", _NONE))
        layout = QVBoxLayout(self)
        edge = round(style.px(6))
        layout.setContentsMargins(edge, edge, edge, edge)
        for part in (self.search, self._none, self.list):
            layout.addWidget(part)
        theme = style.theme
        self.setStyleSheet(
            f"* {{ {font_rule(style)} }}"
            f"#examples {{ background: {theme.card}; border: 1px solid {theme.line}; }}"
            f"QLineEdit {{ padding: {round(style.px(5))}px; }}"
            f"QListView {{ background: {theme.card}; border: none; }}" + scroll_bar_sheet(style)
        )
        self._size = tuple(round(side * style.em) for side in _SIZE)
        self._fill()

    def open_below(self, button: QWidget, current: str) -> None:
        """Open below `button`, as large as its window allows, at the example called `current`."""
        window = button.window()
        below = button.mapToGlobal(QPoint(0, button.height()))
        room = QRect(window.mapToGlobal(QPoint()), window.size()).adjusted(8, 8, -8, -8)
        width = min(self._size[0], room.width())
        height = min(self._size[1], max(room.bottom() - below.y(), 200))
        left = max(room.left(), min(below.x(), room.right() - width))
        self.setGeometry(left, below.y(), width, height)
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)
        self._go_to(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, take, or close; all else is typed."""
        if event.key() in _MOVING:
            QApplication.sendEvent(self.list, event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take(self.list.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        """List what has the words that are searched for."""
        words = self.search.text().casefold().split()
        self._model.clear()
        for row in self._rows:
            text = f"{row.title} {row.lesson}"
            if all(word in text.casefold() for word in words):
                item = QStandardItem(row.title)
                item.setData(row, ROW)
                item.setEditable(False)
                item.setData(f"{row.title}. {row.lesson}", Qt.ItemDataRole.AccessibleTextRole)
                self._model.appendRow(item)
        self._none.setVisible(not self._model.rowCount())
        self.list.setCurrentIndex(self._model.index(0, 0))

    def _go_to(self, key: str) -> None:
        for number in range(self._model.rowCount()):
            index = self._model.index(number, 0)
            if index.data(ROW).key == key:
                self.list.setCurrentIndex(index)
                self.list.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            key = index.data(ROW).key
            self.close()
            self.chosen.emit(key)
