"""Escape during a drag of a card cancels it: the card goes back to its place."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow

from xentgui.painting.handlers import guarded

_ESCAPE = Qt.Key.Key_Escape
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


@guarded
class CardDrag(QObject):
    """Watches events from the press on a title until the release of the button.

    Qt cannot cancel a drag of a dock.  So the drag is ended, and then the former arrangement is
    restored.

    Signals
    -------
    ended()
        The button is about to be released, or the drag was cancelled.
    """

    ended = Signal()

    def __init__(self, cards: QMainWindow) -> None:
        super().__init__(cards)
        self._cards = cards
        self._card: QDockWidget | None = None
        self._before = QByteArray()

    def begin(self, card: QDockWidget) -> None:
        """Remember the arrangement, because a drag of `card` can begin."""
        self._card, self._before = card, self._cards.saveState()
        # During a drag, the widget with the focus still gets the keys.
        self._application().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cancel the drag on Escape, and stop watching when the button is released."""
        kind, card = event.type(), self._card
        if kind == QEvent.Type.MouseButtonRelease:
            self._end()
        elif card is not None and card.isFloating() and _is_escape(event):
            # The card floats only while it is dragged.
            event.accept()  # otherwise a shortcut would take the key
            if kind == QEvent.Type.KeyPress:
                self._call_off(card)
            return True
        return super().eventFilter(watched, event)

    def _call_off(self, card: QDockWidget) -> None:
        here = QPointF(QCursor.pos())
        release = QMouseEvent(
            QEvent.Type.MouseButtonRelease,
            card.mapFromGlobal(here),
            here,
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        self._end()
        QApplication.sendEvent(card, release)
        self._cards.restoreState(self._before)
        self._cards.window().activateWindow()  # the floating card was a window and had the focus

    def _end(self) -> None:
        self._card = None
        self._application().removeEventFilter(self)
        self.ended.emit()

    @staticmethod
    def _application() -> QApplication:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        return application


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.type() in _KEYS and event.key() == _ESCAPE
