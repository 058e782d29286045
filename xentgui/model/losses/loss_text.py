"""What the program shows of a loss in formulas, stages and code."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from xentgui.model.rows import Array


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
