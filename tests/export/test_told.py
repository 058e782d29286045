"""A figure says at which temperature and smoothing it holds, and an animation what moves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.export.samples import EXAMPLE
from tests.export.test_styles import written
from xentgui.export.animation.sweep import Sweep
from xentgui.export.figure import Figure
from xentgui.export.figure_size import fitted
from xentgui.export.spec import FigureSpec
from xentgui.export.styles import STYLES
from xentgui.export.told import moving
from xentgui.language.fields import FieldError
from xentgui.model import State, derive
from xentgui.model.edits import with_setting
from xentgui.model.view import View

pytestmark = pytest.mark.usefixtures("qapp")
WARM = with_setting(with_setting(EXAMPLE, "temperature", 0.5), "label_smoothing", 0.1)


def _texts(state: State, style: str = "paper", **looks: object) -> list[str]:
    spec = FigureSpec.in_centimetres(
        ("distribution", "information"), 17.5, 9.0, style=style, **looks
    )
    return written(Figure(spec, derive(state), View())).texts


@pytest.mark.parametrize("style", STYLES)
def test_that_a_figure_says_what_is_not_usual(style: str) -> None:
    assert "T = 0.5, ε = 0.1" in _texts(WARM, style)
    assert not [text for text in _texts(EXAMPLE, style) if text.startswith(("T =", "ε ="))]


def test_that_nothing_is_said_twice() -> None:
    texts = _texts(WARM, heading="At T = {T}")

    assert "At T = 0.5" in texts
    assert "ε = 0.1" in texts


def test_that_each_frame_says_what_moves() -> None:
    for parameter, start in (
        ("temperature", "T = 0.5"),
        ("logit", "z₂ = 0.5"),
        ("gamma", "γ = 0.5"),
    ):
        states = Sweep(parameter, 0.5, 2.0, 3, index=1).states(EXAMPLE)
        for state in (states[0], states[2]):
            spec = replace(FigureSpec.in_pixels(("distribution",), 900, 500), moving=moving(states))
            texts = written(Figure(spec, derive(state), View())).texts
            symbol = start.partition(" ")[0]
            assert len([text for text in texts if text.startswith(f"{symbol} = ")]) == 1


def test_that_an_unknown_field_is_refused_before_anything_is_painted() -> None:
    spec = FigureSpec.in_pixels(("distribution",), 900, 500, caption="{nothing}")

    with pytest.raises(FieldError):
        fitted(spec, derive(EXAMPLE), View())
