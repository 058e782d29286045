"""The triangle of three classes: places, points, edits, surfaces and curves, against the definitions."""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal, localcontext

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.model import InvalidStateError, State, derive, edits
from xentgui.model.losses import LOSSES
from xentgui.model.simplex import (
    HEIGHT,
    Corners,
    from_plane,
    nearest_inside,
    standing_of_p,
    standing_of_softmax,
    standing_of_target,
    to_plane,
)
from xentgui.model.simplex_curves import temperature_curve
from xentgui.model.simplex_scores import logits_at
from xentgui.model.simplex_surface import MOST_CLASSES, drift, grid, surface

S1 = State(("a", "b", "c"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))
SOFT = replace(S1, target=(0.7, 0.2, 0.1))
FIVE = State(tuple("abcde"), (2.33, -1.46, 0.56, 0.3, -0.7), (0.4, 0.2, 0.1, 0.2, 0.1))
ALL, SOME = Corners(0, 1, 2), Corners(3, 0, 1)
SHARES = st.tuples(*[st.floats(1e-6, 1.0)] * 3).map(lambda one: np.array(one) / sum(one))


def test_that_the_reference_points_are_where_the_literature_puts_them() -> None:
    p = standing_of_p(derive(S1), ALL).shares
    assert p is not None

    np.testing.assert_allclose(to_plane(p), (0.561922, 0.725966), atol=5e-7)
    np.testing.assert_allclose(to_plane(np.array([0.34, 0.46, 0.20])), (0.37, 0.294449), atol=5e-7)
    corners = to_plane(np.eye(3))
    np.testing.assert_allclose(corners, [(0.5, HEIGHT), (0.0, 0.0), (1.0, 0.0)])
    sides = [np.linalg.norm(corners[k] - corners[k - 1]) for k in range(3)]
    np.testing.assert_allclose(sides, 1.0)


@given(SHARES)
def test_that_there_and_back_is_where_it_was(shares: np.ndarray) -> None:
    np.testing.assert_allclose(from_plane(to_plane(shares)), shares, atol=1e-15)


@given(st.tuples(st.floats(-3, 4), st.floats(-3, 4)), st.sampled_from([0.0, 1e-4, 0.1]))
def test_that_the_nearest_point_inside_is_the_nearest(
    place: tuple[float, float], least: float
) -> None:
    wanted = from_plane(np.array(place))

    found = nearest_inside(wanted, least)

    assert found.sum() == pytest.approx(1.0)
    assert (found >= least * (1.0 - 1e-9)).all()
    steps = np.linspace(0.0, 1.0, 41)
    others = np.array([(a, (1 - a) * b, (1 - a) * (1 - b)) for a in steps for b in steps])
    others = least + (1.0 - 3.0 * least) * others
    away = np.linalg.norm(to_plane(found) - place)
    assert away <= np.linalg.norm(to_plane(others) - place, axis=1).min() + 1e-9


def test_that_of_more_classes_three_share_and_the_rest_is_a_number() -> None:
    p = np.exp(FIVE.logit_array) / np.exp(FIVE.logit_array).sum()

    standing = standing_of_p(derive(FIVE), SOME)
    target = standing_of_target(FIVE.target_array, SOME)

    np.testing.assert_allclose(standing.shares, p[[3, 0, 1]] / p[[3, 0, 1]].sum())
    assert standing.missing == pytest.approx(p[2] + p[4])
    np.testing.assert_allclose(target.shares, (0.25, 0.5, 0.25))
    assert target.missing == pytest.approx(0.2)


def test_that_three_classes_with_nothing_have_no_point() -> None:
    off = replace(FIVE, logits=(-math.inf, -math.inf, 0.5, -math.inf, 0.0))
    sparse = replace(FIVE, logits=(0.0, 0.0, 50.0, 0.0, 50.0), loss="fenchel_young")

    assert standing_of_p(derive(off), SOME).shares is None
    assert standing_of_p(derive(sparse), SOME).shares is None
    assert standing_of_softmax(derive(sparse), SOME) is not None
    assert standing_of_target(np.array([0.0, 0.0, 1.0, 0.0, 0.0]), SOME).shares is None
    far = replace(FIVE, logits=(0.0, 0.0, 5000.0, 0.0, 0.0))  # p is too small for a float
    np.testing.assert_allclose(standing_of_p(derive(far), SOME).shares, 1.0 / 3.0)


@pytest.mark.parametrize("state", [S1, FIVE, replace(FIVE, temperature=2.5)], ids=["3", "5", "T"])
@pytest.mark.parametrize("loss", ["cross_entropy", "fenchel_young"])
@pytest.mark.parametrize("alpha", [1.0, 1.3, 1.5, 2.0])
@given(shares=SHARES)
def test_that_the_three_get_their_shares_and_nothing_else_moves(
    state: State, loss: str, alpha: float, shares: np.ndarray
) -> None:
    before = derive(replace(state, loss=loss, alpha=alpha))
    corners = Corners(0, 1, 2)
    after = derive(edits.with_logits_of(before.state, corners, logits_at(before, corners, shares)))

    np.testing.assert_allclose(standing_of_p(after, corners).shares, shares, atol=1e-12)
    np.testing.assert_allclose(
        after.probabilities[3:], before.probabilities[3:], rtol=1e-9, atol=1e-14
    )
    assert after.logits[3:].tolist() == before.logits[3:].tolist()


