"""Two votes, entered by hand: how many chose each choice, and what to do then."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from xentgui.documents.questions import LETTERS
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.text_widgets import PlainLabel
from xentgui.window.presenting.asking import MOST_VOTES, ROUNDS
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.vote_words import share_words

_ROUND = QT_TRANSLATE_NOOP("presenting", "Vote {round}")


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
