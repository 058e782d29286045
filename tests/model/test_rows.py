"""A batch is its rows: the same bits in any layout, any company and any shape."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.model import (
    cross_entropy,
    entropy,
    hardmax,
    information,
    kl_divergence,
    log_softmax,
    softmax,
)
from xentgui.model.rows import locked, row_places, total

FUNCTIONS = {
    "softmax": softmax,
    "softmax, T=0.7": lambda z: softmax(z, 0.7),
    "softmax, T=0": lambda z: softmax(z, 0.0),
    "log_softmax": log_softmax,
    "log_softmax, T=3": lambda z: log_softmax(z, 3.0),
    "hardmax": hardmax,
    "information": lambda z: information(np.exp(z - 720.0)),
    "entropy": lambda z: entropy(softmax(z)),
    "cross_entropy": lambda z: cross_entropy(softmax(z, 3.0), softmax(z)),
    "cross_entropy of logs": lambda z: cross_entropy(hardmax(z), log_probabilities=log_softmax(z)),
    "kl_divergence": lambda z: kl_divergence(softmax(z, 3.0), softmax(z)),
    "kl_divergence of logs": lambda z: kl_divergence(
        softmax(z, 1.01), log_probabilities=log_softmax(z)
    ),
}
LAYOUTS = {
    "rows": lambda z: z,
    "columns": np.asfortranarray,
    "transposed": lambda z: np.ascontiguousarray(z.T).T,
    "every second": lambda z: np.repeat(z, 2, axis=1)[:, ::2],
    "backwards": lambda z: np.ascontiguousarray(z[:, ::-1])[:, ::-1],
    "in three axes": lambda z: z.reshape(2, -1, z.shape[1]),
    "unaligned": lambda z: np.frombuffer(b"x" + z.tobytes(), offset=1).reshape(z.shape),
    "other byte order": lambda z: z.astype(z.dtype.newbyteorder()),
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=FUNCTIONS)
def test_that_a_row_has_the_same_bits_in_a_batch_as_alone(function, layout):
    random = np.random.default_rng(3)
    for count in (1, 2, 3, 4, 5, 8, 17, 127, 128, 129, 1000, 8193):
        batch = random.choice([1.0, 30.0, 700.0], (6, 1)) * random.uniform(-1.0, 0.0, (6, count))
        batch[1, count // 2 :] = batch[1, 0]  # a tie
        batch[2, 1:-1:3] = -np.inf
        batch[3, 0] = 0.0
        batch[3, 1:] -= 720.0  # a row that is almost certain

        together = np.asarray(function(layout(batch)))
        alone = np.array([function(row.copy()) for row in batch])

        assert together.reshape(alone.shape).tobytes() == alone.tobytes()


def test_that_leading_axes_of_target_and_probabilities_broadcast():
    random = np.random.default_rng(4)
    logits = random.normal(size=(5, 4, 3))
    target = random.dirichlet(np.ones(3), size=4)

    for function in (cross_entropy, kl_divergence):
        spread = np.broadcast_to(target, logits.shape)
        whole = function(target, log_probabilities=log_softmax(logits))
        assert whole.shape == (5, 4)
        np.testing.assert_array_equal(
            whole, function(spread, log_probabilities=log_softmax(logits))
        )
        single = function(target[1], log_probabilities=log_softmax(logits[2, 1]))
        assert whole[2, 1] == single
        np.testing.assert_array_equal(
            function(np.ones((2, 3)), np.full(3, 0.25)),
            [function(np.ones(3), np.full(3, 0.25))] * 2,
        )


def test_that_one_row_gives_a_float_and_a_batch_gives_arrays():
    assert type(entropy([0.5, 0.5])) is float
    assert type(cross_entropy([0.5, 0.5], [0.5, 0.5])) is float
    assert entropy([[0.5, 0.5]]).shape == (1,)
    assert entropy(np.full((2, 3, 4), 0.25)).shape == (2, 3)
    assert kl_divergence(np.full((0, 4), 0.25), np.full((0, 4), 0.25)).shape == (0,)


def test_that_arguments_are_left_alone():
    logits, target = np.array([1.0, 2.0, -np.inf]), np.array([0.2, 0.8, 0.0])
    before = logits.copy(), target.copy()

    softmax(logits, 0.7)
    kl_divergence(target, log_probabilities=log_softmax(logits))
    cross_entropy(target, target)

    np.testing.assert_array_equal(logits, before[0])
    np.testing.assert_array_equal(target, before[1])


@given(st.lists(st.floats(0.0, 1e300), min_size=1, max_size=40), st.integers(1, 300))
def test_that_the_total_of_many_numbers_is_rounded_once(numbers, times):
    many = np.array(numbers * times)

    assert abs(total(many) - math.fsum(many)) <= math.ulp(math.fsum(many))


def test_that_the_total_of_random_numbers_is_the_nearest_float():
    random = np.random.default_rng(6)
    for count in (513, 1000, 4097, 50_257):
        many = random.exponential(size=count) ** 8

        assert total(many) == math.fsum(many)


def test_that_a_total_beyond_the_largest_float_is_not_finite():
    assert not math.isfinite(total(np.full(2, 1.7e308)))
    assert not math.isfinite(total(np.full(5000, 1.7e308)))
    assert total(np.full(10, 0.1)) == 1.0
    assert total(np.full(100_000, 0.1)) == 10_000.0


def test_that_nobody_can_unlock_a_locked_array():
    array = locked(np.zeros(3))

    with pytest.raises(ValueError, match="read-only"):
        array[0] = 1.0
    with pytest.raises(ValueError, match="WRITEABLE"):
        array.setflags(write=True)


@pytest.mark.parametrize("shape", [(1, 1), (5, 3), (64, 2), (65, 7), (65, 8), (40_000, 3)])
def test_that_the_place_of_the_largest_is_the_first_one(shape):
    values = np.random.default_rng(2).integers(-2, 2, size=shape).astype(float)
    values[values == -2.0] = -np.inf

    places = row_places(values)
    assert places.dtype == np.intp
    assert places.tolist() == values.argmax(axis=1).tolist()
