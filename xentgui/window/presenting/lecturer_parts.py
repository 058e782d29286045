"""Parts of the lecturer's window: the live picture, the list of scenes, the notes and the votes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QListWidget,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from xentgui.documents.moment import Beat
from xentgui.documents.questions import LETTERS
from xentgui.documents.scene import Scene
from xentgui.documents.scene_texts import scene_title
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.handlers import guarded
from xentgui.painting.text_widgets import PlainLabel
from xentgui.window.presenting.asked_words import share_words
from xentgui.window.presenting.asking import MOST_VOTES, ROUNDS
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.room_style import Shows
from xentgui.window.presenting.stage_view import StageView

_ROUND = QT_TRANSLATE_NOOP("presenting", "Vote {round}")


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


class VoteBoxes(QWidget):
    """A row of boxes for each vote, below it the share of right answers."""

    def __init__(self, lecture: Lecture, keys: QObject) -> None:
        """`keys` filters the keys of the boxes, so that those of a clicker are not lost."""
        super().__init__()
        self.setObjectName("lecturer.votes")
        self._lecture = lecture
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        self.boxes = [[QSpinBox() for _ in LETTERS] for _ in range(ROUNDS)]
        self.names = [PlainLabel(self) for _ in range(ROUNDS)]
        self.shares = [PlainLabel(self) for _ in range(ROUNDS)]
        for rounds, row in enumerate(self.boxes):
            grid.addWidget(self.names[rounds], 2 * rounds, 0)
            for choice, box in enumerate(row):
                box.setObjectName(f"lecturer.vote.{rounds + 1}.{LETTERS[choice]}")
                box.setRange(0, MOST_VOTES)
                box.setPrefix(f"{LETTERS[choice]} ")
                box.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
                box.installEventFilter(keys)
                box.valueChanged.connect(
                    lambda count, r=rounds, c=choice: self._lecture.answering.set_votes(r, c, count)
                )
                grid.addWidget(box, 2 * rounds, choice + 1)
            grid.addWidget(self.shares[rounds], 2 * rounds + 1, 1, 1, len(LETTERS))
            self.shares[rounds].setWordWrap(True)

    def refresh(self) -> None:
        """Show the votes of the present question; without choices, nothing."""
        question, answers = self._lecture.moment.question, self._lecture.answers
        shown = question is not None and answers is not None and bool(question.choices)
        self.setVisible(shown)
        if not shown or question is None or answers is None:
            return
        for rounds, row in enumerate(self.boxes):
            self.names[rounds].setText(translate("presenting", _ROUND).format(round=rounds + 1))
            for choice, box in enumerate(row):
                box.setVisible(choice < len(question.choices))
                blocked = box.blockSignals(True)
                box.setValue(answers.votes[rounds][choice])
                box.blockSignals(blocked)
            said = share_words(question, answers, rounds)
            self.shares[rounds].setText(said)
            self.shares[rounds].setVisible(bool(said))
