from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from xentgui.language.text import MINUS
from xentgui.model import Snapshot, State, derive
from xentgui.panels.derivation_page.stage import Line, shown_classes
from xentgui.panels.derivation_page.stages import Working, working

SEED = State(("class 1", "class 2", "class 3"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))
INF = math.inf


def _working(state: State, unit: str = "nats", highlight: int | None = None) -> Working:
    return working(derive(state), unit, 4, highlight)


def _line(found: Working, key: str) -> Line:
    return next(line for line in found.lines if line.stage.key == key)


def _value(text: str) -> float:
    return float(text.replace(MINUS, "-").replace("∞", "inf"))


def test_that_the_worked_example_reads_as_in_the_article() -> None:
    found = _working(SEED)

    assert {line.stage.key: line.cells for line in found.lines} == {
        "logits": ("2.33", "−1.46", "0.56"),
        "shift": ("0", "−3.79", "−1.77"),
        "exponent": ("1", "0.023", "0.170"),
        "normalise": ("0", "−3.79", "−1.77"),
        "probability": ("0.838", "0.019", "0.143"),
        "information": ("0.176", "3.966", "1.946"),
        "weight": ("1", "0", "0"),
        "sum": ("0.176", "0", "0"),
        "gradient": ("−0.162", "+0.019", "+0.143"),
    }
    results = {line.stage.key: [word.text for word in line.tail_words] for line in found.lines}
    assert results["exponent"] == ["1.193"]
    assert results["normalise"] == ["0.838"]
    assert results["sum"] == ["0.176"]


@pytest.mark.parametrize("unit", ["nats", "bits", "dits"])
@pytest.mark.parametrize("temperature", [0.5, 1.0, 3.0])
@pytest.mark.parametrize("smoothing", [0.0, 0.1])
def test_every_number_is_that_of_the_snapshot(
    unit: str, temperature: float, smoothing: float
) -> None:
    state = State(
        [f"c{k}" for k in range(7)],
        [0.3, -1.2, 2.5, 0.0, 1.1, -0.4, 0.9],
        [0.1, 0.2, 0.3, 0.0, 0.2, 0.1, 0.1],
        temperature=temperature,
        label_smoothing=smoothing,
    )
    snapshot = derive(state)
    size = {"nats": 1.0, "bits": math.log(2), "dits": math.log(10)}[unit]
    wanted = {
        "logits": snapshot.logits,
        "temperature": snapshot.logits / temperature,
        "shift": (snapshot.logits - 2.5) / temperature,
        "exponent": np.exp((snapshot.logits - 2.5) / temperature),
        "probability": snapshot.probabilities,
        "information": snapshot.information / size,
        "weight": snapshot.effective_target,
        "sum": snapshot.contributions / size,
        "gradient": snapshot.gradient,
    }

    found = working(snapshot, unit, 4, None)

    for line in found.lines:
        if line.stage.key in wanted:
            told = [_value(cell) for cell in line.cells]
            np.testing.assert_allclose(
                told, wanted[line.stage.key], atol=5.1e-4, err_msg=line.stage.key
            )
    assert _value(_line(found, "sum").tail_words[0].text) == pytest.approx(
        snapshot.cross_entropy / size, abs=5.1e-4
    )


@pytest.mark.parametrize(
    ("unit", "log"), [("nats", r"\ln"), ("bits", r"\log_2"), ("dits", r"\log_{10}")]
)
def test_that_the_unit_is_the_base_of_the_logarithm(unit: str, log: str) -> None:
    assert log in _line(_working(SEED, unit), "information").head


def test_that_temperature_and_smoothing_stand_in_the_formulas() -> None:
    plain, both = _working(SEED), _working(replace(SEED, temperature=2.0, label_smoothing=0.1))

    assert _line(plain, "gradient").head == "p - y"
    assert _line(both, "gradient").head == r"(p - \tilde y)/T"
    assert _line(both, "temperature").head_words[0].text == "2"
    assert r"\tilde y" in _line(both, "weight").head


