"""Takes logits from a file or the clipboard into the state, or into the sample bar.

The code that reads them is imported when it is needed, because most windows never do.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtWidgets  # for the dialog, which PySide makes when it is first named
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QToolBar

from xentgui.documents.store import Store
from xentgui.documents.texts import names_in_current_language
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import RefusedError
from xentgui.model.subjects import OfSample
from xentgui.settings import Settings
from xentgui.tables.cells.typed_text import decimal_point
from xentgui.window.look import Look
from xentgui.window.message_bar import Answer, MessageBar
from xentgui.window.status_line import StatusLine

if TYPE_CHECKING:
    from xentgui.documents.document_file import Opened
    from xentgui.reading.batch import LogitsBatch
    from xentgui.reading.blocks import Block
    from xentgui.reading.offer import ReadingDesk
    from xentgui.reading.reading import Reading
    from xentgui.window.controls.sample_bar import SampleBar


_AGAIN = QT_TRANSLATE_NOOP("window", "Open Again")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0  # opening it reports the reason


def _understood(path: Path, point: str) -> tuple[Opened | LogitsBatch | Reading, bytes]:
    """Return what is in a file, and of a reading also its bytes; raises RefusedError."""
    from xentgui.documents.opening import understand  # noqa: PLC0415
    from xentgui.reading.array_reading import array_reading  # noqa: PLC0415
    from xentgui.reading.batch import LogitsBatch  # noqa: PLC0415
    from xentgui.reading.reading import Reading  # noqa: PLC0415
    from xentgui.reading.source import open_source  # noqa: PLC0415

    source = open_source(path, point)
    found = understand(source)
    if isinstance(found, LogitsBatch):
        found = array_reading(found) or found
    return found, source.read(source.size) if isinstance(found, Reading) else b""


class Samples(QObject):
    """Opens logits, and shows the sample bar for many samples.

    Signals
    -------
    opened_or_closed()
        The sample bar was opened or closed.
    document_found(Path, Opened)
        The file to import is a document, or a figure with a document in it.
    """

    opened_or_closed = Signal()
    document_found = Signal(object, object)

    def __init__(
        self,
        window: QMainWindow,
        *,
        store: Store,
        settings: Settings,
        look: Look,
        status: StatusLine,
        messages: MessageBar,
        join: Callable[[SampleBar], None],
        readings: ReadingDesk,
    ) -> None:
        """`join` connects the bar to the store, when the bar is made."""
        super().__init__(window)
        self._window, self._store, self._settings, self._look = window, store, settings, look
        self._status, self._messages, self._join = status, messages, join
        self._readings = readings
        self._host = QToolBar(window)
        self._host.setObjectName("toolbar.samples")
        self._host.setMovable(False)
        self._host.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._host.setVisible(False)
        window.addToolBar(Qt.ToolBarArea.BottomToolBarArea, self._host)
        self._bar: SampleBar | None = None
        self._path: Path | None = None
        look.changed.connect(self._show_look)

    @property
    def bar(self) -> SampleBar:
        """The bar that steps through the rows of a matrix; made when it is first needed."""
        if self._bar is None:
            from xentgui.window.controls.sample_bar import SampleBar  # noqa: PLC0415

            self._bar = SampleBar()
            self._bar.close_requested.connect(self.close)
            self._bar.file_lost.connect(self._on_lost)
            self._host.addWidget(self._bar)
            self._join(self._bar)
            self._bar.show_style(self._look.style())
            self._bar.retranslate()
            self._show_look()
        return self._bar

    @property
    def is_open(self) -> bool:
        """Whether there are samples to step through."""
        return self._bar is not None and self._bar.walk is not None

    @property
    def in_burst(self) -> bool:
        """Whether a step now would belong to the burst in progress."""
        return self._bar is not None and self._bar.in_burst

    def step(self, key: str) -> None:
        """Go to the "first", "previous", "next" or "last" sample."""
        self.bar.step(key)

    def prepare(self) -> bool:
        """Make the bar in advance; return whether it was not there yet."""
        return self._bar is None and self.bar is not None

    def ask(self) -> None:
        """Ask for a file and open the logits in it."""
        from xentgui.documents.file_readers import LOGITS, patterns  # noqa: PLC0415 - no start asks

        dialog = QtWidgets.QFileDialog(self._window, translate("samples", "Import Logits"))
        dialog.setObjectName("dialog.import")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFile)
        logits, every = translate(LOGITS.context, LOGITS.name), translate("window", "All files")
        endings = patterns(sorted(LOGITS.endings))
        dialog.setNameFilters([f"{logits} ({endings})", f"{every} (*)"])
        if self._settings.folder:
            dialog.setDirectory(self._settings.folder)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        dialog.open()

    def open(self, path: Path) -> None:
        """Open the logits in a file, or say why that is not possible."""
        point = decimal_point()
        # An array opens at once whatever its size; a text has to be read.
        size = 0 if path.suffix in {".npy", ".npz"} else _size(path)
        self._readings.read(
            path.name,
            size,
            lambda: _understood(path, point),
            lambda found: self._show_found(path, found),
            self._refuse,
        )

    def _show_found(self, path: Path, found: tuple[Opened | LogitsBatch | Reading, bytes]) -> None:
        from xentgui.documents.document_file import Opened  # noqa: PLC0415
        from xentgui.reading.batch import LogitsBatch  # noqa: PLC0415
        from xentgui.reading.offer import Offer  # noqa: PLC0415

        understood, data = found
        if isinstance(understood, Opened):
            self.document_found.emit(path, understood)
            return
        self._settings.folder = str(path.absolute().parent)
        self._messages.withdraw("refused")
        if isinstance(understood, LogitsBatch):
            self._path = path
            if self.take(understood) and understood.notes:
                self._messages.announce("refused", understood.notes[0])
            return

        def take(block: Block) -> bool:
            self._path = path
            return self.take_block(block, path.name)

        self._readings.offer(Offer(path.name, data, understood, take))

    def take_block(self, block: Block, name: str = "") -> bool:
        """Open the logits in a text, a file's or a pasted one; return whether it has any."""
        from xentgui.reading.logits_text import block_batch  # noqa: PLC0415

        try:
            batch = block_batch(block, name or translate("samples", "clipboard"))
        except RefusedError as error:
            self._refuse(error)
            return False
        return self.take(batch)

    def take(self, batch: LogitsBatch) -> bool:
        """Set the state to a vector, as an undo step, or show the bar for a matrix.

        Return whether this could be done.
        """
        from xentgui.reading.samples.row_state import row_state  # noqa: PLC0415

        text = translate("samples", "Import {name}").format(name=batch.name)
        if batch.samples > 1:
            try:
                self.bar.open(batch, text)
            except RefusedError as error:
                self._refuse(error)
                return False
            self._show(visible=True)
            return True
        edit = OfSample(lambda state: row_state(batch, 0, state, names_in_current_language))
        try:
            edit.on(self._store.snapshot.state)
        except RefusedError as error:
            self._refuse(error)
            return False
        self.close()
        if self._store.edit(edit, text):
            sentence = translate("samples", "{name}: {count} classes")
            self._status.say(sentence.format(name=batch.name, count=batch.classes))
        return True

    def close(self) -> None:
        """Close the bar; the numbers stay."""
        if self._bar is not None:
            self._bar.close_batch()
            self._show(visible=False)

    def _show_look(self) -> None:
        """Apply the colours of a card."""
        theme = self._look.theme
        self._host.setStyleSheet(
            f"QToolBar {{ background: {theme.card}; border: none; "
            f"border-top: 1px solid {theme.line}; }}"
        )

    def _show(self, *, visible: bool) -> None:
        self._host.setVisible(visible)
        self.opened_or_closed.emit()

    def _on_lost(self, error: RefusedError) -> None:
        path = self._path
        answers = () if path is None else (Answer(_AGAIN, lambda: self.open(path)),)
        self._messages.announce("refused", error.message, *answers)

    def _refuse(self, error: RefusedError) -> None:
        self._messages.announce("refused", error.message)
