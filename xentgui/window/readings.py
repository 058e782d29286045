"""Reads what is pasted, dropped and imported, asks about it, and remembers the answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QToolBar, QWidget

from xentgui.documents.store import Store
from xentgui.model.message import RefusedError
from xentgui.settings import Settings
from xentgui.window.look import Look

if TYPE_CHECKING:
    from xentgui.reading.memory import ReadingMemory
    from xentgui.reading.offer import Offer
    from xentgui.reading.points_reading import PointsReading
    from xentgui.reading.reading import Reading
    from xentgui.window.controls.reading_strip import ReadingStrip
    from xentgui.window.reading_thread import ReadingThread

_Found = TypeVar("_Found")
_LONG: Final = 1_000_000  # bytes that may take longer than a second


class Readings(QObject):
    """The window's desk for readings; its strip is made when it is first needed."""

    def __init__(
        self, window: QMainWindow, *, store: Store, settings: Settings, look: Look
    ) -> None:
        super().__init__(window)
        self._store, self._settings, self._look = store, settings, look
        self._host = QToolBar(window)
        self._host.setObjectName("toolbar.reading")
        self._host.setMovable(False)
        self._host.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._host.setVisible(False)
        window.addToolBarBreak()
        window.addToolBar(self._host)
        self._strip: ReadingStrip | None = None
        self._memory: ReadingMemory | None = None
        self._offer: Offer | None = None
        self._taken: tuple[Offer, Reading | PointsReading, int] | None = None
        self._focus: QWidget | None = None
        self._thread: ReadingThread | None = None
        store.history.indexChanged.connect(self._on_history)
        look.changed.connect(self._show_look)

    @property
    def strip(self) -> ReadingStrip:
        """The strip, which is made when it is first needed."""
        if self._strip is None:
            from xentgui.window.controls.reading_strip import ReadingStrip  # noqa: PLC0415

            self._strip = strip = ReadingStrip()
            strip.taken.connect(self._on_taken)
            strip.left.connect(self._on_left)
            strip.again_requested.connect(self._on_again)
            strip.dismissed.connect(self.put_away)
            strip.stop_requested.connect(self._on_stop)
            self._host.addWidget(strip)
            strip.show_style(self._look.style())
            strip.retranslate()
            self._show_look()
        return self._strip

    @property
    def is_asking(self) -> bool:
        """Whether a person has to decide about a reading."""
        return self._offer is not None

    @property
    def memory(self) -> ReadingMemory:
        """How texts were read before."""
        if self._memory is None:
            from xentgui.reading.memory import ReadingMemory  # noqa: PLC0415

            self._memory = ReadingMemory(self._settings.readings)
        return self._memory

    def read(
        self,
        name: str,
        size: int,
        work: Callable[[], _Found],
        then: Callable[[_Found], None],
        refuse: Callable[[RefusedError], None],
    ) -> None:
        """Call ``then(work())``, or `refuse` with its RefusedError; long work runs in a thread."""
        from xentgui.window.reading_thread import (  # noqa: PLC0415 - no start reads
            ReadingThread,
            wait_cursor,
        )

        self._on_stop()
        if size < _LONG:
            try:
                with wait_cursor(size):
                    found = work()
            except RefusedError as error:
                refuse(error)
                return
            then(found)
            return

        def done(found: _Found) -> None:
            self._stopped()
            then(found)

        def refused(error: RefusedError) -> None:
            self._stopped()
            refuse(error)

        self.put_away()
        self._thread = ReadingThread(work, done, refused, self)
        self._thread.progress.connect(lambda part: self._show_progress(part, name))
        self._thread.start()

    def offer(self, offer: Offer) -> None:
        """Take a certain reading and say how it was taken; ask about another."""
        reading = self.memory.recalled(offer.source, offer.reading)
        if reading.is_certain:
            self._take(offer, reading)
        else:
            self._ask(offer, reading)

    def put_away(self) -> None:
        """Close the strip; what was asked is left."""
        self._offer = self._taken = None
        if self._strip is not None:
            self._strip.reading = None
        self._host.setVisible(False)

    # What a person does

    def _ask(self, offer: Offer, reading: Reading | PointsReading) -> None:
        focus = QApplication.focusWidget()
        if self._strip is None or focus is None or not self._strip.isAncestorOf(focus):
            self._focus = focus
        self._offer = offer
        strip = self.strip
        self._host.setVisible(True)
        strip.ask(reading, offer.name)

    def _take(self, offer: Offer, reading: Reading | PointsReading) -> None:
        before = self._store.history.index()
        self._offer = self._taken = None
        if not offer.take(reading.block) or (reading.is_plain and not reading.is_chosen):
            self.put_away()
            return
        if self._store.history.index() != before:
            before = self._store.history.index()
            self._taken = offer, reading, before
        else:
            self._taken = offer, reading, -1
        self.strip.tell(reading, offer.name)
        self._host.setVisible(True)

    def _on_taken(self, reading: Reading | PointsReading) -> None:
        offer = self._offer
        if offer is None:
            return
        self.memory.remember(offer.source, reading)
        self._settings.readings = self.memory.as_text()
        again, self._offer = self._taken, None
        if again is not None and again[2] == self._store.history.index():
            self._taken = None
            self._store.history.undo()
        self._give_focus_back()
        self._take(offer, reading)

    def _on_left(self) -> None:
        self.put_away()
        self._give_focus_back()

    def _on_again(self) -> None:
        if self._taken is not None:
            offer, reading, _ = self._taken
            taken = self._taken
            self._ask(offer, reading)
            self._taken = taken

    def _give_focus_back(self) -> None:
        if self._focus is not None:
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus = None

    def _on_history(self, index: int) -> None:
        """Close the strip when the step that it tells of is not the last one any more."""
        if self._taken is not None and self._offer is None and index != self._taken[2]:
            self.put_away()

    # Long texts

    def _show_progress(self, part: float, name: str) -> None:
        self.strip.show_progress(part, name)
        self._host.setVisible(True)

    def _on_stop(self) -> None:
        if self._thread is not None:
            self._thread.cancel()
            self._stopped()

    def _stopped(self) -> None:
        self._thread = None
        if self._offer is None and self._taken is None:
            self._host.setVisible(False)

    # How it looks

    def show_style(self) -> None:
        """Apply colours and sizes."""
        if self._strip is not None:
            self._strip.show_style(self._look.style())

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        if self._strip is not None:
            self._strip.retranslate()

    def _show_look(self) -> None:
        theme = self._look.theme
        self._host.setStyleSheet(
            f"QToolBar {{ background: {theme.card}; border: none; "
            f"border-bottom: 1px solid {theme.line}; }}"
        )
        self.show_style()
