r"""What a loss is.

A loss is a function of u = z/T, and so of p = softmax(u), and of the effective target y.  It
never sees T: the factor 1/T of the chain rule is applied once, by `at_logits`, for all losses.
A loss says everything that the program shows of it, in words, formulas and code, so that
nothing else has to know which loss is chosen.

To add a loss, write a subclass of `Loss` in a file of its own and add one line to `LOSSES`.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from xentgui.model.effective_target import EffectiveTarget
from xentgui.model.rows import Array
from xentgui.model.softmax import Softmax


class LossInput(NamedTuple):
    """What a loss is worked out from; arrays have shape (K,) and must not be written to.

    Attributes
    ----------
    target : the effective target y, with its sum s.
    probabilities, complements : p and 1 - p, each to full relative precision.
    information : -log p in nats; inf where the class is off.
    contributions : y * -log p in nats, the terms of the cross-entropy.
    at_limit : p is the limit of T = 0.  Then a gradient of 0 has to be 0 exactly, because
        `at_logits` makes an infinity of anything else.
    """

    target: EffectiveTarget
    probabilities: Array
    complements: Array
    information: Array
    contributions: Array
    at_limit: bool


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
    def loss_terms(self) -> Array: ...  # noqa: D102
    @property
    def target_sum(self) -> float: ...  # noqa: D102
    @property
    def loss(self) -> float: ...  # noqa: D102


@dataclass(frozen=True, slots=True, eq=False)
class LossStage:
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
        The formula before the numbers, and above them where stages are columns.
    values
        The number of each class, shape (K,).
    is_amount
        Whether the numbers are in the unit of the loss.
    is_typed
        Whether they are shown as a person types them: 1, not 1.000.
    is_signed
        Whether they are shown with their sign.
    total, tail
        What the numbers come to, or None where there is nothing to say; and its formula, with
        one slot.
    is_result
        Whether that total is the loss; then the numbers are shown as its terms.
    of_gradient
        Whether the stage is a part of the gradient, and not of the value.
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
    of_gradient: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class LossFormulas:
    r"""A loss in formulas, as text for any font and as LaTeX.

    Attributes
    ----------
    value, value_latex
        The loss as it is written after its name: "H(y, p)".
    term, term_latex
        What one class adds: "−y·log p".
    gradient
        The derivative by u, in brackets if it is a sum: "(p − y)".
    gradient_stages
        The same for the derivation, as in `LossStage`: when the sum of y is 1, and in general.
        The sum is called s.
    """

    value: str
    value_latex: str
    term: str
    term_latex: str
    gradient: str
    gradient_stages: tuple[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class LossScript:
    """The lines of the exported scripts that work out a loss.

    There are `y`, `probabilities`, `log_probabilities` and, with numpy, `information` before
    them.  The lines of a value end by giving the variable that is called like the loss's key its
    value; those of a gradient give `error` the derivative by u, shape (K,).  PyTorch finds the
    gradient by itself, and needs the line only for T = 0.
    """

    numpy_value: str
    numpy_gradient: str
    torch_value: str
    torch_gradient: str


class Loss(ABC):
    """A loss; one object, which holds no state.

    Attributes
    ----------
    key
        Stable, lower case, a name in Python: goes into files, JSON and scripts.
    name
        English, in the middle of a sentence; marked in the context "losses".
    unit
        "nats" if the loss is an amount of information, which is shown in the unit that a person
        chooses; None if it is a plain number.
    parameters
        The keys of the settings that it depends on beside the temperature and the smoothing.
    formulas, stages, script
        What is shown of it.
    source
        Who defined it: a DOI or a name.
    """

    key: ClassVar[str]
    name: ClassVar[str]
    unit: ClassVar[str | None]
    parameters: ClassVar[tuple[str, ...]] = ()
    formulas: ClassVar[LossFormulas]
    stages: ClassVar[tuple[LossStage, ...]]
    script: ClassVar[LossScript]
    source: ClassVar[str]

    @abstractmethod
    def terms(self, given: LossInput) -> Array:
        """Return what each class adds to the loss, shape (K,); their sum is the loss."""

    @abstractmethod
    def gradient(self, given: LossInput) -> Array:
        """Return the derivative by u = z/T, a new array of shape (K,)."""

    @abstractmethod
    def gradient_bound(self, target: EffectiveTarget) -> float:
        """Return what no component of the derivative by u exceeds in size, whatever u is."""

    @abstractmethod
    def of_rows(self, soft: Softmax, targets: Array) -> Array:
        """Return the loss of each row, shape (N,), for effective targets of shape (N, K).

        It has the same bits as `terms` added up for each row alone.
        """

    def of_classes(self, soft: Softmax, classes: NDArray[np.int64]) -> Array:
        """Return what `of_rows` does if only the class `classes`, shape (N,), is wanted."""
        targets = np.zeros_like(soft.probabilities)
        targets[np.arange(len(classes)), classes] = 1.0
        return self.of_rows(soft, targets)


def at_logits(slopes: Array, temperature: float) -> Array:
    """Return the derivative by z, given the one by u = z/T, whose array may be overwritten.

    It is slopes/T.  At T = 0 it is the limit, infinite with the sign of the slope and 0 where the
    slope is 0, because there p tends to its limit faster than T does.  At T = inf it is 0.
    """
    if temperature == math.inf:
        return np.zeros_like(slopes)
    if temperature == 0.0:
        return np.where(slopes == 0.0, 0.0, np.copysign(np.inf, slopes))
    if temperature != 1.0:
        slopes /= temperature
    return slopes
