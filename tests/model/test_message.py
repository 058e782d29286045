"""Messages keep their template and values apart, so that they can be translated."""

from __future__ import annotations

import copy
import math
import pickle

import numpy as np
import pytest

from xentgui.model import InvalidStateError, Message, RefusedError
from xentgui.model.message import QT_TRANSLATE_NOOP, shown


def test_that_a_message_is_english_and_can_be_said_in_other_words():
    message = Message("The logit of {label} is {value}.", {"label": "cat", "value": "NaN"})

    assert str(message) == "The logit of cat is NaN."
    assert "{value}: {label}".format(**message.values) == "NaN: cat"


def test_that_what_people_type_is_never_read_as_a_gap():
    assert str(RefusedError("No {name}.", name="{oops} {0}")) == "No {oops} {0}."


def test_that_nobody_can_change_the_values_of_a_message():
    values = {"label": "cat"}
    message = Message("{label}", values)
    values["label"] = "dog"

    assert str(message) == "cat"
    with pytest.raises(TypeError):
        message.values["label"] = "dog"


@pytest.mark.parametrize("kind", [RefusedError, InvalidStateError])
def test_that_a_refusal_is_a_value_error_and_survives_copying(kind):
    error = kind("No {name}.", name="cat")

    assert isinstance(error, ValueError)
    for twin in (copy.copy(error), copy.deepcopy(error), pickle.loads(pickle.dumps(error))):  # noqa: S301
        assert type(twin) is kind
        assert str(twin) == "No cat."
        assert twin.message == error.message


def test_that_marking_a_text_returns_it():
    assert QT_TRANSLATE_NOOP("errors", "No.") == "No."


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (-1.5, "−1.5"),
        (3.0, "3"),
        (1e-300, "1e−300"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
        (math.nan, "NaN"),
        (np.float64(0.25), "0.25"),
        (-7, "−7"),
        (True, "“True”"),
        (None, "“None”"),
        ("", "“”"),
        ("x" * 100, "“" + "x" * 39 + "…”"),
    ],
)
def test_that_a_value_is_quoted_as_people_write_it(value, text):
    assert shown(value) == text


def test_that_an_endless_integer_is_not_written_out():
    assert shown(10**300) == "1e300…"
    assert shown(-(10**5000)) == "−1e5000…"
