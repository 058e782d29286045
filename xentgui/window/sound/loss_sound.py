"""Lets the loss be heard while a hand or a key moves a value, if somebody has asked for that."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from xentgui.documents.store import Store
from xentgui.model import Snapshot
from xentgui.panels.hidden import hides_loss
from xentgui.settings import Settings

if TYPE_CHECKING:
    from xentgui.window.sound.output import Output


class LossSound(QObject):
    """Plays the tone of the present loss after each edit, one at a time.

    A tone that is not yet at its end is not cut off: the loss that is there at its end comes next.
    So a fast drag has as many tones as can be heard, and none comes late.
    """

    def __init__(
        self, store: Store, settings: Settings, say: Callable[[str], None], parent: QObject
    ) -> None:
        """`say` shows a sentence."""
        super().__init__(parent)
        self._store, self._settings, self._say = store, settings, say
        self._output: Output | None = None
        self._is_playing = self._failed = False
        self._has_missed = False  # whether the loss changed during the tone
        store.changed.connect(self._on_changed)

    def listen_to(self, store: Store) -> None:
        """Let the loss of `store` be heard from now on, and no other one."""
        self._store.changed.disconnect(self._on_changed)
        self._store, self._has_missed = store, False
        store.changed.connect(self._on_changed)

    @property
    def is_on(self) -> bool:
        """Whether a person has asked for it, and nothing is in its way."""
        return bool(self._settings.sound) and not self._failed

    def switch(self) -> None:
        """Let the loss be heard from now on, or not any more; that is remembered."""
        on = not self.is_on
        if on:
            self._failed = False
            why_not = self._made().why_not()
            if why_not:
                self._say(why_not)
                return
        self._settings.sound = int(on)
        if on:
            self._play(self._store.snapshot)  # so that a person hears what it is

    def use(self, output: Output) -> None:
        """Play with `output` from now on."""
        self._output, self._is_playing = output, False
        output.finished.connect(self._on_finished)
        output.failed.connect(self._on_failed)

    def _made(self) -> Output:
        if self._output is None:
            from xentgui.window.sound.output import SystemOutput  # noqa: PLC0415 - few ask for it

            self.use(SystemOutput(self))
        assert self._output is not None
        return self._output

    def _on_changed(self, snapshot: Snapshot) -> None:
        by_hand = self._store.edit_in_progress is not None
        if self.is_on and by_hand:
            if self._is_playing:
                self._has_missed = True
            else:
                self._play(snapshot)

    def _on_finished(self) -> None:
        self._is_playing = False
        if self.is_on and self._has_missed:
            self._play(self._store.snapshot)

    def _on_failed(self, sentence: str) -> None:
        self._is_playing, self._failed = False, True
        self._say(sentence)

    def _play(self, snapshot: Snapshot) -> None:
        output = self._made()
        if output.why_not() or math.isnan(snapshot.loss) or hides_loss(self._store.view):
            return
        from xentgui.window.sound.tone import samples_of  # noqa: PLC0415 - few ask for it

        self._is_playing, self._has_missed = True, False
        output.play(samples_of(snapshot.loss, math.log(len(snapshot.logits))))
