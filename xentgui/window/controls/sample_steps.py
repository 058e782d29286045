"""Buttons and a box for the steps, [17] of 10 000; steps in quick succession are undone at once."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.icons import icon
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import PlainLabel
from xentgui.window.controls.number_box import NumberBox
from xentgui.window.controls.slider import BURST_MS, Slider

_BUTTONS = (
    ("first", "first", QT_TRANSLATE_NOOP("samples", "First sample (Alt+Home)")),
    ("previous", "chevron-left", QT_TRANSLATE_NOOP("samples", "Previous sample (Alt+Left)")),
    ("next", "chevron-right", QT_TRANSLATE_NOOP("samples", "Next sample (Alt+Right)")),
    ("last", "last", QT_TRANSLATE_NOOP("samples", "Last sample (Alt+End)")),
)
_POSITION = QT_TRANSLATE_NOOP("samples", "Position of the sample")
_OF = QT_TRANSLATE_NOOP("samples", "of {count}")
_NO_PLACE = QT_TRANSLATE_NOOP("samples", "Type a whole number from 1 to {count}.")


class SampleSteps(QWidget):
    """The buttons, and the box between them.

    Signals
    -------
    step_requested(str)
        "first", "previous", "next" or "last".
    place_requested(int)
        The sample at this place, from 0, is requested.
    """

    step_requested = Signal(str)
    place_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._count = 0, 1
        self.buttons = {key: self._button(key) for key, _, _ in _BUTTONS}
        self.box = NumberBox(self)
        self.box.setObjectName("control.sample.position")
        self.box.entered.connect(self._on_entered)
        self._of = PlainLabel(self)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        order = (self.buttons["first"], self.buttons["previous"], self.box, self._of,
                 self.buttons["next"], self.buttons["last"])  # fmt: skip
        for widget in order:
            self._layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_place(self, place: int, count: int) -> None:
        """Show `place`, from 0, of `count`."""
        self._place, self._count = place, count
        self.box.show_value(float(place + 1))
        for key in ("first", "previous"):
            self.buttons[key].setEnabled(place > 0)
        for key in ("next", "last"):
            self.buttons[key].setEnabled(place + 1 < count)
        self._tell()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        side = round(style.em * 1.2)
        for key, name, _ in _BUTTONS:
            self.buttons[key].setIcon(icon(name, style.theme))
            self.buttons[key].setIconSize(QSize(side, side))
        self.box.show_style(style)
        self.box.setFixedWidth(round(style.em * 4.6))
        self._layout.setSpacing(round(style.em * 0.3))

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        for key, _, tip in _BUTTONS:
            self.buttons[key].setToolTip(translate("samples", tip))
            self.buttons[key].setAccessibleName(translate("samples", tip))
        self.box.setAccessibleName(translate("samples", _POSITION))
        self.box.setToolTip(translate("samples", _POSITION))
        self._tell()

    def _tell(self) -> None:
        self._of.setText(translate("samples", _OF).format(count=grouped(self._count)))

    def _button(self, key: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"control.sample.{key}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoRepeat(key in {"previous", "next"})
        button.clicked.connect(lambda *_: self.step_requested.emit(key))
        return button

    def _on_entered(self, value: float) -> None:
        if not 1 <= value <= self._count or value != int(value):
            self.box.setModified(True)
            reason = translate("samples", _NO_PLACE)
            self.box.refuse(reason.format(count=grouped(self._count)))
            return
        self.place_requested.emit(int(value) - 1)


def grouped(count: int) -> str:
    """Return an integer with narrow spaces between its thousands.

    >>> grouped(10000) == "10\N{NARROW NO-BREAK SPACE}000"
    True
    """
    return f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


class Burst(QObject):
    """One gesture of key presses and clicks, or of a drag of `slider`.

    Signals
    -------
    begun(), ended(), cancelled()
        The edits between the first two form one undo step; a cancelled burst forms none.
    """

    begun = Signal()
    ended = Signal()
    cancelled = Signal()

    def __init__(self, slider: Slider, parent: QObject) -> None:
        super().__init__(parent)
        self._slider = slider
        self._open = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BURST_MS)
        self._timer.timeout.connect(self.finish)

    @property
    def goes_on(self) -> bool:
        """Whether a step now would belong to the burst in progress."""
        return self._open and not self._slider.isSliderDown()

    def begin(self) -> None:
        """Begin, unless a burst is in progress."""
        if not self._open:
            self._open = True
            self.begun.emit()

    def wait(self) -> None:
        """Wait for the next step, and end if none follows soon."""
        self._timer.start()

    def finish(self) -> None:
        """End the burst: the next edit is another undo step; a drag of the slider goes on."""
        self._timer.stop()
        self._slider.finish()
        if self.goes_on:
            self._open = False
            self.ended.emit()

    def cancel(self) -> None:
        """Cancel the burst."""
        self._open = False
        self.cancelled.emit()
