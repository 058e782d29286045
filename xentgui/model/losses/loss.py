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
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Protocol

import numpy as np

from xentgui.model.effective_target import EffectiveTarget
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


class HasTemperature(Protocol):
    """A state, which has the loss's own settings, too."""

    @property
    def temperature(self) -> float: ...  # noqa: D102


class LossNumbers(Protocol):
    """The fields of `Snapshot` that a stage of the derivation may show."""

    @property
    def effective_target(self) -> Array: ...  # noqa: D102
    @property
    def probabilities(self) -> Array: ...  # noqa: D102
    @property
    def complements(self) -> Array: ...  # noqa: D102
    @property
    def information(self) -> Array: ...  # noqa: D102
    @property
    def logits(self) -> Array: ...  # noqa: D102
    @property
    def loss_terms(self) -> Array: ...  # noqa: D102
    @property
    def gaps(self) -> Array: ...  # noqa: D102
    @property
    def state(self) -> HasTemperature: ...  # noqa: D102
    @property
    def target_sum(self) -> float: ...  # noqa: D102
    @property
    def loss(self) -> float: ...  # noqa: D102


class LossStage(NamedTuple):
    r"""One step of the derivation that belongs to a loss, between the softmax and the gradient.

    Formulas are LaTeX.  In them ``@y`` stands for the target (y, or \tilde y under label
    smoothing), ``@log`` for the logarithm to the base of the unit, and ``@4`` for room for a
    number of four digits.

    Attributes
    ----------
    key
        Its name in the program.
    caption, smoothed_caption
        What is done, in English, marked in the context "panels"; under label smoothing the
        second one, if there is one.
    head, column
        The formula before the numbers, and the formula above them where stages are columns.
    general_column
        The latter for a target that does not sum to 1; "" if it is no other.
    values
        The number of each class, shape (K,).
    is_amount
        Whether the numbers are in the unit of the loss.
    is_typed
        Whether the numbers are shown as a person types them: 1, not 1.000.
    is_signed
        Whether the numbers are shown with their sign.
    total, tail
        The sum of the numbers, or None if none is shown; and its formula, with one slot.
    is_result
        Whether `total` is the loss; then the numbers are shown as its terms.
    rest
        What the loss has beyond the sum of its terms, or None if it has nothing more.
    of_gradient
        Whether the stage belongs to the gradient, not to the value.
    is_sum
        Whether `total` is the sum of the numbers; else it is not written below their column.
    of_prediction
        Whether the stage belongs to the probabilities, not to the value.
    """

    key: str
    caption: str
    head: str
    column: str
    values: Callable[[LossNumbers], Array]
    smoothed_caption: str = ""
    is_amount: bool = False
    is_typed: bool = False
    is_signed: bool = False
    total: Callable[[LossNumbers], float | None] | None = None
    tail: str = ""
    is_result: bool = False
    rest: Callable[[LossNumbers], float | None] | None = None
    of_gradient: bool = False
    of_prediction: bool = False
    is_sum: bool = True
    general_column: str = ""


class LossFormulas(NamedTuple):
    r"""The formulas of a loss, as text for any font and as LaTeX.

    Attributes
    ----------
    value, value_latex
        The loss as it is written after its name: "H(y, p)".
    term, term_latex
        What one class contributes: "−y·log p".
    gradient
        The derivative by u if y sums to 1, in brackets if it is a sum: "(p − y)".
    gradient_stages
        The gradient for the derivation, written as in `LossStage`: first for a sum of y of 1, then
        in general.  The sum is called s.
    general_gradient
        The derivative by u for any sum of y: "(Σy·p − y)"; "" if it is no other.
    by_probabilities
        The derivative by p: "−y/p"; "" if it is long, or if there is none.
    """

    value: str
    value_latex: str
    term: str
    term_latex: str
    gradient: str
    gradient_stages: tuple[str, str]
    general_gradient: str = ""
    by_probabilities: str = ""

    def gradient_of(self, *, is_normalised: bool) -> str:
        """Return the derivative by u as it holds for a target that sums to 1, or for another."""
        return self.gradient if is_normalised else self.general_gradient or self.gradient


class LossScript(NamedTuple):
    """The lines of the exported scripts that compute a loss.

    The lines may use `y`, `probabilities`, `log_probabilities` and, with numpy, `information`.  The
    lines of the value assign it to a variable that has the name of the loss's key.  The lines of
    the gradient assign the derivative by u, shape (K,), to `error`.  PyTorch computes the gradient
    itself, and needs the line only for T = 0.  The lines of the prediction replace the
    probabilities of softmax by those that the loss judges; "" if it judges those of softmax.
    """

    numpy_value: str
    numpy_gradient: str
    torch_value: str
    torch_gradient: str
    numpy_prediction: str = ""
    torch_prediction: str = ""


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
