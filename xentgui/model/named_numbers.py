"""The numbers that texts, questions and tasks can name: "loss", "p:2", "gap:1,3".

Classes, inputs and weights are counted from 1 in a name, as people count them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from xentgui.model.information import cross_terms
from xentgui.model.losses import chosen_loss
from xentgui.model.rows import row_sums
from xentgui.model.snapshot import Snapshot
from xentgui.model.subjects import classifier_of

if TYPE_CHECKING:
    from xentgui.model.subjects.classifier import Classifier

NAME_FORM: Final = r"([A-Za-z]+(?:_[a-z]+)?)(?::([0-9]{1,9})(?:,([0-9]{1,9}))?)?"
"""The form of a name: a word, and after a colon up to two numbers."""

_NAME: Final = re.compile(NAME_FORM)
Read = Callable[..., float]


class Kind(NamedTuple):
    """One sort of number.

    Attributes
    ----------
    read
        Returns the number, in nats, of a snapshot and of indices from 0; NaN if there is none.
    of
        What each index counts: "class", "input" or "feature".
    is_information
        Whether the number is an amount of information, which people see in their unit.
    is_share
        Whether it lies between 0 and 1.
    """

    read: Read
    of: tuple[str, ...] = ()
    is_information: bool = False
    is_share: bool = False


class Named(NamedTuple):
    """A number by its name, such as "p:2": `kind` is a key of `KINDS`, `at` counts from 0."""

    kind: str
    at: tuple[int, ...] = ()

    def __str__(self) -> str:
        """Return the name."""
        return self.kind + (":" + ",".join(str(one + 1) for one in self.at) if self.at else "")

    def value(self, snapshot: Snapshot) -> float:
        """Return the number in nats; NaN if `snapshot` has none of this name."""
        return KINDS[self.kind].read(snapshot, *self.at) if self.is_in(snapshot) else math.nan

    def is_in(self, snapshot: Snapshot) -> bool:
        """Return whether `snapshot` has so many classes and inputs."""
        counts = _counts(snapshot)
        pairs = zip(KINDS[self.kind].of, self.at, strict=True)
        return all(index < counts[what] for what, index in pairs)


def named(name: str) -> Named | None:
    """Return what a name stands for; None if it is not the name of a number.

    >>> named("p:2"), str(named("gap:1,3")), named("p"), named("q:1")
    (Named(kind='p', at=(1,)), 'gap:1,3', None, None)
    """
    found = _NAME.fullmatch(name)
    if found is None or found[1] not in KINDS:
        return None
    at = tuple(int(one) - 1 for one in found.groups()[1:] if one is not None)
    if len(at) != len(KINDS[found[1]].of) or any(one < 0 for one in at):
        return None
    return Named(found[1], at)


def _counts(snapshot: Snapshot) -> Mapping[str, int]:
    subject = classifier_of(snapshot)
    inputs = 0 if subject is None else subject.points.shape[1]
    features = 0 if subject is None else subject.inputs.shape[1]
    return {"class": len(snapshot.logits), "input": inputs, "feature": features}


def _array(name: str) -> Read:
    return lambda snapshot, k: float(getattr(snapshot, name)[k])


def _gap(snapshot: Snapshot, one: int, other: int) -> float:
    return _difference(float(snapshot.logits[one]), float(snapshot.logits[other]))


def _ratio(snapshot: Snapshot, one: int, other: int) -> float:
    """Return p of one class, divided by that of another; the exponential of their gap over T."""
    information = snapshot.information
    gap = _difference(float(information[other]), float(information[one]))
    with np.errstate(over="ignore"):
        return float(np.exp(gap))


def _difference(one: float, other: float) -> float:
    return one - other if math.isfinite(one) or math.isfinite(other) else math.nan


def _reverse(snapshot: Snapshot) -> float:
    """Return H(p, y): infinite where p asks for what y excludes."""
    p, y = snapshot.probabilities, snapshot.effective_target
    with np.errstate(divide="ignore"):
        information = np.subtract(0.0, np.log(y))
    return float(row_sums(cross_terms(p, information, p.nonzero()[0])))


def _of_classifier(read: Callable[..., float]) -> Read:
    def value(snapshot: Snapshot, *at: int) -> float:
        subject = classifier_of(snapshot)
        return math.nan if subject is None else float(read(subject, snapshot, *at))

    return value


def _accuracy(subject: Classifier, _snapshot: Snapshot) -> float:
    from xentgui.model.classifier.judgement import share_right  # noqa: PLC0415 - with a classifier

    return share_right(subject.predictions, subject.classes)


def _slope(subject: Classifier, snapshot: Snapshot, k: int, j: int) -> float:
    """Return ∂L/∂W[k, j] at the chosen point: the error at z times the input."""
    return float(snapshot.gradient[k]) * float(subject.inputs[subject.chosen, j])


KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "p": Kind(_array("probabilities"), ("class",), is_share=True),
        "y": Kind(_array("effective_target"), ("class",)),
        "z": Kind(_array("logits"), ("class",)),
        "h": Kind(_array("information"), ("class",), is_information=True),
        "g": Kind(_array("gradient"), ("class",)),
        "gap": Kind(_gap, ("class", "class")),
        "ratio": Kind(_ratio, ("class", "class")),
        "loss": Kind(lambda snapshot: snapshot.loss, is_information=True),
        "entropy": Kind(lambda snapshot: snapshot.entropy, is_information=True),
        "floor": Kind(lambda snapshot: snapshot.target_entropy, is_information=True),
        "kl": Kind(lambda snapshot: snapshot.kl_divergence, is_information=True),
        "cross_entropy": Kind(lambda snapshot: snapshot.cross_entropy, is_information=True),
        "reverse": Kind(_reverse, is_information=True),
        "log_k": Kind(lambda snapshot: math.log(len(snapshot.logits)), is_information=True),
        "perplexity": Kind(lambda snapshot: snapshot.perplexity),
        "p_true": Kind(
            lambda snapshot: float(snapshot.probabilities[snapshot.largest_target]), is_share=True
        ),
        "p_max": Kind(lambda snapshot: float(snapshot.probabilities.max()), is_share=True),
        "z_sum": Kind(lambda snapshot: float(row_sums(snapshot.logits))),
        "y_sum": Kind(lambda snapshot: snapshot.target_sum),
        "T": Kind(lambda snapshot: snapshot.state.temperature),
        "epsilon": Kind(lambda snapshot: snapshot.state.label_smoothing, is_share=True),
        "K": Kind(lambda snapshot: float(len(snapshot.logits))),
        "x": Kind(
            _of_classifier(lambda subject, _, j: subject.points[subject.chosen, j]), ("input",)
        ),
        "w": Kind(
            _of_classifier(lambda subject, _, k, j: subject.linear.weights[k, j]),
            ("class", "feature"),
        ),
        "b": Kind(_of_classifier(lambda subject, _, k: subject.linear.bias[k]), ("class",)),
        "dw": Kind(_of_classifier(_slope), ("class", "feature")),
        "accuracy": Kind(
            _of_classifier(_accuracy),
            is_share=True,
        ),
        "mean_loss": Kind(_of_classifier(lambda subject, _: subject.fit.loss), is_information=True),
    }
)
"""Every sort of number, by the word for it."""


def is_information(name: Named, snapshot: Snapshot) -> bool:
    """Return whether a number is shown in the unit of information: not so a loss of another kind."""
    if name.kind in {"loss", "mean_loss"}:
        return chosen_loss(snapshot.state).unit is not None
    return KINDS[name.kind].is_information
