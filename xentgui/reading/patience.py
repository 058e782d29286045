"""Lets long work on a text be watched, and stopped.

Whoever waits gives a function to `watching`; long loops call it, through `patient`, every few
thousand steps.  It may raise an exception, which ends the work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final, TypeVar

_T = TypeVar("_T")
_EVERY: Final = 4096  # steps
_watch: ContextVar[Callable[[float], None] | None] = ContextVar("watch", default=None)


@contextmanager
def watching(watch: Callable[[float], None]) -> Iterator[None]:
    """Within the context, long loops call ``watch(part)`` with how much of them is done, 0 to 1."""
    token = _watch.set(watch)
    try:
        yield
    finally:
        _watch.reset(token)


def tell(part: float) -> None:
    """Tell that `part` of the work, 0 to 1, is done."""
    watch = _watch.get()
    if watch is not None:
        watch(part)


def patient(items: Sequence[_T]) -> Iterator[tuple[int, _T]]:
    """Return ``enumerate(items)``, and tell now and then how far it is."""
    count = len(items)
    for at, item in enumerate(items):
        if not at % _EVERY and at:
            tell(at / count)
        yield at, item
