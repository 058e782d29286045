"""How a scene is staged: how values get there, what is emphasised and hidden, and its steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xentgui.documents.focus import Focus
from xentgui.documents.questions import Task
from xentgui.documents.staging import HIDEABLE, TRANSITIONS, Staging, Step, is_hideable
from xentgui.language.text import QT_TRANSLATE_NOOP, explain, translate
from xentgui.painting.handlers import guarded
from xentgui.painting.plain_label import PlainLabel
from xentgui.window.dialogs.asking_form import InputError
from xentgui.window.dialogs.focus_words import focus_names, focus_words
from xentgui.window.dialogs.form_scroll import FormScroll, fit_to_screen, ok_or_cancel
from xentgui.window.dialogs.question_dialog import QuestionDialog
from xentgui.window.dialogs.task_dialog import TaskDialog

MOST_NAMED = 100
"""Classes that can be chosen to be emphasised; others can be emphasised in the file."""

_WINDOW = QT_TRANSLATE_NOOP("window", "How the Scene Is Presented")
_MOTION = QT_TRANSLATE_NOOP("window", "&Motion")
_FOCUS = QT_TRANSLATE_NOOP("window", "&Emphasis")
_HIDDEN = QT_TRANSLATE_NOOP("window", "Hidden at first")
_STEPS = QT_TRANSLATE_NOOP("window", "&Steps")
_NOTHING = QT_TRANSLATE_NOOP("window", "none")
_USUAL = QT_TRANSLATE_NOOP("window", "usual (400 ms)")
_MOTIONS = {
    "cut": QT_TRANSLATE_NOOP("window", "cut: nothing moves"),
    "quick": QT_TRANSLATE_NOOP("window", "quick (250 ms)"),
    "calm": QT_TRANSLATE_NOOP("window", "calm (400 ms)"),
    "slow": QT_TRANSLATE_NOOP("window", "slow (800 ms)"),
}
_PARTS = {
    "title": QT_TRANSLATE_NOOP("window", "title"),
    "caption": QT_TRANSLATE_NOOP("window", "caption"),
    "loss": QT_TRANSLATE_NOOP("window", "loss"),
    "formulas": QT_TRANSLATE_NOOP("window", "formulas"),
    "values": QT_TRANSLATE_NOOP("window", "numbers at marks"),
    "handles": QT_TRANSLATE_NOOP("window", "handles"),
}
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
_OTHERS = QT_TRANSLATE_NOOP("window", "&Numbers and panels")
_OTHERS_TIP = QT_TRANSLATE_NOOP(
    "window", "Also hidden at first, such as p:2 (p of class 2), z:1, kl, or panel:gradient."
)
_NO_KEY = QT_TRANSLATE_NOOP(
    "errors", "{value} cannot be hidden. Write a number such as “p:2”, or “panel:gradient”."
)
_REVEAL_OTHERS = QT_TRANSLATE_NOOP("window", "Reveal: numbers and panels")
_QUESTION = QT_TRANSLATE_NOOP("window", "&Question…")
_TASK = QT_TRANSLATE_NOOP("window", "&Task…")
_SCENE_TASK = QT_TRANSLATE_NOOP("window", "Task of the s&cene…")
_ASK = QT_TRANSLATE_NOOP("window", "Question")
_TRY = QT_TRANSLATE_NOOP("window", "Task")
_STAGES = 12


@guarded
class StagingDialog(QDialog):
    """Fields for a staging; what it has no field for stays as it is.

    Signals
    -------
    staged(Staging)
        The new staging.
    """

    staged = Signal(object)

    def __init__(
        self,
        staging: Staging,
        labels: Sequence[str],
        parent: QWidget | None = None,
        *,
        language: str = "en",
    ) -> None:
        """`language` is that of questions and tasks that are shown first."""
        super().__init__(parent)
        self._language = language
        self.setObjectName("scene.staging")
        self.setWindowTitle(translate("window", _WINDOW))
        self._staging, self._labels = staging, tuple(labels[:MOST_NAMED])
        self._steps: list[Step] = list(staging.steps)
        self.motion, self.focus = QComboBox(self), QComboBox(self)
        self.motion.addItem(translate("window", _USUAL), "")
        for key in TRANSITIONS:
            self.motion.addItem(translate("window", _MOTIONS[key]), key)
        self.motion.setCurrentIndex(self.motion.findData(staging.transition))
        self.focus.addItem(translate("window", _NOTHING), None)
        for index, label in enumerate(self._labels):
            self.focus.addItem(label, index)
        for name in focus_names():
            self.focus.addItem(focus_words(name), name)
        if staging.focus is not None and self.focus.findData(staging.focus) < 0:
            self.focus.addItem(self._focus_text(staging.focus), staging.focus)
        self.focus.setCurrentIndex(max(self.focus.findData(staging.focus), 0))
        self.hidden = {key: QCheckBox(translate("window", _PARTS[key])) for key in HIDEABLE}
        for key, box in self.hidden.items():
            box.setChecked(key in staging.hidden)
        self.others = QLineEdit(self)
        self.others.setObjectName("scene.hidden")
        self.others.setText("  ".join(key for key in staging.hidden if key not in HIDEABLE))
        self.others.setPlaceholderText("p:2  panel:gradient")
        self.others.setToolTip(translate("window", _OTHERS_TIP))
        self.problem = PlainLabel(self)
        self.problem.setObjectName("scene.problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._task = staging.task
        self.steps = QListWidget(self)
        self.steps.setObjectName("scene.steps")
        self.steps.setToolTip(translate("window", _TIP))
        self.add = QPushButton(translate("window", _ADD))
        self.add.setMenu(self._menu())
        self.question, self.task, self.scene_task = (
            QPushButton(translate("window", text)) for text in (_QUESTION, _TASK, _SCENE_TASK)
        )
        self.question.clicked.connect(self.ask_question)
        self.task.clicked.connect(self.ask_task)
        self.scene_task.clicked.connect(self.ask_scene_task)
        self._lay_out()
        self._show(0)

    def append(self, step: Step) -> None:
        """Add a step after the chosen one."""
        at = self.steps.currentRow() + 1
        self._steps.insert(at, step)
        self._show(at)

    def remove(self) -> None:
        """Remove the chosen step."""
        at = self.steps.currentRow()
        if 0 <= at < len(self._steps):
            del self._steps[at]
            self._show(at)

    def shift(self, by: int) -> None:
        """Give the chosen step another place."""
        at = self.steps.currentRow()
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

    def ask_scene_task(self) -> None:
        """Open the fields for what there is to try from the beginning of the scene."""
        dialog = TaskDialog(self._task, self._language, self)
        dialog.given.connect(self._take_task)
        dialog.open()

    def _chosen(self) -> int:
        if self.steps.currentRow() < 0:
            self.append(Step())
        return self.steps.currentRow()

    def _take_task(self, task: Task | None) -> None:
        self._task = task

    def _change(self, at: int, **parts: Any) -> None:
        self._steps[at] = replace(self._steps[at], **parts)
        self._show(at)

    def hidden_others(self) -> tuple[str, ...]:
        """Return the numbers and panels that are hidden at first; raises InputError."""
        keys = tuple(dict.fromkeys(self.others.text().replace(";", " ").split()))
        for key in keys:
            if key in HIDEABLE or not is_hideable(key):
                raise InputError(_NO_KEY, value=f"“{key}”")
        return keys

    def described(self, step: Step) -> str:
        """Return what a step does, in the current language."""
        said = [_PARTS.get(key, key) for key in step.reveal]
        parts = [translate("window", _REVEAL).format(what=translate("window", one)) for one in said]
        if step.subject is not None:
            parts.append(translate("window", _MOVE))
        if step.stage is not None:
            parts.append(translate("window", _STAGE).format(count=step.stage))
        if step.focus is not None:
            label = self._focus_text(step.focus)
            parts.append(translate("window", _EMPHASISE).format(label=label))
        if step.caption:
            parts.append(translate("window", _SAY))
        if step.question is not None:
            parts.insert(0, translate("window", _ASK))
        if step.task is not None:
            parts.append(translate("window", _TRY))
        return " · ".join(parts)

    def accept(self) -> None:
        """Report the new staging, or say what cannot be hidden."""
        try:
            others = self.hidden_others()
        except InputError as error:
            self.problem.setText(explain(error))
            self.problem.show()
            return
        staging = replace(
            self._staging,
            transition=self.motion.currentData(),
            focus=self.focus.currentData(),
            hidden=(
                *(key for key, box in self.hidden.items() if box.isChecked()),
                *others,
            ),
            steps=tuple(self._steps),
            task=self._task,
        )
        self.staged.emit(staging)
        super().accept()

    def _show(self, at: int) -> None:
        self.steps.clear()
        self.steps.addItems(
            [f"{number}  {self.described(step)}" for number, step in enumerate(self._steps, 1)]
        )
        self.steps.setCurrentRow(min(at, len(self._steps) - 1))

    def _focus_text(self, focus: Focus) -> str:
        if isinstance(focus, str):
            return focus_words(focus)
        return self._labels[focus] if focus < len(self._labels) else str(focus + 1)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for key in HIDEABLE:
            self._entry(menu, Step(reveal=(key,)))
        action = menu.addAction(translate("window", _REVEAL_OTHERS))
        action.triggered.connect(self.reveal_others)
        stages = menu.addMenu(translate("window", _STAGE).format(count="…"))
        for stage in range(1, _STAGES + 1):
            self._entry(stages, Step(stage=stage))
        classes = menu.addMenu(translate("window", _EMPHASISE).format(label="…"))
        for index in range(len(self._labels)):
            self._entry(classes, Step(focus=index))
        for name in focus_names():
            self._entry(classes, Step(focus=name))
        return menu

    def reveal_others(self) -> None:
        """Add a step that reveals all numbers and panels that are hidden at first."""
        keys = tuple(
            key for key in self.others.text().replace(";", " ").split() if is_hideable(key)
        )
        if keys:
            self.append(Step(reveal=tuple(dict.fromkeys(keys))))

    def _entry(self, menu: QMenu, step: Step) -> None:
        action = menu.addAction(self.described(step))
        action.triggered.connect(lambda _=False: self.append(step))

    def _lay_out(self) -> None:
        form, boxes, row = QFormLayout(), QGridLayout(), QHBoxLayout()
        for at, box in enumerate(self.hidden.values()):
            boxes.addWidget(box, at // 3, at % 3)
        row.addWidget(self.add)
        for text, act in (
            (_REMOVE, self.remove),
            (_UP, lambda: self.shift(-1)),
            (_DOWN, lambda: self.shift(1)),
        ):
            button = QPushButton(translate("window", text))
            button.clicked.connect(act)
            row.addWidget(button)
        form.addRow(translate("window", _MOTION), self.motion)
        form.addRow(translate("window", _FOCUS), self.focus)
        form.addRow(translate("window", _HIDDEN), boxes)
        form.addRow(translate("window", _OTHERS), self.others)
        form.addRow(translate("window", _STEPS), self.steps)
        form.addRow("", row)
        asks = QHBoxLayout()
        for one in (self.question, self.task, self.scene_task):
            asks.addWidget(one)
        form.addRow("", asks)
        layout = QVBoxLayout(self)
        layout.addWidget(FormScroll(form, self))
        layout.addWidget(self.problem)
        layout.addWidget(ok_or_cancel(self))
        wide = 32 * self.fontMetrics().height()
        fit_to_screen(self, QSize(wide, self.sizeHint().height()))
