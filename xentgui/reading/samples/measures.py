"""The loss, the confidence and the correctness of each row of a block."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xentgui.model.losses import Loss, chosen_loss
from xentgui.model.rows import Array, total
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.model.softmax import Softmax, entropy_rows, softmax_rows

Targets = NDArray[np.int64] | NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class RowMeasures:
    """The numbers of n rows; every array is (n,).

    Attributes
    ----------
    losses
        The same, to the bit, as `Snapshot.loss` of each row; None without targets.
    confidence
        The largest probability.
    entropy
        H(p), in nats.
    prediction
        The class with the largest logit, from 0; the first of them if tied, as numpy's argmax.
    correct
        1 if the prediction is the target, else 0; a fraction if several classes are tied.  The
        target class of a soft target is the largest.  NaN where all targets are 0.  None without
        targets.
    """

    losses: Array | None
    confidence: Array
    entropy: Array
    prediction: NDArray[np.int64]
    correct: Array | None


@np.errstate(all="ignore")
def measure(logits: Array, targets: Targets | None, settings: ScalarSettings) -> RowMeasures:
    """Return the numbers of the rows of `logits`, (n, K), for the loss that `settings` chooses.

    `targets` are classes counted from 0, (n,), or targets of each class, (n, K).  Raises ValueError
    for logits that `xentgui.model.softmax` refuses.
    """
    loss = chosen_loss(settings)
    soft = softmax_rows(logits, settings.temperature)
    soft = loss.predicted(soft, loss.parameters_in(settings))
    prediction = logits.argmax(axis=1)
    return RowMeasures(
        None if targets is None else _losses(loss, soft, targets, settings),
        soft.probabilities.max(axis=1),
        entropy_rows(soft),
        prediction.astype(np.int64, copy=False),
        None if targets is None else _correct(logits, prediction, targets),
    )


def _losses(loss: Loss, soft: Softmax, targets: Targets, settings: ScalarSettings) -> Array:
    smoothing = settings.label_smoothing
    parameters = loss.parameters_in(settings)
    count, classes = soft.probabilities.shape
    if targets.ndim == 1:
        if smoothing == 0.0:
            return loss.of_classes(soft, np.asarray(targets, dtype=np.int64), parameters)
        y = np.full((count, classes), smoothing * (1.0 / classes))
        y[np.arange(count), targets] += 1.0 - smoothing
        return loss.of_rows(soft, y, parameters)
    y = np.asarray(targets, dtype=np.float64)
    if smoothing != 0.0:
        shares = [smoothing * (total(row) / classes) for row in y]
        y = (1.0 - smoothing) * y + np.array(shares).reshape(-1, 1)
    return loss.of_rows(soft, y, parameters)


def _correct(logits: Array, prediction: NDArray[np.intp], targets: Targets) -> Array:
    rows = np.arange(len(logits))
    largest = logits == logits[rows, prediction].reshape(-1, 1)
    winners = np.count_nonzero(largest, axis=1)
    if targets.ndim == 1:
        hits: Array = largest[rows, targets] / winners
        return hits
    most = targets.max(axis=1)
    wanted = targets == most.reshape(-1, 1)
    shares: Array = np.count_nonzero(largest & wanted, axis=1) / winners
    shares[most == 0.0] = np.nan
    return shares
