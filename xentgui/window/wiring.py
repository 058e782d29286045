"""Joins the parts of the window to the store: they ask, it decides, they show."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from xentgui.documents.store import Store
from xentgui.model import State
from xentgui.model.mark import Mark
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.window.status_line import StatusLine
from xentgui.window.style_sheets import scroll_bar_sheet


class Wiring(QObject):
    """Knows every part, and passes on what is asked for and what has changed.

    A part has the subset that makes sense for it of the signals ``edit_requested``,
    ``view_requested``, ``highlight_requested``, ``gesture_started``, ``gesture_ended``,
    ``gesture_cancelled``, ``edit_refused``, ``message``, and of the methods
    ``show_snapshot``, ``show_view``, ``show_style``, ``show_theme``, ``retranslate``,
    ``hold``, ``release``.
    """

    def __init__(self, store: Store, status: StatusLine, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._status = store, status
        self._parts: list[QWidget] = []
        self._owner: QWidget | None = None  # of the gesture under way
        self._highlight: Mark | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._show_highlight)

    def add(self, part: QWidget) -> None:
        """Join `part` to the store, and let it show what there is."""
        self._parts.append(part)
        store = self._store
        asks = {
            "edit_requested": lambda state, text: self._edit(part, state, text),
            "view_requested": self.show_view,
            "highlight_requested": self.point_at,
            "gesture_started": lambda text: self._begin(part, text),
            "gesture_ended": lambda: self._end(part),
            "gesture_cancelled": lambda: self._cancel(part),
            "message": self._status.say,
            "edit_refused": self._status.say_of_state,
        }
        for signal, slot in asks.items():
            if hasattr(part, signal):
                getattr(part, signal).connect(slot)
        if hasattr(part, "show_view"):
            part.show_view(store.view)
            store.view_changed.connect(part.show_view)
        if hasattr(part, "show_snapshot"):
            part.show_snapshot(store.snapshot)
            store.changed.connect(part.show_snapshot)

    def show_style(self, style: Style) -> None:
        """Tell every part the colours and sizes."""
        for part in self._parts:
            self.dress(part, style)

    def dress(self, part: QWidget, style: Style) -> None:
        """Tell one part the colours and sizes."""
        if hasattr(part, "show_style"):
            part.show_style(style)
        if hasattr(part, "show_theme"):
            part.show_theme(style.theme)
        if isinstance(part, QAbstractItemView):
            sheet = scroll_bar_sheet(style)
            part.verticalScrollBar().setStyleSheet(sheet)
            part.horizontalScrollBar().setStyleSheet(sheet)
        elif hasattr(part, "scroller"):
            part.scroller.setStyleSheet(scroll_bar_sheet(style))

    def retranslate(self) -> None:
        """Tell every part to speak the current language."""
        for part in self._parts:
            if hasattr(part, "retranslate"):
                part.retranslate()

    def show_view(self, view: View) -> None:
        """Look at the numbers in another way."""
        self._store.show(view)

    def finish_bursts(self) -> bool:
        """End what keys have begun; return False while a hand holds something."""
        finish = getattr(self._owner, "finish", None)
        if finish is not None:
            finish()
        if self._store.in_gesture and QApplication.mouseButtons():
            return False
        self._store.end_gesture()
        self._tell("release")
        return True

    def _edit(self, part: QWidget, state: State, text: str) -> None:
        if self._store.in_gesture and part is not self._owner:
            self.finish_bursts()
        self._store.edit(state, text)

    def _begin(self, part: QWidget, text: str) -> None:
        if self._store.in_gesture and part is not self._owner:
            self.finish_bursts()
        self._owner = part
        self._store.begin_gesture(text)
        self._tell("hold")

    def _end(self, part: QWidget) -> None:
        if part is self._owner:
            self._owner = None
            self._store.end_gesture()
            self._tell("release")

    def _cancel(self, part: QWidget) -> None:
        if part is self._owner:
            self._owner = None
            self._store.cancel_gesture()
            self._tell("release")

    def _tell(self, what: str) -> None:
        """Tell the parts that can: axes hold still as long as a hand pulls, anywhere."""
        for part in self._parts:
            if hasattr(part, what):
                getattr(part, what)()

    def point_at(self, mark: Mark | None) -> None:
        """Highlight a mark everywhere as soon as there is time, or none."""
        # Pointers move faster than screens: only where it is when there is time is shown.
        self._highlight = mark
        self._soon.start()

    def _show_highlight(self) -> None:
        mark = self._highlight
        if mark is not None and not mark.is_in(self._store.snapshot.state):
            mark = None
        self._store.show(replace(self._store.view, highlight=mark))