def test_that_a_target_whose_sum_is_not_1_stands_in_the_gradient() -> None:
    found = _working(replace(SEED, target=(0.9, 0.0, 0.0)))

    assert _line(found, "gradient").head == r"s\,p - y"
    assert _line(found, "weight").tail_words[0].text == "0.9"


def test_that_a_negative_maximum_is_added() -> None:
    line = _line(_working(replace(SEED, logits=(-2.0, -3.5, -4.0))), "shift")

    assert (line.head, line.head_words[0].text, line.head_words[0].owner) == ("z + @4", "2", 0)


def test_that_the_class_derived_is_the_one_lit_or_else_the_targets_largest() -> None:
    state = replace(SEED, target=(0.2, 0.5, 0.3))

    assert _working(state).derived == 1
    line = _line(_working(state, highlight=2), "normalise")
    assert [word.text for word in (*line.head_words, *line.tail_words)] == ["3", "0.143"]


@pytest.mark.parametrize(
    ("state", "key", "cells"),
    [
        (replace(SEED, logits=(2.0, -INF, 0.0)), "logits", ("2", "−∞", "0")),
        (replace(SEED, logits=(2.0, -INF, 0.0)), "exponent", ("1", "0", "0.135")),
        (replace(SEED, logits=(2.0, -INF, 0.0)), "information", ("0.127", "∞", "2.127")),
        (replace(SEED, logits=(2.0, -INF, 0.0)), "sum", ("0.127", "0", "0")),  # 0·∞ = 0
        (replace(SEED, temperature=0.0), "temperature", ("∞", "−∞", "∞")),
        (replace(SEED, temperature=0.0), "shift", ("0", "−∞", "−∞")),
        (replace(SEED, temperature=0.0), "probability", ("1", "0", "0")),
        (replace(SEED, temperature=INF), "temperature", ("0", "0", "0")),
        (replace(SEED, temperature=INF), "probability", ("0.333", "0.333", "0.333")),
        (replace(SEED, temperature=INF), "gradient", ("0", "0", "0")),
        (replace(SEED, logits=(123.0, 456.0, 789.0)), "sum", ("666", "0", "0")),
        (
            replace(SEED, logits=(40.0, 0.0, 0.0)),
            "probability",
            ("1 − 8.5e−18", "4.2e−18", "4.2e−18"),
        ),
        (replace(SEED, logits=(40.0, 0.0, 0.0)), "sum", ("8.5e−18", "0", "0")),
        (replace(SEED, logits=(0.0, -1000.0, 0.0)), "probability", ("0.500", "2.5e−435", "0.500")),
    ],
)
def test_that_what_is_extreme_is_told_as_it_is(
    state: State, key: str, cells: tuple[str, ...]
) -> None:
    assert _line(_working(state), key).cells == cells


def test_that_an_impossible_target_costs_without_bound() -> None:
    found = _working(replace(SEED, logits=(-INF, 0.0, 0.0)))

    assert _line(found, "sum").tail_words[0].text == "∞"


def _many(count: int, target: int) -> Snapshot:
    logits = np.linspace(-2.0, 2.0, count)
    return derive(
        State([f"c{k}" for k in range(count)], logits, [float(k == target) for k in range(count)])
    )


@pytest.mark.parametrize("count", [2, 3, 12])
def test_that_up_to_a_dozen_classes_are_all_shown(count: int) -> None:
    assert shown_classes(_many(count, 1), None) == tuple(range(count))


@pytest.mark.parametrize("count", [13, 50, 1000])
@pytest.mark.parametrize("target", [0, 7, 12])
@pytest.mark.parametrize("lit", [None, 0, 5, 7])
def test_that_of_many_classes_a_few_are_shown_always_as_many(
    count: int, target: int, lit: int | None
) -> None:
    shown = shown_classes(_many(count, target), lit)

    assert len(shown) == 4
    assert list(shown) == sorted(set(shown))
    assert {0, target, count - 1} | ({lit} if lit is not None else set()) <= set(shown)


def test_that_more_decimals_show_here_too() -> None:
    line = _line(working(derive(SEED), "nats", 7, None), "probability")

    assert line.cells == ("0.838273", "0.018941", "0.142786")
