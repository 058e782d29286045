"""A preset with points that come with the program: W and b, and the classifier that they make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from xentgui.documents.data_sets import data_set
from xentgui.model.rows import Array
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.model.subjects.classifier import Classifier


@dataclass(frozen=True, slots=True)
class PresetPoints:
    """Points of a data set, and a classifier of them.

    Attributes
    ----------
    data
        The key of the data set in `DATA_SETS`.
    inputs
        The columns of the file that are the inputs; all, if none are named.
    count, seed
        Of points that are made.
    weights, bias
        W, shape (K, D), and b, (K,).
    chosen
        The number of the chosen point, from 0.
    """

    data: str
    inputs: tuple[str, ...]
    weights: Array
    bias: Array
    chosen: int
    count: int = 120
    seed: int = 0

    def classifier(
        self,
        labels: tuple[str, ...] | None,
        names: tuple[str, ...] | None,
        settings: Mapping[str, Any],
    ) -> Classifier:
        """Return the classifier; classes are called `labels` and inputs `names`, or as in the file.

        Raises RefusedError if the file is damaged.
        """
        found = data_set(self.data, self.inputs, self.count, self.seed)
        return Classifier(
            labels=labels or found.labels,
            input_names=names or found.inputs,
            points=found.points,
            targets=np.eye(len(self.bias))[found.classes],
            weights=self.weights,
            bias=self.bias,
            chosen=self.chosen,
            settings=ScalarSettings(**settings),
        )
