"""The numbers as text: choose a format and, for people, the columns; then save or copy them."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xentgui.export.file_formats import NUMBER_FORMATS
from xentgui.export.numbers.looks import Looks
from xentgui.export.numbers.quantities import shown_columns
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.painting.handlers import guarded
from xentgui.window.dialogs.form_scroll import FormScroll, fit_to_screen

FORMAT, COLUMNS, LATEX = "export/numbers", "export/columns", "export/latex"
FOLDER = "export/folder"
FOR_PEOPLE = ("markdown", "latex", "table")
"""The formats whose columns can be chosen; the others have all numbers, exactly."""

_LINES, _MOST = 60, 2000  # lines, and classes, that are shown: more would take a while


@guarded
class NumbersDialog(QDialog):
    """Shows the numbers as they will be written.

    Signals
    -------
    copied(str), saved(str, Looks, Path)
        The key of a format whose text was copied; what is to be saved, and where.
    """

    copied = Signal(str)
    saved = Signal(str, object, Path)

    def __init__(
        self,
        snapshot: Snapshot,
        looks: Looks,
        remembered: MutableMapping[str, str],
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with what was chosen the last time, which `remembered` holds; `name` is a file's."""
        super().__init__(parent)
        self.setObjectName("numbers.dialog")
        self.setWindowTitle(translate("window", "Save Numbers"))
        self._snapshot, self._looks, self._name = snapshot, looks, name
        self._remembered = remembered
        self.formats = QComboBox(self)
        self.formats.setObjectName("numbers.format")
        for key, one in NUMBER_FORMATS.items():
            self.formats.addItem(translate("export", one.name), key)
        self.formats.setCurrentIndex(max(self.formats.findData(remembered.get(FORMAT, "")), 0))
        unwanted = set(remembered.get(COLUMNS, "").split())
        self.columns = {}
        for column in shown_columns(snapshot, looks):
            box = self._box(f"column.{column.field}", translate("export", column.heading))
            box.setChecked(column.field not in unwanted)
            self.columns[column.field] = box
        wanted = remembered.get(LATEX, "").split()
        self.narrow = self._box(
            "narrow",
            translate("export", QT_TRANSLATE_NOOP("export", "As narrow as a column of a paper")),
        )
        self.siunitx = self._box(
            "siunitx",
            translate("export", QT_TRANSLATE_NOOP("export", "Aligned at the points, by siunitx")),
        )
        self.narrow.setChecked("narrow" in wanted)
        self.siunitx.setChecked("siunitx" in wanted)
        self.preview = QPlainTextEdit(self)
        self.preview.setObjectName("numbers.preview")
        self.preview.setAccessibleName(
            translate("export", QT_TRANSLATE_NOOP("export", "What will be written"))
        )
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.preview.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._save = self._button("save", translate("export", "&Save…"), self._ask_where)
        self._copy = self._button("copy", translate("export", "Cop&y"), self.copy)
        self._save.setDefault(True)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self.formats.currentIndexChanged.connect(lambda _index: self._refresh())
        for box in (*self.columns.values(), self.narrow, self.siunitx):
            box.toggled.connect(lambda _on: self._refresh())
        self._refresh()

    @property
    def key(self) -> str:
        """The key of the chosen format."""
        return str(self.formats.currentData())

    def looks(self) -> Looks:
        """Return the form that is chosen."""
        if self.key not in FOR_PEOPLE:
            return self._looks
        chosen = tuple(field for field, box in self.columns.items() if box.isChecked())
        latex = self.key == "latex"
        return replace(
            self._looks,
            columns=chosen if len(chosen) < len(self.columns) else (),
            narrow=latex and self.narrow.isChecked(),
            siunitx=latex and self.siunitx.isChecked(),
        )

    def text(self) -> str:
        """Return what will be written."""
        return NUMBER_FORMATS[self.key].encode(self._snapshot, self.looks())

    def copy(self) -> None:
        """Put the text on the clipboard."""
        QApplication.clipboard().setText(self.text())
        self._remember()
        self.copied.emit(self.key)

    def done(self, result: int) -> None:
        """Remember what was chosen, also without saving."""
        self._remember()
        super().done(result)

    def _refresh(self) -> None:
        for box in self.columns.values():
            box.setEnabled(self.key in FOR_PEOPLE)
        for box in (self.narrow, self.siunitx):
            box.setEnabled(self.key == "latex")
        whole = self.key not in FOR_PEOPLE or any(box.isChecked() for box in self.columns.values())
        self._save.setEnabled(whole)
        self._copy.setEnabled(whole)
        if not whole:
            self.preview.setPlainText(
                translate("export", QT_TRANSLATE_NOOP("export", "Choose a column at least."))
            )
            return
        lines = self.text().splitlines() if len(self._snapshot.logits) <= _MOST else []
        more = ["…"] if not 0 < len(lines) <= _LINES else []
        self.preview.setPlainText("\n".join([*lines[:_LINES], *more]))

    def _remember(self) -> None:
        self._remembered[FORMAT] = self.key
        unwanted = (field for field, box in self.columns.items() if not box.isChecked())
        self._remembered[COLUMNS] = " ".join(unwanted)
        latex = {"narrow": self.narrow, "siunitx": self.siunitx}
        self._remembered[LATEX] = " ".join(key for key, box in latex.items() if box.isChecked())

    def _ask_where(self) -> None:
        written = NUMBER_FORMATS[self.key]
        dialog = QFileDialog(self, translate("window", "Save Numbers"))
        dialog.setObjectName("dialog.numbers")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{translate('export', written.name)} (*{written.suffix})"])
        dialog.setDefaultSuffix(written.suffix[1:])
        dialog.setDirectory(self._remembered.get(FOLDER, "") or str(Path.home()))
        dialog.selectFile(self._name)
        dialog.fileSelected.connect(
            lambda name: self.saved.emit(self.key, self.looks(), Path(name))
        )
        dialog.open()

    def _box(self, name: str, text: str) -> QCheckBox:
        box = QCheckBox(text.replace("&", "&&"), self)
        box.setObjectName(f"numbers.{name}")
        return box

    def _button(self, name: str, text: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"numbers.{name}")
        button.clicked.connect(lambda _on: run())
        self._buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        return button

    def _lay_out(self) -> None:
        form, boxes = QFormLayout(), QVBoxLayout()
        for box in self.columns.values():
            boxes.addWidget(box)
        form.addRow(translate("export", QT_TRANSLATE_NOOP("export", "Format")), self.formats)
        form.addRow(translate("export", QT_TRANSLATE_NOOP("export", "Columns")), boxes)
        form.addRow("LaTeX", self.narrow)
        form.addRow("", self.siunitx)
        beside = QHBoxLayout()
        beside.addWidget(FormScroll(form, self))
        beside.addWidget(self.preview, 1)
        whole = QVBoxLayout(self)
        whole.addLayout(beside, 1)
        whole.addWidget(self._buttons)
        fit_to_screen(self)
