"""The windows of the Help menu: all commands with their shortcuts, and About."""

from __future__ import annotations

import platform
from html import escape
from math import ceil
from typing import NamedTuple

from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt
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
from xentgui.commands import ACTIONS, MENU_BAR, MENUS
from xentgui.language.text import QT_TRANSLATE_NOOP, plain, translate
from xentgui.painting import icons
from xentgui.window.commands import keys_shown, spec_text

_WIDTH_EM = 50
_GESTURES = (
    (
        QT_TRANSLATE_NOOP("window", "Drag a bar, a dot or a line"),
        QT_TRANSLATE_NOOP("window", "Set its number"),
    ),
    (
        QT_TRANSLATE_NOOP("window", "Drag a line of the target"),
        QT_TRANSLATE_NOOP("window", "The other targets give way: Σy stays"),
    ),
    (
        QT_TRANSLATE_NOOP("window", "Alt while dragging"),
        QT_TRANSLATE_NOOP("window", "Free: Σy may change, and no number is rounded"),
    ),
    (
        QT_TRANSLATE_NOOP("window", "Escape while dragging"),
        QT_TRANSLATE_NOOP("window", "Put it back"),
    ),
    (
        QT_TRANSLATE_NOOP("window", "Tab, arrow keys"),
        QT_TRANSLATE_NOOP("window", "Walk from mark to mark, and change it"),
    ),
    (
        QT_TRANSLATE_NOOP("window", "Arrow keys with Shift, with Ctrl"),
        QT_TRANSLATE_NOOP("window", "Change it by less, by more"),
    ),
    (
        QT_TRANSLATE_NOOP("window", "T while clicking"),
        QT_TRANSLATE_NOOP("window", "Make the class the target"),
    ),
    (
        QT_TRANSLATE_NOOP("window", "Type a number"),
        QT_TRANSLATE_NOOP("window", "Set the number of the mark with the focus"),
    ),
    (
        QT_TRANSLATE_NOOP("window", "Point at a mark"),
        QT_TRANSLATE_NOOP("window", "Light its class everywhere"),
    ),
    (
        QT_TRANSLATE_NOOP("window", "Wheel, and dragging beside the marks"),
        QT_TRANSLATE_NOOP("window", "Zoom and move a plot, where its panel allows it"),
    ),
    (
        QT_TRANSLATE_NOOP("window", "Double-click beside the marks"),
        QT_TRANSLATE_NOOP("window", "Show the whole plot again"),
    ),
    (
        QT_TRANSLATE_NOOP("window", "Space, Backspace, Home"),
        QT_TRANSLATE_NOOP("window", "Next stage of the derivation, one back, none"),
    ),
)
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
            + f"\n\nPython {platform.python_version()} · PySide6 {qt_version}"
        )
        self.setStandardButtons(QMessageBox.StandardButton.Close)


class Shortcuts(QDialog):
    """A window with every command that has a shortcut, menu by menu, in two columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("window", "Keyboard Shortcuts"))
        self.list = QTextBrowser(self)
        self.list.setObjectName("shortcuts.list")
        self.list.setAccessibleName(self.windowTitle())
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        sections = [section for section in map(_section, MENU_BAR) if section.rows]
        self.list.setHtml(_page([*sections, _in_a_panel()]))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)
        layout.addWidget(buttons)
        self._fit(layout, buttons)

    def _fit(self, layout: QVBoxLayout, buttons: QDialogButtonBox) -> None:
        """Make the window as large as the list, if the screen has room."""
        em, margins = self.fontMetrics().height(), layout.contentsMargins()
        page = self.list.document().clone(self)  # the page in the list has the width of the list
        page.setTextWidth(_WIDTH_EM * em)
        around = margins.top() + layout.spacing() + buttons.sizeHint().height() + margins.bottom()
        wide = ceil(page.textWidth()) + margins.left() + margins.right()
        high = ceil(page.size().height()) + around
        room = self.screen().availableSize()
        self.resize(min(wide, room.width()), min(high, room.height() - 2 * em))


class _Section(NamedTuple):
    """The commands of a menu that have a shortcut."""

    title: str
    rows: list[str]

    def html(self) -> str:
        table = f"<table width='100%' cellpadding='1'>{''.join(self.rows)}</table>"
        return f"<h4>{self.title}</h4>{table}"


def _in_a_panel() -> _Section:
    """Return what the pointer and the keys do in a panel."""
    rows = [
        _row(translate("window", doing), translate("window", does), wide=45)
        for doing, does in _GESTURES
    ]
    return _Section(escape(translate("window", "In a panel")), rows)


def _row(left: str, right: str, wide: int = 60) -> str:
    return f"<tr><td width='{wide}%'>{escape(left)}</td><td>{escape(right)}</td></tr>"


def _section(menu: str) -> _Section:
    rows = [
        _row(plain(spec_text(spec)), ", ".join(keys_shown(spec)))
        for spec in map(ACTIONS.get, _commands(menu))
        if spec is not None and spec.shortcuts
    ]
    return _Section(escape(plain(translate("actions", MENUS[menu].title))), rows)


def _page(sections: list[_Section]) -> str:
    """Return the sections in two columns of about the same height."""
    heights = [len(section.rows) + _TITLE_ROWS for section in sections]
    cut = min(
        range(1, len(sections) + 1), key=lambda at: abs(sum(heights[:at]) - sum(heights[at:]))
    )
    columns = ("".join(part.html() for part in half) for half in (sections[:cut], sections[cut:]))
    cells = "<td width='4%'></td>".join(f"<td width='48%'>{column}</td>" for column in columns)
    return f"<table width='100%'><tr>{cells}</tr></table>"


def _commands(menu: str) -> list[str]:
    found: list[str] = []
    for entry in MENUS[menu].entries:
        if entry in MENUS:
            found += _commands(entry)
        elif entry is not None:
            found.append(entry)
    return found
