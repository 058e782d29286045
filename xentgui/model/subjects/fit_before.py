"""What was computed of a classifier, before an edit that has left most of its points alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from xentgui.model.classifier.fit import Fit
from xentgui.model.classifier.linear import Linear
from xentgui.model.classifier.mean_loss import MeanLoss
from xentgui.model.rows import Array
from xentgui.model.settings_of_state import ScalarSettings


class FitBefore(NamedTuple):
    """A mean loss, and what followed from W and b: most of it still holds if few points move.

    The numbers are the same to the last bit as if all of them were computed.  `rows`, ascending,
    are those of the points that have moved, if they are known.
    """

    mean_loss: MeanLoss
    linear: Linear
    fit: Fit
    rows: np.ndarray | None = None

    def mean_loss_of(
        self, inputs: Array, targets: Array, settings: ScalarSettings
    ) -> MeanLoss | None:
        """Return the mean loss over other `inputs`; None if more than these differ."""
        if self.mean_loss.settings != settings:
            return None
        return self.mean_loss.moved(inputs, targets, self.rows)

    def fit_of(self, mean_loss: MeanLoss, linear: Linear) -> Fit | None:
        """Return `mean_loss.at(linear)`; None if that has to be computed for all points."""
        if not all(map(np.array_equal, linear, self.linear)):
            return None
        return mean_loss.beside(self.mean_loss, self.linear, self.fit)


def before_of(
    known: Mapping[str, Any], linear: Linear, rows: np.ndarray | None
) -> FitBefore | None:
    """Return what is `known` of a classifier with W and b, or was before; None if it is nothing.

    `rows`, ascending, are those of the points that move now, if they are known.
    """
    if "fit" in known and "mean_loss" in known:
        return FitBefore(known["mean_loss"], linear, known["fit"], rows)
    before: FitBefore | None = known.get("_before")
    return None if before is None else before._replace(rows=None)
