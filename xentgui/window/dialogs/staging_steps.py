"""The steps of a scene in a list: added from a menu, moved, removed, and asked something before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QMenu, QPushButton, QVBoxLayout, QWidget

from xentgui.documents.staging import HIDEABLE, Step, is_hideable
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.handlers import guarded
from xentgui.window.dialogs.focus_words import STAGES, Foci
from xentgui.window.dialogs.question_dialog import QuestionDialog
from xentgui.window.dialogs.task_dialog import TaskDialog

PARTS: Final[Mapping[str, str]] = {
    "title": QT_TRANSLATE_NOOP("window", "title"),
    "caption": QT_TRANSLATE_NOOP("window", "caption"),
    "loss": QT_TRANSLATE_NOOP("window", "loss"),
    "formulas": QT_TRANSLATE_NOOP("window", "formulas"),
    "values": QT_TRANSLATE_NOOP("window", "numbers at marks"),
    "handles": QT_TRANSLATE_NOOP("window", "handles"),
}
"""The words for the parts of every scene; numbers and panels are called by their names."""

_ADD = QT_TRANSLATE_NOOP("window", "&Add")
_REVEAL = QT_TRANSLATE_NOOP("window", "Reveal: {what}")
_STAGE = QT_TRANSLATE_NOOP("window", "Derivation: {count} stages")
_EMPHASISE = QT_TRANSLATE_NOOP("window", "Emphasise: {label}")
_MOVE = QT_TRANSLATE_NOOP("window", "Move the numbers")
_SAY = QT_TRANSLATE_NOOP("window", "another caption")
_REMOVE = QT_TRANSLATE_NOOP("window", "&Remove")
_UP, _DOWN = QT_TRANSLATE_NOOP("window", "&Up"), QT_TRANSLATE_NOOP("window", "&Down")
_TIP = QT_TRANSLATE_NOOP(
    "window",
    "A step that moves the numbers is made while presenting: drag, and press A.",
)
_STEPS = QT_TRANSLATE_NOOP("window", "Steps")
_REVEAL_OTHERS = QT_TRANSLATE_NOOP("window", "Reveal: numbers and panels")
_QUESTION = QT_TRANSLATE_NOOP("window", "&Question…")
_TASK = QT_TRANSLATE_NOOP("window", "&Task…")
_ASK = QT_TRANSLATE_NOOP("window", "Question")
_TRY = QT_TRANSLATE_NOOP("window", "Task")


def part_words(key: str) -> str:
    """Return what `key` hides, in the current language."""
    return translate("window", PARTS[key]) if key in PARTS else key


def keys_in(text: str) -> tuple[str, ...]:
    """Return the names of numbers and panels in `text`, each once, whether they can be hidden or not.

    >>> keys_in("p:2; panel:gradient p:2")
    ('p:2', 'panel:gradient')
    """
    return tuple(dict.fromkeys(text.replace(";", " ").split()))


def hideable_in(text: str) -> tuple[str, ...]:
    """Return those of `keys_in` that can be hidden."""
    return tuple(key for key in keys_in(text) if is_hideable(key))


@guarded
class StagingSteps(QWidget):
    """A list of steps with its buttons.

    Attributes
    ----------
    list
        The steps in words.
    """

    def __init__(
        self,
        steps: Sequence[Step],
        foci: Foci,
        others: Callable[[], tuple[str, ...]],
        language: str,
        parent: QWidget,
    ) -> None:
        """`others` are numbers and panels that are hidden; `language` is that of questions."""
        super().__init__(parent)
        self._steps, self._foci = list(steps), foci
        self._others, self._language = others, language
        self.list = QListWidget(self)
        self.list.setObjectName("scene.steps")
        self.list.setAccessibleName(translate("window", _STEPS))
        self.list.setToolTip(translate("window", _TIP))
        self.add = QPushButton(translate("window", _ADD))
        self.add.setMenu(self._menu())
        self.question, self.task = (
            QPushButton(translate("window", text)) for text in (_QUESTION, _TASK)
        )
        self.question.clicked.connect(self.ask_question)
        self.task.clicked.connect(self.ask_task)
        self._lay_out()
        self._show(0)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps, in order."""
        return tuple(self._steps)

    def append(self, step: Step) -> None:
        """Add a step after the chosen one."""
        at = self.list.currentRow() + 1
        self._steps.insert(at, step)
        self._show(at)

    def remove(self) -> None:
        """Remove the chosen step."""
        at = self.list.currentRow()
        if 0 <= at < len(self._steps):
            del self._steps[at]
            self._show(at)

    def shift(self, by: int) -> None:
        """Give the chosen step another place."""
        at = self.list.currentRow()
        to = at + by
        if 0 <= at < len(self._steps) and 0 <= to < len(self._steps):
            self._steps.insert(to, self._steps.pop(at))
            self._show(to)

    def ask_question(self) -> None:
        """Open the fields for the question before the chosen step, or before a new one."""
        at = self._chosen()
        dialog = QuestionDialog(self._steps[at].question, self._language, self)
        dialog.asked.connect(lambda question: self._change(at, question=question))
        dialog.open()

    def ask_task(self) -> None:
        """Open the fields for what there is to try from the chosen step on, or from a new one."""
        at = self._chosen()
        dialog = TaskDialog(self._steps[at].task, self._language, self)
        dialog.given.connect(lambda task: self._change(at, task=task))
        dialog.open()

    def reveal_others(self) -> None:
        """Add a step that reveals all numbers and panels that are hidden at first."""
        keys = self._others()
        if keys:
            self.append(Step(reveal=keys))

    def described(self, step: Step) -> str:
        """Return what a step does, in the current language."""
        parts = [translate("window", _REVEAL).format(what=part_words(key)) for key in step.reveal]
        if step.subject is not None:
            parts.append(translate("window", _MOVE))
        if step.stage is not None:
            parts.append(translate("window", _STAGE).format(count=step.stage))
        if step.focus is not None:
            label = self._foci.words(step.focus)
            parts.append(translate("window", _EMPHASISE).format(label=label))
        if step.caption:
            parts.append(translate("window", _SAY))
        if step.question is not None:
            parts.insert(0, translate("window", _ASK))
        if step.task is not None:
            parts.append(translate("window", _TRY))
        return " · ".join(parts)

    def _chosen(self) -> int:
        if self.list.currentRow() < 0:
            self.append(Step())
        return self.list.currentRow()

    def _change(self, at: int, **parts: Any) -> None:
        self._steps[at] = replace(self._steps[at], **parts)
        self._show(at)

    def _show(self, at: int) -> None:
        self.list.clear()
        self.list.addItems(
            [f"{number}  {self.described(step)}" for number, step in enumerate(self._steps, 1)]
        )
        self.list.setCurrentRow(min(at, len(self._steps) - 1))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for key in HIDEABLE:
            self._entry(menu, Step(reveal=(key,)))
        action = menu.addAction(translate("window", _REVEAL_OTHERS))
        action.triggered.connect(self.reveal_others)
        stages = menu.addMenu(translate("window", _STAGE).format(count="…"))
        for stage in range(1, STAGES + 1):
            self._entry(stages, Step(stage=stage))
        foci = menu.addMenu(translate("window", _EMPHASISE).format(label="…"))
        for focus in self._foci.all():
            self._entry(foci, Step(focus=focus))
        return menu

    def _entry(self, menu: QMenu, step: Step) -> None:
        action = menu.addAction(self.described(step))
        action.triggered.connect(lambda _=False: self.append(step))

    def _lay_out(self) -> None:
        row, asks = QHBoxLayout(), QHBoxLayout()
        row.addWidget(self.add)
        for text, act in (
            (_REMOVE, self.remove),
            (_UP, lambda: self.shift(-1)),
            (_DOWN, lambda: self.shift(1)),
        ):
            button = QPushButton(translate("window", text))
            button.clicked.connect(act)
            row.addWidget(button)
        for one in (self.question, self.task):
            asks.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        layout.addLayout(row)
        layout.addLayout(asks)
