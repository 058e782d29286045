"""What is remembered of a dialog."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.export.choices import PRESETS, Choices, from_text, to_text
from xentgui.export.spec import FigureError

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_every_preset_is_a_figure_that_can_be_made_and_is_recognised(preset: object) -> None:
    assert preset in PRESETS
    choices = Choices().with_preset(preset)  # type: ignore[arg-type]

    assert choices.preset() == preset
    assert min(choices.spec().device_size) >= 500


def test_that_half_a_slide_has_the_letters_of_a_whole_one_in_the_style_of_the_window() -> None:
    whole, half = (
        replace(
            Choices().with_preset(next(p for p in PRESETS if p.key == key)), style="window"
        ).spec()
        for key in ("slide", "half_slide")
    )

    assert half.font_size == pytest.approx(whole.font_size, abs=0.05)


def test_that_choices_are_remembered_but_for_the_sentences_of_one_figure() -> None:
    chosen = Choices(("gradient",), "cm", 8.5, 6.0, 600.0, 8.0, "paper", "print", "white", titles=False,
                     heading="A", caption="B", language="zh_CN", file_format="pdf")  # fmt: skip

    assert from_text(to_text(chosen)) == replace(chosen, heading="", caption="")


@given(st.dictionaries(st.sampled_from(sorted(asdict(Choices()))), json_values))
def test_that_spoilt_choices_are_mended(spoilt: dict[str, object]) -> None:
    choices = from_text(json.dumps(spoilt))

    assert from_text(to_text(choices)) == replace(choices, heading="", caption="")
    with suppress(FigureError):  # a size of 0, say, is told and not crashed on
        choices.spec()


@given(st.text())
def test_that_noise_is_no_choice(noise: str) -> None:
    assert isinstance(from_text(noise), Choices)
