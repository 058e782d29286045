"""The losses of seven states, worked out elsewhere to 60 digits, and what packages document."""

from __future__ import annotations

import math

import numpy as np
import pytest

from xentgui.model import State, derive

INF = math.inf
STATES = {
    "S1": ((2.33, -1.46, 0.56), (1.0, 0.0, 0.0)),
    "S2": (tuple(math.log(p) for p in (0.34, 0.46, 0.20)), (1.0, 0.0, 0.0)),
    "S3": ((0.0, 0.0, 0.0), (1.0, 0.0, 0.0)),
    "S4": ((123.0, 456.0, 789.0), (1.0, 0.0, 0.0)),
    "S5": ((40.0, 0.0, 0.0), (1.0, 0.0, 0.0)),
    "S6": ((-2.85, 0.86, 0.28), (0.0, 0.0, 1.0)),
    "S7": ((2.0, 1.0, 0.1), (0.9, 0.05, 0.05)),
}
CE = (
    0.17641128438926975,
    1.07880966137193,
    1.0986122886681097,
    666.0,
    8.496708510583178e-18,
    1.0401905694301083,
)
VALUES = {
    "cross_entropy": (*CE, 0.56203001627783348),
    "kl_forward": (*CE, 0.16763232483039071),
    "kl_reverse": (INF, INF, INF, INF, INF, INF, 0.24423581453632943),
    "brier": (
        0.046902067357719169,
        0.6872,
        2 / 3,
        2.0,
        1.0829108327072491e-34,
        0.81671380436281995,
        0.097469544983751719,
    ),
    "hinge_ww": (0.0, 1.7716526208107632, 2.0, 1001.0, 0.0, 1.58, 0.345),
    "hinge_cs": (0.0, 1.3022808718729336, 1.0, 667.0, 0.0, 1.58, 0.245),
    "focal gamma=2": (
        0.0046141387606723336,
        0.4699294884936127,
        0.48827212829693764,
        666.0,
        6.1341184589775996e-52,
        0.43491194043002112,
        0.17844435097502968,
    ),
    "focal gamma=0.5": (
        0.07094428795093611,
        0.87642911202778747,
        0.89701317746269554,
        666.0,
        2.4767152559342787e-26,
        0.83644043049181904,
        0.39083448981090148,
    ),
    "gce q=0.7": (
        0.16595380518513962,
        0.75723965585123371,
        0.7664813474686146,
        10 / 7,
        8.4967085105831779e-18,
        0.7388437683689981,
        0.42776586338334785,
    ),
    "gce q=1": (
        0.16172685622960719,
        0.66,
        2 / 3,
        1.0,
        8.4967085105831779e-18,
        0.64661266928078233,
        0.38984903194692728,
    ),
    "fenchel_young alpha=2": (0.0, 0.42398386731153203, 1 / 3, 666.0, 0.0, 0.6241, 0.0525),
    "fenchel_young alpha=1.5": (
        0.00093520554389089757,
        0.58446966740370992,
        0.56353297441383231,
        666.0,
        0.0,
        0.7393623661957745,
        0.0415567316334415,
    ),
}
GRADIENTS = {
    ("cross_entropy", "S1"): (-0.16172685623, 0.018941286199, 0.14278557003),
    ("cross_entropy", "S2"): (-0.66, 0.46, 0.20),
    ("cross_entropy", "S7"): (-0.240998861114, 0.192432970705, 0.048565890409),
    ("brier", "S1"): (-0.078633486907, 0.005067403023, 0.073566083883),
    ("brier", "S2"): (-0.467296, 0.398176, 0.06912),
    ("brier", "S6"): (-0.004778529556, 0.582011152126, -0.577232622571),
    ("brier", "S7"): (-0.176110639485, 0.145368849533, 0.030741789952),
    ("kl_reverse", "S7"): (-0.366342235801, 0.323518664019, 0.042823571782),
    ("hinge_ww", "S1"): (0.0, 0.0, 0.0),
    ("hinge_ww", "S2"): (-2.0, 1.0, 1.0),
    ("hinge_ww", "S6"): (0.0, 1.0, -1.0),
    ("hinge_ww", "S7"): (0.1, -0.05, -0.05),  # exactly at the kink: the flat side counts
    ("hinge_cs", "S1"): (0.0, 0.0, 0.0),
    ("hinge_cs", "S2"): (-1.0, 1.0, 0.0),
    ("hinge_cs", "S3"): (-1.0, 0.5, 0.5),  # tied rivals share
    ("hinge_cs", "S6"): (0.0, 1.0, -1.0),
    ("hinge_cs", "S7"): (0.1, -0.05, -0.05),
    ("focal gamma=2", "S1"): (-0.011965876293, 0.001401431356, 0.010564444937),
    ("focal gamma=2", "S2"): (-0.607048052176, 0.423094096971, 0.183953955205),
    ("focal gamma=2", "S6"): (0.013803729724, 0.563934903494, -0.577738633218),
    ("focal gamma=0.5", "S1"): (-0.094774250031, 0.011099864525, 0.083674385507),
    ("focal gamma=0.5", "S2"): (-0.685179483751, 0.47754933716, 0.207630146591),
    ("focal gamma=0.5", "S6"): (0.015954328796, 0.651795061914, -0.667749390711),
    ("gce q=0.7", "S1"): (-0.142939425195, 0.016740921235, 0.12619850396),
    ("gce q=0.7", "S2"): (-0.310155278997, 0.216168830816, 0.093986448181),
    ("gce q=0.7", "S6"): (0.007459074247, 0.304731576161, -0.312190650408),
    ("fenchel_young alpha=2", "S1"): (0.0, 0.0, 0.0),
    ("fenchel_young alpha=2", "S2"): (-0.651140435936, 0.651140435936, 0.0),
    ("fenchel_young alpha=2", "S6"): (0.0, 0.79, -0.79),
    ("fenchel_young alpha=2", "S7"): (0.1, -0.05, -0.05),
    ("fenchel_young alpha=1.5", "S1"): (-0.011889203312, 0.0, 0.011889203312),
    ("fenchel_young alpha=1.5", "S2"): (-0.652901324481, 0.548031127045, 0.104870197436),
    ("fenchel_young alpha=1.5", "S6"): (0.0, 0.700703257323, -0.700703257323),
}


