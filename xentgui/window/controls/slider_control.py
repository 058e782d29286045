"""A number of the state that can be slid or typed: the base of temperature and smoothing."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from xentgui.language.text import explain, typed
from xentgui.model import Snapshot, State
from xentgui.model.message import RefusedError
from xentgui.painting.style import Style
from xentgui.window.controls.number_box import NumberBox
from xentgui.window.controls.slider import Slider


class SliderControl(QWidget):
    """A label, a slider and a box for one number of the state.

    Signals
    -------
    edit_requested(State, str)
        The state to become, and the step's name.
    edit_refused(str)
        What was typed will not do, and why.
    gesture_started(str), gesture_ended(), gesture_cancelled()
        A drag, or a burst of keys, that is one undo step.
    """

    edit_requested = Signal(object, str)
    edit_refused = Signal(str)
    gesture_started = Signal(str)
    gesture_ended = Signal()
    gesture_cancelled = Signal()

    def __init__(self, name: str, slider: Slider, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # What the toolbar has to spare belongs to its gaps.
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._state: State | None = None
        self._value = math.nan  # that is shown; equal to no other
        self._compact = False
        self._em = 13.0
        self.label = QLabel(self)
        self.slider = slider
        self.slider.setObjectName(f"control.{name}")
        self.box = NumberBox(self)
        self.box.setObjectName(f"control.{name}_value")
        self.label.setBuddy(self.box)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self.label, 0), (self.slider, 1), (self.box, 0)):
            layout.addWidget(widget, stretch, Qt.AlignmentFlag.AlignVCenter)
        slider.begun.connect(lambda: self.gesture_started.emit(self.step()))
        slider.moved.connect(lambda position: self._ask(self.value_at(position)))
        slider.ended.connect(self._on_ended)
        slider.cancelled.connect(self.gesture_cancelled)
        slider.reset_requested.connect(self._on_reset)
        self.box.entered.connect(self._on_entered)
        self.box.refused.connect(self.edit_refused)

    # What a subclass says about its number

    neutral = 0.0
    """The value that changes nothing; a double-click goes back to it."""

    def value_of(self, state: State) -> float:
        """Return the number that is controlled."""
        raise NotImplementedError

    def with_value(self, state: State, value: float) -> State:
        """Return `state` with another number; raises InvalidStateError."""
        raise NotImplementedError

    def value_at(self, position: int) -> float:
        """Return the number that a position of the slider stands for."""
        raise NotImplementedError

    def position_of(self, value: float) -> int:
        """Return the position that is nearest to a number."""
        raise NotImplementedError

    def step(self) -> str:
        """Return the name of the undo step."""
        raise NotImplementedError

    def title(self, *, short: bool) -> str:
        """Return the label, or the symbol where there is no room for a label."""
        raise NotImplementedError

    def tip(self) -> str:
        """Return what the number does, in a sentence or two."""
        raise NotImplementedError

    # What the window tells

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Stand at the number of the snapshot; asks for nothing."""
        self._state = snapshot.state
        value = self.value_of(snapshot.state)
        if value == self._value and not self.box.isModified():
            return
        self._value = value
        self.box.show_value(value)
        self.slider.show_position(self.position_of(value))
        self.slider.setAccessibleDescription(typed(value))

    def show_style(self, style: Style) -> None:
        """Take on colours and sizes."""
        self._em = style.em
        self.slider.show_theme(style.theme)
        self.box.show_style(style)
        self._fit()

    def show_compact(self, compact: bool) -> None:  # noqa: FBT001 (a slot takes one value)
        """Be as narrow as is still of use, or as wide as is pleasant."""
        self._compact = compact
        self._fit()
        self.retranslate()

    def _fit(self) -> None:
        em = self._em
        self.box.setFixedWidth(round(4 * em))
        self.slider.setMaximumWidth(round((6 if self._compact else 11) * em))
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(round(em * 0.6))

    def retranslate(self) -> None:
        """Speak the current language."""
        self.label.setText(self.title(short=self._compact))
        name = self.title(short=False)
        self.label.setToolTip(self.tip())
        for widget in (self.slider, self.box):
            widget.setAccessibleName(name)
            widget.setToolTip(self.tip())

    def finish(self) -> None:
        """End a burst of keys, so that what comes next is another step."""
        self.slider.finish()

    def _ask(self, value: float) -> None:
        if self._state is not None:
            self.edit_requested.emit(self.with_value(self._state, value), self.step())

    def _on_ended(self) -> None:
        self.gesture_ended.emit()
        if self._state is not None:
            self.slider.show_position(self.position_of(self.value_of(self._state)))

    def _on_reset(self) -> None:
        self.slider.finish()
        self._ask(self.neutral)

    def _on_entered(self, value: float) -> None:
        self.slider.finish()
        try:
            self._ask(value)
        except RefusedError as error:
            self.box.setModified(True)
            self.box.refuse(explain(error))
