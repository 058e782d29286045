"""How a scene is staged survives files, undo and the journal; older documents open unchanged."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.documents.classifiers import SMALL
from tests.documents.lecture import LECTURE, SOFT
from xentgui.documents.document import DocumentError, decode, encode
from xentgui.documents.place import Place
from xentgui.documents.questions import Question, Task
from xentgui.documents.room import most_bytes
from xentgui.documents.scene import Document, Scene, subjects_of
from xentgui.documents.session import Session
from xentgui.documents.staging import PLAIN, Staging, Step
from xentgui.documents.steps import step as steps
from xentgui.documents.steps.step import ScenesStep
from xentgui.documents.store import Store
from xentgui.language.fields import Moments, told
from xentgui.model import State, derive
from xentgui.model.edits import add_classes, with_label
from xentgui.model.goals import Goal
from xentgui.model.named_numbers import named
from xentgui.model.subjects import BareLogits, OnState, resolve
from xentgui.model.view import View

PLAIN_TEXT = (
    '{"format": "xentgui-document", "version": 1, "scenes": [{"logits": [1, 0], "target": [1, 0]}]}'
)


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:
    """Yield a session with the lecture."""
    store = Store(LECTURE.scenes[0].subject)
    session = Session(store, (), store)
    session.start(LECTURE)
    yield session
    # A stack that is deleted emits signals about its steps, when their receivers are gone.
    store.history.blockSignals(True)


def _with(**keys: Any) -> str:
    document = json.loads(PLAIN_TEXT)
    document["version"] = 4
    document["scenes"][0] |= keys
    return json.dumps(document)


def test_that_a_lecture_reads_back_equal_and_is_written_the_same() -> None:
    text = encode(LECTURE)

    assert '"version": 4' in text
    assert decode(text) == LECTURE
    assert encode(decode(text)) == text
    assert len(text.encode()) <= most_bytes(LECTURE.scenes)


def test_that_a_document_without_staging_is_written_as_before() -> None:
    assert decode(PLAIN_TEXT).scenes[0].staging == PLAIN
    assert '"version": 1' in encode(decode(PLAIN_TEXT))


def test_that_a_step_names_only_what_it_changes_and_what_it_leaves_out_stays() -> None:
    text = _with(
        steps=[{"logits": [2, "-inf"]}, {"stage": 3}, {"temperature": 2}, {"target": [0, 1]}]
    )

    (scene,) = decode(text).scenes

    states = [one.subject and resolve(one.subject) for one in scene.staging.steps]
    assert states[1] is None
    assert [(one.logits, one.temperature, one.target) for one in states if one is not None] == [
        ((2, -math.inf), 1, (1, 0)),
        ((2, -math.inf), 2, (1, 0)),
        ((2, -math.inf), 2, (0, 1)),
    ]
    written = json.loads(encode(Document((scene,))))["scenes"][0]["steps"]
    assert [set(one) for one in written] == [{"logits"}, {"stage"}, {"temperature"}, {"target"}]


@pytest.mark.parametrize(
    ("keys", "place", "words"),
    [
        ({"transition": "fast"}, "$.scenes[0].transition", "newer XentGUI"),
        ({"transition": 3}, "$.scenes[0].transition", "“calm”"),
        ({"hidden": ["values", "values"]}, "$.scenes[0].hidden[1]", ""),
        ({"focus": -1}, "$.scenes[0].focus", "from 0"),
        ({"focus": 1.5}, "$.scenes[0].focus", "from 0"),
        ({"areas": 1}, "$.scenes[0].areas", "true or false"),
        ({"notes": {"en": 3}}, "$.scenes[0].notes", "for each language"),
        ({"choices": {"axis": "log"}}, "$.scenes[0].choices", "trace.axis"),
        ({"ranges": {"information": [1, 0, 0, 5]}}, "$.scenes[0].ranges", "left, right"),
        ({"ranges": {"information": [1, 2, 3]}}, "$.scenes[0].ranges.information", ""),
        ({"workspace": "No Such"}, "$.scenes[0].workspace", "explore"),
        ({"pinned": {"logits": [1, 0]}}, "$.scenes[0].pinned", "“target” is missing"),
        ({"pinned": {"logits": [1, 0, 2], "target": [1, 0, 0]}}, "$.scenes[0].pinned", "Write"),
        ({"steps": {"stage": 1}}, "$.scenes[0].steps", "list of steps"),
        ({"steps": [{"stages": 1}]}, "$.scenes[0].steps[0]", "stage"),
        ({"steps": [{"logits": [1, "x"]}]}, "$.scenes[0].steps[0].logits[1]", "finite"),
        ({"steps": [{"logits": [1, 2, 3], "target": [1, 0, 0]}]}, "$.scenes[0].steps[0]", ""),
        ({"steps": [{"labels": ["x", "y"]}]}, "$.scenes[0].steps[0]", "classes stay"),
        ({"hidden": ["p:0"]}, "$.scenes[0].hidden[0]", "newer XentGUI"),
        ({"hidden": ["panel:"]}, "$.scenes[0].hidden[0]", "newer XentGUI"),
        ({"steps": [{"question": {"predict": "q:1"}}]}, "question.predict", "newer XentGUI"),
        ({"steps": [{"question": {"choices": [{"en": "one"}]}}]}, "question.choices", ""),
        ({"steps": [{"question": {"right": "A"}}]}, "question.right", "letter"),
        ({"steps": [{"question": {"seconds": 0}}]}, "question.seconds", "from 1 to 3600"),
        ({"question": {}}, "$.scenes[0]", "question"),
        ({"task": {}}, "$.scenes[0].task", "“goal” is missing"),
        ({"task": {"goal": "wins"}}, "$.scenes[0].task", "“of” is missing"),
        ({"task": {"goal": "wins", "of": "loss"}}, "$.scenes[0].task.of", ""),
        ({"task": {"goal": "ties", "value": 1}}, "$.scenes[0].task", "“value”"),
        ({"task": {"goal": "equals", "of": "loss", "value": "x"}}, "task.value", "finite"),
    ],
)
def test_that_what_is_not_understood_is_refused_at_its_place(
    keys: dict[str, Any], place: str, words: str
) -> None:
    with pytest.raises(DocumentError) as error:
        decode(_with(**keys))

    assert place in str(error.value)
    assert words in str(error.value)


_QUESTION = Question(
    {"en": "Where does p₁ go?"}, named("p:1"), ({"en": "{p1}"}, {"en": "{then:p1}"}), 1, 30
)
_TASK = Task(Goal("equals", named("loss"), 1.0, 0.01), {"en": "Make it 1."}, {"en": "One."})


@pytest.mark.parametrize(
    "staging",
    [
        Staging(hidden=("p:2", "values")),
        Staging(hidden=("panel:gradient",)),
        Staging(steps=(Step(reveal=("z:1",)),)),
        Staging(steps=(Step(question=_QUESTION),)),
        Staging(steps=(Step(task=_TASK),)),
        Staging(task=_TASK),
        Staging(task=Task(Goal("wins", named("p:2")))),
        Staging(notes={"en": "the loss is {loss}"}),
    ],
)
def test_that_what_a_lecture_asks_reads_back_equal_and_needs_version_5(staging: Staging) -> None:
    document = Document((Scene(LECTURE.scenes[0].subject, staging=staging),))

    text = encode(document)

    assert '"version": 5' in text
    assert decode(text) == document
    assert len(text.encode()) <= most_bytes(document.scenes)


def test_that_what_is_staged_as_before_needs_version_4_as_before() -> None:
    plain = Staging(hidden=("loss", "values"), notes={"en": "{1, 2}"}, steps=(Step(stage=2),))
    document = Document((Scene(LECTURE.scenes[0].subject, staging=plain),))

    assert '"version": 4' in encode(document)


def test_that_braces_in_the_texts_of_an_older_document_stay_braces() -> None:
    (scene,) = decode(_with(caption={"en": "{loss}, {x y}, }}"}, notes={"en": "{lost}"})).scenes
    moments = Moments(derive(resolve(scene.subject)))

    assert told(scene.caption["en"], moments, View()) == "{loss}, {x y}, }}"
    assert told(scene.staging.notes["en"], moments, View()) == "{lost}"
    assert decode(encode(Document((scene,)))).scenes == (scene,)


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ({"title": {"en": "{lost}"}}, "$.scenes[0].title.en"),
        ({"caption": {"en": "a", "zh_CN": "{lost}"}}, "$.scenes[0].caption.zh_CN"),
        ({"notes": {"en": "{lost}"}}, "$.scenes[0].notes.en"),
        ({"steps": [{"caption": {"en": "{lost}"}}]}, "$.scenes[0].steps[0].caption.en"),
        (
            {"steps": [{"question": {"choices": [{"en": "{p1}"}, {"en": "{lost}"}]}}]},
            "$.scenes[0].steps[0].question.choices[1].en",
        ),
        ({"task": {"goal": "ties", "done": {"en": "{lost}"}}}, "$.scenes[0].task.done.en"),
    ],
)
def test_that_an_unknown_field_is_refused_at_its_place(keys: dict[str, Any], place: str) -> None:
    text = json.dumps(json.loads(_with(**keys)) | {"version": 5})

    with pytest.raises(DocumentError, match=r"There is no field \{lost\}") as error:
        decode(text)

    assert f"At {place}:" in str(error.value)


def test_that_the_steps_of_a_classifier_move_its_weights_and_points() -> None:
    moved = SMALL.replaced(weights=SMALL.weights * 2.0, chosen=1)
    steps = (Step(subject=moved), Step(stage=1), Step(subject=SMALL))
    document = Document((Scene(SMALL, staging=Staging(steps=steps)),))

    text = encode(document)

    assert decode(text) == document
    assert encode(decode(text)) == text
    written = json.loads(text)["scenes"][0]["steps"]
    assert [set(one) for one in written] == [
        {"weights", "chosen"},
        {"stage"},
        {"weights", "chosen"},
    ]


def test_that_steps_follow_when_classes_are_renamed_and_lose_numbers_of_other_classes() -> None:
    scene = LECTURE.scenes[SOFT]
    renamed = replace(
        scene, subject=OnState(lambda state: with_label(state, 0, "cat"))(scene.subject)
    )
    more = replace(scene, subject=OnState(lambda state: add_classes(state, ["x"]))(scene.subject))

    (kept,) = decode(encode(Document((renamed,)))).scenes
    (lost,) = decode(encode(Document((more,)))).scenes

    moves = [step.subject for step in kept.staging.steps if step.subject is not None]
    assert moves and all(resolve(one).labels[0] == "cat" for one in moves)
    assert not any(step.subject for step in lost.staging.steps)
    assert len(lost.staging.steps) == len(scene.staging.steps)


def test_that_a_change_of_the_staging_survives_the_journal() -> None:
    before = Place(LECTURE.scenes, 1, subjects_of(LECTURE.scenes))
    subject = BareLogits(State(["a", "b", "c"], [1, 2, 3], [0, 0, 1]))
    staging = Staging(notes={"en": "slowly"}, steps=(Step(subject=subject), Step(stage=2)))
    after = before.staged(staging)
    step = ScenesStep.between(before, after, "x")

    _, found = steps.decode(json.loads(json.dumps(step.encode())), before)

    assert found.scenes[1].staging == staging
    assert step.before(step.after(before)) == before


@pytest.mark.parametrize("change", ["move", "duplicate", "add", "stage"])
def test_that_a_change_of_the_scenes_is_a_step_that_can_be_undone(
    session: Session, change: str
) -> None:
    store = session._store
    before = session.document()

    if change == "move":
        session.change(lambda place: place.moved(0, 3), "x")
    elif change == "duplicate":
        session.change(Place.with_duplicate, "x")
    elif change == "add":
        session.change(lambda place: place.with_copy(Staging(areas=True)), "x")
    else:
        session.change(lambda place: place.staged(Staging(focus=1)), "x")
    after = session.document()

    assert after != before
    assert session.is_modified
    _, found = steps.decode(
        json.loads(json.dumps(store.steps()[0].encode())),
        Place(before.scenes, 0, subjects_of(before.scenes)),
    )
    assert found.scenes == after.scenes
    store.history.undo()
    assert session.document() == before
    store.history.redo()
    assert session.document() == after


def test_that_a_moved_scene_keeps_the_present_one_present(session: Session) -> None:
    session.visit(2)

    session.change(lambda place: place.moved(4, 0), "x")

    assert session.scene == 3
    assert session.document().scenes[3] == LECTURE.scenes[2]
    assert session.document().scenes[0] == LECTURE.scenes[4]


def test_that_scenes_with_another_staging_differ() -> None:
    plain = Scene(LECTURE.scenes[0].subject)

    assert plain != replace(plain, staging=Staging(focus=0))


def test_that_what_a_scene_withholds_is_read_and_refused_with_the_words_there_are() -> None:
    scene = replace(LECTURE.scenes[0], staging=Staging(withheld=("examples", "tables")))
    text = encode(Document((scene,)))

    assert decode(text) == Document((scene,))
    assert '"version": 5' in text
    with pytest.raises(DocumentError) as refused:
        decode(text.replace('"tables"', '"tabels"'))
    assert "tabels" in str(refused.value.message.values)
    with pytest.raises(DocumentError):
        decode(text.replace('"tables"', '"examples"'))
