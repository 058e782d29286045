"""The list of all commands and their keys, made from the same table as the menus."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from xentgui.actions import ACTIONS, MENU_BAR, MENUS
from xentgui.text import plain, translate
from xentgui.window.commands import keys_shown, spec_text


class Shortcuts(QDialog):
    """A window with every command that has keys, menu by menu."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("window", "Keyboard Shortcuts"))
        self.list = QTextBrowser(self)
        self.list.setObjectName("shortcuts.list")
        self.list.setAccessibleName(self.windowTitle())
        self.list.setHtml("".join(_section(key) for key in MENU_BAR))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)
        layout.addWidget(buttons)
        em = self.fontMetrics().height()
        self.resize(32 * em, 34 * em)


def _section(menu: str) -> str:
    rows = [
        f"<tr><td width='60%'>{escape(plain(spec_text(spec)))}</td>"
        f"<td>{escape(', '.join(keys_shown(spec)))}</td></tr>"
        for spec in map(ACTIONS.get, _commands(menu))
        if spec is not None and spec.shortcuts
    ]
    if not rows:
        return ""
    title = escape(plain(translate("actions", MENUS[menu].title)))
    return f"<h3>{title}</h3><table width='100%' cellpadding='3'>{''.join(rows)}</table>"


def _commands(menu: str) -> list[str]:
    found: list[str] = []
    for entry in MENUS[menu].entries:
        if entry in MENUS:
            found += _commands(entry)
        elif entry is not None:
            found.append(entry)
    return found
