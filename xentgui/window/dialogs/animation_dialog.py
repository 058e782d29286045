"""Export Animation: a person chooses what moves, and a bar shows the progress of writing it."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from xentgui.export.animation.animation import Animation, CancelledError
from xentgui.export.animation.sweep import Sweep
from xentgui.export.choices import from_text
from xentgui.export.file_formats import ANIMATION_FORMATS
from xentgui.export.saving import save
from xentgui.export.spec import FigureSpec
from xentgui.export.styles import STYLES
from xentgui.export.told import swept_text
from xentgui.language.text import QT_TRANSLATE_NOOP, explain, translate, typed
from xentgui.model import Snapshot
from xentgui.model.message import RefusedError
from xentgui.model.naming import name_of
from xentgui.model.quantity import LOGIT, SWEPT
from xentgui.model.subjects import BareLogits, Subject, resolve
from xentgui.model.view import View
from xentgui.painting.handlers import guarded
from xentgui.painting.plain_label import PlainLabel
from xentgui.painting.speech import tell
from xentgui.reading.number import read_number
from xentgui.window.dialogs.export_dialog import FOLDER, REMEMBERED, known
from xentgui.window.dialogs.figure_preview import FigurePreview
from xentgui.window.dialogs.form_scroll import FormScroll, fit_to_screen
from xentgui.window.dialogs.message_label import MessageLabel
from xentgui.window.dialogs.progress import Progress

HISTORY = "history"

_PARAMETERS = {
    **{key: swept.title for key, swept in SWEPT.items()},
    HISTORY: QT_TRANSLATE_NOOP("export", "The steps of the undo history"),
}
_SIZE = (1280, 720)
_SOON = 200  # milliseconds
_MOST_CLASSES = 1000  # a longer list is not useful
_PLACE = QT_TRANSLATE_NOOP("export", "{frame} of {count}")
_MAKING = QT_TRANSLATE_NOOP("export", "Frame {done} of {count}")
_SAVED = QT_TRANSLATE_NOOP("export", "Saved {name}")
_CANCELLED = QT_TRANSLATE_NOOP("export", "Cancelled; nothing was written")


@guarded
class AnimationDialog(QDialog):
    """Writes a sweep of one parameter, or the states of the undo history, as an animation.

    Signals
    -------
    done_with(str)
        A sentence about the saved file, for the status line.
    """

    done_with = Signal(str)

    def __init__(
        self,
        snapshot: Snapshot,
        view: View,
        remembered: MutableMapping[str, str],
        *,
        history: tuple[Subject, ...] = (),
        document: Callable[[], str] = str,
        name: str = "animation",
        parent: QWidget | None = None,
    ) -> None:
        """`history` holds the subjects of the undo history, the oldest first, if there are any.

        The look of the figure is the last choice in the dialog for figures.
        """
        super().__init__(parent)
        self.setObjectName("animation.dialog")
        self.setWindowTitle(translate("export", QT_TRANSLATE_NOOP("export", "Export Animation")))
        self._snapshot, self._view, self._history = snapshot, view, history
        self._remembered, self._document, self._name = remembered, document, name
        self._shown: Animation | None = None
        self._parameter, self._class = QComboBox(self), QComboBox(self)
        self._start, self._stop = QLineEdit(self), QLineEdit(self)
        self._frames, self._rate = self._number(2, 500, 40), self._number(1, 50, 20)
        self._format, self._style = QComboBox(self), QComboBox(self)
        self.preview = FigurePreview(self)
        self._frame = QSlider(Qt.Orientation.Horizontal, self)
        self._frame.setMinimum(1)  # a screen reader reads its value: the number of the frame
        self._frame_place = PlainLabel(self)
        self._frame_place.setObjectName("animation.frame_place")
        # Numbers change with every key, and every frame is looked at.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_preview)
        self._message = MessageLabel("animation.message", self)
        self._progress = Progress(self)
        self._fill()
        self._lay_out()
        self._show_parameter()
        self._show_preview()

    def choose(self, parameter: str) -> None:
        """Choose what changes: a parameter of `Sweep`, or `HISTORY`."""
        self._parameter.setCurrentIndex(self._parameter.findData(parameter))
        self._show_parameter()

    def animation(self) -> Animation:
        """Return the chosen animation; raises RefusedError."""
        choices = known(from_text(self._remembered.get(REMEMBERED, "")))
        looks = {
            name: getattr(choices, name)
            for name in ("theme", "background", "titles", "formulas", "values", "language")
        }
        looks["style"] = str(self._style.currentData())
        spec = FigureSpec.in_pixels(choices.panels, *_SIZE, **looks)
        document = self._document() if choices.kept else ""
        subjects = self._subjects()
        states = tuple(map(resolve, subjects))
        rate = float(self._rate.value())
        return Animation(spec, self._view, states, rate, document, subjects)

    def save(self, path: Path) -> bool:
        """Make all frames and write them to `path`; return whether that succeeded."""
        written = ANIMATION_FORMATS[str(self._format.currentData())]
        self._progress.begin()
        try:
            save(written.encode(self.animation().fitted(), self._on_progress), path)
        except CancelledError:
            self._message.say(translate("export", _CANCELLED))
            return False
        except (RefusedError, MemoryError, OSError) as error:
            self._message.say(explain(error))
            return False
        finally:
            self._progress.end()
        self._remembered[FOLDER] = str(path.parent)
        sentence = translate("export", _SAVED).format(name=path.name)
        self._message.say(sentence)
        self.done_with.emit(sentence)
        return True

    def _subjects(self) -> tuple[Subject, ...]:
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

    def _on_progress(self, done: int, count: int) -> bool:
        text = translate("export", _MAKING).format(done=done + 1, count=count)
        return self._progress.show_share(done, count, text)

    def _show_parameter(self) -> None:
        parameter = str(self._parameter.currentData())
        self._class.setEnabled(parameter == LOGIT)
        for part in (self._start, self._stop, self._frames):
            part.setEnabled(parameter != HISTORY)
        swept = SWEPT.get(parameter)
        if swept is not None:
            self._start.setText(typed(swept.start))
            self._stop.setText(typed(swept.stop))
        self._soon.start(_SOON)
        self._soon.start(_SOON)

    def _show_preview(self) -> None:
        """Show the frame at the slider as it will be written, or why there is none."""
        try:
            self._shown = self.animation().fitted()
        except (RefusedError, MemoryError) as error:
            self._shown = None
            self._message.say(explain(error))
        else:
            self._message.say("")
            with QSignalBlocker(self._frame):
                self._frame.setMaximum(len(self._shown.states))
        self._show_frame()

    def _show_frame(self) -> None:
        if self._shown is None:
            self.preview.show_figure(None)
            return
        frame, count = self._frame.value(), len(self._shown.states)
        (figure,) = self._shown.figures([frame - 1])
        place = translate("export", _PLACE).format(frame=frame, count=count)
        swept = swept_text(figure.spec, figure.snapshot)
        words = f"{place}: {swept}" if swept else place
        self._frame_place.setText(words)
        self._frame.setAccessibleDescription(words)
        if self._frame.hasFocus():
            tell(self._frame, words)
        see_through = ANIMATION_FORMATS[str(self._format.currentData())].see_through
        self.preview.show_figure(figure, see_through=see_through)

    def _ask_where(self) -> None:
        written = ANIMATION_FORMATS[str(self._format.currentData())]
        title = translate("export", QT_TRANSLATE_NOOP("export", "Save Animation"))
        dialog = QFileDialog(self, title)
        dialog.setObjectName("animation.file")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{written.name} (*.{written.key})"])
        dialog.setDefaultSuffix(written.key)
        dialog.setDirectory(self._remembered.get(FOLDER, "") or str(Path.home()))
        dialog.selectFile(f"{self._name}.{written.key}")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()

    def _number(self, least: int, most: int, value: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(least, most)
        box.setValue(value)
        return box

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
        remembered = known(from_text(self._remembered.get(REMEMBERED, "")))
        self._style.setCurrentIndex(self._style.findData(remembered.style))
        self._parameter.activated.connect(lambda _index: self._show_parameter())
        for combo in (self._parameter, self._class, self._format, self._style):
            combo.activated.connect(lambda _index: self._soon.start(_SOON))
        for line in (self._start, self._stop):
            line.textEdited.connect(lambda _text: self._soon.start(_SOON))
        self._frames.valueChanged.connect(lambda _value: self._soon.start(_SOON))
        self._frame.valueChanged.connect(lambda _value: self._show_frame())

    def _lay_out(self) -> None:
        ends = QHBoxLayout()
        for part in (self._start, PlainLabel(self, "–"), self._stop):
            ends.addWidget(part)
        frame = QVBoxLayout()
        frame.addWidget(self._frame)
        frame.addWidget(self._frame_place)
        form = QFormLayout()
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
            form.addRow(translate("export", text), field)
            label = form.labelForField(field)
            focus = field if isinstance(field, QWidget) else _first(field)
            focus.setObjectName(f"animation.{name}")
            if isinstance(label, QLabel):
                label.setBuddy(focus)
                focus.setAccessibleName(label.text().replace("&", ""))
        self._stop.setObjectName("animation.stop")
        self._stop.setAccessibleName(self._start.accessibleName())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        button = QPushButton(translate("export", QT_TRANSLATE_NOOP("export", "&Save…")), self)
        button.setObjectName("animation.save")
        button.setDefault(True)
        button.clicked.connect(lambda _on: self._ask_where())
        buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(self.preview, 1)
        whole.addWidget(FormScroll(form, self))
        whole.addWidget(self._progress)
        whole.addWidget(self._message)
        whole.addWidget(buttons)
        fit_to_screen(self)

    def reject(self) -> None:
        """Stop the writing; if nothing is being written, close."""
        if self._progress.is_running:
            self._progress.cancel()
        else:
            super().reject()


def _first(fields: QLayout) -> QWidget:
    """Return the field of a row that a key of its label leads to."""
    item = fields.itemAt(0)
    field = item.widget() if item is not None else None
    assert field is not None
    return field
