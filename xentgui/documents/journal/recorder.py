"""Writes each step of a session into the journal, before the next one can be taken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from xentgui.documents.recovery import Recovery
from xentgui.documents.session import Session
from xentgui.documents.store import Store

if TYPE_CHECKING:
    from xentgui.documents.journal.replay import Replayed
    from xentgui.documents.steps.step import Step
    from xentgui.documents.work import Work


class Recorder(QObject):
    """Compares the session with what the journal holds, whenever it changes.

    Work is kept as long as it is not saved, has a file, or can be undone or done again.
    """

    def __init__(self, recovery: Recovery, session: Session, store: Store) -> None:
        super().__init__(session)
        self._recovery, self._session, self._store = recovery, session, store
        # What the journal holds; None if it holds nothing of this document.
        self._origin: Work | None = None
        self._steps: list[Step] = []
        self._done = 0
        self._file: dict[str, Any] = {}
        self._look: dict[str, Any] = {}
        session.changed.connect(self._on_changed)

    def go_on_with(self, found: Replayed) -> None:
        """Continue the journal of lost work, which the session is about to resume."""
        from xentgui.documents.journal import replay  # noqa: PLC0415 - few starts find lost work

        self._origin, self._steps, self._done = found.base, list(found.steps), found.done
        self._file = replay.file_of(found.work)
        self._look = replay.look_of(found.work.document, found.work.scene)
        self._recovery.go_on_with(self._contents)

    def _on_changed(self) -> None:
        session, history = self._session, self._store.history
        if not (session.is_modified or session.path is not None or history.count()):
            if self._origin is not None:
                self._origin = None
                self._recovery.forget()
        elif self._origin is not session.origin:
            self._origin = session.origin
            self._steps.clear()
            for _ in self._news():
                pass
            self._recovery.begin(self._contents)
            if self._steps:
                self._recovery.write()
        else:
            for frame in self._news():
                self._recovery.add(frame)

    def _news(self) -> Iterator[bytes]:
        """Yield a frame for each thing that the journal does not hold yet, and count it as held."""
        from xentgui.documents.journal import replay  # noqa: PLC0415 - no start writes a step

        history, known = self._store.history, self._steps
        done = first = history.index()
        while first and not (first <= len(known) and known[first - 1] is self._step(first - 1)):
            first -= 1
        for place in range(first, done):
            step = self._step(place)
            known[place:] = [step]
            self._done = place + 1
            yield replay.step_frame(step, place)
        if done != self._done:
            self._done = done
            yield replay.at_frame(done=done)
        now = self._session.now
        file = replay.file_of(now)
        if file != self._file:
            self._file = file
            yield replay.at_frame(**file)
        look = replay.look_of(now.document, now.scene)
        if look != self._look:
            self._look = look
            yield replay.at_frame(**look)

    def _step(self, place: int) -> Step:
        from xentgui.documents.steps.step import HistoryCommand  # noqa: PLC0415 - no start has any

        command = self._store.history.command(place)
        assert isinstance(command, HistoryCommand)
        return command.step

    def _contents(self) -> Iterator[bytes]:
        from xentgui.documents.journal import replay  # noqa: PLC0415 - no start writes a step

        assert self._origin is not None
        steps = tuple(self._steps)
        return replay.contents(self._origin, steps, self._done, self._session.now)
