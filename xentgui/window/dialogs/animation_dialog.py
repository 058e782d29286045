"""Export Animation: a person chooses what moves, and a bar shows the progress of writing it."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xentgui.export.animation.animation import Animation, CancelledError
from xentgui.export.choices import Choices, from_text
from xentgui.export.file_formats import ANIMATION_FORMATS, save
from xentgui.export.spec import FigureSpec
from xentgui.export.told import swept_text
from xentgui.language.text import QT_TRANSLATE_NOOP, explain, translate
from xentgui.model import Snapshot
from xentgui.model.message import RefusedError
from xentgui.model.subjects import Subject, resolve
from xentgui.model.view import View
from xentgui.painting.handlers import guarded
from xentgui.window.dialogs.animation_form import AnimationForm
from xentgui.window.dialogs.export_dialog import FOLDER, REMEMBERED, known
from xentgui.window.dialogs.figure_preview import FigurePreview
from xentgui.window.dialogs.form_scroll import FormScroll, fit_to_screen
from xentgui.window.dialogs.messages import MessageLabel
from xentgui.window.dialogs.progress import Progress

_SIZE = (1280, 720)
_SOON = 200  # milliseconds
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
        self._view = view
        self._remembered, self._document, self._name = remembered, document, name
        self._shown: Animation | None = None
        self.preview = FigurePreview(self)
        # Numbers change with every key, and every frame is looked at.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_preview)
        self._message = MessageLabel("animation.message", self)
        self._progress = Progress(self)
        self._form = AnimationForm(snapshot, history, self._choices().style, self)
        self._form.changed.connect(lambda: self._soon.start(_SOON))
        self._form.frame_moved.connect(self._show_frame)
        self._lay_out()
        self._show_preview()

    def choose(self, parameter: str) -> None:
        """Choose what changes: a parameter of `Sweep`, or `HISTORY`."""
        self._form.choose(parameter)

    def animation(self) -> Animation:
        """Return the chosen animation; raises RefusedError."""
        choices = self._choices()
        looks = {
            name: getattr(choices, name)
            for name in ("theme", "background", "titles", "formulas", "values", "language")
        }
        looks["style"] = self._form.style
        spec = FigureSpec.in_pixels(choices.panels, *_SIZE, **looks)
        document = self._document() if choices.kept else ""
        subjects = self._form.subjects()
        states = tuple(map(resolve, subjects))
        return Animation(spec, self._view, states, self._form.rate, document, subjects)

    def _choices(self) -> Choices:
        return known(from_text(self._remembered.get(REMEMBERED, "")))

    def save(self, path: Path) -> bool:
        """Make all frames and write them to `path`; return whether that succeeded."""
        written = ANIMATION_FORMATS[self._form.file_format]
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

    def _on_progress(self, done: int, count: int) -> bool:
        text = translate("export", _MAKING).format(done=done + 1, count=count)
        return self._progress.show_share(done, count, text)

    def _show_preview(self) -> None:
        """Show the frame at the slider as it will be written, or why there is none."""
        try:
            self._shown = self.animation().fitted()
        except (RefusedError, MemoryError) as error:
            self._shown = None
            self._message.say(explain(error))
        else:
            self._message.say("")
            self._form.show_count(len(self._shown.states))
        self._show_frame()

    def _show_frame(self) -> None:
        if self._shown is None:
            self.preview.show_figure(None)
            return
        frame, count = self._form.frame, len(self._shown.states)
        (figure,) = self._shown.figures([frame - 1])
        place = translate("export", _PLACE).format(frame=frame, count=count)
        swept = swept_text(figure.spec, figure.snapshot)
        self._form.describe_frame(f"{place}: {swept}" if swept else place)
        see_through = ANIMATION_FORMATS[self._form.file_format].see_through
        self.preview.show_figure(figure, see_through=see_through)

    def _ask_where(self) -> None:
        written = ANIMATION_FORMATS[self._form.file_format]
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

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        button = QPushButton(translate("export", QT_TRANSLATE_NOOP("export", "&Save…")), self)
        button.setObjectName("animation.save")
        button.setDefault(True)
        button.clicked.connect(lambda _on: self._ask_where())
        buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(self.preview, 1)
        whole.addWidget(FormScroll(self._form, self))
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
