"""The tone of a loss: the larger the loss, the higher the pitch, between two bounds."""

from __future__ import annotations

import io
import math
import wave

import numpy as np

from xentgui.model.rows import Array

RATE = 22_050
"""Samples a second: twice as many as the highest tone of all needs."""

LOWEST, HIGHEST = 110.0, 1760.0
"""The pitch of no loss, and that which no finite loss reaches, in Hz: four octaves."""

LOUDEST = 0.3
"""The largest size of a sample; 1 is full scale."""

_SECONDS = 0.12
_ATTACK, _DECAY = 0.015, 0.06  # seconds: slow enough that nothing clicks
_SEMITONE = 2.0 ** (1 / 12)


def frequency_of(loss: float, blind: float) -> float:
    """Return the pitch of a finite `loss` in Hz; that of a `blind` guess is in the middle.

    It grows with the loss for ever, and stays below `HIGHEST`.  A loss below 0 sounds as 0.

    >>> [round(frequency_of(loss, 1.0)) for loss in (0.0, 1.0, 3.0, 1e300)]
    [110, 440, 880, 1760]
    """
    loss = max(loss, 0.0)
    share = loss / (loss + blind) if loss < 1e150 else 1.0
    return float(LOWEST * (HIGHEST / LOWEST) ** share)


def samples_of(loss: float, blind: float) -> Array:
    """Return the tone of `loss` as float64 samples within `LOUDEST`; shape (n,).

    An infinite loss is two high tones side by side, which grate as no other loss does; nan is
    silent.
    """
    if math.isnan(loss):
        return np.zeros(0)
    tones = (HIGHEST, HIGHEST * _SEMITONE) if loss == math.inf else (frequency_of(loss, blind),)
    at = np.arange(round(RATE * _SECONDS)) / RATE
    wave_form = sum(np.sin(2 * math.pi * tone * at) for tone in tones) / len(tones)
    return np.asarray(LOUDEST * _envelope(at) * wave_form)


def wav_of(samples: Array) -> bytes:
    """Return `samples` as the bytes of a WAV file: 16 bits, one channel."""
    written = io.BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(np.round(samples * 32767).astype("<i2").tobytes())
    return written.getvalue()


def _envelope(at: Array) -> Array:
    """Return how loud the tone is at each time: it comes and goes like a cosine."""
    left = _SECONDS - at
    coming = np.minimum(at / _ATTACK, 1.0)
    going = np.minimum(left / _DECAY, 1.0)
    return np.asarray((1 - np.cos(math.pi * coming)) * (1 - np.cos(math.pi * going)) / 4)
