"""The inputs for an animation: what changes, from where to where, and how it is written."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from xentgui.export.animation.sweep import Sweep
from xentgui.export.file_formats import ANIMATION_FORMATS
from xentgui.export.styles import STYLES
from xentgui.language.text import QT_TRANSLATE_NOOP, translate, typed
from xentgui.model import Snapshot
from xentgui.model.naming import name_of
from xentgui.model.quantity import LOGIT, SWEPT
from xentgui.model.subjects import BareLogits, Subject
from xentgui.painting.accessibility import tell
from xentgui.painting.text_widgets import PlainLabel
from xentgui.reading.number import read_number

HISTORY = "history"

_PARAMETERS = {
    **{key: swept.title for key, swept in SWEPT.items()},
    HISTORY: QT_TRANSLATE_NOOP("export", "The steps of the undo history"),
}
_MOST_CLASSES = 1000  # a longer list is not useful


class AnimationForm(QFormLayout):
    """A form for the states of an animation, its looks, and the frame that is looked at.

    Signals
    -------
    changed()
        Another animation is chosen.
    frame_moved()
        Another frame is to be shown.
    """

    changed = Signal()
    frame_moved = Signal()

    def __init__(
        self, snapshot: Snapshot, history: tuple[Subject, ...], style: str, parent: QWidget
    ) -> None:
        """`style` is chosen at first; the fields are children of `parent`."""
        super().__init__()
        self._snapshot, self._history = snapshot, history
        self._parameter, self._class = QComboBox(parent), QComboBox(parent)
        self._start, self._stop = QLineEdit(parent), QLineEdit(parent)
        self._frames = _number(2, 500, 40, parent)
        self._rate = _number(1, 50, 20, parent)
        self._format, self._style = QComboBox(parent), QComboBox(parent)
        self._frame = QSlider(Qt.Orientation.Horizontal, parent)
        self._frame.setMinimum(1)  # a screen reader reads its value: the number of the frame
        self._frame_place = PlainLabel(parent)
        self._frame_place.setObjectName("animation.frame_place")
        self._fill()
        self._style.setCurrentIndex(self._style.findData(style))
        self._lay_out(parent)
        self._show_parameter()
        self._connect()

    @property
    def file_format(self) -> str:
        """The key of the chosen format."""
        return str(self._format.currentData())

    @property
    def style(self) -> str:
        """The key of the chosen style."""
        return str(self._style.currentData())

    @property
    def rate(self) -> float:
        """Frames a second."""
        return float(self._rate.value())

    @property
    def frame(self) -> int:
        """The number of the frame that is looked at, counted from 1."""
        return self._frame.value()

    def choose(self, parameter: str) -> None:
        """Choose what changes: a parameter of `Sweep`, or `HISTORY`."""
        self._parameter.setCurrentIndex(self._parameter.findData(parameter))
        self._show_parameter()

    def subjects(self) -> tuple[Subject, ...]:
        """Return what is seen in one frame after the other; raises RefusedError."""
        parameter = str(self._parameter.currentData())
        if parameter == HISTORY:
            return self._history
        sweep = Sweep(
            parameter,
            read_number(self._start.text()),
            read_number(self._stop.text()),
            self._frames.value(),
            max(0, self._class.currentIndex()),
        )
        start = self._snapshot.subject or BareLogits(self._snapshot.state)
        return tuple(map(start.absorb, sweep.states(self._snapshot.state)))

    def show_count(self, count: int) -> None:
        """Offer so many frames to look at; emits nothing."""
        with QSignalBlocker(self._frame):
            self._frame.setMaximum(count)

    def describe_frame(self, words: str) -> None:
        """Say what is seen in the frame that is looked at."""
        self._frame_place.setText(words)
        self._frame.setAccessibleDescription(words)
        if self._frame.hasFocus():
            tell(self._frame, words)

    def _show_parameter(self) -> None:
        parameter = str(self._parameter.currentData())
        self._class.setEnabled(parameter == LOGIT)
        for part in (self._start, self._stop, self._frames):
            part.setEnabled(parameter != HISTORY)
        swept = SWEPT.get(parameter)
        if swept is not None:
            self._start.setText(typed(swept.start))
            self._stop.setText(typed(swept.stop))
        self.changed.emit()

    def _fill(self) -> None:
        for key, text in _PARAMETERS.items():
            if key != HISTORY or len(self._history) > 1:
                self._parameter.addItem(translate("export", text), key)
        labels = self._snapshot.state.labels
        self._class.addItems([name_of(labels, k) for k in range(min(len(labels), _MOST_CLASSES))])
        for key, written in ANIMATION_FORMATS.items():
            self._format.addItem(written.name, key)
        for key, style in STYLES.items():
            self._style.addItem(translate("export", style.name), key)

    def _connect(self) -> None:
        self._parameter.activated.connect(lambda _index: self._show_parameter())
        for combo in (self._class, self._format, self._style):
            combo.activated.connect(lambda _index: self.changed.emit())
        for line in (self._start, self._stop):
            line.textEdited.connect(lambda _text: self.changed.emit())
        self._frames.valueChanged.connect(lambda _value: self.changed.emit())
        self._frame.valueChanged.connect(lambda _value: self.frame_moved.emit())

    def _lay_out(self, parent: QWidget) -> None:
        ends = QHBoxLayout()
        for part in (self._start, PlainLabel(parent, "–"), self._stop):
            ends.addWidget(part)
        frame = QVBoxLayout()
        frame.addWidget(self._frame)
        frame.addWidget(self._frame_place)
        for name, text, field in (
            ("parameter", QT_TRANSLATE_NOOP("export", "&Parameter"), self._parameter),
            ("class", QT_TRANSLATE_NOOP("export", "&Class"), self._class),
            ("start", QT_TRANSLATE_NOOP("export", "&Range"), ends),
            ("frames", QT_TRANSLATE_NOOP("export", "F&rames, one way"), self._frames),
            ("rate", QT_TRANSLATE_NOOP("export", "Frames &a second"), self._rate),
            ("format", QT_TRANSLATE_NOOP("export", "F&ormat"), self._format),
            ("style", QT_TRANSLATE_NOOP("export", "Styl&e"), self._style),
            ("frame", QT_TRANSLATE_NOOP("export", "Fra&me"), frame),
        ):
            self.addRow(translate("export", text), field)
            label = self.labelForField(field)
            focus = field if isinstance(field, QWidget) else _first(field)
            focus.setObjectName(f"animation.{name}")
            if isinstance(label, QLabel):
                label.setBuddy(focus)
                focus.setAccessibleName(label.text().replace("&", ""))
        self._stop.setObjectName("animation.stop")
        self._stop.setAccessibleName(self._start.accessibleName())


def _number(least: int, most: int, value: int, parent: QWidget) -> QSpinBox:
    box = QSpinBox(parent)
    box.setRange(least, most)
    box.setValue(value)
    return box


def _first(fields: QLayout) -> QWidget:
    """Return the field of a row that a key of its label leads to."""
    item = fields.itemAt(0)
    field = item.widget() if item is not None else None
    assert field is not None
    return field
