"""A miniature of a table that was read, with a menu for the role of each column."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.naming import visible
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import PlainLabel
from xentgui.reading.column import Role
from xentgui.reading.describe import MENU_NAMES
from xentgui.reading.grid import Grid
from xentgui.reading.points_reading import PointsReading
from xentgui.reading.reading import Reading
from xentgui.window.controls.reading_sheet import ListBox

_MOST_COLUMNS: Final = 7
_LAST_COLUMNS: Final = 2  # of a wide table; targets are often there
_MOST_ROWS: Final = 3
_MENU_LENGTH: Final = 11  # characters; the list itself is wide enough for all
_LONGEST: Final = 18  # characters of a cell
_ROLE = QT_TRANSLATE_NOOP("reading", "What column {number} holds")
_MORE = QT_TRANSLATE_NOOP("reading", "… {count} more")


class ReadingTable(QWidget):
    """The first rows, and the first and last columns.

    Signals
    -------
    role_chosen(int, Role)
        A person has chosen what a column holds.
    """

    role_chosen = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading.table")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.menus: dict[int, ListBox] = {}
        self._shown: tuple[Grid | None, str] = None, ""

    def show_reading(self, reading: Reading | PointsReading, roles: tuple[Role, ...]) -> None:
        """Show the cells of `reading`, and `roles` in the menus."""
        word = translate("errors", MENU_NAMES[Role.LABEL])
        if reading.grid is not self._shown[0] or word != self._shown[1]:
            self._shown = reading.grid, word
            self._build(reading)
        for j, menu in self.menus.items():
            menu.setCurrentIndex(menu.findData(roles[j].value))

    def show_style(self, style: Style) -> None:
        """Apply sizes."""
        self._grid.setHorizontalSpacing(round(style.em))
        self._grid.setVerticalSpacing(round(style.em * 0.15))

    def _build(self, reading: Reading | PointsReading) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self.menus.clear()
        grid = reading.grid
        for at, j in enumerate(_shown_columns(grid.width)):
            if j < 0:
                text = translate("reading", _MORE).format(count=grid.width - _MOST_COLUMNS)
                self._put(text, 0, at)
                continue
            self._grid.addWidget(self._menu(j, reading.menu), 0, at)
            if grid.header:
                self._put(grid.header[j], 1, at, bold=True)
            for i in range(min(grid.height, _MOST_ROWS)):
                self._put(grid.cell(i, j), 2 + i, at)
        if grid.height > _MOST_ROWS:
            text = translate("reading", _MORE).format(count=grid.height - _MOST_ROWS)
            self._put(text, 2 + _MOST_ROWS, 0)
        self._grid.setColumnStretch(self._grid.columnCount(), 1)

    def _menu(self, j: int, roles: tuple[Role, ...]) -> ListBox:
        menu = ListBox(self)
        menu.setObjectName(f"reading.role.{j + 1}")
        menu.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        menu.setMinimumContentsLength(_MENU_LENGTH)
        for role in roles:
            menu.addItem(translate("errors", MENU_NAMES[role]), role.value)
        menu.setAccessibleName(translate("reading", _ROLE).format(number=j + 1))
        menu.setToolTip(menu.accessibleName())
        menu.activated.connect(lambda _: self.role_chosen.emit(j, Role(menu.currentData())))
        self.menus[j] = menu
        return menu

    def _put(self, text: str, row: int, column: int, *, bold: bool = False) -> None:
        label = PlainLabel(self, shown_cell(text))
        label.setToolTip(text[:1000] if len(text) > _LONGEST else "")
        label.setProperty("head", bold)
        self._grid.addWidget(label, row, column)


def shown_cell(text: str) -> str:
    r"""Return `text` as a cell of the miniature: what would not be seen is a sign, and it is short.

    >>> shown_cell(" the"), shown_cell("a\nb")
    ('‿the', 'a⏎b')
    """
    text = visible(text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _shown_columns(width: int) -> list[int]:
    if width <= _MOST_COLUMNS:
        return list(range(width))
    first = _MOST_COLUMNS - _LAST_COLUMNS
    return [*range(first), -1, *range(width - _LAST_COLUMNS, width)]
