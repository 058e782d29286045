"""Remembers the loss before the last change, so that people see what their hand did to it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from xentgui.documents.store import Gesture, Store
from xentgui.model import Snapshot
from xentgui.model.snapshot import KnownLoss


class LossBefore(QObject):
    """The loss before the gesture in progress, or else before the step that Undo would take back.

    What was done before a restart is not known.

    Signals
    -------
    changed(KnownLoss | None)
        Another loss is the one before, or none is known.
    """

    changed = Signal(object)

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._shown = KnownLoss.of(store.snapshot)
        self._previous = self._shown  # what was shown before that
        self._gesture: Gesture | None = None
        self._start: KnownLoss | None = None  # before the gesture
        self._before: dict[int, KnownLoss] = {}  # by the number of the step
        self._index = store.history.index()
        self._stepped = False  # whether a step was applied or undone since then
        store.changed.connect(self._on_changed)
        store.history.indexChanged.connect(self._on_index)

    @property
    def loss(self) -> KnownLoss | None:
        """The loss before; None if it is not known."""
        store = self._store
        if store.gesture is not None and store.gesture is self._gesture:
            return self._start
        number = store.history.index() - 1
        if number < 0:
            return None
        from xentgui.documents.steps.step import HistoryCommand  # noqa: PLC0415 - no start has steps

        command = store.history.command(number)
        step = command.step if isinstance(command, HistoryCommand) else None
        is_here = step is not None and step.scene == store.scene
        return self._before.get(number) if is_here else None

    def _on_changed(self, snapshot: Snapshot) -> None:
        store = self._store
        self._previous, self._shown = self._shown, KnownLoss.of(snapshot)
        if store.gesture is not None and store.gesture is not self._gesture:
            self._gesture, self._start = store.gesture, self._previous
        if store.is_moving:  # the history follows
            self._stepped = True
        else:
            self.changed.emit(self.loss)

    def _on_index(self, index: int) -> None:
        if not self._store.history.count():
            self._before.clear()
        elif index > self._index:
            if self._start is not None:
                self._before[index - 1] = self._start
            elif self._stepped:
                self._before[index - 1] = self._previous
            else:  # the history was filled with steps of an earlier run
                self._before.clear()
        self._gesture = self._start = None
        self._index, self._stepped = index, False
        self.changed.emit(self.loss)
