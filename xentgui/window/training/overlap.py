"""The overlap of clouds that are made: a slider and a box in the title of the card Points."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, explain, translate, typed
from xentgui.model import Snapshot
from xentgui.model.classifier.made_again import MadePoints, made_again, recognised
from xentgui.model.message import RefusedError
from xentgui.model.rows import Array
from xentgui.model.setting import LinearScale
from xentgui.model.subjects import Edit, classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import OnClassifier
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import PlainLabel
from xentgui.window.controls.number_box import NumberBox
from xentgui.window.controls.slider import Slider

_NAME = QT_TRANSLATE_NOOP("window", "Overlap")
_TIP = QT_TRANSLATE_NOOP(
    "window",
    "The deviation of the clouds that these points were made from; the seed stays 0, as on the "
    "command line, and points that were moved by hand stay where they are",
)
_STEP = QT_TRANSLATE_NOOP("window", "Overlap of the Points")
_WRONG = QT_TRANSLATE_NOOP("errors", "The overlap is {value}. Type a number from 0 to 1000.")
_SCALE: Final = LinearScale(0.0, 3.0, 60)
_MOST: Final = 1000.0


@guarded
class OverlapControl(QWidget):
    """Is there while the points are some that the program makes.

    Signals
    -------
    edit_requested(Edit, str)
        The requested edit, and the name of the undo step.
    gesture_started(str), gesture_ended(), gesture_cancelled()
        A drag, or a burst of keys, which is one undo step.
    came_or_went()
        It was shown or hidden.
    """

    edit_requested = Signal(object, str)
    gesture_started = Signal(str)
    gesture_ended = Signal()
    gesture_cancelled = Signal()
    came_or_went = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("points.overlap")
        self._points: Array | None = None
        self._subject: Classifier | None = None
        self._made: MadePoints | None = None
        self._start: tuple[Array, MadePoints] | None = None  # of the drag
        self.label = PlainLabel(self)
        self.slider = Slider(_SCALE.steps, (), self)
        self.slider.setObjectName("points.overlap_slider")
        self.box = NumberBox(self)
        self.box.setObjectName("points.overlap_value")
        self.label.setBuddy(self.box)
        self._layout = QHBoxLayout(self)
        for widget in (self.label, self.slider, self.box):
            self._layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.slider.begun.connect(self._on_begun)
        self.slider.moved.connect(lambda at: self._ask(round(_SCALE.value_at(at), 2)))
        self.slider.ended.connect(self._on_ended)
        self.slider.cancelled.connect(self._on_cancelled)
        self.box.entered.connect(self._on_entered)
        self.hide()
        self.retranslate()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the overlap of the points, if they were made with one."""
        subject = classifier_of(snapshot)
        points = None if subject is None else subject.points
        self._subject = subject
        if points is self._points:
            return
        self._points = points
        self._made = None if subject is None else recognised(subject.points, subject.classes)
        if self._made is not None:
            self.box.show_value(self._made.overlap)
            self.slider.show_position(_SCALE.position_of(self._made.overlap))
            self.slider.setAccessibleDescription(typed(self._made.overlap))
        if (self._made is None) is not self.isHidden():
            self.setVisible(self._made is not None)
            self.came_or_went.emit()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._layout.setSpacing(round(style.px(6)))
        self._layout.setContentsMargins(round(style.px(8)), 0, 0, 0)
        theme = style.theme
        self.label.setFont(style.font())
        self.label.setStyleSheet(f"color: {theme.mute};")
        self.box.setFont(style.font())
        self.box.setStyleSheet(
            f"QLineEdit {{ background: {theme.field}; color: {theme.ink};"
            f" border: 1px solid {theme.line}; border-radius: {max(1, round(style.px(4)))}px; }}"
            f"QLineEdit:focus {{ border-color: {theme.accent}; }}"
            f'QLineEdit[wrong="true"] {{ border-color: {theme.warning}; color: {theme.warning}; }}'
        )
        self.box.show_style(style)
        self.box.setFixedWidth(round(style.em * 3.4))
        self.slider.setFixedWidth(round(style.em * 6.5))
        self.slider.show_theme(theme)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        name, tip = translate("window", _NAME), translate("window", _TIP)
        self.label.setText(name)
        for widget in (self.label, self.slider, self.box):
            widget.setToolTip(tip)
        for widget in (self.slider, self.box):
            widget.setAccessibleName(name)

    def finish(self) -> None:
        """End a burst of keys, so that the next edit is another undo step."""
        self.slider.finish()

    # What a person does

    def _on_begun(self) -> None:
        if self._subject is not None and self._made is not None:
            self._start = self._subject.points, self._made
            self.gesture_started.emit(translate("window", _STEP))

    def _on_ended(self) -> None:
        self._start = None
        self.gesture_ended.emit()

    def _on_cancelled(self) -> None:
        self._start = None
        self.gesture_cancelled.emit()

    def _on_entered(self, value: float) -> None:
        self.slider.finish()
        if not 0.0 <= value <= _MOST or math.isnan(value):
            self.box.setModified(True)
            self.box.refuse(explain(RefusedError(_WRONG, value=typed(value))))
            return
        self._ask(value)

    def _ask(self, value: float) -> None:
        if self._subject is None or self._made is None:
            return
        points, made = self._start or (self._subject.points, self._made)
        self.edit_requested.emit(_edit(points, made, value), translate("window", _STEP))


def _edit(before: Array, made: MadePoints, overlap: float) -> Edit:
    """Return the edit that makes the points `before` again; other points are left as they are."""
    points = made_again(before, made, overlap)

    def changed(subject: Classifier) -> Classifier:
        if subject.points.shape != points.shape or np.array_equal(subject.points, points):
            return subject
        return subject.replaced(points=points.copy())

    return OnClassifier(changed)
