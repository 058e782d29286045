"""Shares the present scene: as a token for a chat."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from xentgui.documents.session import Session
from xentgui.language.text import QT_TRANSLATE_NOOP, explain, translate
from xentgui.model.message import RefusedError
from xentgui.window.status_line import StatusLine

_COPIED: Final = QT_TRANSLATE_NOOP(
    "window",
    "Copied the scene as a token of {count} characters. Paste it into a chat; Ctrl+V opens it here.",
)


class Sharing(QObject):
    """Runs the commands that share the present scene."""

    def __init__(self, window: QWidget, session: Session, status: StatusLine) -> None:
        super().__init__(window)
        self._session, self._status = session, status

    def copy_token(self) -> None:
        """Copy the present scene as a token, or say why there is none."""
        from xentgui.documents.scene_token import encode_token  # noqa: PLC0415 - few windows do

        session = self._session
        try:
            token = encode_token(session.document().scenes[session.scene])
        except RefusedError as error:
            self._status.say(explain(error))
            return
        QGuiApplication.clipboard().setText(token)
        self._status.say(translate("window", _COPIED).format(count=len(token)))
