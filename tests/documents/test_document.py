from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.documents.document import Document, DocumentError, Scene, decode, encode
from xentgui.documents.texts import in_language
from xentgui.language.text import explain
from xentgui.language.units import UNITS
from xentgui.model import State
from xentgui.model.checks import LONGEST_DOCUMENT, MOST_VALUES
from xentgui.model.subjects import BareLogits

GOOD = """
{
  "format": "xentgui-document",
  "version": 1,
  "scenes": [
    {
      "title": {"en": "A tie", "zh_CN": "并列"},
      "caption": {"en": "Two classes share the first place."},
      "panels": ["distribution", "gradient"],
      "unit": "bits",
      "labels": ["cat", "dog", "猫头鹰"],
      "logits": [1.5, "-inf", -0.1],
      "target": [1, 0, 0.5],
      "temperature": "inf",
      "label_smoothing": 0.1
    },
    {"logits": [0, 1e-320], "target": [0, 1]}
  ]
}
"""

LOGITS = st.lists(st.floats(allow_nan=False, max_value=1.79e308), min_size=2, max_size=60).filter(
    lambda logits: any(map(math.isfinite, logits))
)
# A field that nobody knows is refused: see test_fields.
_WORDS = st.text().filter(lambda text: not re.search(r"\{[^{}]*\}", text))
TEXTS = st.dictionaries(st.sampled_from(["en", "zh_CN", "de-CH", "gsw"]), _WORDS, max_size=3)
PANELS = st.lists(st.from_regex(r"\A[a-z][a-z0-9_]{0,9}\Z"), unique=True, max_size=4)


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    logits = draw(LOGITS)
    sizes = st.lists(st.floats(0, 1e300), min_size=len(logits), max_size=len(logits))
    labels = st.lists(st.text(), min_size=len(logits), max_size=len(logits))
    state = State(
        draw(labels),
        logits,
        draw(sizes),
        temperature=draw(st.floats(0, math.inf)),
        label_smoothing=draw(st.floats(0, 1)),
    )
    return Scene(
        BareLogits(state),
        draw(TEXTS),
        draw(TEXTS),
        tuple(draw(PANELS)),
        draw(st.sampled_from(list(UNITS))),
    )


DOCUMENTS = st.lists(scenes(), min_size=1, max_size=3).map(lambda found: Document(tuple(found)))


@given(DOCUMENTS)
def test_that_a_document_is_read_back_to_the_last_bit(document: Document) -> None:
    text = encode(document)

    assert decode(text) == document
    assert decode(text.encode()) == document
    assert encode(decode(text)) == text


@given(DOCUMENTS)
def test_that_other_programs_read_the_same_in_it(document: Document) -> None:
    read = json.loads(encode(document))

    for scene, written in zip(document.scenes, read["scenes"], strict=True):
        assert tuple(written["labels"]) == scene.state.labels
        assert tuple(map(float, written["logits"])) == scene.state.logits
        assert tuple(written["target"]) == scene.state.target
        assert written.get("title", {}) == scene.title


def test_that_a_file_written_by_hand_means_what_it_says() -> None:
    first, second = decode(GOOD).scenes

    assert first == Scene(
        BareLogits(
            State(
                ["cat", "dog", "猫头鹰"],
                [1.5, -math.inf, -0.1],
                [1, 0, 0.5],
                temperature=math.inf,
                label_smoothing=0.1,
            )
        ),
        {"en": "A tie", "zh_CN": "并列"},
        {"en": "Two classes share the first place."},
        ("distribution", "gradient"),
        "bits",
    )
    assert second == Scene(BareLogits(State(["class 1", "class 2"], [0, 1e-320], [0, 1])))


def test_that_a_document_is_pleasant_to_read() -> None:
    text = encode(decode(GOOD))

    assert text.startswith('{\n  "format": "xentgui-document",\n  "version": 1,\n  "scenes": [\n')
    assert text.endswith("  ]\n}\n")
    for line in GOOD.splitlines()[6:14]:
        assert line.strip().removesuffix(",") in text
    assert '"logits": [0, 1e-320],' in text


def test_that_numbers_are_as_short_as_they_can_be() -> None:
    state = State(
        ["a", "b"], [1e22, -2.5e-300], [0.1 + 0.2, 100], temperature=0.5, label_smoothing=1
    )
    text = encode(Document((Scene(BareLogits(state)),)))

    assert '"logits": [1e22, -2.5e-300],' in text
    assert '"target": [0.30000000000000004, 100],' in text
    assert '"label_smoothing": 1\n' in text


def test_that_one_changed_number_among_many_is_one_changed_line() -> None:
    logits = [k / 7 for k in range(1000)]
    labels = [f"token {k}" for k in range(1000)]

    before = encode(Document((Scene(BareLogits(State(labels, logits, [1] * 1000))),))).splitlines()
    logits[500] = 3.25
    after = encode(Document((Scene(BareLogits(State(labels, logits, [1] * 1000))),))).splitlines()

    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [("1.5", "1.50"), ("1.5", "15e-1"), ("\n", "\r\n"), ("猫", "\\u732b"), ("  ", "\t")],
)
def test_that_the_way_of_writing_does_not_matter(before: str, after: str) -> None:
    assert decode(GOOD.replace(before, after)) == decode(GOOD)


