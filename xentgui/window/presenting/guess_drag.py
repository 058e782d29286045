"""Drags the guess of the audience in the space of a panel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QMouseEvent

from xentgui.panels.guess_marks import guess_at, takes_guess
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.stage_plot import StagePlot


class GuessDrag:
    """Takes the pointer while a question is asked; everything else can be dragged beside it."""

    def __init__(self, lecture: Lecture) -> None:
        self._lecture = lecture
        self._held: StagePlot | None = None
        self._is_new = False

    def handles(self, view: StagePlot, event: QMouseEvent) -> bool:
        """Move the guess with the pointer; return whether the event belonged to it."""
        kind = event.type()
        if self._held is not None:
            if kind == QEvent.Type.MouseMove:
                self._move(event)
            elif kind == QEvent.Type.MouseButtonRelease:
                self._held = None
            return True
        if kind == QEvent.Type.MouseMove:
            if event.buttons() == Qt.MouseButton.NoButton and self._is_at(view, event):
                view.viewport().setCursor(Qt.CursorShape.SizeVerCursor)
                view.picture.point_at(None)
                return True
            return False
        pressed = kind in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}
        if not pressed or event.button() != Qt.MouseButton.LeftButton:
            return False
        if not self._is_at(view, event):
            return False
        self._held, self._is_new = view, True
        self._move(event)
        return True

    def _is_at(self, view: StagePlot, event: QMouseEvent) -> bool:
        picture, guess = view.picture, self._lecture.guess
        if guess is None or picture.snapshot is None or picture.style is None:
            return False
        face, frame = picture.face, picture.frame()
        at = event.position()
        return face.is_legible(frame) and takes_guess(
            face.key, guess, frame, picture.snapshot, picture.view, at
        )

    def _move(self, event: QMouseEvent) -> None:
        view, guess = self._held, self._lecture.guess
        if view is None or guess is None:
            return
        picture = view.picture
        value = guess_at(picture.face.key, guess, picture.frame(), picture.view, event.position())
        self._lecture.answering.move_guess(round(value, 3), is_new=self._is_new)
        self._is_new = False
