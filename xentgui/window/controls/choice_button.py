"""The button beside the title of a panel of which something can be chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.handlers import guarded
from xentgui.painting.icons import icon
from xentgui.painting.style import Style
from xentgui.panels import Panel
from xentgui.panels.choice import Choice

_TIP = QT_TRANSLATE_NOOP("window", "Choose what “{panel}” shows")
_SIDE = 20.0
_FEW = 8
"""The most options that stand in the menu itself; more have a menu of their own."""


def offers_choices(panel: Panel) -> bool:
    """Return whether `panel` ever has something to choose."""
    return type(panel).choices is not Panel.choices


@guarded
class ChoiceButton(QToolButton):
    """Opens the menu with the choices of one panel.

    The menu is filled when it opens, because the options can follow from the numbers.

    Signals
    -------
    view_requested(View)
        Something else is to be shown.
    """

    view_requested = Signal(object)

    def __init__(self, panel: Panel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"control.choices.{panel.key}")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoRaise(True)
        self._panel = panel
        self._snapshot: Snapshot | None = None
        self._view = View()
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self.retranslate()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Offer what can be chosen with these numbers."""
        self._snapshot = snapshot

    def show_view(self, view: View) -> None:
        """Mark what is chosen in `view`."""
        self._view = view

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        side = round(style.px(_SIDE))
        self.setIcon(icon("choices", style.theme))
        self.setIconSize(QSize(side * 3 // 4, side * 3 // 4))
        self.setFixedSize(side, side)
        self.setStyleSheet(
            "QToolButton { border: 1px solid transparent; border-radius: 4px; }"
            f"QToolButton:hover, QToolButton:focus {{ border-color: {style.theme.accent}; }}"
            "QToolButton::menu-indicator { image: none; }"
        )

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        title = translate("panels", self._panel.title)
        words = translate("window", _TIP).format(panel=title)
        self.setToolTip(words)
        self.setAccessibleName(words)

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        if self._snapshot is None:
            return
        choices = self._panel.choices(self._snapshot)
        for choice in choices:
            if len(choices) > 1 and len(choice.options) > _FEW:
                self._add(menu.addMenu(choice.name), choice)
                continue
            menu.addSection(choice.name)
            self._add(menu, choice)

    def _add(self, menu: QMenu, choice: Choice) -> None:
        chosen = choice.chosen(self._panel.key, self._view)
        group = QActionGroup(menu)
        group.setExclusive(not choice.several)
        for option in choice.options:
            action = menu.addAction(option.text.replace("&", "&&"))  # no key of the menu
            action.setCheckable(True)
            action.setChecked(option.value in chosen)
            action.setActionGroup(group)
            action.triggered.connect(self._choosing(choice, option.value))

    def _choosing(self, choice: Choice, value: str) -> Callable[[], None]:
        def choose() -> None:
            view = self._view
            kept = choice.with_chosen(self._panel.key, view, value)
            self.view_requested.emit(replace(view, choices=kept))

        return choose
