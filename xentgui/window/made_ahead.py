"""What is on cards, made when they are shown, or one by one while a person does nothing."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from PySide6.QtCore import QObject, QTimer

from xentgui.painting.handlers import guarded

_PAUSE_MS = 60
"""So long the person's own doing has its turn between two parts; each takes about half of that."""


class WhenShown:
    """Makes what belongs on some cards, each once."""

    def __init__(
        self,
        keys: Sequence[str],
        made: Container[str],
        make: Callable[[str], object],
        is_shown: Callable[[str], bool],
    ) -> None:
        """`make` makes what is on the card with a key, which is among `made` from then on."""
        self._keys, self._made, self._make, self._is_shown = keys, made, make, is_shown

    def build(self) -> None:
        """Make what is shown and does not exist yet."""
        for key in self._keys:
            if key not in self._made and self._is_shown(key):
                self._make(key)

    def make_another(self) -> bool:
        """Make what is on one of the hidden cards; return whether there was one without it."""
        missing = next((key for key in self._keys if key not in self._made), None)
        if missing is not None:
            self._make(missing)
        return missing is not None


@guarded
class MadeAhead(QObject):
    """Makes one part after the other, so that a workspace is there at once when it is asked for.

    No start waits for it, and no gesture: it goes on when the gesture has ended.
    """

    def __init__(
        self,
        makers: tuple[Callable[[], bool], ...],
        is_busy: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """Each of `makers` makes one part, and returns whether there was one left to make."""
        super().__init__(parent)
        self._makers, self._is_busy = makers, is_busy
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._make_another)

    def begin(self) -> None:
        """Begin to make parts, one in each pause."""
        self._timer.start()

    def _make_another(self) -> None:
        if self._is_busy():
            return
        if not any(make() for make in self._makers):
            self._timer.stop()
