"""Export ▸ Handout: the lecture as a PDF for the class, and the notes as another."""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xentgui.documents.scene import Document
from xentgui.export.animation.animation import CancelledError
from xentgui.export.file_formats import save
from xentgui.export.handout.handout import Handout
from xentgui.export.handout.paper import PAPERS
from xentgui.export.handout.pdf import handout_pdf, notes_name, notes_pdf
from xentgui.language.text import QT_TRANSLATE_NOOP, explain, translate
from xentgui.language.translation import languages
from xentgui.model.message import RefusedError
from xentgui.painting.handlers import guarded
from xentgui.painting.text_widgets import PlainLabel
from xentgui.window.dialogs.export_dialog import FOLDER
from xentgui.window.dialogs.progress import Progress

_WIDTH: Final = 420
_REMEMBERED: Final = "export/handout/"
_ON: Final = "yes"
_MAKING = QT_TRANSLATE_NOOP("export", "Page {done} of {count}")
_SAVED = QT_TRANSLATE_NOOP("export", "Saved {name}")
_BOTH = QT_TRANSLATE_NOOP("export", "Saved {name} and {notes}")
_CANCELLED = QT_TRANSLATE_NOOP("export", "Cancelled; nothing was written.")
_ABOUT = QT_TRANSLATE_NOOP(
    "export",
    "Each scene has a page with its figure and its numbers, and a line for a guess if it asks for "
    "one. The answers are on the last page.",
)


@guarded
class HandoutDialog(QDialog):
    """Asks how the handout is to be, and writes it.

    Signals
    -------
    done_with(str)
        A sentence about what was saved, for the status line.
    """

    done_with = Signal(str)

    def __init__(
        self,
        document: Document,
        remembered: MutableMapping[str, str],
        *,
        language: str,
        name: str = "handout",
        parent: QWidget | None = None,
    ) -> None:
        """Begin with the language of the window, and with what was chosen the last time."""
        super().__init__(parent)
        self.setObjectName("handout.dialog")
        self.setWindowTitle(translate("export", QT_TRANSLATE_NOOP("export", "Handout")))
        self._document, self._remembered, self._name = document, remembered, name
        self._paper, self._language = QComboBox(self), QComboBox(self)
        for key, paper in PAPERS.items():
            self._paper.addItem(paper.name, key)
        for one in languages():
            self._language.addItem(one.name, one.code)
        self._paper.setCurrentIndex(max(0, self._paper.findData(self._kept("paper"))))
        self._language.setCurrentIndex(max(0, self._language.findData(language)))
        self._steps = self._box(
            "steps", QT_TRANSLATE_NOOP("export", "A page for &each step of a scene")
        )
        self._notes = self._box(
            "notes", QT_TRANSLATE_NOOP("export", "Save the &notes, too, as a file beside it")
        )
        self._message, self._progress = PlainLabel(self), Progress(self)
        self._lay_out()

    def handout(self) -> Handout:
        """Return the chosen handout."""
        return Handout(
            self._document,
            language=str(self._language.currentData()),
            paper=str(self._paper.currentData()),
            every_step=self._steps.isChecked(),
        )

    def save(self, path: Path) -> bool:
        """Make the pages and write them to `path`; return whether that succeeded."""
        handout, beside = self.handout(), notes_name(path)
        self._progress.begin()
        try:
            pages = handout_pdf(handout, self._on_progress)
            notes = notes_pdf(handout) if self._notes.isChecked() else b""
            save(pages, path)
            if notes:
                save(notes, beside)
        except CancelledError:
            self._message.setText(translate("export", _CANCELLED))
            return False
        except (RefusedError, MemoryError) as error:
            self._message.setText(explain(error))
            return False
        finally:
            self._progress.end()
        self._remember(path)
        sentence = translate("export", _BOTH if notes else _SAVED)
        sentence = sentence.format(name=path.name, notes=beside.name)
        self._message.setText(sentence)
        self.done_with.emit(sentence)
        return True

    def reject(self) -> None:
        """Stop the writing; if nothing is being written, close."""
        if self._progress.is_running:
            self._progress.cancel()
        else:
            super().reject()

    def _on_progress(self, done: int, count: int) -> bool:
        text = translate("export", _MAKING).format(done=done + 1, count=count)
        return self._progress.show_share(done, count, text)

    def _kept(self, what: str) -> str:
        return self._remembered.get(_REMEMBERED + what, "")

    def _remember(self, path: Path) -> None:
        self._remembered[FOLDER] = str(path.parent)
        self._remembered[_REMEMBERED + "paper"] = str(self._paper.currentData())
        for name, box in (("steps", self._steps), ("notes", self._notes)):
            self._remembered[_REMEMBERED + name] = _ON if box.isChecked() else ""

    def _ask_where(self) -> None:
        title = translate("export", QT_TRANSLATE_NOOP("export", "Save Handout"))
        dialog = QFileDialog(self, title)
        dialog.setObjectName("handout.file")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["PDF (*.pdf)"])
        dialog.setDefaultSuffix("pdf")
        dialog.setDirectory(self._remembered.get(FOLDER, "") or str(Path.home()))
        dialog.selectFile(f"{self._name}.pdf")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()

    def _box(self, name: str, text: str) -> QCheckBox:
        box = QCheckBox(translate("export", text), self)
        box.setObjectName(f"handout.{name}")
        box.setChecked(self._kept(name) == _ON)
        return box

    def _lay_out(self) -> None:
        about = PlainLabel(self, translate("export", _ABOUT))
        about.setWordWrap(True)
        form = QFormLayout()
        for name, text, field in (
            ("language", QT_TRANSLATE_NOOP("export", "&Language"), self._language),
            ("paper", QT_TRANSLATE_NOOP("export", "&Paper"), self._paper),
        ):
            field.setObjectName(f"handout.{name}")
            form.addRow(translate("export", text), field)
            field.setAccessibleName(translate("export", text).replace("&", ""))
        self._message.setObjectName("handout.message")
        self._message.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        button = QPushButton(translate("export", QT_TRANSLATE_NOOP("export", "&Save…")), self)
        button.setObjectName("handout.save")
        button.setDefault(True)
        button.clicked.connect(lambda _on: self._ask_where())
        buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        for part in (about, form, self._steps, self._notes, self._progress, self._message):
            if isinstance(part, QFormLayout):
                whole.addLayout(part)
            else:
                whole.addWidget(part)
        whole.addStretch(1)
        whole.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)