def _derived(choice: str, state: str, **changes: float):
    loss, *settings = choice.split()
    parameters = {name: float(text) for name, text in (one.split("=") for one in settings)}
    logits, target = STATES[state]
    return derive(State(("a", "b", "c"), logits, target, loss=loss, **parameters, **changes))


@pytest.mark.parametrize("choice", VALUES)
def test_that_each_loss_has_its_reference_values(choice: str) -> None:
    found = [_derived(choice, state).loss for state in STATES]

    assert found == pytest.approx(VALUES[choice], rel=4e-15, abs=0.0)


@pytest.mark.parametrize(("choice", "state"), GRADIENTS)
def test_that_each_gradient_has_its_reference_values(choice: str, state: str) -> None:
    found = _derived(choice, state).gradient

    np.testing.assert_allclose(found, GRADIENTS[choice, state], atol=1.5e-12, rtol=0.0)


@pytest.mark.parametrize("state", STATES)
def test_that_focal_and_generalised_losses_begin_at_the_cross_entropy(state: str) -> None:
    wanted = _derived("cross_entropy", state)
    for choice in ("focal gamma=0", "gce q=0"):
        found = _derived(choice, state)
        assert found.loss == pytest.approx(wanted.loss, rel=1e-15)
        np.testing.assert_allclose(found.gradient, wanted.gradient, rtol=1e-14, atol=1e-16)
    assert _derived("gce q=1e-12", "S2").loss == pytest.approx(1.07880966137135, abs=1e-12)


@pytest.mark.parametrize("state", STATES)
def test_that_the_generalised_loss_ends_at_the_missing_mass(state: str) -> None:
    found = _derived("gce q=1", state)

    missing = float(found.effective_target @ found.complements)
    assert found.loss == pytest.approx(missing, rel=1e-14)


def test_that_both_hinges_are_one_for_two_classes() -> None:
    for logits in ((0.3, 0.1), (2.0, -1.0), (-4.0, 3.5)):
        both = [
            derive(State(("a", "b"), logits, (1.0, 0.0), loss=loss))
            for loss in ("hinge_ww", "hinge_cs")
        ]
        wanted = max(0.0, 1.0 - (logits[0] - logits[1]))
        assert [one.loss for one in both] == pytest.approx([wanted, wanted])
        assert both[0].gradient.tolist() == both[1].gradient.tolist()


def test_that_packages_agree_where_they_mean_the_same() -> None:
    def loss(key: str, logits: tuple[float, ...], true: int) -> float:
        labels = tuple(f"c{k}" for k in range(len(logits)))
        return derive(State(labels, logits, tuple(np.eye(len(logits))[true]), loss=key)).loss

    # optax softmax_cross_entropy
    assert loss("cross_entropy", (1.2, -0.8, -0.5), 0) == pytest.approx(0.2761, abs=5e-5)
    assert loss("cross_entropy", (0.9, -1.2, 1.1), 1) == pytest.approx(2.9518, abs=5e-5)
    # PyTorch MultiMarginLoss divides by the number of classes
    assert loss("hinge_ww", (0.1, 0.2, 0.4, 0.8), 3) / 4 == pytest.approx(0.325)
    # Lin et al. 2017: at p = 0.9 a hundred times lower than the cross-entropy
    sure = (math.log(9.0), 0.0)
    assert loss("cross_entropy", sure, 0) / loss("focal", sure, 0) == pytest.approx(100.0)


@pytest.mark.parametrize("choice", ["hinge_ww", "hinge_cs", "brier", "focal", "gce", "kl_reverse"])
def test_that_a_tie_at_temperature_0_pulls_nowhere(choice: str) -> None:
    for count in (2, 3, 5, 7):
        even = (1.0 / count,) * count
        labels = tuple(f"c{k}" for k in range(count))
        found = derive(State(labels, (1.0,) * count, even, loss=choice, temperature=0.0))
        assert found.gradient.tolist() == [0.0] * count


@pytest.mark.parametrize("loss", ["hinge_ww", "hinge_cs"])
def test_that_the_hinges_of_many_classes_are_those_of_their_definition(loss: str) -> None:
    random = np.random.default_rng(5)
    logits = random.normal(size=300) * 3.0
    logits[7] = -INF
    y = random.dirichlet(np.ones(300))
    y[7] = 0.0
    labels = tuple(f"c{k}" for k in range(300))
    found = derive(State(labels, tuple(logits), tuple(y), loss=loss))

    inside = np.maximum(0.0, 1.0 + logits - np.where(np.isfinite(logits), logits, 0.0)[:, None])
    np.fill_diagonal(inside, 0.0)
    costs = inside.sum(axis=1) if loss == "hinge_ww" else inside.max(axis=1)
    blame = inside > 0.0 if loss == "hinge_ww" else inside == inside.max(axis=1)[:, None]
    blame = blame & (inside > 0.0)
    slopes = (blame * y[:, None]).sum(axis=0) - y * blame.sum(axis=1)
    assert found.loss == pytest.approx(float(y @ costs), rel=1e-12)
    np.testing.assert_allclose(found.gradient, slopes, atol=1e-13)
