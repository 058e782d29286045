"""Explains a card beside it, or below its content where there is no other room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from xentgui.documents.lectures import place_of, title_of
from xentgui.painting.handlers import guarded
from xentgui.panels.card_help import CARD_HELP, SCENES
from xentgui.window.cards import Cards
from xentgui.window.helping.card_note import CardNote
from xentgui.window.helping.note import is_escape
from xentgui.window.look import Look


@guarded
class CardExplainer(QObject):
    """Shows one note at a time; it stays while somebody works with its card.

    Attributes
    ----------
    note
        What is shown.

    Signals
    -------
    scene_requested(int)
        The lecture is to be opened at this scene, counted from 0.
    """

    scene_requested = Signal(int)

    def __init__(self, window: QMainWindow, cards: Cards, look: Look) -> None:
        super().__init__(window)
        self._window, self._cards, self._look = window, cards, look
        self._used_before: QWidget | None = None
        self._is_inside = False
        self.note = CardNote(window)
        self.note.closed.connect(self.close)
        self.note.scene_requested.connect(self._ask_for_scene)
        self.note.show_style(look.style())
        cards.arranged.connect(self._follow)

    @property
    def key(self) -> str:
        """The card that is explained, or ""."""
        return self.note.key

    def explain(self, key: str) -> None:
        """Explain the card `key`; a second time, be silent again."""
        again = key == self.note.key
        self.close()
        if not again:
            self._used_before = QApplication.focusWidget()
            self.note.explain(key, self._cards.by_key[key].windowTitle(), self._scene_title(key))
            self._place()
            self._window.installEventFilter(self)
            self._cards.installEventFilter(self)
            self.note.begin()

    def close(self) -> None:
        """Take the note away, and give the keys back to who had them."""
        if not self.note.key:
            return
        holder = QApplication.focusWidget()
        has_keys = holder is not None and (holder is self.note or self.note.isAncestorOf(holder))
        self._take_out()
        self.note.key = ""
        self.note.hide()
        self._window.removeEventFilter(self)
        self._cards.removeEventFilter(self)
        before, self._used_before = self._used_before, None
        if has_keys and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_style(self) -> None:
        """Apply colours and sizes."""
        self.note.show_style(self._look.style())
        self._place()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        if self.note.key:
            key = self.note.key
            self.note.explain(key, self._cards.by_key[key].windowTitle(), self._scene_title(key))
            self._place()

    def _scene_title(self, key: str) -> str:
        place = place_of(SCENES[CARD_HELP[key].scene])
        return "" if place is None else title_of(place, self._look.language)

    def _ask_for_scene(self) -> None:
        place = place_of(SCENES[CARD_HELP[self.note.key].scene])
        self.close()
        if place is not None:
            self.scene_requested.emit(place)

    def _follow(self) -> None:
        if self.note.key:
            if self._cards.by_key[self.note.key].visibleRegion().isEmpty():
                self.close()
            else:
                self._place()

    def _place(self) -> None:
        if not self.note.key:
            return
        self._take_out()
        card, cards = self._cards.by_key[self.note.key], self._cards
        part = QRect(card.mapTo(self._window, QPoint()), card.size())
        room = QRect(cards.mapTo(self._window, QPoint()), cards.size())
        if not self.note.stand_beside(part, room):
            self._is_inside = True
            self.note.setMaximumWidth((1 << 24) - 1)
            self.note.setMinimumWidth(0)
            card.add_below(self.note)
        self.note.show()
        self.note.raise_()

    def _take_out(self) -> None:
        if self._is_inside:
            self._is_inside = False
            self._cards.by_key[self.note.key].remove_below(self.note)
            self.note.setParent(self._window)
            self.note.show_style(self._look.style())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window; close at an Escape that nobody else has taken."""
        if watched is self._cards and event.type() == QEvent.Type.Resize and not self._is_inside:
            self._place()
        elif watched is self._window and is_escape(event):
            self.close()
            return True
        return super().eventFilter(watched, event)
