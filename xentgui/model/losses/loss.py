r"""What a loss is.

A loss is a function of u = z/T, and so of p = softmax(u), and of the effective target y.  It
never sees T: the factor 1/T of the chain rule is applied once, by `at_logits`, for all losses.
A loss holds everything that the program shows about it, in words, formulas and code, so that no
other code has to know which loss is chosen.

To add a loss, write a subclass of `Loss` in a file of its own and add one line to `LOSSES`.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, NamedTuple

import numpy as np

from xentgui.model.effective_target import EffectiveTarget
from xentgui.model.losses.loss_text import LossFormulas, LossNumbers, LossScript, LossStage
from xentgui.model.rows import Array, row_sums
from xentgui.model.softmax import Softmax

if TYPE_CHECKING:
    from numpy.typing import NDArray

Parameters = Mapping[str, float]
"""The values of a loss's own settings, by key."""

NO_PARAMETERS: Parameters = MappingProxyType({})


class LossInput(NamedTuple):
    """What a loss is computed from; arrays have shape (K,) and must not be written to.

    Attributes
    ----------
    target : the effective target y, with its sum s.
    soft : the softmax as a batch of one row, which has (z - max)/T, too.
    probabilities, complements : p and 1 - p, each to full relative precision.
    information : -log p in nats; inf where the class is off.
    contributions : y * -log p in nats, the terms of the cross-entropy.
    at_limit : p is the limit at T = 0.  Then a gradient of 0 has to be exactly 0, because
    `at_logits` turns every other number into an infinity.
    parameters : the values of the settings that the loss names as its own.
    """

    target: EffectiveTarget
    soft: Softmax
    probabilities: Array
    complements: Array
    information: Array
    contributions: Array
    at_limit: bool
    parameters: Parameters = NO_PARAMETERS


class Loss(ABC):
    """A loss.  There is one object for each loss, and it never changes.

    Attributes
    ----------
    key
        Stable, in lower case, a valid name in Python; used in files, JSON and scripts.
    name
        In English, as it stands in the middle of a sentence; marked in the context "losses".
    tip
        One line in English that says what it is; in the same context.
    unit
        "nats" if the loss is an amount of information, which is shown in the unit that a person
        chooses; None if it is a number without unit.
    parameters
        The keys of the settings that the loss depends on, apart from temperature and smoothing.
    formulas, stages, script
        What is shown of it.
    predictor
        What turns u into the probabilities that the loss judges: "softmax" for nearly all losses.
    rows_need_complements
        Whether the losses of rows and their gradients depend on 1 - p, which takes time.
    source
        Where the loss was defined: a DOI or a name.
    """

    key: ClassVar[str]
    name: ClassVar[str]
    tip: ClassVar[str]
    unit: ClassVar[str | None]
    parameters: ClassVar[tuple[str, ...]] = ()
    formulas: ClassVar[LossFormulas]
    stages: ClassVar[tuple[LossStage, ...]]
    script: ClassVar[LossScript]
    source: ClassVar[str]
    predictor: ClassVar[str] = "softmax"
    rows_need_complements: ClassVar[bool] = True

    def predicted(self, soft: Softmax, parameters: Parameters) -> Softmax:
        """Return the probabilities that the loss judges, and what follows from them, row by row."""
        return soft

    def score_for(self, share: float, others: Array, parameters: Parameters) -> float:
        """Return the u with which a class is predicted with the probability `share`, 0 … 1.

        `others`, shape (n,), are the u of the other classes, with the maximum 0.  Only for losses
        with a predictor of their own.
        """
        raise NotImplementedError

    def chosen_with(self, settings: object) -> Loss:
        """Return the loss for `settings`, which have the parameters as attributes.

        It is another one where a parameter makes it a loss of another kind.
        """
        return self

    def parameters_in(self, settings: object) -> Parameters:
        """Return the values of the loss's own settings; `settings` has them as attributes."""
        if not self.parameters:
            return NO_PARAMETERS
        return {key: getattr(settings, key) for key in self.parameters}

    @abstractmethod
    def row_terms(self, soft: Softmax, targets: Array, parameters: Parameters) -> Array:
        """Return the contribution of each class of each row, shape (N, K).

        `targets` are effective targets of shape (N, K).
        """

    @abstractmethod
    def gradient(self, given: LossInput) -> Array:
        """Return the derivative by u = z/T, a new array of shape (K,)."""

    @abstractmethod
    def gradient_bound(self, target: EffectiveTarget, parameters: Parameters) -> float:
        """Return an upper bound for the size of every component of the derivative by u.

        It is inf if there is none.
        """

    def by_probabilities(self, numbers: LossNumbers) -> Array | None:
        """Return the derivative by p, shape (K,), as if each p could be moved alone.

        None if the loss is no function of the probabilities that it judges, but of the logits.
        """
        return None

    def has_minimum(self, target: Array, parameters: Parameters) -> bool:
        """Return whether the loss is least at finite logits, for an effective target, shape (K,).

        Most losses are, if every class is asked for; else the logits grow for ever.
        """
        return bool((target > 0.0).all())

    def terms(self, given: LossInput) -> Array:
        """Return the contribution of each class, shape (K,)."""
        targets = given.target.target.reshape(1, -1)
        row: Array = self.row_terms(given.soft, targets, given.parameters)[0]
        return row

    def value(self, given: LossInput, terms: Array) -> float:
        """Return the loss; `terms` are its `terms`."""
        return float(row_sums(terms))

    def of_rows(self, soft: Softmax, targets: Array, parameters: Parameters) -> Array:
        """Return the loss of each row, shape (N,), for effective targets of shape (N, K).

        Each has the same bits as `value` for that row alone.
        """
        return row_sums(self.row_terms(soft, targets, parameters))

    def gradient_of_rows(
        self,
        soft: Softmax,
        targets: Array,
        totals: Array,
        parameters: Parameters,
        rests: Array | None = None,
    ) -> Array | None:
        """Return `gradient` of each row above T = 0, shape (N, K); None to have it row by row.

        `totals` are the sums of the targets, shape (N,), and `rests` those of the targets of the
        other classes, shape (N, K), if they are known (`sums_of_others`).
        """
        return None

    def of_classes(
        self, soft: Softmax, classes: NDArray[np.int64], parameters: Parameters
    ) -> Array:
        """Return the losses, shape (N,), for one-hot targets at `classes`, shape (N,)."""
        targets = np.zeros_like(soft.probabilities)
        targets[np.arange(len(classes)), classes] = 1.0
        return self.of_rows(soft, targets, parameters)


def at_logits(slopes: Array, temperature: float) -> Array:
    """Return the derivative by z, shape (K,); `slopes`, the one by u = z/T, may be overwritten.

    It is slopes/T.  At T = 0 it is the limit: infinite with the sign of the slope, and 0 where the
    slope is 0, because there p approaches its limit faster than T does.  At T = inf it is 0.
    """
    if temperature == math.inf:
        return np.zeros_like(slopes)
    if temperature == 0.0:
        return np.where(slopes == 0.0, 0.0, np.copysign(np.inf, slopes))
    if temperature != 1.0:
        slopes /= temperature
    return slopes


def bound_at_logits(bound: float, temperature: float) -> float:
    """Return what no derivative by z exceeds in size, given the same for the one by u = z/T."""
    if bound == 0.0 or temperature == math.inf:
        return 0.0
    return bound / temperature if temperature else math.inf