def test_that_the_mark_that_some_editors_put_first_does_not_matter() -> None:
    assert decode("\ufeff" + GOOD) == decode(b"\xef\xbb\xbf" + GOOD.encode()) == decode(GOOD)


@pytest.mark.parametrize(
    ("before", "after", "place", "words"),
    [
        ('"-inf"', "NaN", "$.scenes[0].logits[1]", "is NaN"),
        ('"-inf"', "1e400", "$.scenes[0].logits[1]", "is 1e400"),
        ('"-inf"', "-Infinity", "$.scenes[0].logits[1]", "“-inf” to switch the class off"),
        ('"-inf"', '"two"', "$.scenes[0].logits[1]", "is “two”"),
        ('"-inf"', '"2"', "$.scenes[0].logits[1]", "is “2”"),
        ('"-inf"', "true", "$.scenes[0].logits[1]", "is true"),
        ('"-inf"', "null", "$.scenes[0].logits[1]", "is null"),
        ('[1.5, "-inf", -0.1]', '["-inf", "-inf", "-inf"]', "$.scenes[0].logits", "at least one"),
        ('[1.5, "-inf", -0.1]', "[1.5]", "$.scenes[0].logits", "from 2 to"),
        ('[1.5, "-inf", -0.1]', "[1.5, 2]", "$.scenes[0]", "3 class names, 2 logits"),
        ("[1, 0, 0.5]", "[1, -1, 0]", "$.scenes[0].target[1]", "is −1"),
        ("[1, 0, 0.5]", "[1e308, 1e308, 0]", "$.scenes[0].target", "smaller target"),
        ('"temperature": "inf"', '"temperature": -1', "$.scenes[0].temperature", "is −1"),
        ("0.1\n", "1.5\n", "$.scenes[0].label_smoothing", "from 0 to 1"),
        ('"bits"', '"nit"', "$.scenes[0].unit", "“nats”, “bits” or “dits”"),
        ('"gradient"', '"distribution"', "$.scenes[0].panels[1]", "each of them once"),
        ('"gradient"', '"Gradient"', "$.scenes[0].panels[1]", "is “Gradient”"),
        ('{"en": "A tie"', '{"English": "A tie"', "$.scenes[0].title", '{"en": "A tie"}'),
        ('{"en": "A tie"', '{"en\\n": "A tie"', "$.scenes[0].title", "for each language"),
        ('"gradient"', '"gradient\\n"', "$.scenes[0].panels[1]", "the key of a panel"),
        ('"cat"', "7", "$.scenes[0].labels[0]", "quotation marks"),
        (
            '"title"',
            '"heading"',
            "$.scenes[0]",
            "“heading” at $.scenes[0] is known to a newer XentGUI only",
        ),
        ('"title"', '"titel"', "$.scenes[0]", "Write “title”"),
        ('"scenes"', '"note": "", "scenes"', "$", "“note”"),
        ('"bits"', '"bits", "subject": "forest"', "$.scenes[0].subject", "newer XentGUI"),
        ('"bits"', '"bits", "loss": "later"', "$.scenes[0].loss", "newer XentGUI"),
        ('[1.5, "-inf", -0.1]', "[1.5, -0.1", "line 13, column 15", "not valid JSON"),
        ('{"en": "A tie"', '{"en": {"a": 1, "a": 2}', "$.scenes[0].title", "for each language"),
        ('"target": [1, 0, 0.5],', "", "$.scenes[0]", "“target” is missing"),
        ('"target": [0, 1]', '"target": [0, 1], "logits": [5, 5]', "$.scenes[1]", "twice"),
        ('"en": "A tie"', '"en": "A tie", "en": "A"', "$.scenes[0].title", "“en” occurs twice"),
        ('"version": 1', '"version": 1, "version": 1', "$", "“version” occurs twice"),
        ('"version": 1', '"version": 99, "other": []', "$.version", "newer XentGUI"),
        ('"version": 1', '"version": true', "$.version", "Write 1"),
        ('"version": 1,', "", "$", "“version” is missing"),
        ("xentgui-document", "xentgui-session", "$.format", "not an XentGUI document"),
        ('"A tie"', '"\\ud83d"', "$.scenes[0].title.en", "half of a character"),
        ("-0.1]", "-0.1,]", "line 12, column 36", "not valid JSON"),
        ("]\n}", "]\n", "line 18, column 4", "breaks off"),
    ],
)
def test_every_mistake_is_refused_with_its_place_and_a_remedy(
    before: str, after: str, place: str, words: str
) -> None:
    assert before in GOOD

    with pytest.raises(DocumentError) as refusal:
        decode(GOOD.replace(before, after))

    assert re.search(re.escape(place) + "[ :.]", str(refusal.value))
    assert words in str(refusal.value)
    assert explain(refusal.value) == str(refusal.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not an XentGUI document"),
        (b"hello", "not an XentGUI document"),
        (b"[]", "not an XentGUI document"),
        (b"{}", "not an XentGUI document"),
        (b"\x89PNG\r\n\x1a\n", "not text in UTF-8: see line 1, column 1"),
        (b'{\n "\xff', "line 2, column 3"),
        ('{"a": 1}'.encode("utf-16"), "not text in UTF-8"),
        ("\ud800", "not text in UTF-8"),
        ('{"a": ' + "[" * 1_000_000, "brackets are nested too deeply"),
        ('{"a": ' * 100_000, "brackets are nested too deeply"),
        (GOOD.replace('{"logits"', "[" * 100_000 + '{"logits"'), "brackets are nested too deeply"),
    ],
    ids=lambda value: repr(value[:20])[:20],
)
def test_that_what_is_no_document_at_all_is_refused_in_words(data: bytes | str, words: str) -> None:
    with pytest.raises(DocumentError, match=words):
        decode(data)


