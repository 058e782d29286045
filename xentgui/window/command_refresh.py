"""When the commands are updated: after a change of what they read, and not for each move of a drag."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import SignalInstance

from xentgui.documents.store import Gesture, Store
from xentgui.window.commands import Commands


class CommandRefresh:
    """Updates the commands at once, or during a drag only with its first edit.

    A step that goes into the history, or comes from there, updates them when it is done, by
    `Session.changed`.  During a drag, menus are not visible, and its end is such a step.
    """

    def __init__(
        self,
        commands: Commands,
        store: Store,
        *,
        during_drags: Iterable[SignalInstance],
    ) -> None:
        """`during_drags` are also emitted by a drag; other changes may update the commands at once."""
        self._commands, self._store = commands, store
        self._refreshed_in: Gesture | None = None
        for changed in during_drags:
            changed.connect(self._refresh)

    def _refresh(self, *_: object) -> None:
        store = self._store
        if store.is_moving:
            return
        if store.gesture is None or store.gesture is not self._refreshed_in:
            self._refreshed_in = store.gesture
            self._commands.refresh()
