"""The size of a figure: its height can follow from its content, and what is too small is refused."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.export.samples import AWKWARD, EXAMPLE, many
from tests.export.test_styles import KEYS, TEN, written
from xentgui.export.choices import PRESETS, Choices, SizePreset
from xentgui.export.figure import Figure
from xentgui.export.figure_size import fitted
from xentgui.export.spec import FigureError, FigureSpec
from xentgui.export.styles import STYLES
from xentgui.model import State, derive
from xentgui.model.view import View

pytestmark = pytest.mark.usefixtures("qapp")
STATES = {"three": EXAMPLE, "ten": TEN, "awkward": AWKWARD, "many": many(2000)}


def _texts(spec: FigureSpec, state: State) -> list[str]:
    return written(Figure(spec, derive(state), View())).texts


def _spec(panels: list[str], width: float, height: float | None, **looks: Any) -> FigureSpec:
    return FigureSpec.in_centimetres(tuple(panels), width, height, **looks)


@pytest.mark.parametrize("state", ["three", "ten", pytest.param("many", marks=pytest.mark.long)])
@pytest.mark.parametrize("preset", [one for one in PRESETS if not one.height], ids=lambda p: p.key)
@pytest.mark.parametrize("panels", [Choices().panels, tuple(KEYS)], ids=["usual", "all"])
def test_that_a_preset_has_room_for_any_panels(
    preset: SizePreset, panels: tuple[str, ...], state: str
) -> None:
    choices = replace(Choices(panels=panels).with_preset(preset), language="en")

    spec = fitted(choices.spec(), derive(STATES[state]), View())

    assert spec.width == choices.spec().width
    assert not any(text.startswith("Too small") for text in _texts(spec, STATES[state]))
    assert 0.1 < spec.height / spec.width < 12.0


@pytest.mark.parametrize("order", ["rows", "log"])
def test_that_cards_have_room_for_the_rows_of_many_classes(order: str) -> None:
    view, snapshot = View(choices={"distribution.bars": order}), derive(STATES["many"])
    panels = (*Choices().panels, "logits", "decomposition")
    asked = FigureSpec.in_pixels(panels, 1600.0, 900.0, style="window", language="en")

    found = fitted(asked, snapshot, view)

    texts = written(Figure(found, snapshot, view)).texts
    assert not any(text.startswith("Too small") for text in texts)
    assert "... and 1990 more" in texts or "… and 1990 more" in texts
    with pytest.raises(FigureError, match="too small"):
        fitted(replace(asked, font_size=40.0, free_type=False), snapshot, view)


def test_that_a_figure_with_more_panels_is_higher() -> None:
    few, more = (
        fitted(_spec(keys, 8.6, None, style="paper"), derive(EXAMPLE), View())
        for keys in (KEYS[:2], KEYS[:6])
    )

    assert more.height > 1.5 * few.height


def test_that_sentences_get_their_room_beside_the_panels() -> None:
    plain, told = (
        fitted(_spec(KEYS[:2], 8.6, None, style="paper", caption=words), derive(EXAMPLE), View())
        for words in ("", "A caption of many words. " * 10)
    )

    assert told.height > plain.height + 3 * plain.font_size


def test_that_a_size_that_does_is_kept() -> None:
    spec = _spec(KEYS[:2], 8.6, 5.0, style="paper")

    assert fitted(spec, derive(EXAMPLE), View()) == spec


@settings(max_examples=12, deadline=None)
@given(
    st.lists(st.sampled_from(KEYS), min_size=1, max_size=5, unique=True),
    st.floats(4.0, 25.0),
    st.sampled_from(sorted(STYLES)),
    st.sampled_from(sorted(STATES)),
)
@example(["flow", "gradient"], 11.0, "paper", "awkward")  # a page can need less than it asks for
def test_that_a_refusal_names_the_least_size_that_would_do(
    panels: list[str], width: float, style: str, name: str
) -> None:
    state, looks = STATES[name], {"style": style, "font_size": 8.0}
    with pytest.raises(FigureError) as refused:
        fitted(_spec(panels, width, 1.6, **looks), derive(state), View())

    least = re.search(r"([\d.]+) × ([\d.]+) cm", str(refused.value))
    assert least is not None, refused.value
    enough = _spec(panels, float(least[1]), float(least[2]), **looks)
    assert fitted(enough, derive(state), View()) is not None
    assert not any(text.startswith("Too small") for text in _texts(enough, state))
    less = _spec(panels, float(least[1]), 0.85 * float(least[2]), **looks)
    with pytest.raises(FigureError):
        fitted(less, derive(state), View())


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("key", KEYS)
def test_that_one_panel_in_a_figure_that_is_refused_could_not_be_read(key: str, style: str) -> None:
    """And in one that is not refused it can."""
    for height in (2.0, 3.0, 4.0, 6.0, 9.0):
        spec = _spec([key], 8.6, height, style=style, font_size=8.0, language="en")
        said = any(text.startswith("Too small") for text in _texts(spec, EXAMPLE))
        try:
            fitted(spec, derive(EXAMPLE), View())
        except FigureError:
            continue
        assert not said


def test_that_text_whose_size_nobody_has_chosen_gives_way_to_more_panels() -> None:
    panels = ("distribution", "information", "gradient", "decomposition", "trace", "where_it_rests")
    usual = FigureSpec.in_pixels(panels, 1920, 1080)

    spec = fitted(usual, derive(EXAMPLE), View())

    assert 0.5 * usual.font_size < spec.font_size < usual.font_size
    assert not any(text.startswith("Too small") for text in _texts(spec, EXAMPLE))
    chosen = FigureSpec.in_pixels(panels, 1920, 1080, font_size=usual.font_size)
    with pytest.raises(FigureError, match="needs at least"):
        fitted(chosen, derive(EXAMPLE), View())
