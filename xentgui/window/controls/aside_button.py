"""The button for the cards that stand aside, because there is no room for them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.style import Style, font_rule

_TEXT = QT_TRANSLATE_NOOP("window", "{count} more")
_TIP = QT_TRANSLATE_NOOP(
    "window", "There is no room for {cards}. Choose one to see it instead of another."
)


class AsideButton(QToolButton):
    """Says how many cards stand aside, and lists them.

    Signals
    -------
    chosen(str)
        The card with this key is to be shown instead of another.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("status.aside")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self)
        menu.triggered.connect(lambda action: self.chosen.emit(action.data()))
        self.setMenu(menu)

    def show_cards(self, titles: Mapping[str, str]) -> None:
        """Offer the cards with these titles, by key."""
        menu = self.menu()
        menu.clear()
        for key, title in titles.items():
            menu.addAction(title).setData(key)
        self.setText(translate("window", _TEXT).format(count=len(titles)))
        cards = translate("window", ", ").join(titles.values())
        self.setToolTip(translate("window", _TIP).format(cards=cards))
        self.setAccessibleName(self.toolTip())
        self.setVisible(bool(titles))

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        theme, side = style.theme, round(style.px(6))
        self.setStyleSheet(
            # A widget with a style sheet would keep the letters of the size when it was made.
            f"* {{ {font_rule(style)} }}"
            f"QToolButton {{ color: {theme.accent}; border: 1px solid transparent;"
            f" padding: 0px {round(style.px(16))}px 0px {side}px; }}"
            f"QToolButton:hover, QToolButton:focus {{ border-color: {theme.accent}; }}"
            "QToolButton::menu-indicator { subcontrol-origin: padding;"
            f" subcontrol-position: center right; right: {round(style.px(4))}px; }}"
        )
