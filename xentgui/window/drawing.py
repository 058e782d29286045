"""Takes many draws in a thread of its own, so that the window never waits for them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal

from xentgui.documents.store import Store
from xentgui.model import Snapshot

AT_ONCE = 10_000
"""So many draws take about a millisecond; more are taken beside the window."""


class Drawing(QObject):
    """Draws for the snapshot that is shown, one after the other; the last one is enough.

    Signals
    -------
    drawn(object, object)
        From the thread: the snapshot, and its draws.
    """

    drawn = Signal(object, object)

    def __init__(self, store: Store, is_wanted: Callable[[], bool], parent: QObject) -> None:
        """`is_wanted` says whether any panel shows draws."""
        super().__init__(parent)
        self._store, self._is_wanted = store, is_wanted
        self._busy: Snapshot | None = None
        self.drawn.connect(self._on_drawn, Qt.ConnectionType.QueuedConnection)
        store.changed.connect(lambda _: self.look())
        store.show(replace(store.view, draws_at_once=AT_ONCE))

    def look(self) -> None:
        """Begin to draw for what is shown now, unless that is known or under way."""
        snapshot = self._store.snapshot
        known = self._store.view.drawn
        if (
            self._busy is not None
            or snapshot.state.draws <= AT_ONCE
            or (known is not None and known.snapshot is snapshot)
            or not self._is_wanted()
        ):
            return
        self._busy = snapshot
        threading.Thread(target=self._run, args=(snapshot,), name="drawing", daemon=True).start()

    def _run(self, snapshot: Snapshot) -> None:
        from xentgui.model.sampling.drawn import drawn  # noqa: PLC0415 - no start needs it

        try:
            found = drawn(snapshot)
        except MemoryError:
            found = None
        try:
            self.drawn.emit(snapshot, found)
        except RuntimeError:  # the window is closed, and this object with it
            return

    def _on_drawn(self, snapshot: Snapshot, found: object) -> None:
        self._busy = None
        if snapshot is self._store.snapshot and found is not None:
            self._store.show(replace(self._store.view, drawn=found))  # type: ignore[arg-type]
        else:
            self.look()
