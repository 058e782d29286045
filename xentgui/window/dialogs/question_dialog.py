"""The question before a step: its text, the number that is guessed, and choices."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from xentgui.documents.questions import LETTERS, MOST_SECONDS, Question
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.handlers import guarded
from xentgui.window.dialogs.asking_form import AskingForm, InputError, number_in

_TITLE = QT_TRANSLATE_NOOP("window", "Question before the Step")
_TEXT = QT_TRANSLATE_NOOP("window", "&Question")
_PREDICT = QT_TRANSLATE_NOOP("window", "&Guessed number")
_CHOICE = {
    "A": QT_TRANSLATE_NOOP("window", "Choice &A"),
    "B": QT_TRANSLATE_NOOP("window", "Choice &B"),
    "C": QT_TRANSLATE_NOOP("window", "Choice &C"),
    "D": QT_TRANSLATE_NOOP("window", "Choice &D"),
}
_RIGHT = QT_TRANSLATE_NOOP("window", "&Right choice")
_SECONDS = QT_TRANSLATE_NOOP("window", "&Time to think")
_NOTHING = QT_TRANSLATE_NOOP("window", "none")
_GAP = QT_TRANSLATE_NOOP(
    "errors", "Choices are filled in from A on, at least two. Fill in those that are missing."
)
_NO_RIGHT = QT_TRANSLATE_NOOP(
    "errors", "The right choice {value} is not there. Fill it in, or choose another one."
)


@guarded
class QuestionDialog(AskingForm):
    """Fields for a question; all of them empty remove it.

    Signals
    -------
    asked(Question | None)
        The question.
    """

    asked = Signal(object)

    def __init__(
        self, question: Question | None, language: str, parent: QWidget | None = None
    ) -> None:
        now = question or Question()
        choices = [*now.choices, *({} for _ in LETTERS)][: len(LETTERS)]
        texts = [
            (_TEXT, "question.text", now.text),
            *(
                (_CHOICE[letter], f"question.{letter}", choice)
                for letter, choice in zip(LETTERS, choices, strict=True)
            ),
        ]
        super().__init__(translate("window", _TITLE), texts, language, parent)
        self.setObjectName("scene.question")
        self.predict = QLineEdit(self)
        self.predict.setObjectName("question.predict")
        self.predict.setText("" if now.predict is None else str(now.predict))
        self.predict.setPlaceholderText("p:1")
        self.right = QComboBox(self)
        self.right.addItem(translate("window", _NOTHING), None)
        for at, letter in enumerate(LETTERS):
            self.right.addItem(letter, at)
        self.right.setCurrentIndex(0 if now.right is None else now.right + 1)
        self.seconds = QSpinBox(self)
        self.seconds.setRange(1, MOST_SECONDS)
        self.seconds.setSuffix(" s")
        self.seconds.setValue(now.seconds)
        for name, field in (
            (_PREDICT, self.predict),
            (_RIGHT, self.right),
            (_SECONDS, self.seconds),
        ):
            self.form.addRow(translate("window", name), field)

    def take(self) -> None:
        """Report the question; raises RefusedError for what cannot be asked."""
        text, *given = self.said()
        choices = [one for one in given if one]
        right: int | None = self.right.currentData()
        if choices != given[: len(choices)] or len(choices) == 1:
            raise InputError(_GAP)
        if right is not None and right >= len(choices):
            raise InputError(_NO_RIGHT, value=LETTERS[right])
        predict = number_in(self.predict.text())
        if not text and not choices and predict is None:
            self.asked.emit(None)
            return
        self.asked.emit(Question(text, predict, tuple(choices), right, self.seconds.value()))
