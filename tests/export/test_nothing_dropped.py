"""In a column of a paper, every mark has its name and its number, or it is said how many have none."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.samples import EXAMPLE, many
from tests.export.test_styles import PAIR, TEN, _figure, written
from xentgui.language.text import probability
from xentgui.model import State, derive
from xentgui.model.view import View
from xentgui.panels.distribution_bars import LARGEST, ROWS
from xentgui.panels.ranked_rows import rows_of

pytestmark = pytest.mark.usefixtures("qapp")
BIRDS = [
    f"{bird}, {age}"
    for bird in ("Chlamydotis macqueenii", "Chlamydotis undulata", "Otis tarda", "Tetrax tetrax")
    for age in ("adult male", "adult female", "juvenile")
][:10]
LONG = State(BIRDS, TEN.logits, TEN.target)


def _numbers(state: State) -> list[str]:
    d = derive(state)
    return [
        probability(d.probabilities.item(k), d.complements.item(k), 3, d.information.item(k))
        for k in range(len(d.logits))
    ]


@pytest.mark.parametrize("state", [EXAMPLE, TEN, LONG], ids=["three", "ten", "long"])
def test_that_each_bar_has_its_number_and_each_kind_of_mark_its_explanation(state: State) -> None:
    texts = written(_figure(state)).texts

    assert not [number for number in _numbers(state) if number not in texts]
    assert {"softmax p", "hardmax", "target y", "target y > 0"} <= set(texts)


def test_that_ten_long_names_stay_ten_names() -> None:
    texts = written(_figure(LONG, ("distribution",))).texts

    words = " ".join(text for text in texts if not re.fullmatch(r"[\d.−+]+", text))
    assert all(start in words for start in ("Chl", "Otis", "Tet"))
    assert not re.search(r"#\d", words)


def test_that_upright_numbers_are_turned_where_they_are_wider_than_their_bars() -> None:
    view = View(choices={"distribution.bars": "upright"})
    figure = _figure(TEN)
    texts = written(type(figure)(figure.spec, figure.snapshot, view)).texts

    assert not [number for number in _numbers(TEN) if number not in texts]
    assert set(TEN.labels) <= set(texts)


@pytest.mark.parametrize("count", [100, 2000, 50_257])
def test_that_many_classes_have_rows_for_the_largest_and_one_for_the_rest(count: int) -> None:
    texts = written(_figure(many(count))).texts

    assert f"… and {count - 10} more" in texts


@settings(max_examples=60)
@given(
    st.lists(st.floats(-40, 40), min_size=2, max_size=60),
    st.integers(0, 10**6),
    st.sampled_from([ROWS, LARGEST]),
)
def test_that_rows_are_the_largest_and_lose_nothing(
    logits: list[float], seed: int, order: str
) -> None:
    target = np.random.default_rng(seed).dirichlet(np.full(len(logits), 0.3))
    snapshot = derive(State([f"c{k}" for k in range(len(logits))], logits, target))
    rows = rows_of(snapshot, order)

    own = [row.which for row in rows if row.which is not None]
    assert len(set(own)) == len(own) == min(len(logits), 12 if len(logits) <= 12 else 10)
    assert snapshot.largest_target in own
    assert sum(row.p for row in rows) == pytest.approx(1.0)
    assert sum(row.y for row in rows) == pytest.approx(snapshot.target_sum)
    others = set(range(len(logits))) - set(own)
    least = sorted(snapshot.probabilities[k] for k in own if k != snapshot.largest_target)[:1]
    assert all(snapshot.probabilities[k] <= min(least, default=1.0) for k in others)
    assert own == sorted(own) or order == LARGEST


def test_that_labels_without_a_place_are_the_last_ones_and_are_counted() -> None:
    state = many(100)
    texts = written(_figure(state, PAIR)).texts

    named = [text for text in texts if re.fullmatch(r".+: [\d.]+", text)]
    assert named
    assert f"… and {100 - len(named)} more" in texts


@pytest.mark.parametrize("panel", ["distribution", "logits", "gradient"])
@pytest.mark.parametrize("count", [10, 25, 100, 3000])
def test_that_in_the_window_too_each_bar_has_its_number_or_is_counted(
    panel: str, count: int
) -> None:
    state = many(count)
    texts = written(_figure(state, (panel,), (14.0, 9.0), "window", values=True)).texts

    numbers = [text for text in texts if re.fullmatch(r"[+−]?\d[\d.e−]*", text)]
    if count < 50:
        assert len(numbers) >= count
        return
    named = [text for text in texts if re.fullmatch(r".+: [+−]?[\d.e−]+", text)]
    assert named
    assert f"… and {count - len(named)} more" in texts


@pytest.mark.parametrize("count", [10, 40])
def test_that_in_the_window_too_dots_without_a_label_are_counted(count: int) -> None:
    texts = written(_figure(many(count), ("information",), (14.0, 9.0), "window")).texts

    named = [text for text in texts if re.fullmatch(r".+: [\d.]+", text)]
    assert len(named) == count or f"… and {count - len(named)} more" in texts
