"""A temperature that is fitted on half of the rows, and judged on the other half."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from xentgui.model.rows import Array
from xentgui.model.sampling.calibration import fitted_temperature, mean_nll
from xentgui.model.softmax import softmax_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class TemperatureFit:
    """What a temperature does to rows on which it was not fitted.

    Attributes
    ----------
    temperature
        The T that is best on the first, third, fifth … row, which divides the logits.
    rows
        How many other rows there are, on which it is judged.
    nll_before, nll_after
        Their mean -log p of the right class at T = 1 and at the fitted T, in nats.
    before, after
        Their largest p at both, shape (n,).
    correct
        1 where the largest is right, else 0, shape (n,): a temperature changes no prediction.
    """

    temperature: float
    rows: int
    nll_before: float
    nll_after: float
    before: Array
    after: Array
    correct: Array


def fit_of(logits: Array, classes: NDArray[np.intp]) -> TemperatureFit:
    """Return the fit for logits, (n, K), and the right class of each row; n is 2 or more."""
    found = fitted_temperature(np.ascontiguousarray(logits[::2]), classes[::2])
    held, right = np.ascontiguousarray(logits[1::2]), classes[1::2]
    return TemperatureFit(
        temperature=found,
        rows=len(held),
        nll_before=mean_nll(held, right, 1.0),
        nll_after=mean_nll(held, right, found),
        before=softmax_rows(held, 1.0).probabilities.max(axis=1),
        after=softmax_rows(held, found).probabilities.max(axis=1),
        correct=(held.argmax(axis=1) == right).astype(np.float64),
    )
