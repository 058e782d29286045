"""Parts of the lecturer's window: the holder of the live picture, the list of scenes, the notes."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QSizePolicy, QWidget

from xentgui.documents.moment import Beat
from xentgui.documents.scene import Scene
from xentgui.documents.scene_texts import scene_title
from xentgui.painting.handlers import guarded
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.shows import Shows
from xentgui.window.presenting.stage_view import StageView


@guarded
class StageHolder(QWidget):
    """Holds the live stage in the shape of the audience's screen.

    Attributes
    ----------
    shape
        Width divided by height.
    """

    def __init__(self, stage: StageView) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.shape = 16 / 9
        self._stage = stage
        stage.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the stage the largest room of its shape."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Place the stage."""
        width = min(float(self.width()), self.height() * self.shape)
        self._stage.setGeometry(QRect(0, 0, round(width), round(width / self.shape)))


class SceneList(QListWidget):
    """The titles of all scenes: a click goes there, and the audience may be frozen meanwhile."""

    def __init__(self, lecture: Lecture, look: Shows) -> None:
        super().__init__()
        self.setObjectName("lecturer.scenes")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lecture, self._look = lecture, look
        self.itemClicked.connect(lambda item: lecture.go(Beat(self.row(item))))

    def refresh(self) -> None:
        """Show the titles, and which scene is present; a drag asks in every frame."""
        scenes, language = self._lecture.scenes, self._look.language
        if self._listed[0] is not scenes or self._listed[1] != language:
            self._listed = scenes, language
            self.clear()
            self.addItems(
                [f"{at + 1}  {scene_title(one, language)}" for at, one in enumerate(scenes)]
            )
        if self.currentRow() != self._lecture.beat.scene:
            self.setCurrentRow(self._lecture.beat.scene)

    _listed: tuple[tuple[Scene, ...], str] = ((), "")


class Notes(QPlainTextEdit):
    """The notes: they scroll, and every key belongs to the lecture."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lecturer.notes")
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
