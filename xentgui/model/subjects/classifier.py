"""A subject whose logits follow from an input: points, their targets, W and b, the chosen point.

W belongs to features of the points, which are the inputs themselves unless others are chosen.  What
z follows from is `Classifier.linear`: W and b as they were set or trained, or a closed form.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from xentgui.model.checks import require_one_on
from xentgui.model.classifier.fit import Fit
from xentgui.model.classifier.judgement import (
    TIE,
    base_rate_loss,
    classes_of,
    predictions_of,
    share_right,
)
from xentgui.model.classifier.linear import Linear, products, scores
from xentgui.model.classifier.mean_loss import MeanLoss
from xentgui.model.classifier.ways import in_closed_form
from xentgui.model.message import RefusedError
from xentgui.model.rows import Array, locked
from xentgui.model.settings_of_state import SETTINGS, ScalarSettings
from xentgui.model.state import State
from xentgui.model.subjects import classifier_checks as checks
from xentgui.model.subjects.class_rows import picked, require_no_points, rows_before
from xentgui.model.subjects.classifier_parts import PARTS, ClassifierParts, put
from xentgui.model.subjects.fit_before import FitBefore, before_of


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class Classifier(ClassifierParts):
    """N points with D inputs, and K linear functions of them: z = W x + b.

    Its state is that of the chosen point.  What can be set, and what is refused, are its
    `ClassifierParts`.

    >>> one = Classifier(
    ...     labels=("cat", "dog"), points=[[1, 2]], targets=[[1, 0]], weights=[[1, 1], [0, 1]],
    ...     bias=[0.5, 0],
    ... )
    >>> one.resolve().logits, one.input_names
    ((3.5, 2.0), ('x1', 'x2'))
    """

    def replaced(self, *, moved: np.ndarray | None = None, **changes: Any) -> Classifier:
        """Return a classifier with other parts, which are known to be valid, each by itself.

        `moved`, ascending, are the numbers of the points that are others, if they are known.
        Arrays are locked: the caller must not use them afterwards.  Raises InvalidStateError if
        logits would overflow or all classes would be off.
        """
        after = object.__new__(Classifier)
        parts = {name: getattr(self, name) for name in PARTS}
        for name, part in changes.items():
            parts[name] = locked(part) if isinstance(part, np.ndarray) else part
        put(after, **parts)
        if not changes.keys() & {"points", "features"}:
            put(after, **_known(self, "inputs", "farthest"))
        if not changes.keys() & {"points", "features", "targets", "labels", "way"}:
            put(after, **_known(self, "_closed"))
        put(after, _before=before_of(vars(self), self.linear, moved))
        if changes.keys() & {"points", "features", "weights", "bias"}:
            require_one_on(after.bias)
            checks.require_bounded(after.weights, after.bias, after.farthest)
        if "targets" not in changes:
            put(after, **_known(self, "classes"))
            if "settings" not in changes:
                put(after, **_known(self, "base_rate"))
        if not changes.keys() & {"points", "features", "targets", "settings"}:
            put(after, **_known(self, "mean_loss"))
            if not changes.keys() & {"labels", "weights", "bias", "way"}:
                put(after, **_known(self, "fit", "predictions"))
        if "fit" in vars(after):
            vars(after).pop("_before")
        return after

    @property
    def trained(self) -> Linear:
        """W and b as they were set or trained."""
        return Linear(self.weights, self.bias)

    @property
    def linear(self) -> Linear:
        """W and b in use: of the closed form, if one is chosen and the points determine it."""
        found = self._closed
        return found if isinstance(found, Linear) else self.trained

    @property
    def refusal(self) -> RefusedError | None:
        """Why the points do not determine the closed form that is chosen; None if they do."""
        found = self._closed
        return found if isinstance(found, RefusedError) else None

    @cached_property
    def _closed(self) -> Linear | RefusedError | None:
        if self.way == "softmax":
            return None
        try:
            found = in_closed_form(self.way, self.inputs, self.targets, self.labels)
            checks.require_bounded(*found, self.farthest)
        except RefusedError as error:
            return error
        return Linear(locked(found.weights), locked(found.bias))

    @cached_property
    def farthest(self) -> Array:
        """The size of the largest of each feature, shape (F,)."""
        # Where few points have moved, only these have to be looked at.
        return super().farthest if vars(self).get("_before") is None else self.mean_loss.farthest

    @cached_property
    def mean_loss(self) -> MeanLoss:
        """The mean loss over the points, as a function of W and b."""
        parts = self.inputs, self.targets, self.settings
        before: FitBefore | None = vars(self).get("_before")
        found = None if before is None else before.mean_loss_of(*parts)
        return found or MeanLoss(*parts)

    @cached_property
    def fit(self) -> Fit:
        """Logits, probabilities and losses of all points, and the gradient of their mean."""
        mean_loss = self.mean_loss  # which begins with what is taken here
        before: FitBefore | None = vars(self).pop("_before", None)
        found = None if before is None else before.fit_of(mean_loss, self.linear)
        return mean_loss.at(self.linear) if found is None else found

    @property
    def trained_fit(self) -> Fit:
        """The same for W and b as they were set or trained, whatever is in use."""
        in_use = not isinstance(self._closed, Linear)
        return self.fit if in_use else self.mean_loss.at(self.trained)

    def knowing(self, fit: Fit) -> Classifier:
        """Return this classifier, whose `fit` has been computed already."""
        vars(self).setdefault("fit", fit)
        vars(self).pop("_before", None)
        return self

    @cached_property
    def base_rate(self) -> float:
        """The mean cross-entropy of the class shares, in nats: what W = 0 can reach."""
        return base_rate_loss(self.mean_loss.targets)

    @cached_property
    def classes(self) -> npt.NDArray[np.intp]:
        """The class of each point, shape (N,); -1 for one without a target."""
        return locked(classes_of(self.targets))

    @cached_property
    def predictions(self) -> npt.NDArray[np.intp]:
        """The predicted class of each point, shape (N,)."""
        is_tied = self.way == "linear"
        return locked(predictions_of(self.fit.logits, TIE) if is_tied else self.fit.predictions)

    def accuracy_of(self, fit: Fit) -> float:
        """Return the share of points of the class that `fit` predicts, of W and b as trained."""
        return share_right(fit.predictions, self.classes)

    @cached_property
    def _state(self) -> State:
        settings = {key: getattr(self.settings, key) for key in SETTINGS}
        logits = scores(self.linear, self.inputs[self.chosen : self.chosen + 1])[0]
        target = self.targets[self.chosen]
        return State(self.labels, logits, target, colors=self.colors, **settings)

    def resolve(self) -> State:
        """Return the state of the chosen point."""
        return self._state

    def absorb(self, state: State) -> Classifier:
        """Return the classifier whose chosen point has `state`.

        Another logit moves the bias of its class, which moves that logit of all points; W and b
        of a closed form are taken over with it, as a start that can be changed.  The target
        is that of the chosen point.  Classes are known by their colours: their rows of W, b and
        targets come, go and move with them.  Raises InvalidStateError.
        """
        before = self.resolve()
        if state is before:
            return self
        subject = self._with_classes_of(before, state)
        changes: dict[str, Any] = {"labels": state.labels, "colors": state.colors}
        if not np.array_equal(state.target_array, subject.targets[subject.chosen]):
            targets = subject.targets.copy()
            targets[subject.chosen] = state.target_array
            changes["targets"] = targets
        settings = ScalarSettings.of(state)
        if settings != self.settings:
            changes["settings"] = settings
        start = subject.before_logits
        if not np.array_equal(state.logit_array, subject.resolve().logit_array):
            if subject.way != "softmax":
                changes |= {"way": "softmax", "weights": subject.linear.weights}
            changes["bias"] = _bias_for(subject, state.logit_array, start)
        after = subject.replaced(**changes)
        put(after, before_logits=start)
        return after

    def _with_classes_of(self, before: State, state: State) -> Classifier:
        """Return the classifier with the classes that `state` has, and the rows that they have."""
        rows = rows_before(before, state)
        if rows is None:
            return self
        require_no_points(self.labels, self.targets, rows)
        return self.replaced(
            labels=state.labels,
            colors=state.colors,
            weights=picked(rows, self.weights),
            bias=picked(rows, self.bias),
            targets=np.ascontiguousarray(picked(rows, self.targets.T).T),
        )

    @cached_property
    def before_logits(self) -> tuple[Array, Array]:
        """The bias before logits were edited, and the logits that it gave.

        A logit that returns to where it was brings back the bias to its last bit; the sum with W x
        has rounded it away.
        """
        return self.linear.bias, self.resolve().logit_array


@np.errstate(all="ignore")
def _bias_for(subject: Classifier, logits: Array, start: tuple[Array, Array]) -> Array:
    """Return the bias with which the chosen point has `logits`, as nearly as floats can.

    It is exact unless W x is so much larger than the logit that no bias gives it.
    """
    at = subject.inputs[subject.chosen : subject.chosen + 1]
    weights, now = subject.linear
    rest = products(weights, at)[:, 0]
    bias = logits - rest
    for beside in (np.nextafter(bias, np.inf), np.nextafter(bias, -np.inf)):
        is_better = (rest + beside == logits) & (rest + bias != logits)
        bias = np.where(is_better, beside, bias)
    known, gave = start
    bias = np.where(logits == subject.resolve().logit_array, now, bias)
    bias = np.where(logits == gave, known, bias)
    return checks.checked_bias(subject.labels, bias)


def _known(subject: Classifier, *names: str) -> dict[str, object]:
    """Return what has been computed already of the properties with these names."""
    return {name: vars(subject)[name] for name in names if name in vars(subject)}
