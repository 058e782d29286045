"""The control of a scalar setting: a slider and a box."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from xentgui.language.text import explain, translate
from xentgui.model import Snapshot, State, edits
from xentgui.model.message import RefusedError
from xentgui.model.settings_of_state import SETTINGS, SLIDES
from xentgui.model.subjects import OnState
from xentgui.painting.accessibility import GROUP, give_role
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import PlainLabel
from xentgui.window.controls.number_box import NumberBox
from xentgui.window.controls.slider import Slider


class SliderControl(QWidget):
    """A label, a slider and a box for one setting, made from its entry in the registry.

    Signals
    -------
    edit_requested(Edit, str)
        The requested edit, and the name of the undo step.
    edit_refused(str)
        The typed number was refused; the text gives the reason.
    gesture_started(str), gesture_ended(), gesture_cancelled()
        A drag, or a burst of keys, which is one undo step.
    """

    edit_requested = Signal(object, str)
    edit_refused = Signal(str)
    gesture_started = Signal(str)
    gesture_ended = Signal()
    gesture_cancelled = Signal()

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        """Control the setting `key`, one of `SLIDES`."""
        super().__init__(parent)
        self._setting, self._slide = SETTINGS[key], SLIDES[key]
        scale = self._slide.scale
        # The gaps of the toolbar take the remaining room.
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._state: State | None = None
        self._value = math.nan  # the shown value; NaN differs from all values
        self._compact, self._track = False, 11.0  # em
        self._em = 13.0
        self.label = PlainLabel(self)
        self.slider = slider = Slider(scale.steps, scale.marks)
        slider.setSingleStep(scale.arrow)
        slider.setPageStep(scale.page)
        slider.setObjectName(f"control.{self._slide.control}")
        self.box = NumberBox(self)
        self.box.setObjectName(f"control.{self._slide.control}_value")
        self.label.setBuddy(self.box)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self.label, 0), (self.slider, 1), (self.box, 0)):
            layout.addWidget(widget, stretch, Qt.AlignmentFlag.AlignVCenter)
        slider.begun.connect(lambda: self.gesture_started.emit(self._step))
        slider.moved.connect(lambda position: self._ask(scale.value_at(position)))
        slider.ended.connect(self._on_ended)
        slider.cancelled.connect(self.gesture_cancelled)
        slider.reset_requested.connect(self._on_reset)
        slider.value_wanted.connect(self._on_entered)
        self.box.entered.connect(self._on_entered)
        self.box.refused.connect(self.edit_refused)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the number of the snapshot; requests nothing."""
        self._state = snapshot.state
        value = self._value_of(snapshot.state)
        if value == self._value and not self.box.isModified():
            return
        self._value = value
        self.box.show_value(value)
        self.slider.show_position(self._slide.scale.position_of(value))
        self._tell()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._em = style.em
        self.slider.show_theme(style.theme)
        self.box.show_style(style)
        self._fit()

    def show_compact(self, compact: bool, track: float) -> None:  # noqa: FBT001
        """Show the symbol instead of the name, and a track of `track` em; 0 for none."""
        self._compact, self._track = compact, track
        self._fit()
        self.retranslate()

    def _tell(self) -> None:
        scale, name = self._slide.scale, translate("window", self._slide.name)
        ends = scale.value_at(0), scale.value_at(scale.steps)
        self.slider.tell_value(name, self._value, *ends)

    def _fit(self) -> None:
        em = self._em
        self.box.setFixedWidth(round(4 * em))
        self.slider.setMaximumWidth(max(round(self._track * em), 1))
        self.slider.setVisible(self._track > 0)
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(round(em * 0.6))

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        name, tip = translate("window", self._slide.name), translate("window", self._slide.tip)
        self.label.setText(self._setting.symbol if self._compact else name)
        self.label.setToolTip(tip)
        self.box.setAccessibleName(name)
        for widget in (self.slider, self.box):
            widget.setToolTip(tip)
        give_role(self, GROUP)
        self.setAccessibleName(name)
        self._tell()

    def finish(self) -> None:
        """End a burst of keys, so that the next edit is another undo step."""
        self.slider.finish()

    @property
    def _step(self) -> str:
        """The name of the undo step, in the current language."""
        return translate("window", self._slide.step)

    def _value_of(self, state: State) -> float:
        return float(getattr(state, self._setting.key))

    def _ask(self, value: float) -> None:
        if self._state is not None:
            key = self._setting.key
            edit = OnState(lambda state: edits.with_setting(state, key, value))
            edit.on(self._state)  # a refusal is raised here, and shown at the control
            self.edit_requested.emit(edit, self._step)

    def _on_ended(self) -> None:
        self.gesture_ended.emit()
        if self._state is not None:
            value = self._value_of(self._state)
            self.slider.show_position(self._slide.scale.position_of(value))

    def _on_reset(self) -> None:
        self.slider.finish()
        self._ask(float(self._setting.default))

    def _on_entered(self, value: float) -> None:
        self.slider.finish()
        try:
            self._ask(value)
        except RefusedError as error:
            self.box.setModified(True)
            self.box.refuse(explain(error))
