"""What the present scene says to somebody who is alone with it: its words, and something to try."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from xentgui.documents.questions import Task
from xentgui.documents.scene import Scene
from xentgui.documents.texts import in_language
from xentgui.language.fields import Moments, told
from xentgui.language.lecture_words import task_words
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.goals import is_reached
from xentgui.model.naming import one_line
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.accessibility import tell
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT

_SIDE, _BETWEEN, _LEAD = 4.0, 20.0, 4.0  # design pixels
_NAME = QT_TRANSLATE_NOOP("window", "Words of the scene")
_STEPS = QT_TRANSLATE_NOOP("window", "F5 goes through it step by step.")
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class _Line(NamedTuple):
    """A text, and whether it is strong or in the colour of what can be done."""

    text: str
    is_bold: bool = False
    is_accent: bool = False


@guarded
class Lesson(QWidget):
    """Writes title, caption and task, with the numbers that are shown, over as many lines as needed.

    A task that was done stays done as long as its scene is shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scenes.lesson")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._style = Style(LIGHT, 13.0, fonts.ui_font(13.0))
        self._lines: tuple[_Line, ...] = ()
        self._scene: int | None = None
        self._task: Task | None = None
        self._done = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """What is written: title, caption, how to see its steps, and the task."""
        return tuple(line.text for line in self._lines)

    @property
    def is_done(self) -> bool:
        """Whether the task was done since its scene is shown: its numbers are the last that did it."""
        return bool(self._done)

    def show_scene(
        self, number: int, scene: Scene, snapshot: Snapshot, view: View, language: str
    ) -> None:
        """Show the words of a scene with the numbers of `snapshot`."""

        def said(texts: Mapping[str, str]) -> str:
            return one_line(told(in_language(texts, language), Moments(snapshot), view))

        task = scene.staging.task
        if number != self._scene or task != self._task:
            self._scene, self._task, self._done = number, task, ""
        lines = [_Line(said(scene.title), is_bold=True), _Line(said(scene.caption))]
        if scene.staging.steps:
            lines.append(_Line(translate("window", _STEPS)))
        if task is not None:
            if is_reached(task.goal, snapshot):
                is_news = not self._done
                self._done = task_words(said(task.text), said(task.done), is_done=True)
                if is_news:
                    tell(self, self._done)
            text = task_words(said(task.text), "", is_done=False)
            lines.append(_Line(self._done or text, is_bold=bool(self._done), is_accent=True))
        kept = tuple(line for line in lines if line.text)
        if kept != self._lines:
            self._lines = kept
            self.setAccessibleName(translate("window", _NAME))
            self.setAccessibleDescription(" ".join(self.texts))
            self._fit()
            self.update()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._style = style
        self._fit()
        self.update()

    def places(self) -> list[QRectF]:
        """Return where each text stands: beside the one before it if there is room, else below."""
        style, width = self._style, max(float(self.width()), 1.0)
        side, between = style.px(_SIDE), style.px(_BETWEEN)
        places: list[QRectF] = []
        left, top, high = side, style.px(_LEAD), 0.0
        for line in self._lines:
            metrics = style.metrics(bold=line.is_bold)
            wide = metrics.horizontalAdvance(line.text) + 1.0
            if left > side and left + wide > width - side:
                left, top, high = side, top + high, 0.0
            room = QRectF(0.0, 0.0, max(width - side - left, 1.0), 1e6)
            box = metrics.boundingRect(room, _WRAPPED, line.text)
            places.append(QRectF(left, top, min(wide, room.width()), box.height()))
            left, high = left + wide + between, max(high, box.height())
        return places

    def _fit(self) -> None:
        bottom = max((place.bottom() for place in self.places()), default=0.0)
        height = round(bottom + self._style.px(_LEAD))
        if height != self.height():
            self.setFixedHeight(height)

    # Qt's names from here on.

    def sizeHint(self) -> QSize:
        """Return the size at which everything is read."""
        return QSize(1, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write everything."""
        painter, style = QPainter(self), self._style
        for line, place in zip(self._lines, self.places(), strict=True):
            painter.setFont(style.font(bold=line.is_bold))
            color = style.theme.ink if line.is_bold else style.theme.mute
            painter.setPen(style.color(style.theme.accent if line.is_accent else color))
            painter.drawText(place, _WRAPPED, line.text)
