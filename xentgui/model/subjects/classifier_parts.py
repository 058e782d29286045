"""What is set of a classifier: points, their targets, W and b, the chosen point; checked and locked."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import numpy as np

from xentgui.model.checks import checked_labels, require_classes, require_one_on
from xentgui.model.class_colors import checked_colors
from xentgui.model.classifier.features import checked_features, feature_names, mapped
from xentgui.model.classifier.ways import checked_way
from xentgui.model.rows import Array, column_maxima, locked
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.model.subjects import classifier_checks as checks


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class ClassifierParts:
    """The parts of a `Classifier`, which computes what follows from them.

    It takes any sequences, and stores read-only arrays.

    Attributes
    ----------
    labels, colors
        As in `State`.
    input_names
        A name for each input; x1, x2 … if none are given.
    points
        x, shape (N, D), finite; one point or more.
    targets
        y of each point, shape (N, K), each as in `State`.
    weights, bias
        W, shape (K, F) for F features, finite; and b, shape (K,), finite, or -inf to switch a
        class off: as they were set or trained, also while a closed form is in use.
    chosen
        The number of the chosen point, from 0.
    settings
        Temperature, label smoothing and loss.
    features
        The keys of the features of x that W belongs to, see `xentgui.model.classifier.features`;
        none for the inputs as they are.
    way
        A key of `WAYS`: whether `linear` is `weights` and `bias`, or follows from the points.

    Raises
    ------
    InvalidStateError
        Names the point, input or class, the value and the remedy.
    """

    labels: tuple[str, ...]
    points: Array
    targets: Array
    weights: Array
    bias: Array
    chosen: int = 0
    input_names: tuple[str, ...] = ()
    colors: tuple[int, ...] = ()
    settings: ScalarSettings = field(default_factory=ScalarSettings)
    features: tuple[str, ...] = ()
    way: str = "softmax"

    def __post_init__(self) -> None:
        labels = checked_labels(self.labels)
        require_classes(len(labels))
        points = checks.checked_points(self.points, tuple(self.input_names))
        names = checks.checked_input_names(tuple(self.input_names), points.shape[1])
        features = checked_features(self.features, points.shape[1])
        bias = checks.checked_bias(labels, self.bias)
        require_one_on(bias)
        put(
            self,
            labels=labels,
            points=locked(points),
            targets=locked(checks.checked_targets(labels, self.targets, len(points))),
            weights=locked(
                checks.checked_weights(labels, self.weights, feature_names(features, names))
            ),
            bias=locked(bias),
            chosen=checks.require_point(len(points), self.chosen),
            input_names=names,
            colors=checked_colors(self.colors, len(labels)),
            features=features,
            way=checked_way(self.way),
        )
        checks.require_bounded(self.weights, self.bias, self.farthest)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, ClassifierParts):
            return NotImplemented
        return all(_same(getattr(self, name), getattr(other, name)) for name in PARTS)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        count, inputs = self.points.shape
        return f"Classifier({count} points, {inputs} inputs, {self.labels!r:.60})"

    @cached_property
    def inputs(self) -> Array:
        """The features of each point, which W belongs to, shape (N, F)."""
        return locked(mapped(self.features, self.points)) if self.features else self.points

    @property
    def feature_names(self) -> tuple[str, ...]:
        """A name for each column of W."""
        return feature_names(self.features, self.input_names)

    @cached_property
    def farthest(self) -> Array:
        """The size of the largest of each feature, shape (F,)."""
        return column_maxima(np.abs(self.inputs))


PARTS: Final = (
    "labels",
    "colors",
    "input_names",
    "points",
    "targets",
    "weights",
    "bias",
    "chosen",
    "settings",
    "features",
    "way",
)
"""The names of everything that a classifier holds."""


def put(subject: ClassifierParts, **values: object) -> None:
    """Set attributes of a subject that is being made."""
    for name, value in values.items():
        object.__setattr__(subject, name, value)


def _same(one: object, other: object) -> bool:
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        return one is other or np.array_equal(one, other)
    return one == other
