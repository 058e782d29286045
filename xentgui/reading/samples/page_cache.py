"""Giving back the pages of a mapped file that have been looked at."""

from __future__ import annotations

import mmap
from typing import Any

from numpy.typing import NDArray


def let_go(array: NDArray[Any]) -> None:
    """Tell the system that what has been read of a mapped `array` is not needed in memory.

    It is read from the file again when it is looked at again.  Does nothing for an array in
    memory, nor where the system cannot be told.
    """
    owner: Any = array
    while owner is not None and not isinstance(owner, mmap.mmap):
        owner = getattr(owner, "base", None)
    if isinstance(owner, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
        owner.madvise(mmap.MADV_DONTNEED)
