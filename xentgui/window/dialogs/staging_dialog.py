"""How a scene is staged: how values get there, what is emphasised and hidden, and its steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xentgui.documents.questions import Task
from xentgui.documents.staging import HIDEABLE, TRANSITIONS, Staging, is_hideable
from xentgui.language.text import QT_TRANSLATE_NOOP, explain, translate
from xentgui.painting.handlers import guarded
from xentgui.painting.text_widgets import PlainLabel
from xentgui.window.dialogs.asking_form import InputError
from xentgui.window.dialogs.focus_words import Foci
from xentgui.window.dialogs.form_scroll import FormScroll, fit_to_screen, ok_or_cancel
from xentgui.window.dialogs.staging_steps import StagingSteps, hideable_in, keys_in, part_words
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
_OTHERS = QT_TRANSLATE_NOOP("window", "&Numbers and panels")
_OTHERS_TIP = QT_TRANSLATE_NOOP(
    "window", "Also hidden at first, such as p:2 (p of class 2), z:1, kl, or panel:gradient."
)
_NO_KEY = QT_TRANSLATE_NOOP(
    "errors", "{value} cannot be hidden. Write a number such as “p:2”, or “panel:gradient”."
)
_SCENE_TASK = QT_TRANSLATE_NOOP("window", "Task of the s&cene…")


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
        formulas: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """`language` is that of questions and tasks that are shown first.

        `formulas` are those of the panels of the scene, whose terms can be emphasised.
        """
        super().__init__(parent)
        self._language = language
        self.setObjectName("scene.staging")
        self.setWindowTitle(translate("window", _WINDOW))
        self._staging, foci = staging, Foci(labels[:MOST_NAMED], formulas)
        self.motion, self.focus = QComboBox(self), QComboBox(self)
        self._fill_motion()
        self._fill_focus(foci)
        self.hidden = {key: QCheckBox(part_words(key)) for key in HIDEABLE}
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
        self.steps = StagingSteps(
            staging.steps, foci, lambda: hideable_in(self.others.text()), language, self
        )
        self.scene_task = QPushButton(translate("window", _SCENE_TASK))
        self.scene_task.clicked.connect(self.ask_scene_task)
        self._lay_out()

    def ask_scene_task(self) -> None:
        """Open the fields for what there is to try from the beginning of the scene."""
        dialog = TaskDialog(self._task, self._language, self)
        dialog.given.connect(self._take_task)
        dialog.open()

    def _take_task(self, task: Task | None) -> None:
        self._task = task

    def hidden_others(self) -> tuple[str, ...]:
        """Return the numbers and panels that are hidden at first; raises InputError."""
        keys = keys_in(self.others.text())
        for key in keys:
            if key in HIDEABLE or not is_hideable(key):
                raise InputError(_NO_KEY, value=f"“{key}”")
        return keys

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
            steps=self.steps.steps,
            task=self._task,
        )
        self.staged.emit(staging)
        super().accept()

    def _fill_motion(self) -> None:
        self.motion.addItem(translate("window", _USUAL), "")
        for key in TRANSITIONS:
            self.motion.addItem(translate("window", _MOTIONS[key]), key)
        self.motion.setCurrentIndex(self.motion.findData(self._staging.transition))

    def _fill_focus(self, foci: Foci) -> None:
        focus = self._staging.focus
        self.focus.addItem(translate("window", _NOTHING), None)
        for one in foci.all():
            self.focus.addItem(foci.words(one), one)
        if focus is not None and self.focus.findData(focus) < 0:
            self.focus.addItem(foci.words(focus), focus)
        self.focus.setCurrentIndex(max(self.focus.findData(focus), 0))

    def _lay_out(self) -> None:
        form, boxes = QFormLayout(), QGridLayout()
        for at, box in enumerate(self.hidden.values()):
            boxes.addWidget(box, at // 3, at % 3)
        form.addRow(translate("window", _MOTION), self.motion)
        form.addRow(translate("window", _FOCUS), self.focus)
        form.addRow(translate("window", _HIDDEN), boxes)
        form.addRow(translate("window", _OTHERS), self.others)
        form.addRow(translate("window", _STEPS), self.steps)
        form.addRow("", self.scene_task)
        layout = QVBoxLayout(self)
        layout.addWidget(FormScroll(form, self))
        layout.addWidget(self.problem)
        layout.addWidget(ok_or_cancel(self))
        wide = 32 * self.fontMetrics().height()
        fit_to_screen(self, QSize(wide, self.sizeHint().height()))
