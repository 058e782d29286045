"""The windows of the Help menu: all commands with their shortcuts, all gestures, and About."""

from __future__ import annotations

import platform
from html import escape
from math import ceil
from typing import NamedTuple

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QMessageBox,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

import xentgui
from xentgui.commands.bars import MENU_BAR
from xentgui.commands.registry import ACTIONS, MENUS
from xentgui.language.terminal import columns as columns_of
from xentgui.language.text import QT_TRANSLATE_NOOP, plain, translate
from xentgui.painting import icons
from xentgui.window.commands import keys_shown, spec_text
from xentgui.window.gestures import PLACES, Place
from xentgui.window.presenting.keys import ROWS

_PRESENTING = QT_TRANSLATE_NOOP("presenting", "Keys while presenting")

_SIZES = 1.0, 0.92, 0.85  # in em: smaller where there is not enough room
_COLUMN_EM = 21
_COLUMNS = (1, 2, 3, 4)
_APART = frozenset({"walk", "train"})
"""Menus inside another one with so many commands that they are easier to find by themselves."""

_GAP = 4  # per cent of the width, between two columns
_LETTERS = 20, 25  # which have room side by side in the two columns of a row
_TITLE_ROWS = 2.5  # the height of a title, with the space around it


class About(QMessageBox):
    """A window with the program's version and its libraries."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("window", "About XentGUI"))
        size = self.fontMetrics().height() * 4
        self.setIconPixmap(icons.application_icon().pixmap(size, size))
        self.setText(f"<h3>XentGUI {xentgui.__version__}</h3>")
        self.setInformativeText(
            translate("window", "Softmax and cross-entropy made visible.")
            + f"\n\nPython {platform.python_version()} · PySide6 {qt_version}\n\n"
            + translate(
                "window",
                "XentGUI is under the MIT licence. It uses Qt and PySide6, © The Qt Company Ltd. "
                "and others, under the GNU Lesser General Public License, version 3.",
            )
        )
        self.setStandardButtons(QMessageBox.StandardButton.Close)


class Shortcuts(QDialog):
    """A window with every command that has a shortcut, menu by menu, and every gesture."""

    def __init__(self, parent: QWidget, room: QSize | None = None) -> None:
        """Make it as large as the list, as far as `room`, by default the screen, allows."""
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("window", "Keyboard Shortcuts"))
        self.list = QTextBrowser(self)
        self.list.setObjectName("shortcuts.list")
        self.list.setAccessibleName(self.windowTitle())
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        menus = [one for menu in MENU_BAR for one in (menu, *_set_apart(menu))]
        self._sections = [section for section in map(_section, menus) if section.rows]
        self._sections += map(_place, PLACES)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)
        layout.addWidget(buttons)
        self._fit(layout, buttons, room or self.screen().availableSize())

    def _fit(self, layout: QVBoxLayout, buttons: QDialogButtonBox, room: QSize) -> None:
        em, margins = self.fontMetrics().height(), layout.contentsMargins()
        sides = margins.left() + margins.right()
        fitting = [count for count in _COLUMNS if count * _COLUMN_EM * em + sides <= room.width()]
        columns = max(fitting, default=1)
        around = margins.top() + layout.spacing() + buttons.sizeHint().height() + margins.bottom()
        # Where there is no room for the keys while presenting, they are shown there, by "?".
        keys, font = [*self._sections, _presenting()], self.list.font()
        for sections, size in ((keys, 1.0), *((self._sections, size) for size in _SIZES)):
            font.setPixelSize(round(self.font().pixelSize() * size))
            self.list.setFont(font)
            self.list.setHtml(_page(sections, columns))
            page = self.list.document().clone(self)  # that in the list has the width of the list
            page.setTextWidth(columns * _COLUMN_EM * em)
            wide, high = ceil(page.textWidth()) + sides, ceil(page.size().height()) + around
            if high <= room.height() - 2 * em:
                break
        self.resize(min(wide, room.width()), min(high, room.height() - 2 * em))


class _Section(NamedTuple):
    """A title, and rows with what a person does and what follows.

    `height` is about how many lines of text they are; most rows are one.
    """

    title: str
    rows: list[str]
    height: int

    def html(self) -> str:
        table = f"<table width='100%' cellpadding='0' cellspacing='1'>{''.join(self.rows)}</table>"
        return f"<h4 style='margin: 6px 0px 2px 0px'>{self.title}</h4>{table}"


def _place(place: Place) -> _Section:
    """Return what the pointer and the keys do in a place."""
    rows = [
        _row(translate("window", doing), translate("window", does), wide=45)
        for doing, does in place.gestures
    ]
    height = sum(
        max(
            ceil(columns_of(translate("window", text)) / wide)
            for text, wide in zip(gesture, _LETTERS, strict=True)
        )
        for gesture in place.gestures
    )
    return _Section(escape(translate("window", place.title)), rows, height)


def _presenting() -> _Section:
    """Return what the keys do while presenting, from the table that the windows act by."""
    rows = [_row(row.shown, translate("presenting", row.brief), wide=45) for row in ROWS]
    return _Section(escape(translate("presenting", _PRESENTING)), rows, len(rows))


def _row(left: str, right: str, wide: int = 60) -> str:
    return f"<tr><td width='{wide}%'>{escape(left)}</td><td>{escape(right)}</td></tr>"


def _section(menu: str) -> _Section:
    rows = [
        _row(plain(spec_text(spec)), ", ".join(keys_shown(spec)))
        for spec in map(ACTIONS.get, _commands(menu))
        if spec is not None and spec.shortcuts
    ]
    return _Section(escape(plain(translate("actions", MENUS[menu].title))), rows, len(rows))


def _page(sections: list[_Section], columns: int) -> str:
    """Return the sections in columns that are about equally high, each in the order given."""
    heights = [section.height + _TITLE_ROWS for section in sections]
    parts: list[list[int]] = [[] for _ in range(columns)]
    for number in sorted(range(len(sections)), key=lambda one: -heights[one]):
        min(parts, key=lambda part: sum(heights[one] for one in part)).append(number)
    filled = sorted(sorted(part) for part in parts if part)
    width = (100 - _GAP * (columns - 1)) // columns
    cells = f"<td width='{_GAP}%'></td>".join(
        f"<td width='{width}%'>{''.join(sections[one].html() for one in part)}</td>"
        for part in filled
    )
    return f"<table width='100%'><tr>{cells}</tr></table>"


def _set_apart(menu: str) -> list[str]:
    """Return the menus inside `menu` that have a section of their own."""
    return [entry for entry in MENUS[menu].entries if entry in _APART]


def _commands(menu: str) -> list[str]:
    found: list[str] = []
    for entry in MENUS[menu].entries:
        if entry in _APART:
            continue
        if entry in MENUS:
            found += _commands(entry)
        elif entry is not None:
            found.append(entry)
    return found
