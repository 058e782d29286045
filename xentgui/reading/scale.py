"""Whether numbers are logits, probabilities or log-probabilities, as far as they can tell."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from xentgui.model.message import QT_TRANSLATE_NOOP, Message
from xentgui.reading.blocks import Floats
from xentgui.reading.column import Role

_SINGLE: Final = 2e-6  # what a softmax in float32 misses 1 by
_HALF: Final = 4e-3  # what one in float16 or bfloat16 can miss, printed with few digits
_MOST_DIGITS: Final = 8
_LEAST_SHARE: Final = 0.05  # of the sum of all, for the numbers of the likeliest classes

_SUMS_TO_1 = QT_TRANSLATE_NOOP(
    "errors", "The numbers sum to 1, so they are taken as probabilities, and z = log p."
)
_ROWS_SUM_TO_1 = QT_TRANSLATE_NOOP(
    "errors", "Every row sums to 1, so the numbers are taken as probabilities, and z = log p."
)
_LIKELIEST = QT_TRANSLATE_NOOP(
    "errors",
    "The numbers fall from {first} and sum to {total}: they are taken as the probabilities of the "
    "likeliest of more classes, and z = log p.",
)
_BETWEEN = QT_TRANSLATE_NOOP(
    "errors",
    "All numbers lie between 0 and 1; they are taken as logits, but could be probabilities.",
)
_PERCENT = QT_TRANSLATE_NOOP(
    "errors", "The numbers sum to 100, so they are taken as percentages, and z = log p."
)
_SUM = QT_TRANSLATE_NOOP(
    "errors", "These probabilities sum to {total}, not to 1; softmax makes them sum to 1."
)
_NEGATIVE = QT_TRANSLATE_NOOP(
    "errors", "They are called probabilities, but {value} is none; they are taken as logits."
)
_POSITIVE = QT_TRANSLATE_NOOP(
    "errors", "They are called log-probabilities, but {value} is above 0; is this meant?"
)
_SUMS_ANYWAY = QT_TRANSLATE_NOOP(
    "errors", "They are called logits, but sum to 1 as probabilities do; is this meant?"
)


class Finding(NamedTuple):
    """What was noticed; with `asks`, a person decides before anything is taken."""

    message: Message
    asks: bool


class Scale(NamedTuple):
    """What numbers are taken for, and why."""

    role: Role
    findings: tuple[Finding, ...] = ()


def sums_to_one(values: Floats) -> bool:
    """Whether every row of `values` (N, K) sums to 1 within the digits that it is written with.

    >>> sums_to_one(np.array([[0.33, 0.33, 0.33], [0.84, 0.02, 0.14]]))
    True
    >>> sums_to_one(np.array([[0.4, 0.5, 0.3]]))
    False
    """
    if values.size == 0 or not bool(((values >= 0) & (values <= 1 + _SINGLE)).all()):
        return False
    off = np.abs(values.sum(axis=1) - 1.0)
    return bool((off <= _tolerance(values)).all())


def _tolerance(values: Floats) -> float:
    """Return half a unit of the last digit for each number of a row."""
    for digits in range(1, _MOST_DIGITS):
        if bool((np.abs(np.round(values, digits) - values) < 1e-12).all()):
            allowed = 0.5 * values.shape[1] * 10.0**-digits
            # One digit proves little: 0.4 + 0.5 + 0.3 is no rounded 1.
            return float(min(allowed, 0.02 if digits > 1 else 1e-9))
    return _SINGLE


def guess_scale(values: Floats, named: Role, *, weak: bool, has_names: bool) -> Scale:
    """Return what `values` (N, K) are taken for.

    Parameters
    ----------
    named
        The role that their name gives, OTHER without one.
    weak
        Whether this name, such as "score" or "p", says little.
    has_names
        Whether the classes have names.
    """
    if values.size == 0 or values.shape[1] == 0:
        return Scale(Role.LOGIT if named is Role.OTHER else named)
    if named is Role.PROBABILITY:
        return _called_probabilities(values, weak=weak)
    if named is Role.PERCENT:
        return Scale(Role.PERCENT, told_sum(values / 100))
    if named is Role.LOG_PROBABILITY:
        largest = float(values.max())
        tell = (
            (Finding(Message(_POSITIVE, {"value": largest}), asks=True),) if largest > _HALF else ()
        )
        return Scale(named, tell)
    if values.shape[1] < 2:
        return Scale(Role.LOGIT)
    sums = sums_to_one(values)
    if named is Role.LOGIT and not weak:
        tell = (Finding(Message(_SUMS_ANYWAY), asks=True),) if sums else ()
        return Scale(Role.LOGIT, tell)
    if sums:
        message = Message(_SUMS_TO_1 if len(values) == 1 else _ROWS_SUM_TO_1)
        return Scale(Role.PROBABILITY, (Finding(message, asks=True),))
    lowest, highest = float(values.min()), float(values.max())
    if lowest >= 0 and highest > 1 and sums_to_one(values / 100):
        return Scale(Role.PERCENT, (Finding(Message(_PERCENT), asks=True),))
    if highest <= _SINGLE:
        with np.errstate(under="ignore"):
            if sums_to_one(np.exp(values)):
                return Scale(Role.LOG_PROBABILITY)
    if lowest < 0 or highest > 1:
        return Scale(Role.LOGIT)
    total = float(values.sum(axis=1).max())
    falls = has_names and bool((np.diff(values, axis=1) <= 0).all())
    if falls and len(values) == 1 and lowest > 0 and _LEAST_SHARE < total < 1:
        told = Message(_LIKELIEST, {"first": highest, "total": round(total, 6)})
        return Scale(Role.PROBABILITY, (Finding(told, asks=True),))
    return Scale(Role.LOGIT, (Finding(Message(_BETWEEN), asks=True),))


def _called_probabilities(values: Floats, *, weak: bool) -> Scale:
    lowest, highest = float(values.min()), float(values.max())
    if lowest < 0 and not weak:
        return Scale(Role.PROBABILITY)  # the number is refused at its place
    if lowest < 0:
        told = Message(_NEGATIVE, {"value": lowest})
        return Scale(Role.LOGIT, (Finding(told, asks=True),))
    if highest > 1 + _HALF:
        if sums_to_one(values / 100):
            return Scale(Role.PERCENT, (Finding(Message(_PERCENT), asks=True),))
        if weak:
            return Scale(Role.LOGIT)
    return Scale(Role.PROBABILITY, told_sum(values))


def told_sum(values: Floats) -> tuple[Finding, ...]:
    """Return the finding that probabilities (N, K) do not sum to 1; () if they do."""
    if values.shape[1] < 2 or sums_to_one(values):
        return ()
    with np.errstate(over="ignore"):
        sums = values.sum(axis=1)
    worst = float(sums[int(np.argmax(np.abs(sums - 1)))])
    # A softmax in half precision, or the likeliest of many classes, need no question.
    asks = worst > 1 + _HALF
    return (Finding(Message(_SUM, {"total": round(worst, 6)}), asks),)