@pytest.mark.parametrize(
    ("letter", "times", "words"),
    [(" ", LONGEST_DOCUMENT + 1, "at most 512 MB"), (",", MOST_VALUES + 1, "too many values")],
)
def test_that_what_is_too_long_is_refused_in_words(letter: str, times: int, words: str) -> None:
    with pytest.raises(DocumentError, match=words):
        decode(letter * times)


def _numbers(written: Any) -> list[tuple[float, ...]]:
    scenes = written["scenes"]
    return [tuple(map(float, one[key])) for one in scenes for key in ("logits", "target")]


@given(st.data())
def test_that_a_spoilt_file_gives_the_numbers_in_it_or_a_reason(data: st.DataObject) -> None:
    text = bytearray(GOOD.encode())
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text) - 1))
        end = at + data.draw(st.sampled_from([0, 1, 1, 5, 50]))
        text[at:end] = data.draw(
            st.sampled_from([b"", b"0", b"9", b"-", b"e", b'"', b",", b"[", b"}", b"\\", b"\xff"])
            | st.binary(max_size=3)
            | st.integers(0, len(text)).map(lambda start: bytes(text[start : start + 20]))
        )

    try:
        document = decode(bytes(text))
    except DocumentError as error:
        assert str(error)  # noqa: PT017 - it need not be refused
        return

    found = [vector for one in document.scenes for vector in (one.state.logits, one.state.target)]
    assert found == _numbers(json.loads(text.decode("utf-8-sig")))
    assert decode(encode(document)) == document


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
PLACES = st.sampled_from(
    ["title", "caption", "panels", "unit", "labels", "logits", "target", "temperature",
     "label_smoothing", "state", ""]
)  # fmt: skip


@given(PLACES, JSON)
def test_that_any_value_anywhere_is_taken_for_what_it_is_or_refused(key: str, value: Any) -> None:
    written = json.loads(GOOD)
    written["scenes"][0][key] = value

    try:
        document = decode(json.dumps(written))
    except DocumentError as error:
        assert "$" in str(error)  # noqa: PT017 - it need not be refused
        return

    assert document.scenes[1] == decode(GOOD).scenes[1]
    assert _numbers(written)[:2] == [
        document.scenes[0].state.logits,
        document.scenes[0].state.target,
    ]


@given(st.binary(max_size=200) | st.text(max_size=200))
def test_that_noise_is_refused(noise: bytes | str) -> None:
    with pytest.raises(DocumentError):
        decode(noise)


def test_that_half_a_character_in_a_name_does_not_make_a_document_unreadable() -> None:
    document = Document((Scene(BareLogits(State(["a\ud83d", "b"], [0, 1], [1, 0]))),))

    assert decode(encode(document)).scenes[0].state.labels == ("a\ufffd", "b")


@pytest.mark.parametrize(
    "wrong",
    [{"unit": "nit"}, {"panels": ("a", "a")}, {"panels": ("A",)}, {"title": {"English": "x"}}],
)
def test_that_no_scene_can_be_made_that_could_not_be_read_back(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="scene"):
        Scene(BareLogits(State(["a", "b"], [0, 1], [1, 0])), **wrong)


@pytest.mark.parametrize(
    ("language", "text"), [("zh_CN", "并列"), ("zh", "并列"), ("en_GB", "A tie"), ("fr", "A tie")]
)
def test_that_a_title_is_in_the_nearest_language(language: str, text: str) -> None:
    assert in_language({"zh_CN": "并列", "en": "A tie"}, language) == text
    assert in_language({"zh_CN": "并列"}, language) == "并列"
    assert in_language({}, language) == ""


def test_that_the_example_in_the_readme_is_a_document_as_we_would_write_it() -> None:
    readme = Path(__file__).parents[2].joinpath("README.md").read_text("utf-8")
    example = re.search(r"## The file format.*?```json\n(.*?)```", readme, re.DOTALL)
    assert example is not None

    assert encode(decode(example[1])) == example[1]
