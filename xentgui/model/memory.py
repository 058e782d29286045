"""Settings of memory for work that frees and allocates the same arrays 60 times a second."""

import gc

import numpy as np

_NEW_OBJECTS = 20_000
_JUST_UNDER_THE_LIMIT = 31 * 2**20  # bytes; glibc adapts to blocks of up to 32 MiB


def keep_freed_memory() -> None:
    """Let glibc keep freed memory instead of returning it to the system.

    A snapshot of 50 000 classes is a dozen arrays of 400 kB.  By default each of them is mapped and
    unmapped every time, and the first access to its pages costs two to four times as much as the
    arithmetic.  To free one large block raises both thresholds for good (mallopt(3), "dynamic mmap
    threshold"); the block itself is never accessed.  Without glibc this does nothing.
    """
    np.empty(_JUST_UNDER_THE_LIMIT, dtype=np.uint8)


def collect_rarely() -> None:
    """Let Python collect garbage once in many frames, not several times in each.

    By default Python collects after 700 new objects, and then goes through the 50 000 numbers of
    each new state.  Objects that are not part of a reference cycle are freed at once anyway.
    """
    gc.set_threshold(_NEW_OBJECTS, 10, 10)
