"""A reading that waits to be taken, and the desk that reads texts and asks about them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from xentgui.model.message import RefusedError

if TYPE_CHECKING:
    from xentgui.reading.points_reading import PointsReading
    from xentgui.reading.reading import Reading

_Found = TypeVar("_Found")


class Offer(NamedTuple):
    """A reading, and what takes it.

    Attributes
    ----------
    name
        The name of the file, or "" for the clipboard.
    source
        What was read, by which it is known again.
    reading
        How it was understood.
    take
        Takes the block of the reading, as one step that can be undone; returns whether they could be taken.
    """

    name: str
    source: str | bytes
    reading: Reading | PointsReading
    take: Callable[[Any], bool]


class ReadingDesk(Protocol):
    """Reads texts, and asks a person about what is not certain."""

    def read(
        self,
        name: str,
        size: int,
        work: Callable[[], _Found],
        then: Callable[[_Found], None],
        refuse: Callable[[RefusedError], None],
    ) -> None:
        """Call ``then(work())``, or `refuse` with its RefusedError; a long text may take its time."""

    def offer(self, offer: Offer) -> None:
        """Take a certain reading, and ask about another."""


class AtOnce:
    """Reads at once and takes everything as it was understood, where nobody can be asked."""

    def read(
        self,
        name: str,
        size: int,
        work: Callable[[], _Found],
        then: Callable[[_Found], None],
        refuse: Callable[[RefusedError], None],
    ) -> None:
        """Call ``then(work())``, or `refuse` with its RefusedError."""
        del name, size
        try:
            found = work()
        except RefusedError as error:
            refuse(error)
            return
        then(found)

    def offer(self, offer: Offer) -> None:
        """Take the numbers."""
        offer.take(offer.reading.block)
