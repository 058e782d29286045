r"""What careless code computes.  It is shown as a lesson, never as the true numbers.

Each way below is found in tutorials and in programs people use:

- exp(z) without the largest subtracted: :math:`e^z` is infinite from z = 709.8 in float64,
  88.7 in float32 and 11.1 in float16, and infinity over infinity is NaN.
- A softmax on top of a softmax, as when probabilities are handed to a loss that expects
  logits: no probability can then exceed e/(e + K - 1).
- log(p) with p clipped, or with a small number added to p, so that the log stays finite: the loss
  of a sure mistake stops growing, and the loss of a sure success never reaches 0.

numpy's arithmetic is used as it is, with its warnings off: its wrong results are the lesson.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from xentgui.model.rows import Array
from xentgui.model.snapshot import Snapshot

CLIP = 1e-7
"""The distance that Keras keeps p from 0 and from 1 (its ``epsilon``)."""

OFFSET = 1e-10
"""What tutorials add to p before they take its log."""


class CarelessResult(NamedTuple):
    """What one careless way computes.

    Attributes
    ----------
    key
        A key of `WAYS`.
    probabilities
        Shape (K,), converted to float64 from the dtype of the computation; NaN where it gave NaN.
    cross_entropy
        In nats; NaN and infinities are kept, because they are what the careless way gives.
    overflow
        The first class whose exponential came out infinite, or None.
    """

    key: str
    probabilities: Array
    cross_entropy: float
    overflow: int | None = None


def careless_results(snapshot: Snapshot) -> tuple[CarelessResult, ...]:
    """Return what every careless way computes for `snapshot`, in the order of `WAYS`.

    >>> from xentgui.model import State, derive
    >>> wrong = careless_results(derive(State(["a", "b"], [12.0, 0.0], [1, 0])))
    >>> [(way.key, way.overflow) for way in wrong if way.overflow is not None]
    [('float16', 0)]
    """
    with np.errstate(all="ignore"):
        return (
            _unshifted(snapshot, "float64"),
            _unshifted(snapshot, "float32"),
            _unshifted(snapshot, "float16"),
            _twice(snapshot),
            _clipped(snapshot),
            _offset(snapshot),
        )


WAYS = ("float64", "float32", "float16", "twice", "clipped", "offset")
"""The keys of the careless ways."""


def _unshifted(snapshot: Snapshot, kind: str) -> CarelessResult:
    """Compute exp(z/T) / sum(exp(z/T)) and -sum(y log p), all of it in the dtype `kind`."""
    powers = np.exp(snapshot.logits.astype(kind) / np.asarray(snapshot.state.temperature, kind))
    p = powers / powers.sum()
    loss = -(snapshot.effective_target.astype(kind) * np.log(p)).sum()
    infinite = np.flatnonzero(np.isposinf(powers))
    overflow = int(infinite[0]) if infinite.size else None
    return CarelessResult(kind, p.astype(np.float64), float(loss), overflow)


def _twice(snapshot: Snapshot) -> CarelessResult:
    """Compute the softmax of the softmax; each of the two steps is accurate."""
    powers = np.exp(snapshot.probabilities - snapshot.probabilities.max())
    p = powers / powers.sum()
    return CarelessResult("twice", p, float(-(snapshot.effective_target * np.log(p)).sum()))


def _clipped(snapshot: Snapshot) -> CarelessResult:
    p = np.clip(snapshot.probabilities, CLIP, 1.0 - CLIP)
    return CarelessResult("clipped", p, float(-(snapshot.effective_target * np.log(p)).sum()))


def _offset(snapshot: Snapshot) -> CarelessResult:
    p = snapshot.probabilities + OFFSET
    return CarelessResult("offset", p, float(-(snapshot.effective_target * np.log(p)).sum()))
