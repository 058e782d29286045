"""Keys and clicks on a stage: what belongs to a mark, to a guess, to a number, or to the lecture."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from xentgui.canvas.drag import mark_under
from xentgui.panels.guess_marks import guess_at, takes_guess
from xentgui.window.presenting.keys import action_of
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.question_keys import answered
from xentgui.window.presenting.stage_panels import StagePanels
from xentgui.window.presenting.stage_plot import StagePlot

_NUDGES: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_TYPES: Final = frozenset("0123456789-−")
_STILL: Final = 13.0  # pixels: a click that moves further is none
_CLICKS: Final = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
}


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


class StageHand:
    """Sorts the events of a stage and of its panels."""

    def __init__(self, stage: QWidget, lecture: Lecture, panels: StagePanels) -> None:
        self._stage, self._lecture, self._panels = stage, lecture, panels
        self._guessing = GuessDrag(lecture)
        self._pressed: QPointF | None = None
        self.still = _STILL

    # Keys

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Act on a key; return False if it belongs to the mark that has the focus."""
        if event.key() == Qt.Key.Key_Escape and self._panels.put_back():
            return True
        if self._panels.has_focused_mark():
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self.leave_mark()
                return True
            if key in {*_NUDGES, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
                return False
            if event.text() in _TYPES and not event.modifiers():
                return False
        if answered(self._lecture, event):
            return True
        action = action_of(event.key(), event.modifiers(), repeats=event.isAutoRepeat())
        if action is not None:
            self._leave_editor()
            self._lecture.act(action)
        return True

    def leave_mark(self) -> None:
        """Give the keys back to the lecture."""
        self._panels.leave_mark()
        self._stage.setFocus()
        self._lecture.point_at(None)

    def _leave_editor(self) -> None:
        """Commit a number that is being typed: a clicker's key must not get lost in it."""
        if isinstance(self._stage.focusWidget(), QLineEdit):
            self._stage.setFocus()

    # The mouse

    def takes(self, watched: QObject, event: QEvent) -> bool:
        """Act on an event of a panel; return whether it belonged to the lecture."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.key_pressed(event)
        if not isinstance(event, QMouseEvent):
            return False
        view = watched.parent()
        if isinstance(view, StagePlot) and self._guessing.handles(view, event):
            self._pressed = None
            return True
        return kind in _CLICKS and self._clicked(view, event)

    def _clicked(self, view: QObject | None, event: QMouseEvent) -> bool:
        """Act on a click on empty ground; return whether it was one."""
        begins = event.type() != QEvent.Type.MouseButtonRelease
        if isinstance(view, StagePlot):
            left = event.button() == Qt.MouseButton.LeftButton
            grabs = begins and left and mark_under(view, event.position()) is not None
            if view.pointer.drags or grabs:
                self._pressed = None
                return False
        return self.on_ground(event)

    def on_ground(self, event: QMouseEvent) -> bool:
        """Step at the end of a click on empty ground; return whether the event is done with."""
        if event.type() != QEvent.Type.MouseButtonRelease:
            self._pressed = event.globalPosition()
            if self._panels.has_focused_mark():
                self._pressed = None  # this click only takes the ring away
                self.leave_mark()
            return True
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return False
        moved = (event.globalPosition() - pressed).manhattanLength()
        if moved < self.still:
            button = event.button()
            if button == Qt.MouseButton.LeftButton:
                self._lecture.act("next")
            elif button == Qt.MouseButton.RightButton:
                self._lecture.act("previous")
        return True
