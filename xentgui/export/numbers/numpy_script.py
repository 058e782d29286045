"""A short script that computes the same numbers with numpy."""

from __future__ import annotations

import math

from xentgui.export.numbers.looks import Looks
from xentgui.export.numbers.script_data import array, head, labels, print_of, settings
from xentgui.model import Snapshot, chosen_loss

_ALONG = """\
shifted = (logits - logits.max()) / temperature
others = np.exp(shifted)
others[shifted.argmax()] = 0  # the largest is 1, and log1p keeps what is small beside it
log_probabilities = shifted - np.log1p(others.sum())"""

_COLD = """\
# The limit of softmax at temperature 0: the largest logits share.
largest = logits == logits.max()
log_probabilities = np.where(largest, -np.log(largest.sum()), -np.inf)"""

_HOT = """\
# The limit of softmax at infinite temperature: all classes that are on share.
on = np.isfinite(logits)
log_probabilities = np.where(on, -np.log(on.sum()), -np.inf)"""

_PROBABILITIES = """\
probabilities = np.exp(log_probabilities)
information = 0 - log_probabilities"""

_ENTROPIES = """\
entropy = np.multiply(
    probabilities, information, out=np.zeros_like(y), where=probabilities > 0
).sum()
target_entropy = -np.multiply(
    y, np.log(y, out=np.zeros_like(y), where=y > 0)
).sum()
"""

_PRINT = """\
for label, p, slope in zip(labels, probabilities, gradient):
    print(f"{label}: p = {p:.6g}, gradient = {slope:+.6g}")"""


def encode(snapshot: Snapshot, _looks: Looks) -> str:
    """Return a script whose variables have the names and the values of the snapshot's fields."""
    state, loss = snapshot.state, chosen_loss(snapshot.state)
    temperature = state.temperature
    lines = [
        *head(state, f"Softmax, {loss.name} and its gradient"),
        "import numpy as np",
        "",
        labels(state),
        array("logits", "np.array", state.logits, "np.inf"),
        array("target", "np.array", state.target, "np.inf"),
        *settings(state, "np.inf"),
        "",
        "y = (1 - label_smoothing) * target + label_smoothing * target.sum() / len(target)",
        "",
        _COLD if temperature == 0 else _HOT if math.isinf(temperature) else _ALONG,
        loss.script.numpy_prediction or _PROBABILITIES,
        loss.script.numpy_value,
        _ENTROPIES,
        loss.script.numpy_gradient,
        _gradient(temperature),
        "",
        _PRINT,
        print_of(loss, loss.key),
        "",
    ]
    return "\n".join(lines)


def _gradient(temperature: float) -> str:
    if temperature == 0:
        return "gradient = np.where(error == 0, 0.0, np.copysign(np.inf, error))"
    if math.isinf(temperature):
        return "gradient = np.zeros_like(error)"
    return "gradient = error / temperature"
