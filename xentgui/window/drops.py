"""Files that are dropped anywhere on the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from xentgui.documents.file_readers import listed_endings
from xentgui.model.message import QT_TRANSLATE_NOOP, Message
from xentgui.painting.handlers import guarded

_NO_FILE = QT_TRANSLATE_NOOP(
    "errors",
    "What was dropped is neither a file nor a text. "
    "Drop a document ({document}), a figure that XentGUI has exported, "
    "or logits ({logits}).",
)
_MANY = QT_TRANSLATE_NOOP("errors", "{count} files were dropped. Drop one of them.")

_KINDS = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop}


@guarded
class Drops(QObject):
    """Opens a file that is dropped on a window, and reads a text as if it were pasted.

    For anything else it says what can be dropped.
    """

    def __init__(
        self,
        window: QWidget,
        take: Callable[[Path], None],
        take_text: Callable[[str], None],
        refuse: Callable[[Message], None],
    ) -> None:
        super().__init__(window)
        self._take, self._take_text, self._refuse = take, take_text, refuse
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept every drag, because only a drop gives the occasion to say what can be dropped."""
        if event.type() not in _KINDS or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            answer = self._answer(event.mimeData())
            QTimer.singleShot(0, answer)  # the other program waits until this returns
        return True

    def _answer(self, data: QMimeData) -> Callable[[], None]:
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if len(files) == 1:
            return lambda: self._take(files[0])
        text = "" if data.hasUrls() else data.text()
        if not files and text.strip():
            return lambda: self._take_text(text)
        if not files:
            return lambda: self._refuse(Message(_NO_FILE, listed_endings()))
        return lambda: self._refuse(Message(_MANY, {"count": len(files)}))