def test_that_entmax_is_put_on_an_edge_exactly_and_softmax_as_near_as_floats_go() -> None:
    wanted = np.array([0.25, 0.0, 0.75])
    for loss in ("cross_entropy", "fenchel_young"):
        before = derive(replace(S1, loss=loss))
        after = derive(edits.with_logits_of(before.state, ALL, logits_at(before, ALL, wanted)))

        if loss == "fenchel_young":
            assert after.probabilities[1] == 0.0
        else:
            assert 0.0 < after.probabilities[1] < 1e-15
        np.testing.assert_allclose(after.probabilities, wanted, atol=1e-12)


@given(
    logits=st.tuples(*[st.floats(-50.0, 50.0)] * 3),
    temperature=st.floats(0.05, 50.0),
    alpha=st.sampled_from([1.3, 1.5, 2.0]),
    share=st.floats(0.001, 0.999),
)
def test_that_an_edge_is_reached_exactly_whatever_is_rounded(
    logits: tuple[float, ...], temperature: float, alpha: float, share: float
) -> None:
    state = replace(S1, logits=logits, temperature=temperature, loss="fenchel_young", alpha=alpha)
    before, wanted = derive(state), np.array([share, 0.0, 1.0 - share])

    after = derive(edits.with_logits_of(state, ALL, logits_at(before, ALL, wanted)))

    assert after.probabilities[1] == 0.0
    np.testing.assert_allclose(after.probabilities, wanted, atol=1e-9)


@pytest.mark.parametrize("temperature", [0.0, math.inf])
def test_that_no_logits_help_where_they_do_not_matter(temperature: float) -> None:
    with pytest.raises(InvalidStateError, match="Choose another temperature"):
        logits_at(derive(replace(S1, temperature=temperature)), ALL, np.full(3, 1 / 3))


@given(shares=SHARES, smoothing=st.sampled_from([0.0, 0.1]))
def test_that_the_effective_target_gets_its_shares_and_keeps_its_sum(
    shares: np.ndarray, smoothing: float
) -> None:
    state = replace(FIVE, label_smoothing=smoothing)

    after = derive(edits.with_target_shares(state, SOME, shares))

    others = [k for k in range(5) if k not in SOME]
    assert [after.target[k] for k in others] == [state.target[k] for k in others]
    assert after.target_sum == pytest.approx(state.target_sum)
    y = after.effective_target[list(SOME)]
    if (after.target[list(SOME)] > 0.0).all():
        np.testing.assert_allclose(y / y.sum(), shares, atol=1e-12)
    else:  # label smoothing gives a class more than it is to have
        assert smoothing


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize(("state", "corners"), [(SOFT, ALL), (FIVE, SOME)], ids=["3", "5"])
def test_that_the_surface_is_the_loss_where_p_is_put(
    loss: str, state: State, corners: Corners
) -> None:
    snapshot = derive(replace(state, loss=loss))
    values = surface(snapshot, corners)
    entropies = surface(snapshot, corners, of_entropy=True)
    assert values is not None
    assert entropies is not None

    for row, column in ((10, 30), (40, 40), (60, 5), (79, 79)):
        shares = grid().shares[row, column]
        moved = derive(
            edits.with_logits_of(snapshot.state, corners, logits_at(snapshot, corners, shares))
        )
        assert values[row, column] == pytest.approx(moved.loss, rel=1e-7)
        assert entropies[row, column] == pytest.approx(moved.entropy, rel=1e-7)


def test_that_the_surface_of_sparsemax_is_half_the_squared_distance_on_edges_too() -> None:
    values = surface(derive(replace(SOFT, loss="fenchel_young")), ALL)

    away = ((grid().shares - SOFT.target) ** 2).sum(axis=-1)
    np.testing.assert_allclose(values, 0.5 * away, atol=1e-12)


def test_that_the_surface_stays_the_same_object_while_p_moves() -> None:
    for state, corners in ((SOFT, ALL), (FIVE, SOME)):
        before = derive(state)
        shares = np.array([0.2, 0.5, 0.3])
        after = derive(edits.with_logits_of(state, corners, logits_at(before, corners, shares)))

        assert surface(before, corners) is surface(after, corners)
        other = derive(replace(state, target=state.target[::-1]))
        assert surface(before, corners) is not surface(other, corners)


def test_that_too_many_classes_have_no_surface() -> None:
    count = MOST_CLASSES + 1
    many = derive(State([str(k) for k in range(count)], [0.0] * count, [1.0] + [0.0] * (count - 1)))

    assert surface(many, ALL) is None
    assert drift(many, ALL, 8) is None


