"""The tone of a loss: its pitch is the loss, it clicks nowhere, and it is never loud."""

from __future__ import annotations

import io
import math
import wave
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.window.sound.tone import (
    HIGHEST,
    LOUDEST,
    LOWEST,
    RATE,
    frequency_of,
    samples_of,
    wav_of,
)

LOSSES = (0.0, 0.01, 0.1764, math.log(3), 3.0, 20.0, 1e6)


def _peaks(samples: np.ndarray) -> np.ndarray:
    """Return the frequencies within 1 % of the strongest one's height, from a padded FFT."""
    heights = np.abs(np.fft.rfft(samples, 1 << 18))
    inner = (heights[1:-1] > heights[:-2]) & (heights[1:-1] > heights[2:])
    high = heights[1:-1] > 0.9 * heights.max()
    return (np.flatnonzero(inner & high) + 1) * RATE / (1 << 18)


@pytest.mark.parametrize("loss", LOSSES)
def test_that_the_samples_have_the_pitch_of_the_loss(loss: float) -> None:
    (peak,) = _peaks(samples_of(loss, math.log(3)))

    assert peak == pytest.approx(frequency_of(loss, math.log(3)), rel=0.01)


def test_that_an_infinite_loss_has_two_tones_above_all_others() -> None:
    low, high = _peaks(samples_of(math.inf, math.log(3)))

    assert HIGHEST * 0.99 < low < high


@given(st.floats(0.0, 1e300), st.floats(0.0, 1e300))
def test_that_the_pitch_never_falls_as_the_loss_grows(one: float, other: float) -> None:
    less, more = sorted((one, other))

    assert LOWEST <= frequency_of(less, 1.0) <= frequency_of(more, 1.0) <= HIGHEST


def test_that_a_smaller_loss_is_heard_as_lower() -> None:
    pitches = [frequency_of(loss, math.log(3)) for loss in LOSSES]

    assert all(higher / lower > 1.01 for lower, higher in pairwise(pitches))
    assert frequency_of(math.log(3), math.log(3)) == pytest.approx(440.0)


@pytest.mark.parametrize("loss", [*LOSSES, math.inf, -1.0])
def test_that_nothing_clicks_and_nothing_is_loud(loss: float) -> None:
    samples = samples_of(loss, math.log(3))
    slope = 2 * math.pi * HIGHEST * 2 ** (1 / 12) / RATE  # of the highest tone of all

    assert np.abs(samples).max() <= LOUDEST
    assert abs(samples[0]) < 1e-9
    assert np.abs(samples[-20:]).max() < 0.002  # below -54 dB of full scale
    assert np.abs(np.diff(samples)).max() <= LOUDEST * slope
    assert abs(samples.mean()) < 0.001


def test_that_no_number_is_silent() -> None:
    assert len(samples_of(math.nan, 1.0)) == 0


def test_that_a_player_gets_every_sample() -> None:
    samples = samples_of(1.0, 1.0)
    with wave.open(io.BytesIO(wav_of(samples))) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, 2)
        read = np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32767

    assert np.abs(read - samples).max() <= 0.5 / 32767
