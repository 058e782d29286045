"""Works out in a thread of its own what the window must not wait for: many draws, a large code."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from xentgui.documents.store import Store
from xentgui.model import Snapshot


class Drawing(QObject):
    """Works for the snapshot that is shown, one after the other; the last one is enough.

    Signals
    -------
    done(object, object)
        From the thread: the snapshot, and what was found.
    """

    done = Signal(object, object)

    def __init__(
        self,
        store: Store,
        field: str,
        size_of: Callable[[Snapshot], float],
        is_wanted: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """Keep the work in the view as `field`, "drawn" or "coded".

        `size_of` says how much there is to do; `is_wanted`, whether any panel shows it.
        """
        super().__init__(parent)
        self._store, self._field = store, field
        self._size_of, self._is_wanted = size_of, is_wanted
        self._busy: Snapshot | None = None
        self.done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)
        # The window paints what it knows before a thread takes the processor from it.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.look)
        store.changed.connect(self._on_changed)

    def _on_changed(self, snapshot: Snapshot) -> None:
        if self._size_of(snapshot) > self._store.view.at_once:
            self._soon.start()

    def look(self) -> None:
        """Begin to work for what is shown now, unless that is known or under way."""
        snapshot = self._store.snapshot
        known = getattr(self._store.view, self._field)
        if (
            self._busy is not None
            or self._size_of(snapshot) <= self._store.view.at_once
            or (known is not None and known.snapshot is snapshot)
            or not self._is_wanted()
        ):
            return
        self._busy = snapshot
        threading.Thread(target=self._run, args=(snapshot,), name=self._field, daemon=True).start()

    def _run(self, snapshot: Snapshot) -> None:
        try:
            found = _work(self._field)(snapshot)
        except MemoryError:
            found = None
        try:
            self.done.emit(snapshot, found)
        except RuntimeError:  # the window is closed, and this object with it
            return

    def _on_done(self, snapshot: Snapshot, found: object) -> None:
        self._busy = None
        if snapshot is self._store.snapshot and found is not None:
            self._store.show(replace(self._store.view, **{self._field: found}))  # type: ignore[arg-type]
        else:
            self.look()


def _work(field: str) -> Callable[[Snapshot], Any]:
    # No start needs them.
    if field == "drawn":
        from xentgui.model.sampling.drawn import drawn  # noqa: PLC0415

        return drawn
    from xentgui.model.sampling.codes import coded  # noqa: PLC0415

    return coded
