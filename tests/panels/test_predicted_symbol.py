"""Panels call what a loss predicts with p̂ where that is not the softmax."""

from __future__ import annotations

import pytest

from xentgui.model import State, default_labels, derive
from xentgui.model.view import View
from xentgui.panels.curves import CurvesOverOne
from xentgui.panels.jacobian import Jacobian
from xentgui.panels.simplex import Simplex
from xentgui.panels.trace import Trace

pytestmark = pytest.mark.usefixtures("qapp")

SOFT = State(default_labels(3), (2.0, 1.0, 0.1), (0.7, 0.2, 0.1))


@pytest.mark.parametrize(
    ("panel", "said"),
    [
        (Jacobian, "∂{}/∂z"),
        (Simplex, "{}: "),
        (Trace, ": {} = "),
        (CurvesOverOne, "H({})"),
    ],
)
@pytest.mark.parametrize(
    ("loss", "alpha", "symbol"),
    [("cross_entropy", 2.0, "p"), ("fenchel_young", 1.0, "p"), ("fenchel_young", 2.0, "p̂")],
)
def test_that_a_screen_reader_hears_what_is_predicted(
    panel: type, said: str, loss: str, alpha: float, symbol: str
) -> None:
    snapshot = derive(State(SOFT.labels, SOFT.logits, SOFT.target, loss=loss, alpha=alpha))

    words = panel().describe(snapshot, View())

    assert said.format(symbol) in words
    assert said.format("p" if symbol == "p̂" else "p̂") not in words
