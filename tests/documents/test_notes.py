"""Every number in a title or a note of a preset is computed from the preset's own numbers."""

from __future__ import annotations

import re

import pytest

from tests.documents.notes import NUMBERS
from xentgui.documents.presets import Preset, presets
from xentgui.model import derive
from xentgui.model.subjects.classifier import Classifier

NUMBER = re.compile(r"(−?)(\d+(?:\.\d+)?)((?:·10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?)|e([⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def _numbers(text: str) -> set[str]:
    """Return the numbers in `text` as they are written, without marks between thousands."""
    plain = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    # A minus sign after a blank and before one subtracts.
    found = NUMBER.finditer(re.sub(r" − ", " ∖ ", plain))
    return {m[0] if m[4] is None else m[4].translate(SUPERSCRIPT) for m in found}


def _written(value: float, like: str) -> str:
    """Return `value`, rounded as the number `like` is written."""
    mantissa, _, power = like.partition("·10")
    decimals = len(mantissa.partition(".")[2])
    if power:
        digits, exponent = f"{value:.{decimals}e}".split("e")
        return digits if int(exponent) == int(power.translate(SUPERSCRIPT)) else "another power"
    return f"{value:.{decimals}f}".replace("-", "−")


def _settable(preset: Preset) -> set[str]:
    """Return the numbers that a person has set."""
    state, subject = preset.state(), preset.subject()
    values = [state.temperature, *state.logits[:10], *state.target[:10]]
    if isinstance(subject, Classifier):
        values += subject.points[subject.chosen].tolist()
    return {f"{value:g}".replace("-", "−") for value in values}


def _language_texts(preset: Preset) -> list[str]:
    return [f"{preset.title(code)} {preset.note(code)}" for code in ("en", "zh_CN")]


CITED = {"72-iris": {"1936"}, "77-three-in-a-row": {"4.2"}}
"""The year or the section of what a note cites."""


@pytest.mark.parametrize("preset", presets(), ids=lambda preset: preset.key)
def test_that_every_number_in_a_note_has_a_source(preset: Preset) -> None:
    sources = {number.strip() for number in NUMBERS.get(preset.key, {})}
    for text in _language_texts(preset):
        assert _numbers(text) - _settable(preset) - CITED.get(preset.key, set()) <= sources
        assert sources <= _numbers(text)


@pytest.mark.parametrize("key", NUMBERS)
def test_that_every_number_in_a_note_is_the_computed_one(key: str) -> None:
    snapshot = derive(next(one for one in presets() if one.key == key).state())

    for number, source in NUMBERS[key].items():
        assert _written(source(snapshot), number.strip()) == number.strip().partition("·")[0]


def test_that_the_rest_of_the_vocabulary_is_more_than_lyon() -> None:
    snapshot = derive(next(one for one in presets() if one.key == "52-vocabulary").state())
    named = [float(snapshot.probabilities[k - 1]) for k in (262, 257, 783, 6342, 31003)]

    assert 1.0 - sum(named) > named[-1]


def test_that_no_note_speaks_of_what_nothing_shows() -> None:
    for preset in presets():
        assert "hinge" not in preset.note("en")
        assert "合页" not in preset.note("zh_CN")
