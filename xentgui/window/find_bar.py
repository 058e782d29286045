"""The bar that finds classes by their names, and lights all of them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolBar, QToolButton, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.found import Found, found_in
from xentgui.model.view import View
from xentgui.painting.handlers import guarded
from xentgui.painting.icons import icon
from xentgui.painting.style import Style, field_rules, font_rule
from xentgui.painting.text_widgets import PlainLabel

_HINT = QT_TRANSLATE_NOOP("window", "Find a class by a part of its name")
_NONE = QT_TRANSLATE_NOOP("window", "none found")
_PLACE = QT_TRANSLATE_NOOP("window", "{number} of {count}")
_BUTTONS = {
    "previous": ("up", QT_TRANSLATE_NOOP("window", "Previous")),
    "next": ("down", QT_TRANSLATE_NOOP("window", "Next")),
    "close": ("close", QT_TRANSLATE_NOOP("window", "Close")),
}


@guarded
class FindBar(QToolBar):
    """A line to type in; Enter goes on to the next hit, and Escape closes the bar.

    Signals
    -------
    view_requested(View)
        Other classes are to be lit.
    class_requested(int)
        A class is to be seen.
    """

    view_requested = Signal(object)
    class_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._view = View()
        self._snapshot: Snapshot | None = None
        self._at = -1
        line = QWidget(self)
        self._layout = layout = QHBoxLayout(line)
        self.text = QLineEdit(line)
        self.text.setObjectName("find_bar.text")
        self.text.setClearButtonEnabled(True)
        self.text.textChanged.connect(self._look)
        self.text.returnPressed.connect(self.go_on)
        layout.addWidget(self.text, 1)
        self.place = PlainLabel(line)
        self.place.setObjectName("find_bar.place")
        layout.addWidget(self.place)
        runs = {"previous": lambda: self.go_on(-1), "next": self.go_on, "close": self.put_away}
        self._buttons: dict[str, QToolButton] = {}
        for key, run in runs.items():
            button = self._buttons[key] = QToolButton(line)
            button.setObjectName(f"find_bar.{key}")
            button.setAutoRaise(True)
            button.clicked.connect(lambda _on, run=run: run())
            layout.addWidget(button)
        self.addWidget(line)
        self.setVisible(False)
        self.retranslate()

    @property
    def hits(self) -> Found | None:
        """What is lit."""
        return self._view.found

    def begin(self) -> None:
        """Show the bar, ready for a name."""
        self.setVisible(True)
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()
        self._look()

    def put_away(self) -> None:
        """Hide the bar, and light nothing."""
        self.setVisible(False)
        self._light(None)

    def go_on(self, by: int = 1) -> None:
        """Go to the next hit, or to the one before; after the last comes the first."""
        found = self._view.found
        if found is None or not len(found.classes):
            return
        self._at = (self._at + by) % len(found.classes)
        self._show_place()
        self.class_requested.emit(int(found.classes[self._at]))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Look again if the classes have other names."""
        before, self._snapshot = self._snapshot, snapshot
        known = before is not None and before.state.names is snapshot.state.names
        if self.isVisible() and not known:
            QTimer.singleShot(0, self, self._look_again)  # nobody may ask while all are told

    def _look_again(self) -> None:
        if self.isVisible() and self._snapshot is not None and self.text.text():
            self._at = -1
            self._light(found_in(self._snapshot.state.names, self.text.text()))

    def show_view(self, view: View) -> None:
        """Show how many hits there are."""
        before, self._view = self._view, view
        if view.found is not before.found:
            self._show_place()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        theme, side = style.theme, round(style.px(14))
        self._layout.setContentsMargins(side, round(style.px(4)), side, round(style.px(4)))
        self.setStyleSheet(
            f"* {{ {font_rule(style)} }} QToolBar {{ background: {theme.card}; border: none; "
            f"border-bottom: 1px solid {theme.line}; }} QLabel {{ color: {theme.mute}; }} "
            + field_rules(theme, style.px(1.0), side=6.0)
        )
        size = round(style.px(14))
        for key, button in self._buttons.items():
            button.setIcon(icon(_BUTTONS[key][0], theme))
            button.setIconSize(QSize(size, size))

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        hint = translate("window", _HINT)
        self.text.setPlaceholderText(hint)
        self.text.setAccessibleName(hint)
        self.setAccessibleName(hint)
        for key, button in self._buttons.items():
            button.setToolTip(translate("window", _BUTTONS[key][1]))
            button.setAccessibleName(button.toolTip())
        self._show_place()

    def _look(self) -> None:
        if self._snapshot is None:
            return
        text = self.text.text()
        found = found_in(self._snapshot.state.names, text) if text else None
        self._at = -1
        self._light(found)
        self.go_on()

    def _light(self, found: Found | None) -> None:
        if found is not self._view.found:
            self.view_requested.emit(replace(self._view, found=found))

    def _show_place(self) -> None:
        found = self._view.found
        if found is None:
            words = ""
        elif not len(found.classes):
            words = translate("window", _NONE)
        else:
            words = translate("window", _PLACE)
            words = words.format(number=max(self._at, 0) + 1, count=len(found.classes))
        self.place.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the bar on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)
