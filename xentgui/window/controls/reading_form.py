"""How a table of points is taken apart: separator, header and decimal sign, each to be changed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import PlainLabel
from xentgui.reading.points_reading import PointsReading
from xentgui.reading.points_table import Form
from xentgui.window.controls.reading_sheet import ListBox

_PARTS: Final[dict[str, tuple[str, dict[str | bool, str]]]] = {
    "separator": (
        QT_TRANSLATE_NOOP("reading", "Between cells"),
        {
            ",": QT_TRANSLATE_NOOP("reading", "commas"),
            ";": QT_TRANSLATE_NOOP("reading", "semicolons"),
            "\t": QT_TRANSLATE_NOOP("reading", "tabs"),
        },
    ),
    "header": (
        QT_TRANSLATE_NOOP("reading", "First line"),
        {
            True: QT_TRANSLATE_NOOP("reading", "names"),
            False: QT_TRANSLATE_NOOP("reading", "a point"),
        },
    ),
    "decimal": (
        QT_TRANSLATE_NOOP("reading", "Decimal sign"),
        {
            ".": QT_TRANSLATE_NOOP("reading", "point"),
            ",": QT_TRANSLATE_NOOP("reading", "comma"),
        },
    ),
}
"""By the name of a field of `Form`: its caption, and what can be chosen."""


class ReadingForm(QWidget):
    """A menu for each part of a `Form`; one that the layout settles is left out.

    Signals
    -------
    chosen(Form)
        A person wants the text to be taken apart so.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = Form()
        self.menus: dict[str, ListBox] = {}
        self._captions: dict[str, PlainLabel] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for name in _PARTS:
            self._captions[name], self.menus[name] = PlainLabel(self), ListBox(self)
            self.menus[name].setObjectName(f"reading.{name}")
            self.menus[name].activated.connect(lambda _, name=name: self._choose(name))
            self._row.addWidget(self._captions[name])
            self._row.addWidget(self.menus[name])
        self._row.addStretch(1)
        self.hide()

    def show_reading(self, reading: object) -> None:
        """Show how a text of points is taken apart; of others there is nothing to choose."""
        self.setVisible(isinstance(reading, PointsReading))
        if isinstance(reading, PointsReading):
            self._show_form(reading.table.form)

    def _show_form(self, form: Form) -> None:
        self._form = form
        for name, menu in self.menus.items():
            value = getattr(form, name)
            menu.setCurrentIndex(-1 if value is None else menu.findData(value))
            for part in (menu, self._captions[name]):
                part.setVisible(value is not None)

    def show_style(self, style: Style) -> None:
        """Apply sizes."""
        self._row.setSpacing(round(style.em * 0.7))

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        for name, (caption, values) in _PARTS.items():
            menu = self.menus[name]
            self._captions[name].setText(translate("reading", caption))
            menu.setAccessibleName(translate("reading", caption))
            menu.clear()
            for value, text in values.items():
                menu.addItem(translate("reading", text), value)
        self._show_form(self._form)

    def _choose(self, name: str) -> None:
        self.chosen.emit(self._form._replace(**{name: self.menus[name].currentData()}))
