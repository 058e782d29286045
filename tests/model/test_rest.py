"""Where each loss comes to rest, against closed forms, published figures and the gradient."""

from __future__ import annotations

import numpy as np
import pytest

from xentgui.model import State, derive
from xentgui.model.losses import LOSSES
from xentgui.model.rest import Reach, rest_of
from xentgui.model.settings_of_state import ScalarSettings

SOFT = np.array([0.7, 0.2, 0.1])
TARGETS = (SOFT, np.array([0.4, 0.3, 0.2, 0.1]), np.array([0.98, 0.01, 0.01]), 3.0 * SOFT)
PROPER = ("cross_entropy", "kl_forward", "kl_reverse", "brier", "fenchel_young")


def _rest(key: str, target: np.ndarray, **settings: float) -> np.ndarray:
    found = rest_of(key, target, ScalarSettings(**settings))
    assert found.probabilities is not None
    return found.probabilities


@pytest.mark.parametrize("key", PROPER)
def test_that_a_proper_loss_rests_on_the_target(key: str) -> None:
    for target in TARGETS[:3] if key == "brier" else TARGETS:
        np.testing.assert_allclose(_rest(key, target), target / target.sum(), rtol=1e-15)


@pytest.mark.parametrize(
    ("key", "settings", "wanted"),
    [
        ("focal", {"gamma": 0.5}, (0.6449, 0.2364, 0.1187)),
        ("focal", {"gamma": 2.0}, (0.5352, 0.2927, 0.1721)),
        ("gce", {"q": 0.5}, (0.9074, 0.0741, 0.0185)),
        ("gce", {"q": 0.7}, (0.9834, 0.0151, 0.0015)),
        ("gce", {"q": 1.0}, (1.0, 0.0, 0.0)),
        ("focal", {"gamma": 0.0}, (0.7, 0.2, 0.1)),
        ("gce", {"q": 0.0}, (0.7, 0.2, 0.1)),
    ],
)
def test_that_focal_is_too_flat_and_generalised_cross_entropy_too_sharp(
    key: str, settings: dict[str, float], wanted: tuple[float, ...]
) -> None:
    np.testing.assert_allclose(_rest(key, SOFT, **settings), wanted, atol=5e-5)


@pytest.mark.parametrize("settings", [{}, {"gamma": 0.3}, {"gamma": 7.0, "q": 0.3, "alpha": 1.5}])
@pytest.mark.parametrize("key", sorted(LOSSES))
def test_that_no_gradient_is_left_where_a_loss_rests(key: str, settings: dict[str, float]) -> None:
    for target in TARGETS:
        found = rest_of(key, target, ScalarSettings(**settings))
        if found.probabilities is None:
            assert key in {"hinge_ww", "hinge_cs"}
            continue
        if key == "brier" and target.sum() > 1.5:
            assert found.probabilities.tolist() == [1.0, 0.0, 0.0]  # nearest to (2.1, 0.6, 0.3)
            assert found.reach is Reach.INFINITE
            continue
        assert found.reach is Reach.FINITE
        labels = [f"c{k}" for k in range(len(target))]
        logits = np.log(found.probabilities)
        if key == "fenchel_young":  # the logits whose entmax it is
            power = settings.get("alpha", 2.0) - 1.0
            logits = found.probabilities**power / power
        state = State(labels, logits, target, loss=key, **settings)
        assert np.abs(derive(state).gradient).max() <= 1e-12 * max(target.sum(), 1.0)


@pytest.mark.parametrize("gamma", [1e-3, 0.1, 0.5, 1.0, 2.0, 10.0, 100.0])
def test_that_the_focal_loss_rests_where_its_pulls_are_equal(gamma: float) -> None:
    random = np.random.default_rng(5)
    for count in (2, 3, 10, 1000):
        y = random.dirichlet(np.full(count, 0.5))
        p = _rest("focal", y, gamma=gamma)

        pull = (1 - p) ** gamma * (1 - gamma * p * np.log(p) / (1 - p)) / p
        level = y * pull
        on = p > 1e-300
        np.testing.assert_allclose(level[on], level.max(), rtol=1e-11)
        assert p.sum() == pytest.approx(1.0, abs=1e-12)


def test_that_what_cannot_be_reached_is_said_to_be_at_infinity() -> None:
    one_hot, settings = np.array([1.0, 0.0, 0.0]), ScalarSettings()
    reaches = {key: rest_of(key, one_hot, settings).reach for key in LOSSES}

    assert reaches == {
        "cross_entropy": Reach.INFINITE,
        "kl_forward": Reach.INFINITE,
        "kl_reverse": Reach.NOWHERE,
        "brier": Reach.INFINITE,
        "hinge_ww": Reach.NO_PROBABILITY,
        "hinge_cs": Reach.NO_PROBABILITY,
        "focal": Reach.INFINITE,
        "gce": Reach.INFINITE,
        "fenchel_young": Reach.FINITE,
    }
    assert rest_of("gce", SOFT, ScalarSettings(q=1.0)).reach is Reach.INFINITE
    for key in ("cross_entropy", "focal", "gce", "fenchel_young"):
        assert _rest(key, one_hot).tolist() == one_hot.tolist()
    assert rest_of("focal", np.zeros(3), settings).reach is Reach.NOWHERE
