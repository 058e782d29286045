"""Export: choose a figure, see its preview, and save or copy it."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xentgui.export.choices import Choices, from_text, to_text
from xentgui.export.clipboard import copy_figure
from xentgui.export.figure import Figure
from xentgui.export.figure_size import fitted
from xentgui.export.file_formats import EXPORT_FORMATS, save
from xentgui.language.text import QT_TRANSLATE_NOOP, explain, translate
from xentgui.language.translation import languages
from xentgui.model import Snapshot
from xentgui.model.message import RefusedError
from xentgui.model.view import View
from xentgui.painting.accessibility import tell
from xentgui.painting.handlers import guarded
from xentgui.painting.text_widgets import PlainLabel
from xentgui.panels import PANELS
from xentgui.window.dialogs.figure_form import FigureForm
from xentgui.window.dialogs.figure_preview import FigurePreview
from xentgui.window.dialogs.form_scroll import FormScroll, fit_to_screen
from xentgui.window.dialogs.messages import MessageLabel

REMEMBERED = "export/figure"
FOLDER = "export/folder"

_RED, _RED_ON_DARK = "#b3261e", "#ffb4ab"  # of what refuses a figure

_PIXELS = QT_TRANSLATE_NOOP("export", "{width} × {height} pixels")
_VECTORS = QT_TRANSLATE_NOOP("export", "Vectors: sharp at every size")
_SAVED = QT_TRANSLATE_NOOP("export", "Saved {name}")
_COPIED = QT_TRANSLATE_NOOP("export", "Copied the figure as pixels and as SVG")


@guarded
class ExportDialog(QDialog):
    """Shows a figure of the current numbers, and writes it.

    Signals
    -------
    done_with(str)
        A sentence about the saved or copied figure, for the status line.
    """

    done_with = Signal(str)

    def __init__(
        self,
        snapshot: Snapshot,
        view: View,
        remembered: MutableMapping[str, str],
        *,
        panels: tuple[str, ...] = (),
        document: Callable[[], str] = str,
        name: str = "figure",
        words: tuple[str, str] = ("", ""),
        parent: QWidget | None = None,
    ) -> None:
        """Read the choices of the last time from `remembered`, and write them there.

        The dialog begins with `panels`, if any are given, with the file name `name`, and with the
        heading and the caption `words`.  `document` returns the text of the document for the file.
        """
        super().__init__(parent)
        self.setObjectName("export.dialog")
        self.setWindowTitle(translate("export", QT_TRANSLATE_NOOP("export", "Export Figure")))
        self._snapshot, self._view = snapshot, view
        self._remembered, self._document, self._name = remembered, document, name
        choices = known(from_text(remembered.get(REMEMBERED, "")))
        if panels:
            choices = known(replace(choices, panels=panels))
        heading, caption = words
        self.form = FigureForm(replace(choices, heading=heading, caption=caption), self)
        self.preview = FigurePreview(self)
        self._size, self._message = PlainLabel(self), MessageLabel("export.message", self)
        self._size.setObjectName("export.size")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._save = self._button("save", QT_TRANSLATE_NOOP("export", "&Save…"))
        self._copy = self._button("copy", QT_TRANSLATE_NOOP("export", "Cop&y"))
        self._save.setDefault(True)
        self._save.clicked.connect(lambda _on: self._ask_where())
        self._copy.clicked.connect(lambda _on: self.copy())
        self._buttons.rejected.connect(self.reject)
        self.form.chosen.connect(lambda _choices: self._refresh())
        self._lay_out()
        self._refresh()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Follow the window."""
        self._snapshot = snapshot
        self._refresh()

    def show_view(self, view: View) -> None:
        """Follow the window."""
        self._view = view
        self._refresh()

    def figure(self) -> Figure:
        """Return the chosen figure, with the state in it; raises FigureError."""
        choices = self.form.choices()
        figure = self._figure(choices)
        return replace(figure, document=self._document() if choices.kept else "")

    def save(self, path: Path) -> bool:
        """Write the figure to `path`; report the result, and return whether that succeeded."""
        choices = self.form.choices()
        try:
            save(EXPORT_FORMATS[choices.file_format].encode(self.figure()), path)
        except (RefusedError, MemoryError) as error:
            self._say(explain(error))
            return False
        self._remembered[FOLDER] = str(path.parent)
        self._remember()
        self._tell(translate("export", _SAVED).format(name=path.name))
        return True

    def copy(self) -> None:
        """Put the figure on the clipboard."""
        try:
            copy_figure(self.figure())
        except (RefusedError, MemoryError) as error:
            self._say(explain(error))
            return
        self._remember()
        self._tell(translate("export", _COPIED))

    def _figure(self, choices: Choices) -> Figure:
        spec = fitted(choices.spec(), self._snapshot, self._view)
        figure = Figure(spec, self._snapshot, self._view)
        if choices.file_format == "png":
            _ = figure.spec.device_size
        return figure

    def _refresh(self) -> None:
        choices = self.form.choices()
        try:
            figure = self._figure(choices)
        except RefusedError as error:
            self._say(explain(error))
            self._size.clear()
        else:
            self._say("")
            self.preview.show_figure(figure)
            self._size.setText(self._extent(figure, choices))
        whole = not self._message.text()
        self._save.setEnabled(whole)
        self._copy.setEnabled(whole)

    def _extent(self, figure: Figure, choices: Choices) -> str:
        if choices.file_format != "png":
            return translate("export", _VECTORS)
        width, height = figure.spec.device_size
        return translate("export", _PIXELS).format(width=width, height=height)

    def _say(self, sentence: str) -> None:
        self._message.say(sentence)
        palette = self.palette()
        is_light = palette.window().color().lightnessF() > 0.5
        palette.setColor(QPalette.ColorRole.WindowText, QColor(_RED if is_light else _RED_ON_DARK))
        self._message.setPalette(palette)

    def _tell(self, sentence: str) -> None:
        self._size.setText(sentence)
        tell(self._size, sentence)
        self.done_with.emit(sentence)

    def _remember(self) -> None:
        self._remembered[REMEMBERED] = to_text(self.form.choices())

    def _ask_where(self) -> None:
        written = EXPORT_FORMATS[self.form.choices().file_format]
        title = translate("export", QT_TRANSLATE_NOOP("export", "Save Figure"))
        dialog = QFileDialog(self, title)
        dialog.setObjectName("export.file")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{written.name} (*.{written.key})"])
        dialog.setDefaultSuffix(written.key)
        dialog.setDirectory(self._remembered.get(FOLDER, "") or str(Path.home()))
        dialog.selectFile(f"{self._name}.{written.key}")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(translate("export", text), self)
        button.setObjectName(f"export.{name}")
        self._buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        return button

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.addWidget(self.preview, 1)
        right.addWidget(self._size)
        right.addWidget(self._message)
        columns = QHBoxLayout()
        columns.addWidget(FormScroll(self.form, self))
        columns.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.addLayout(columns, 1)
        whole.addWidget(self._buttons)
        # On a small screen Qt would leave a third of it free, and nearly no room for the preview.
        fit_to_screen(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember what was chosen, also without saving."""
        self._remember()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Remember what was chosen, also without saving."""
        self._remember()
        super().done(result)


def known(choices: Choices) -> Choices:
    """Return `choices` without panels, or a language, that no longer exist."""
    there = {panel.key for panel in PANELS}
    kept = tuple(key for key in choices.panels if key in there)
    spoken = {"", *(one.code for one in languages())}
    language = choices.language if choices.language in spoken else ""
    return replace(choices, panels=kept or Choices().panels, language=language)
