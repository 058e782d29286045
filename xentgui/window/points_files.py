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
from xentgui.model.message import RefusedError
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.model.subjects import Subject, classifier_of
from xentgui.model.subjects.on_classifier import NO_CLASSIFIER
from xentgui.reading.offer import Offer
from xentgui.settings import Settings
from xentgui.window.message_bar import MessageBar
from xentgui.window.readings import Readings

if TYPE_CHECKING:
    from xentgui.reading.labelled_points import LabelledPoints
    from xentgui.reading.points_reading import PointsReading

ENDINGS = (".csv", ".tsv", ".txt")
_LARGEST = 1 << 28  # bytes
_CANNOT_READ = QT_TRANSLATE_NOOP("errors", "{file} cannot be read: {reason}.")
_CANNOT_WRITE = QT_TRANSLATE_NOOP("errors", "{file} cannot be written: {reason}.")
_TOO_LARGE = QT_TRANSLATE_NOOP("errors", "{file} is too large for a table of points.")
_OPEN = QT_TRANSLATE_NOOP("window", "Open Points")


class PointsFiles:
    """Takes the points of a table as an undo step; what is wrong is said, and nothing is lost."""

    def __init__(
        self,
        window: QtWidgets.QWidget,
        store: Store,
        settings: Settings,
        messages: MessageBar,
        readings: Readings,
    ) -> None:
        self._window, self._store = window, store
        self._settings, self._messages, self._readings = settings, messages, readings

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
        """Open the points in a file; the strip tells how they were read, or asks."""
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
            self.take_text(text, path.name)

    def take_text(self, text: str, name: str = "") -> None:
        """Take the points in a text, of the file `name` or pasted; the strip tells how, or asks."""
        from xentgui.reading.points_reading import read_as_points  # noqa: PLC0415

        def ask(reading: PointsReading) -> None:
            self._messages.withdraw("refused")
            self._readings.offer(Offer(name, f"points\n{text}", reading, self._take))

        size = len(text)
        self._readings.read(name, size, lambda: read_as_points(text), ask, self._refuse)

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

    def _take(self, points: LabelledPoints) -> bool:
        from xentgui.documents.points_text import classifier_of_points  # noqa: PLC0415

        settings = ScalarSettings.of(self._store.snapshot.state)
        found: Subject = classifier_of_points(points, settings)
        return self._store.edit(lambda _: found, translate("window", _OPEN))

    def _refuse(self, error: RefusedError) -> None:
        self._messages.announce("refused", error.message)
