"""Softmax, cross-entropy and all that follows from them.  numpy only, nats only."""

import gc

import numpy as np

from xentgui.model.checks import InvalidStateError
from xentgui.model.information import cross_entropy, entropy, information, kl_divergence
from xentgui.model.losses import chosen_loss
from xentgui.model.message import Message, RefusedError
from xentgui.model.snapshot import Snapshot, derive
from xentgui.model.softmax import hardmax, log_softmax, softmax
from xentgui.model.state import State, default_labels

__all__ = [
    "InvalidStateError",
    "Message",
    "RefusedError",
    "Snapshot",
    "State",
    "chosen_loss",
    "collect_rarely",
    "cross_entropy",
    "default_labels",
    "derive",
    "entropy",
    "hardmax",
    "information",
    "kl_divergence",
    "log_softmax",
    "softmax",
]

_NEW_OBJECTS = 20_000
_JUST_UNDER_THE_LIMIT = 31 * 2**20  # bytes; glibc adapts to blocks of up to 32 MiB


def _keep_freed_memory() -> None:
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


_keep_freed_memory()
