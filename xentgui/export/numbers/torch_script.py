"""A short script that computes the same numbers with PyTorch, and the gradient with autograd."""

from __future__ import annotations

import math

from xentgui.export.numbers.looks import Looks
from xentgui.export.numbers.script_data import array, head, labels, print_of, settings
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.losses import Loss

_ALONG = "log_probabilities = torch.log_softmax(logits / temperature, dim=-1)"

_COLD = """\
# The limit of softmax at temperature 0: the largest logits share.
largest = (logits == logits.max()).double()
log_probabilities = torch.log(largest / largest.sum())"""

_HOT = """\
# The limit of softmax at infinite temperature: all classes that are on share.
on = torch.isfinite(logits).double()
log_probabilities = torch.log(on / on.sum())"""

_PROBABILITIES = "probabilities = log_probabilities.exp()"

_PRINT = """\
for label, p, slope in zip(labels, probabilities.tolist(), gradient.tolist()):
    print(f"{label}: p = {p:.6g}, gradient = {slope:+.6g}")"""


def encode(snapshot: Snapshot, _looks: Looks) -> str:
    """Return a script whose variables have the names and the values of the snapshot's fields."""
    state, loss = snapshot.state, chosen_loss(snapshot.state)
    temperature = state.temperature
    cold, hot = temperature == 0, math.isinf(temperature)
    double = ", dtype=torch.float64"
    lines = [
        *head(state, f"Softmax, {loss.name} and its gradient"),
        "import torch",
        "",
        labels(state),
        array("logits", "torch.tensor", state.logits, "torch.inf", double + ", requires_grad=True"),
        array("target", "torch.tensor", state.target, "torch.inf", double),
        *settings(state, "torch.inf"),
        "",
        "y = (1 - label_smoothing) * target + label_smoothing * target.sum() / len(target)",
        _COLD if cold else _HOT if hot else _ALONG,
        loss.script.torch_prediction or _PROBABILITIES,
        loss.script.torch_value,
        _gradient(loss, cold=cold, hot=hot),
        "",
        _PRINT,
        print_of(loss, f"{loss.key}.item()"),
        "",
    ]
    return "\n".join(lines)


def _gradient(loss: Loss, *, cold: bool, hot: bool) -> str:
    if cold:
        return (
            f"{loss.script.torch_gradient}\n"
            "infinite = torch.copysign(torch.full_like(error, torch.inf), error)\n"
            "gradient = torch.where(error == 0, error, infinite)"
        )
    if hot:
        return "gradient = torch.zeros_like(y)"
    return f"{loss.key}.backward()\ngradient = logits.grad"
