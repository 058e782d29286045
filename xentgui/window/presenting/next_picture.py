"""The picture of the next step, for the lecturer."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.handlers import guarded
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.room_style import RoomStyle, Shows
from xentgui.window.presenting.stage_picture import paint_moment, snapshot_of, words_of

_LAST = QT_TRANSLATE_NOOP("presenting", "This was the last step.")
_AFTER_MS = 60  # the step itself is to be seen first
_CENTER = Qt.AlignmentFlag.AlignCenter


@guarded
class NextPicture(QWidget):
    """Shows what the next step, not only the next scene, will show; made while nothing moves."""

    def __init__(self, lecture: Lecture, look: Shows) -> None:
        super().__init__()
        self.setObjectName("lecturer.next")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._lecture, self._look = lecture, look
        self._picture: QPixmap | None = None
        self._ratio = 16 / 9
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_MS)
        self._soon.timeout.connect(self._make)
        lecture.moved.connect(self._soon.start)
        lecture.arrived.connect(self._soon.start)

    def refresh(self) -> None:
        """Show it in the present colours and language."""
        self._soon.start()

    def shape(self) -> QSizeF:
        """Return the largest size of a picture that has room."""
        width, height = float(self.width()), float(self.height())
        return QSizeF(min(width, height * self._ratio), min(height, width / self._ratio))

    def fit_shape(self, ratio: float) -> None:
        """Give the picture the shape of the audience's, width divided by height."""
        self._ratio = ratio
        self.refresh()

    def _make(self) -> None:
        moment, size = self._lecture.next_moment, self.shape()
        self._picture = None
        if moment is not None and not size.isEmpty() and not self._lecture.is_moving:
            ratio = self.devicePixelRatioF()
            picture = QPixmap((size * ratio).toSize())
            picture.setDevicePixelRatio(ratio)
            guess = self._lecture.asking.guess(moment)
            moment = moment._replace(view=replace(moment.view, guess=guess))
            words = words_of(moment, snapshot_of(moment), self._look.language, guess=guess)
            painter = QPainter(picture)
            style = RoomStyle(self._look.theme, size.height(), self._lecture.scale)
            paint_moment(painter, size, moment, words, style)
            painter.end()
            self._picture = picture
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, or say that there is none."""
        painter = QPainter(self)
        if self._picture is not None:
            painter.drawPixmap(0, 0, self._picture)
            painter.setPen(self.palette().mid().color())
            painter.drawRect(QRectF(0, 0, *self.shape().toTuple()).adjusted(0.5, 0.5, -0.5, -0.5))
        elif self._lecture.next_moment is None:
            painter.drawText(self.rect(), _CENTER, translate("presenting", _LAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make a picture of the new size."""
        super().resizeEvent(event)
        self._soon.start()

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        return QSize(480, 270)
