"""A window with the tables on it, joined to a store as the program joins them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from xentgui.documents.store import Store
from xentgui.model import State
from xentgui.model.mark import ClassMark
from xentgui.model.subjects import BareLogits
from xentgui.painting.style import Style
from xentgui.painting.theme import Theme
from xentgui.tables.cells.cell_delegate import CellEditor
from xentgui.tables.class_table import ClassTable
from xentgui.tables.logits_and_targets import LogitTable, TargetTable
from xentgui.tables.readouts.readouts_card import ReadoutsCard

OPENING = State(("class 1", "class 2", "class 3"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))


def styled(theme: Theme) -> Style:
    """Return a style with these colours."""
    return Style(theme, 13.0, QFont())


class Desk(QWidget):
    """Both tables and the glance, and the hands of a person."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self.store = Store(BareLogits(state), self)
        self.logits, self.target, self.glance = LogitTable(), TargetTable(), ReadoutsCard()
        self.said: list[str] = []
        self.pointed: list[ClassMark | None] = []
        layout = QVBoxLayout(self)
        for part in (self.logits, self.target, self.glance):
            layout.addWidget(part)
            part.edit_requested.connect(self.store.edit)
            self.store.changed.connect(part.show_snapshot)
            self.store.view_changed.connect(part.show_view)
            part.show_snapshot(self.store.snapshot)
        for table in (self.logits, self.target):
            table.message.connect(self.said.append)
            table.highlight_requested.connect(self.pointed.append)
        self.resize(400, 700)

    @property
    def state(self) -> State:
        return self.store.snapshot.state

    @property
    def undo_texts(self) -> list[str]:
        history = self.store.history
        return [history.text(nth) for nth in range(history.count())]

    def at(self, table: ClassTable, row: int, key: str) -> None:
        """Click a cell."""
        index = table.classes.index(row, table.classes.column_of(key))
        table.scrollTo(index)
        QTest.mouseClick(
            table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center()
        )

    def keys(
        self, table: ClassTable, *keys: Qt.Key | str | tuple[Qt.Key, Qt.KeyboardModifier]
    ) -> None:
        """Press keys, and type texts, where the focus is."""
        if not table.isAncestorOf(QApplication.focusWidget()):
            table.setFocus()
        for key in keys:
            if isinstance(key, str):
                for letter in key:
                    QTest.keyClick(QApplication.focusWidget(), letter)
            elif isinstance(key, tuple):
                QTest.keyClick(QApplication.focusWidget(), *key)
            else:
                QTest.keyClick(QApplication.focusWidget(), key)

    def editor(self, table: ClassTable) -> CellEditor | None:
        """Return the open editor."""
        editors = table.viewport().findChildren(CellEditor)
        return next((editor for editor in editors if editor.isVisible()), None)

    def paste(self, table: ClassTable, text: str) -> None:
        """Paste `text` as the keyboard does."""
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def copy(self, table: ClassTable) -> str:
        """Copy as the keyboard does."""
        QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        return QGuiApplication.clipboard().text()

    def cell(self, table: ClassTable, row: int, key: str) -> str:
        """Return what a cell shows."""
        return str(table.classes.index(row, table.classes.column_of(key)).data())

    def current(self, table: ClassTable) -> tuple[int, str]:
        """Return the row and the column of the current cell."""
        index = table.currentIndex()
        return index.row(), table.classes.columns[index.column()].key

    def hover(self, table: ClassTable, row: int) -> None:
        """Move the pointer over a row."""
        spot = table.visualRect(table.classes.index(row, 0)).center()
        QTest.mouseMove(table.viewport(), spot + QPoint(1, 0))
        QTest.mouseMove(table.viewport(), spot)


@pytest.fixture
def desk(qtbot):
    return _desk(qtbot, OPENING)


@pytest.fixture
def desk_of(qtbot):
    return lambda state: _desk(qtbot, state)


def _desk(qtbot, state: State) -> Desk:
    desk = Desk(state)
    qtbot.addWidget(desk)
    with qtbot.waitActive(desk):
        desk.show()
        desk.activateWindow()
    desk.logits.setFocus()
    return desk
