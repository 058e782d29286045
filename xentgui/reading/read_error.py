"""The errors for texts and files that cannot be read."""

from __future__ import annotations

from xentgui.model.message import RefusedError


class ReadError(RefusedError):
    """A text or a file that cannot be read, with the place and the remedy."""


class NumberError(ReadError):
    """A text that is not a number.

    `place` is the first character that is not understood, counted from 1 in the text as it was
    typed; 0 if the error has no single place.
    """

    @property
    def place(self) -> int:
        """The character to point at, from 1; 0 for none."""
        place = self.message.values.get("place", 0)
        return place if isinstance(place, int) else 0
