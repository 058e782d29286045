"""What every loss owes to those who use it, each against its definition to 50 digits."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator
from decimal import Decimal

import numpy as np
import pytest

from tests.model.losses.definitions import (
    DEFINITIONS,
    PARAMETERS,
    exact_gradient,
    exact_terms,
)
from tests.model.oracle import SMALLEST_NORMAL
from tests.model.regimes import LOGITS, targets
from xentgui.model.effective_target import EffectiveTarget, effective_target_of
from xentgui.model.information import cross_terms
from xentgui.model.losses import LOSSES, Loss
from xentgui.model.losses.hinge import Hinge
from xentgui.model.losses.hinge_cs import HINGE_CS
from xentgui.model.losses.loss import LossInput, at_logits
from xentgui.model.rows import locked
from xentgui.model.settings_of_state import LOSS_SETTINGS
from xentgui.model.softmax import Softmax, softmax_rows

INF = math.inf
ULP = 2.0**-52
EVERY_LOSS = tuple(LOSSES.values())
every_loss = pytest.mark.parametrize("loss", EVERY_LOSS, ids=lambda loss: loss.key)
# Where -log p is no float64 there is nothing to compare with.
CASES = [(name, row) for name, row in LOGITS if len(row) <= 10 and max(map(abs, row)) != 1e308]
every_row = pytest.mark.parametrize("row", [row for _, row in CASES], ids=[n for n, _ in CASES])


@np.errstate(all="ignore")
def _given(
    loss: Loss,
    logits: list[float],
    target: list[float],
    temperature: float = 1.0,
    smoothing: float = 0.0,
) -> LossInput:
    """Return what `loss` is worked out from, as `derive` makes it."""
    soft = loss.predicted(_softmax(tuple(logits), temperature), PARAMETERS)
    effective = _effective(tuple(target), smoothing)
    information = soft.information[0]
    return LossInput(
        effective,
        soft,
        locked(soft.probabilities[0]),
        locked(soft.complements[0]),
        locked(information),
        locked(cross_terms(effective.target, information, effective.support)),
        temperature == 0.0,
        PARAMETERS,
    )


@functools.lru_cache(maxsize=64)  # every loss asks for the same
def _softmax(logits: tuple[float, ...], temperature: float) -> Softmax:
    return softmax_rows(np.array([logits]), temperature)


@functools.lru_cache(maxsize=64)
def _effective(target: tuple[float, ...], smoothing: float) -> EffectiveTarget:
    return effective_target_of(locked(np.array(target)), math.fsum(target), smoothing)


def _close(
    values: np.ndarray, exact: list[Decimal], scale: float, gap: float, least: float = 0.0
) -> bool:
    """Return whether `values` are right to the last digits of the largest number involved.

    `least` is what the 50 digits leave open.
    """
    allowed = (32.0 + gap) * ULP * scale + SMALLEST_NORMAL + least
    pairs = zip(values.tolist(), exact, strict=True)
    return all(
        value == float(true) or abs(Decimal(value) - true) <= Decimal(allowed)
        for value, true in pairs
    )


def _gap(row: list[float]) -> float:
    """Return how far the finite logits are apart; beyond 2000 it makes no more difference."""
    finite = [z for z in row if z > -INF]
    return min(max(finite) / 2 - min(finite) / 2, 1000.0) * 2


@pytest.fixture(autouse=True)
def _silent() -> Iterator[None]:
    with np.errstate(all="ignore"):  # as `derive` does
        yield


@every_loss
@every_row
def test_that_the_terms_are_those_of_the_definition(loss: Loss, row: list[float]) -> None:
    for name, target in targets(len(row)):
        for smoothing in (0.0, 0.1):
            exact = exact_terms(loss.key, row, target, smoothing=smoothing)

            terms = loss.terms(_given(loss, row, target, smoothing=smoothing))

            scale = max((float(abs(term)) for term in exact if term.is_finite()), default=0.0)
            if name not in {"first", "last"} or smoothing:
                scale += math.fsum(target)  # numbers as large may have been subtracted
            assert _close(terms, exact, scale, _gap(row), least=1e-45)


def _is_at_a_kink(loss: Loss, row: list[float], temperature: float) -> bool:
    """Return whether the slope of a hinge depends on the side from which one comes."""
    u = np.array(row) / temperature
    apart = np.abs(u[:, np.newaxis] - u)
    np.fill_diagonal(apart, INF)
    kinks = np.abs(apart - 1.0) < 1e-9
    if loss is HINGE_CS:  # where two rivals are tied
        kinks |= apart < 1e-9
    return isinstance(loss, Hinge) and bool(kinks.any())


@every_loss
@every_row
def test_that_the_gradient_is_the_slope_of_the_definition(loss: Loss, row: list[float]) -> None:
    for name, target in targets(len(row)):
        for temperature in (1.0, 0.7) if len(row) <= 3 else (1.0,):
            given = _given(loss, row, target, temperature)
            if not np.isfinite(loss.terms(given)).all() or _is_at_a_kink(loss, row, temperature):
                continue  # there is no slope
            exact = exact_gradient(loss.key, row, target, temperature)

            found = at_logits(loss.gradient(given), temperature)

            scale = float(max(map(abs, exact)))
            if name not in {"first", "last"}:  # numbers as large may have been subtracted
                bound = loss.gradient_bound(given.target, PARAMETERS)
                bound = bound if bound < INF else max(1.0, *map(abs, found))
                scale = bound * (1.0 + math.fsum(target)) / temperature
            assert _close(found, exact, scale, _gap(row) / temperature, least=1e-36)


@every_loss
@pytest.mark.parametrize("temperature", [1.0, 0.3, 7.0, 0.0])
def test_that_a_gradient_adds_up_to_nothing_and_no_component_passes_the_bound(
    loss: Loss, temperature: float
) -> None:
    random = np.random.default_rng(11)
    for _ in range(500):
        count = int(random.integers(2, 9))
        row = (random.normal(size=count) * 10.0 ** random.uniform(-2, 3)).tolist()
        soft, one = random.dirichlet(np.ones(count)), np.eye(count)[random.integers(count)]
        for target in (one, soft, 3.0 * soft, 0.2 * one):
            given = _given(loss, row, target.tolist(), temperature)
            slopes, bound = loss.gradient(given), loss.gradient_bound(given.target, PARAMETERS)

            assert np.abs(slopes).max() <= bound * (1.0 + 8 * ULP)
            if np.isfinite(slopes).all():
                size = max(np.abs(slopes).max(), math.fsum(target))
                assert abs(math.fsum(slopes.tolist())) <= 16 * count * ULP * size


@every_loss
def test_that_many_rows_have_the_bits_of_each_alone(loss: Loss) -> None:
    random = np.random.default_rng(3)
    logits, wanted = random.normal(scale=20.0, size=(40, 7)), random.integers(0, 7, 40)
    soft = loss.predicted(softmax_rows(logits, 1.7), PARAMETERS)
    for y in (random.dirichlet(np.ones(7), 40), np.eye(7)[wanted]):
        alone = [
            loss.value(given := _given(loss, z.tolist(), t.tolist(), 1.7), loss.terms(given))
            for z, t in zip(logits, y, strict=True)
        ]
        assert loss.of_rows(soft, y, PARAMETERS).tolist() == alone
    assert loss.of_classes(soft, wanted, PARAMETERS).tolist() == alone


@every_loss
def test_that_a_class_without_a_target_that_is_off_costs_nothing(loss: Loss) -> None:
    given = _given(loss, [1.0, -INF, 0.5], [0.6, 0.0, 0.4])

    assert loss.terms(given)[1] == loss.gradient(given)[1] == 0.0


def test_that_the_chain_rule_divides_by_the_temperature_and_has_its_limits() -> None:
    slopes = [-0.5, 0.0, 0.25]

    assert at_logits(np.array(slopes), 1.0).tolist() == slopes
    assert at_logits(np.array(slopes), 0.5).tolist() == [-1.0, 0.0, 0.5]
    assert at_logits(np.array(slopes), 0.0).tolist() == [-INF, 0.0, INF]
    assert at_logits(np.array(slopes), INF).tolist() == [0.0, 0.0, 0.0]


def test_that_every_loss_has_the_key_by_which_it_is_found() -> None:
    assert [loss.key for loss in EVERY_LOSS] == list(LOSSES)


def test_that_the_settings_of_losses_are_their_parameters() -> None:
    assert {name for loss in EVERY_LOSS for name in loss.parameters} == LOSS_SETTINGS


def test_that_every_loss_is_judged_by_a_definition_of_its_own() -> None:
    assert set(DEFINITIONS) >= set(LOSSES)
