"""The errors for texts and files that cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

from xentgui.model.message import QT_TRANSLATE_NOOP, Message, RefusedError

_E = TypeVar("_E", bound=RefusedError)

MOST_PLACES = 6
"""How many places are named that cannot be read; more would not be read."""

_ABOUT = QT_TRANSLATE_NOOP("errors", "{file}: {reason}")
_ALSO = QT_TRANSLATE_NOOP("errors", "{reason} See also {places}.")
_MORE = QT_TRANSLATE_NOOP("errors", "{places}; and more")
_LIST = QT_TRANSLATE_NOOP("errors", "{places}; {place}")
_CELL = QT_TRANSLATE_NOOP("errors", "line {line}, column {column}")
_LINE = QT_TRANSLATE_NOOP("errors", "line {line}")
_CLASS_OF_ROW = QT_TRANSLATE_NOOP("errors", "row {row}, class {column}")
_ROW = QT_TRANSLATE_NOOP("errors", "row {row}")
_KINDS_OF_PLACES: Final = {
    ("line", "column"): _CELL,
    ("line",): _LINE,
    ("row", "column"): _CLASS_OF_ROW,
    ("row",): _ROW,
}


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


def about(name: str, reason: RefusedError) -> ReadError:
    """Return the refusal of the file `name`, whose content was refused for `reason`."""
    return ReadError(_ABOUT, file=name, reason=reason.message)


def together(errors: Sequence[_E]) -> RefusedError:
    """Return one refusal for all of `errors`: the first, and the places of the others.

    Each has a line or a row, and most have a column; of more than `MOST_PLACES` the last are not
    named.
    """
    first, *others = errors
    named = [place for error in others[: MOST_PLACES - 1] if (place := _place(error)) is not None]
    if not named:
        return first
    places = named[0]
    for place in named[1:]:
        places = Message(_LIST, {"places": places, "place": place})
    if len(errors) > MOST_PLACES:
        places = Message(_MORE, {"places": places})
    return ReadError(_ALSO, reason=first.message, places=places)


def _place(error: RefusedError) -> Message | None:
    """Return the place of `error`, or None; of several places that it names, the first."""
    values = error.message.values
    while isinstance(reason := values.get("reason"), Message):
        values = reason.values
    for kind, template in _KINDS_OF_PLACES.items():
        if all(key in values for key in kind):
            return Message(template, values)
    return None
