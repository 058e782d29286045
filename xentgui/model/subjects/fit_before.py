"""What was computed of a classifier, before an edit that has left most of its points alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from xentgui.model.classifier.linear import Linear
from xentgui.model.classifier.mean_loss import Fit, MeanLoss

if TYPE_CHECKING:
    from xentgui.model.subjects.classifier import Classifier


class FitBefore(NamedTuple):
    """A mean loss, and what followed from W and b: most of it still holds if few points move.

    The numbers are the same to the last bit as if all of them were computed.
    """

    mean_loss: MeanLoss
    linear: Linear
    fit: Fit

    def mean_loss_of(self, subject: Classifier) -> MeanLoss | None:
        """Return the mean loss over the points of `subject`; None if more than these differ."""
        if self.mean_loss.settings != subject.settings:
            return None
        return self.mean_loss.moved(subject.inputs, subject.targets)

    def fit_of(self, mean_loss: MeanLoss, linear: Linear) -> Fit | None:
        """Return `mean_loss.at(linear)`; None if that has to be computed for all points."""
        if not all(map(np.array_equal, linear, self.linear)):
            return None
        return mean_loss.beside(*self)


def before_of(subject: Classifier) -> FitBefore | None:
    """Return what is known of `subject`, or was before it; None if it is nothing."""
    known = vars(subject)
    if "fit" in known and "mean_loss" in known:
        return FitBefore(known["mean_loss"], subject.linear, known["fit"])
    before: FitBefore | None = known.get("_before")
    return before
