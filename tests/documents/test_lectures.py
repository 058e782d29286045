"""The lectures that come with the program: whole, short enough to be read, and no number is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from xentgui import resource
from xentgui.documents import lectures
from xentgui.documents.document import decode, encode
from xentgui.documents.field_texts import texts_of
from xentgui.documents.moment import Beat, Moment, last_step, moment_at
from xentgui.documents.scene import Document
from xentgui.documents.texts import class_names
from xentgui.language.fields import Moments, names_in, require_known, told
from xentgui.language.translation import install
from xentgui.model import Snapshot, derive
from xentgui.model.goals import is_reached
from xentgui.model.run import Run
from xentgui.model.subjects import resolve
from xentgui.panels import PANELS
from xentgui.window.workspaces import WORKSPACES

LANGUAGES = ("en", "zh_CN")
MOST_WORDS, MOST_CHARACTERS, FIELD = 15, 24, 5
KNOWN = {panel.key: panel for panel in PANELS}
_FIELD = re.compile(r"\{[^{}]+\}")
_NAME = re.compile(r"(class|classes|score|类别|得分) (?:\d and )?\d", re.IGNORECASE)
_NUMBER = re.compile(r"[−-]?\d+(?:\.\d+)?")

NAMES = lectures.names()


class Seen(NamedTuple):
    """A beat of a lecture, with its numbers, and those before and after it."""

    beat: Beat
    moment: Moment
    moments: Moments

    def told(self, texts: dict[str, str], language: str) -> str:
        return told(texts[language], self.moments, self.moment.view)


def _snapshot(moment: Moment) -> Snapshot:
    return derive(resolve(moment.subject), moment.subject)


def _seen(document: Document) -> Iterator[Seen]:
    for number, scene in enumerate(document.scenes):
        steps = range(len(scene.staging.steps) + 1)
        moments = [moment_at(document.scenes, Beat(number, step)) for step in steps]
        snapshots = [None, *map(_snapshot, moments), None]
        for step, moment in enumerate(moments):
            back, now, then = snapshots[step : step + 3]
            assert now is not None
            yield Seen(moment.beat, moment, Moments(now, back, then))


@pytest.fixture(params=NAMES)
def lecture(request: pytest.FixtureRequest) -> Document:
    return lectures.lecture(request.param)


@pytest.fixture
def article() -> Document:
    return lectures.lecture("cross-entropy")


@pytest.mark.parametrize("name", NAMES)
def test_that_a_lecture_is_written_as_the_program_writes_it(name: str) -> None:
    text = resource("lectures", name + lectures.ENDING).read_text("utf-8")

    assert encode(decode(text)) == text


def test_that_every_text_is_there_in_both_languages(lecture: Document) -> None:
    for scene in lecture.scenes:
        assert scene.title and scene.caption and scene.staging.notes and scene.staging.answer
        assert scene.staging.task is not None and scene.staging.task.done
        for place, texts in texts_of(scene):
            assert set(texts) in (set(), set(LANGUAGES)), (scene.title, place)
        for step in scene.staging.steps:
            assert step.caption, scene.title


def test_that_captions_are_short(lecture: Document) -> None:
    for scene in lecture.scenes:
        for caption in (scene.caption, *(step.caption for step in scene.staging.steps)):
            words = [one for one in caption["en"].split() if re.search(r"\w", one)]
            said = caption["zh_CN"].replace("{prepared}", "")  # which writes nothing
            letters = re.sub(r"\s", "", _FIELD.sub("x" * FIELD, said))
            assert len(words) <= MOST_WORDS, caption["en"]
            assert len(letters) <= MOST_CHARACTERS, (len(letters), caption["zh_CN"])


def test_that_every_field_can_be_filled_in_wherever_it_is_shown(lecture: Document) -> None:
    for seen in _seen(lecture):
        staging = lecture.scenes[seen.beat.scene].staging
        shown = [seen.moment.title, seen.moment.caption]
        if seen.beat.step == last_step(lecture.scenes, seen.beat.scene):
            shown += [seen.moment.notes, seen.moment.answer]
        if seen.moments.then is not None:
            question = staging.steps[seen.beat.step].question
            shown += [question.text, *question.choices] if question else []
        for texts in shown:
            for language in LANGUAGES:
                require_known(texts[language], seen.moments.now)
                filled = seen.told(texts, language)
                assert "{" not in filled and "–" not in filled, filled


def _values(snapshot: Snapshot) -> Iterator[float]:
    for one in ("logits", "probabilities", "effective_target", "information", "gradient"):
        yield from getattr(snapshot, one).tolist()
    yield from (snapshot.loss, snapshot.entropy, snapshot.target_entropy, snapshot.kl_divergence)
    yield from (snapshot.state.temperature, snapshot.state.label_smoothing, snapshot.target_sum)


def test_that_no_value_of_the_state_is_typed_instead_of_a_field(lecture: Document) -> None:
    for seen in _seen(lecture):
        scene = lecture.scenes[seen.beat.scene]
        known = [abs(value) for value in _values(seen.moments.now) if np.isfinite(value)]
        known = [value for value in known if value not in (0.0, 1.0)]
        for place, texts in (*texts_of(scene), ("", seen.moment.caption)):
            if "task" in place or ("caption" in place and place):
                continue  # a task names what is to be reached
            for text in texts.values():
                for number in _NUMBER.findall(_NAME.sub("", _FIELD.sub("", text))):
                    typed = abs(float(number.replace("−", "-")))
                    places = len(number.partition(".")[2])
                    alike = [value for value in known if round(value, places) == typed]
                    assert not (alike and typed not in (0.0, 1.0)), (number, text)
                    assert "." not in number, (number, text)


def test_that_panels_choices_and_workspaces_are_there(lecture: Document) -> None:
    for seen in _seen(lecture):
        scene, snapshot = lecture.scenes[seen.beat.scene], seen.moments.now
        assert scene.panels and set(scene.panels) <= set(KNOWN)
        assert scene.staging.workspace in WORKSPACES  # or it would be that of the scene before
        assert set(scene.staging.ranges) <= set(scene.panels)
        for key, chosen in scene.staging.choices.items():
            panel, _, choice = key.partition(".")
            assert panel in scene.panels
            (offered,) = (
                one for one in KNOWN[panel]().choices(snapshot) if one.key == choice
            )  # fmt: skip
            words = {option.value for option in offered.options}
            assert {chosen} <= words if isinstance(chosen, str) else set(chosen) <= words


def test_that_a_task_is_not_done_before_it_is_begun(lecture: Document) -> None:
    for scene in lecture.scenes:
        assert scene.staging.task is not None
        snapshot = derive(scene.state, scene.subject)
        assert not is_reached(scene.staging.task.goal, snapshot), scene.title["en"]
        for text in scene.staging.task.done.values():
            require_known(text, snapshot)


def test_that_classes_are_named_in_the_language_of_the_moment() -> None:
    document = lectures.lecture("cross-entropy", "zh_CN")

    for seen in _seen(document):
        labels = resolve(seen.moment.subject).labels
        assert labels == class_names(len(labels), "zh_CN")
        if seen.moment.view.pinned is not None:
            assert seen.moment.view.pinned.labels == labels


def test_that_it_has_the_numbers_of_the_article(qapp: QApplication, article: Document) -> None:
    install(qapp, "en")
    told_ = [seen.told(dict(seen.moment.caption), "en") for seen in _seen(article)]

    assert any("0.838, 0.019, 0.143" in one for one in told_)
    assert any("−0.660, +0.460, +0.200" in one for one in told_)
    for pair in ("1.079 to 0.525", "0.314", "0.219", "0.167", "0.134", "0.176 down to 0.096"):
        assert any(pair in one for one in told_), pair


def test_that_a_walk_takes_the_steps_that_the_program_takes(article: Document) -> None:
    walked = 0
    for number, scene in enumerate(article.scenes):
        if scene.staging.walk is None:
            continue
        run = Run.begun(scene.state, scene.staging.walk)
        for step in range(last_step(article.scenes, number) + 1):
            shown = moment_at(article.scenes, Beat(number, step))
            assert shown.view.run is not None and shown.view.run.step == step
            assert np.array_equal(resolve(shown.subject).logit_array, run.logits[run.at])
            run, walked = run.forward(), walked + 1
    assert walked == 6


def test_that_it_has_every_field_it_needs_live(article: Document) -> None:
    used = {
        name
        for scene in article.scenes
        for _, texts in texts_of(scene)
        for text in texts.values()
        for name in names_in(text)
    }

    assert used >= {"loss", "p1", "z1", "h1", "g1", "floor", "kl", "entropy", "loss_before", "T"}
