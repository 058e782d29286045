"""All scenes at once: a click, or the keys, go to one of them."""

from __future__ import annotations

from math import ceil, sqrt

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from xentgui.documents.moment import Beat
from xentgui.documents.scene import Scene
from xentgui.documents.scene_texts import scene_title
from xentgui.language.numbers import HIDDEN
from xentgui.painting.handlers import guarded
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.room_style import Shows
from xentgui.window.presenting.stage_view import StageView
from xentgui.window.presenting.thumbs import Thumbs

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@guarded
class Overview(QWidget):
    """Covers a stage with the small pictures of all scenes, while the lecture wants them."""

    def __init__(self, stage: StageView, lecture: Lecture, look: Shows) -> None:
        super().__init__(stage)
        self.setObjectName("stage.overview")
        self._stage, self._lecture, self._look = stage, lecture, look
        self._thumbs = Thumbs(self)
        self._thumbs.made.connect(lambda _: self.update())
        self.hide()
        lecture.changed.connect(self._show)

    def cell(self, scene: int) -> QRectF:
        """Return the place of a scene, with its title."""
        count = len(self._lecture.scenes)
        columns = max(ceil(sqrt(count)), 2)
        rows = ceil(count / columns)
        gap = self.height() * 0.02
        width = (self.width() - gap) / columns
        height = min((self.height() - gap) / rows, width * 0.75)
        row, column = divmod(scene, columns)
        return QRectF(gap + column * width, gap + row * height, width - gap, height - gap)

    def _show(self) -> None:
        wanted = self._lecture.overlay == "overview"
        if wanted:
            self.setGeometry(self._stage.rect())
            cell = self.cell(0)
            size = QSizeF(cell.width(), cell.height() - self._line())
            ratio = self.devicePixelRatioF()
            lecture, look = self._lecture, self._look
            # No further than the audience has been: the next step can be an answer.
            steps = [lecture.reached.get(at, 0) for at in range(len(lecture.scenes))]
            self._thumbs.show(lecture.scenes, look.theme, look.language, size, ratio, steps)
        else:
            self._thumbs.stop()
        self.setVisible(wanted)
        self.raise_()
        self.update()

    def _line(self) -> float:
        return min(self._stage.style_of_room.metrics().height(), self.cell(0).height() / 3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint every scene, the present one framed."""
        painter, style = QPainter(self), self._stage.style_of_room
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), style.color(style.theme.window))
        font = style.font()
        font = type(font)(font)  # it is shared
        font.setPixelSize(max(1, min(font.pixelSize(), round(self._line() * 0.8))))
        painter.setFont(font)
        for at, scene in enumerate(self._lecture.scenes):
            cell, line = self.cell(at), self._line()
            box = cell.adjusted(0, 0, 0, -line)
            picture = self._thumbs.picture(at)
            if picture is not None:
                painter.drawPixmap(box.topLeft(), picture)
            here = at == self._lecture.beat.scene
            painter.setBrush(Qt.BrushStyle.NoBrush)
            color = style.theme.accent if here else style.theme.line
            painter.setPen(style.pen(color, 2.0 if here else 1.0))
            painter.drawRect(box)
            painter.setPen(style.color(style.theme.accent if here else style.theme.ink))
            title = f"{at + 1}  {self._title(at, scene)}"
            text = painter.fontMetrics().elidedText(
                title, Qt.TextElideMode.ElideRight, int(cell.width())
            )
            painter.drawText(QRectF(box.left(), box.bottom(), cell.width(), line), _LEFT, text)

    def _title(self, at: int, scene: Scene) -> str:
        """Return the title of a scene; "?" while it is hidden."""
        seen = scene.staging.steps[: self._lecture.reached.get(at, 0)]
        hides = "title" in scene.staging.hidden and not any("title" in one.reveal for one in seen)
        return HIDDEN if hides else scene_title(scene, self._look.language)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the scene under the pointer."""
        for at in range(len(self._lecture.scenes)):
            if self.cell(at).contains(event.position()):
                self._lecture.go(Beat(at))
                return

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that it does not become a step."""
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make pictures of another size."""
        super().resizeEvent(event)
        if self.isVisible():
            self._show()
