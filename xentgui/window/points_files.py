"""Opens tables of points, and saves the points of a classifier as one.

What reads tables is imported with the first of them: no start has to wait for it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtWidgets
from PySide6.QtCore import Qt

from xentgui.documents.store import Store
from xentgui.documents.whole_file import write_whole
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Message, Snapshot
from xentgui.model.message import RefusedError
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.model.subjects import Subject, classifier_of
from xentgui.model.subjects.on_classifier import NO_CLASSIFIER
from xentgui.settings import Settings
from xentgui.window.message_bar import Answer, MessageBar

if TYPE_CHECKING:
    from xentgui.reading.labelled_points import PointColumns

ENDINGS = (".csv", ".tsv", ".txt")
_LARGEST = 1 << 28  # bytes
_CANNOT_READ = QT_TRANSLATE_NOOP("errors", "{file} cannot be read: {reason}.")
_CANNOT_WRITE = QT_TRANSLATE_NOOP("errors", "{file} cannot be written: {reason}.")
_TOO_LARGE = QT_TRANSLATE_NOOP("errors", "{file} is too large for a table of points.")
_OPEN = QT_TRANSLATE_NOOP("window", "Open Points")
_READ = QT_TRANSLATE_NOOP(
    "errors",
    "{count} points, read as {layout}: inputs {inputs}; class {target}, of which there are "
    "{classes}.",
)
OTHER_COLUMNS = QT_TRANSLATE_NOOP("window", "Other Columns…")
_TOLD = "points_read"
_MOST_NAMED = 6  # inputs whose names are told


class PointsFiles:
    """Takes the points of a table as an undo step; what is wrong is said, and nothing is lost."""

    def __init__(
        self,
        window: QtWidgets.QWidget,
        store: Store,
        settings: Settings,
        messages: MessageBar,
    ) -> None:
        self._window, self._store = window, store
        self._settings, self._messages = settings, messages
        self._told: object = None  # the points of which it is told how they were read
        store.changed.connect(self._follow)

    def ask_open(self) -> None:
        """Ask for a table and open it."""
        dialog = self._dialog("dialog.points", translate("window", _OPEN))
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        dialog.open()

    def ask_save(self) -> None:
        """Ask for a name and save the points as CSV."""
        dialog = self._dialog("dialog.save_points", translate("window", "Save Points"))
        dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()

    def _dialog(self, name: str, title: str) -> QtWidgets.QFileDialog:
        dialog = QtWidgets.QFileDialog(self._window, title)
        dialog.setObjectName(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        patterns = " ".join(f"*{ending}" for ending in ENDINGS)
        every = translate("window", "All files")
        dialog.setNameFilters([f"CSV ({patterns})", f"{every} (*)"])
        if self._settings.folder:
            dialog.setDirectory(self._settings.folder)
        return dialog

    def open(self, path: Path) -> None:
        """Open the points in a file; ask for the columns where they are not certain."""
        from xentgui.reading.decode import decode  # noqa: PLC0415

        try:
            if path.stat().st_size > _LARGEST:
                raise RefusedError(_TOO_LARGE, file=path.name)
            text = decode(path.read_bytes())
        except OSError as error:
            reason = error.strerror or str(error)
            self._refuse(RefusedError(_CANNOT_READ, file=path.name, reason=reason))
        except RefusedError as error:
            self._refuse(error)
        else:
            self.take_text(text)

    def take_text(self, text: str) -> None:
        """Take the points in a text; ask for the columns where they are not certain."""
        from xentgui.reading.labelled_points import columns_of  # noqa: PLC0415

        try:
            columns = columns_of(text)
            if columns.is_certain:
                self._take(text, (), "")
                return
        except RefusedError as error:
            self._refuse(error)
            return
        self._ask_columns(text, columns)

    def _ask_columns(self, text: str, columns: PointColumns) -> None:
        from xentgui.window.dialogs.columns_dialog import ColumnsDialog  # noqa: PLC0415

        dialog = ColumnsDialog(
            columns, lambda inputs, target: self._take(text, inputs, target), self._window
        )
        dialog.open()

    def save(self, path: Path) -> None:
        """Save the points as CSV."""
        from xentgui.documents.points_text import as_csv  # noqa: PLC0415

        subject = classifier_of(self._store.snapshot)
        if subject is None:
            self._refuse(RefusedError(NO_CLASSIFIER))
            return
        try:
            write_whole(path, as_csv(subject).encode())
        except OSError as error:
            reason = error.strerror or str(error)
            self._refuse(RefusedError(_CANNOT_WRITE, file=path.name, reason=reason))

    def _take(self, text: str, inputs: tuple[str, ...], target: str) -> None:
        from xentgui.documents.points_text import classifier_of_points  # noqa: PLC0415
        from xentgui.reading.labelled_points import columns_of, read_points  # noqa: PLC0415

        settings = ScalarSettings.of(self._store.snapshot.state)
        points, columns = read_points(text, inputs, target), columns_of(text)
        found: Subject = classifier_of_points(points, settings)
        self._messages.withdraw("refused")
        self._store.edit(lambda _: found, translate("window", _OPEN))
        # A reading that nobody has asked for is told, and can be another one.
        self._told = None
        names = ", ".join(points.inputs[:_MOST_NAMED])
        more = "…" if len(points.inputs) > _MOST_NAMED else ""
        told = {
            "count": len(points.points),
            "layout": Message(columns.layout),
            "inputs": names + more,
            "target": target or columns.names[columns.target],
            "classes": len(points.labels),
        }
        other = Answer(OTHER_COLUMNS, lambda: self._ask_columns(text, columns))
        self._messages.announce(_TOLD, Message(_READ, told), other)
        now = classifier_of(self._store.snapshot)
        self._told = None if now is None else now.points

    def _follow(self, snapshot: Snapshot) -> None:
        """Tell no longer how the points were read when there are others."""
        subject = classifier_of(snapshot)
        if self._told is not None and (subject is None or subject.points is not self._told):
            self._told = None
            self._messages.withdraw(_TOLD)

    def _refuse(self, error: RefusedError) -> None:
        self._messages.announce("refused", error.message)
