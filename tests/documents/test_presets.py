import json
import math
import re
import subprocess
import sys

import numpy as np
import pytest

from xentgui import resource
from xentgui.documents.preset_file import PresetError, read
from xentgui.documents.presets import presets
from xentgui.documents.texts import opening_state
from xentgui.model import State, derive

FILES = sorted(resource("presets").glob("*.json"))
LANGUAGES = ("en", "zh_CN")
A_PRESET = {"title": {"en": "One"}, "logits": [1, 0], "target": [1, 0]}


def preset(key):
    return next(preset for preset in presets() if preset.key == key)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_preset_is_a_legal_state_with_sound_consequences(path, language):
    one = preset(path.stem)
    snapshot = derive(one.state(language))

    assert one.title(language)
    assert one.note(language)
    assert len(set(snapshot.state.labels)) == len(snapshot.state.labels)
    assert abs(snapshot.probability_sum - 1.0) < 1e-12
    assert snapshot.target_sum == 1.0
    assert math.isfinite(snapshot.cross_entropy)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_preset_is_told_in_both_languages(path):
    content = json.loads(path.read_text(encoding="utf-8"))

    for texts in (content["title"], content["note"]):
        assert set(texts) == set(LANGUAGES)
        plain = [re.sub(r"(?<=\d),(?=\d{3})", "", text) for text in texts.values()]
        digits = [sorted(re.findall(r"\d+(?:\.\d+)?", text)) for text in plain]
        assert digits[0] == digits[1]
    assert re.fullmatch(r"\d\d-[a-z0-9-]+", path.stem)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_that_no_english_name_is_left_in_chinese(path):
    subject = preset(path.stem).subject("zh_CN")
    names = {*subject.resolve().labels, *getattr(subject, "input_names", ())}

    assert [name for name in names if re.search("[A-Za-z]{3}", name)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_first_preset_is_the_one_that_the_program_opens_with(language):
    assert presets()[0].state(language) == opening_state(language)
    assert opening_state() == State(
        ("class 1", "class 2", "class 3"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0)
    )


def test_that_the_gradient_example_is_right_to_the_last_digit():
    snapshot = derive(preset("02-gradient-example").state())

    np.testing.assert_allclose(snapshot.logits, np.log((0.34, 0.46, 0.20)), rtol=2.3e-16)
    np.testing.assert_allclose(snapshot.probabilities, (0.34, 0.46, 0.20), rtol=2.3e-16)
    np.testing.assert_allclose(snapshot.gradient, (-0.66, 0.46, 0.20), rtol=2.3e-16)


def test_that_tiny_losses_are_tiny_and_not_zero():
    assert 0 < derive(preset("25-far-ahead").state()).cross_entropy < 1e-47
    assert derive(preset("43-nearly-certain").state()).cross_entropy == pytest.approx(
        8.5e-18, rel=0.01
    )


def test_that_the_ends_of_the_temperature_and_a_tie_are_among_the_presets():
    hard = derive(preset("31-temperature-zero").state())
    flat = derive(preset("32-temperature-infinite").state())
    tied = derive(preset("33-tie").state())

    assert hard.probabilities.tolist() == [1, 0, 0]
    assert flat.probabilities.tolist() == [1 / 3] * 3
    assert tied.probabilities.tolist() == [0.5, 0.5, 0]
    assert tied.prediction == (0, 1)


def test_that_the_vocabulary_is_generated_and_always_the_same():
    one, again = (preset("52-vocabulary").state() for _ in range(2))
    snapshot = derive(one)

    assert one == again
    assert len(one.labels) == 50257
    assert (one.labels[0], one.labels[6341], one.labels[-1]) == ("token 1", "Paris", "token 50257")
    assert snapshot.prediction == (6341,)
    assert snapshot.probabilities[6341] == pytest.approx(0.785, abs=0.01)


@pytest.mark.parametrize(
    ("change", "place", "reason"),
    [
        ({"logits": [1, "two"]}, "$.logits[1]", "two"),
        ({"logits": [1]}, "$", "1 logits"),
        ({"logits": ["-inf", "-inf"]}, "$", "switched off"),
        ({"target": [1, -1]}, "$", "class 2"),
        ({"target": {"class": 3}}, "$.target.class", "no such class"),
        ({"colour": "red"}, "$", "colour"),
        ({"title": {}}, "$.title", "en"),
        ({"note": {"zh_CN": "一"}}, "$.note", "en"),
        ({"label": {"en": "token"}}, "$.label", "{number}"),
        ({"generate": {"classes": 3, "seed": 1, "spread": 1}}, "$.logits", "either"),
        (
            {"logits": None, "generate": {"classes": 1, "seed": 1, "spread": 1}},
            "$.generate.classes",
            "2",
        ),
    ],
)
def test_that_a_faulty_preset_is_refused_with_file_and_place(tmp_path, change, place, reason):
    path = tmp_path / "99-faulty.json"
    path.write_text(json.dumps(A_PRESET | change), encoding="utf-8")

    with pytest.raises(PresetError) as refusal:
        read(path)

    assert f"99-faulty.json is wrong at {place}: " in str(refusal.value)
    assert reason in str(refusal.value)


def test_that_text_that_is_not_json_is_refused_with_its_place(tmp_path):
    path = tmp_path / "99-cut.json"
    path.write_text('{"title": {"en": "One"', encoding="utf-8")

    with pytest.raises(PresetError, match=r"99-cut\.json is wrong at \S+"):
        read(path)
    with pytest.raises(PresetError, match=r"98-absent\.json cannot be read: No such file"):
        read(tmp_path / "98-absent.json")


def test_that_opening_the_program_reads_no_preset():
    code = (
        "import sys; from xentgui.documents.presets import presets; "
        "from xentgui.documents.texts import opening_state; "
        "opening_state(); sys.exit(presets.cache_info().currsize)"
    )

    subprocess.run([sys.executable, "-c", code], cwd=resource().parent, check=True, timeout=600)
