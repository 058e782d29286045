"""Memory that is freed and wanted again at once, 60 times a second."""

import gc

import numpy as np

_NEW_OBJECTS = 20_000
_JUST_UNDER_THE_LIMIT = 31 * 2**20  # bytes; glibc adapts to blocks of up to 32 MiB


def keep_freed_memory() -> None:
    """Let glibc keep what is freed instead of handing it back to the system.

    A snapshot of 50 000 classes is a dozen arrays of 400 kB.  By default each is mapped
    and unmapped anew, and first touching its pages costs two to four times the
    arithmetic.  Freeing one large block raises both thresholds for good (mallopt(3),
    "dynamic mmap threshold"); the block itself is never touched.  Elsewhere it does nothing.
    """
    np.empty(_JUST_UNDER_THE_LIMIT, dtype=np.uint8)


def collect_rarely() -> None:
    """Let Python collect garbage once in many frames, not several times in each.

    By default it does after 700 new objects, and every time it goes through the 50 000 numbers
    of each state that has come since.  What is not part of a circle is freed at once anyhow.
    """
    gc.set_threshold(_NEW_OBJECTS, 10, 10)
