"""What there is to try: the goal, and the words for it."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from xentgui.documents.questions import Task
from xentgui.language.numbers import typed
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.goals import GOALS, Goal
from xentgui.model.named_numbers import KINDS
from xentgui.painting.handlers import guarded
from xentgui.reading.number import read_number
from xentgui.window.dialogs.asking_form import AskingForm, InputError, number_in

_TITLE = QT_TRANSLATE_NOOP("window", "Task")
_TEXT = QT_TRANSLATE_NOOP("window", "&What to do")
_DONE = QT_TRANSLATE_NOOP("window", "Said when &done")
_GOAL = QT_TRANSLATE_NOOP("window", "&Goal")
_OF = QT_TRANSLATE_NOOP("window", "&Number")
_VALUE = QT_TRANSLATE_NOOP("window", "&Value (nats)")
_TOLERANCE = QT_TRANSLATE_NOOP("window", "&Tolerance")
_NOTHING = QT_TRANSLATE_NOOP("window", "none")
_GOALS = {
    "wins": QT_TRANSLATE_NOOP("window", "the class alone is most probable"),
    "ties": QT_TRANSLATE_NOOP("window", "classes share the first place"),
    "equals": QT_TRANSLATE_NOOP("window", "the number is the value"),
    "above": QT_TRANSLATE_NOOP("window", "the number is above the value"),
    "below": QT_TRANSLATE_NOOP("window", "the number is below the value"),
    "matches": QT_TRANSLATE_NOOP("window", "p is y"),
    "rests": QT_TRANSLATE_NOOP("window", "the gradient is 0"),
}
_NO_VALUE = QT_TRANSLATE_NOOP("errors", "{value} is no finite number. Type one, such as 0.5.")
_NEEDS = QT_TRANSLATE_NOOP("errors", "This goal is about a number. Name one, such as {example}.")


@guarded
class TaskDialog(AskingForm):
    """Fields for a task; without a goal there is none.

    Signals
    -------
    given(Task | None)
        The task.
    """

    given = Signal(object)

    def __init__(self, task: Task | None, language: str, parent: QWidget | None = None) -> None:
        words = ({}, {}) if task is None else (task.text, task.done)
        texts = [(_TEXT, "task.text", words[0]), (_DONE, "task.done", words[1])]
        super().__init__(translate("window", _TITLE), texts, language, parent)
        self.setObjectName("scene.task")
        now = Goal("") if task is None else task.goal
        self.goal = QComboBox(self)
        self.goal.addItem(translate("window", _NOTHING), "")
        for key in GOALS:
            self.goal.addItem(translate("window", _GOALS[key]), key)
        self.goal.setCurrentIndex(max(self.goal.findData(now.key), 0))
        self.of, self.value, self.tolerance = (QLineEdit(self) for _ in range(3))
        self.of.setText("" if now.of is None else str(now.of))
        self.of.setPlaceholderText("loss")
        self.value.setText(typed(now.value))
        self.tolerance.setText(typed(now.tolerance))
        for name, key, field in (
            (_GOAL, "task.goal", self.goal),
            (_OF, "task.of", self.of),
            (_VALUE, "task.value", self.value),
            (_TOLERANCE, "task.tolerance", self.tolerance),
        ):
            field.setObjectName(key)
            self.form.addRow(translate("window", name), field)

    def take(self) -> None:
        """Report the task; raises RefusedError for what is no goal."""
        key = str(self.goal.currentData())
        text, done = self.said()
        if not key:
            self.given.emit(None)
            return
        kind, of = GOALS[key], number_in(self.of.text())
        of_class = of is not None and KINDS[of.kind].of == ("class",)
        if (kind.needs and of is None) or (kind.needs == "class" and not of_class):
            raise InputError(_NEEDS, example="“p:2”" if kind.needs == "class" else "“loss”")
        value = _number(self.value.text()) if kind.has_value else 0.0
        tolerance = abs(_number(self.tolerance.text()))
        self.given.emit(Task(Goal(key, of if kind.needs else None, value, tolerance), text, done))


def _number(text: str) -> float:
    found = read_number(text)
    if not math.isfinite(found):
        raise InputError(_NO_VALUE, value=f"“{text.strip()}”")
    return found