@pytest.mark.parametrize("loss", ["cross_entropy", "brier", "focal", "gce", "fenchel_young"])
@pytest.mark.parametrize(("state", "corners"), [(SOFT, ALL), (FIVE, SOME)], ids=["3", "5"])
def test_that_an_arrow_points_where_a_small_step_goes(
    loss: str, state: State, corners: Corners
) -> None:
    snapshot = derive(replace(state, loss=loss, alpha=1.5))
    field = drift(snapshot, corners, 7)
    assert field is not None
    mass = standing_of_p(snapshot, corners).mass  # the same at all points
    lengths = []
    for point, move in zip(*field, strict=True):
        at = derive(
            edits.with_logits_of(
                snapshot.state, corners, logits_at(snapshot, corners, from_plane(point))
            )
        )
        step = 1e-6
        after = derive(replace(at.state, logits=at.logits - step * at.gradient))
        shares = standing_of_p(after, corners).shares
        assert shares is not None
        np.testing.assert_allclose(
            mass * (to_plane(shares) - point) / step, move, rtol=1e-3, atol=1e-6
        )
        lengths.append(float(np.hypot(*move)))
    assert max(lengths) > 0.0


def test_that_the_curve_of_temperature_goes_from_the_middle_through_p_to_a_corner() -> None:
    snapshot = derive(S1)
    points = temperature_curve(snapshot, ALL)

    np.testing.assert_allclose(points[0], to_plane(np.full(3, 1 / 3)))
    np.testing.assert_allclose(points[-1], to_plane(np.array([1.0, 0.0, 0.0])), atol=1e-12)
    for temperature in (0.3, 1.0, 3.0):
        p = standing_of_p(derive(replace(S1, temperature=temperature)), ALL).shares
        assert p is not None
        assert np.linalg.norm(points - to_plane(p), axis=1).min() < 0.02
    # Straight in logits: log p_i - log p_j keeps its ratio to that of the others.
    shares = from_plane(points[5:80])
    ratio = np.log(shares[:, 0] / shares[:, 1]) / np.log(shares[:, 2] / shares[:, 1])
    np.testing.assert_allclose(ratio, (2.33 + 1.46) / (0.56 + 1.46), rtol=1e-6)


def test_that_the_curve_of_entmax_runs_along_an_edge() -> None:
    shares = from_plane(temperature_curve(derive(replace(S1, loss="fenchel_young")), ALL))

    on_edge = (np.abs(shares[:, 1]) < 1e-15) & (shares[:, 0] < 1.0 - 1e-9)
    assert on_edge.any()
    np.testing.assert_allclose(shares[-1], (1.0, 0.0, 0.0), atol=1e-12)


def test_that_equal_logits_have_no_curve_and_the_largest_ones_have_one() -> None:
    assert not len(temperature_curve(derive(replace(S1, logits=(1.0, 1.0, 1.0))), ALL))
    for logits in ((1e308, -1e308, 0.0), (5.0, -math.inf, 4.0)):
        points = temperature_curve(derive(replace(S1, logits=logits)), ALL)
        assert np.isfinite(points).all()
        np.testing.assert_allclose(points[-1], (0.5, HEIGHT), atol=1e-12)


@pytest.mark.parametrize("loss", ["cross_entropy", "hinge_ww", "fenchel_young"])
def test_that_a_class_far_below_the_three_leaves_their_surface_as_without_it(loss: str) -> None:
    far = replace(FIVE, logits=(1.0, 0.5, 0.2, -1e308, -8e307), target=(0.5, 0.3, 0.2, 0.0, 0.0))
    three = State(tuple("abc"), far.logits[:3], far.target[:3])

    with_others = surface(derive(replace(far, loss=loss)), ALL)
    alone = surface(derive(replace(three, loss=loss)), ALL)

    assert with_others is not None
    assert alone is not None
    np.testing.assert_allclose(with_others, alone, rtol=1e-12)


@pytest.mark.parametrize("loss", ["cross_entropy", "fenchel_young"])
def test_that_logits_that_are_nearly_equal_beside_one_that_is_far_away_have_a_curve(
    loss: str,
) -> None:
    for logits in ((0.0, -5e-324, -1e308), (1e-308, 0.0, -1.7e308), (0.0, -1e-9, -1e300)):
        points = temperature_curve(derive(replace(S1, logits=logits, loss=loss)), ALL)

        assert len(points)
        assert np.isfinite(points).all()


def test_that_the_numbers_of_the_article_are_those_of_fifty_digits() -> None:
    with localcontext(prec=50):
        weights = [Decimal(one).exp() for one in S1.logits]
        top, _, right = (one / sum(weights) for one in weights)
        wanted = (float(right + top / 2), float(top * Decimal(3).sqrt() / 2))

    p = standing_of_p(derive(S1), ALL).shares
    assert p is not None
    np.testing.assert_allclose(to_plane(p), wanted, rtol=1e-15)
