"""A step holds what changed, goes in both directions bit for bit, and survives being written."""

from __future__ import annotations

import gc
import itertools
import json
import math
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.classifiers import LARGE
from tests.documents.line import LINE, Line
from tests.documents.points import POINTS, Points
from tests.documents.samples import LECTURE, MASKED, TIE
from xentgui.documents.place import Place
from xentgui.documents.scene import Scene, subjects_of
from xentgui.documents.steps import step as steps
from xentgui.documents.steps.part_change import Flipped, Spliced, decode, part_difference
from xentgui.documents.steps.step import EditStep, ScenesStep
from xentgui.documents.store import Store
from xentgui.documents.subject_formats import SUBJECTS
from xentgui.model import RefusedError, State, default_labels
from xentgui.model import edits as edit
from xentgui.model.classifier.linear import Linear
from xentgui.model.subjects import BareLogits, OnState, Subject, on_classifier
from xentgui.model.subjects.classifier import Classifier

LOGITS = st.one_of(
    st.floats(allow_nan=False, max_value=1e308), st.sampled_from([0.0, -math.inf, 5e-324, 1e300])
)
TARGETS = st.floats(0, 1e300)
SOME = st.integers(0, 9)
CHANGES: st.SearchStrategy[Callable[[State], State]] = st.one_of(
    st.builds(lambda k, x: lambda s: edit.with_logit(s, k, x), SOME, LOGITS),
    st.builds(lambda k, x: lambda s: edit.with_target(s, k, x), SOME, TARGETS),
    st.builds(lambda k, x: lambda s: edit.with_target_scaled(s, k, x), SOME, TARGETS),
    st.builds(lambda k, x: lambda s: edit.with_label(s, k, x), SOME, st.text(max_size=5)),
    st.builds(lambda k, n: lambda s: edit.add_classes(s, k, ["new"] * n), SOME, st.integers(1, 9)),
    st.builds(lambda ks: lambda s: edit.remove_classes(s, ks), st.lists(SOME, max_size=4)),
    st.builds(lambda ks: lambda s: edit.duplicate_classes(s, ks), st.lists(SOME, max_size=2)),
    st.builds(lambda x: lambda s: edit.with_setting(s, "temperature", x), st.floats(0, math.inf)),
    st.just(edit.hardmax_target),
    st.just(lambda s: edit.reorder_classes(s, reversed(range(len(s.labels))))),
    st.builds(lambda k: lambda _: State(default_labels(k), range(k), [1] * k), st.integers(2, 40)),
)


@pytest.fixture(autouse=True)
def _registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SUBJECTS, LINE.key, LINE)
    monkeypatch.setitem(SUBJECTS, POINTS.key, POINTS)


def _written(step: steps.Step) -> dict[str, Any]:
    """Return what a step is after it was written and read."""
    read: dict[str, Any] = json.loads(json.dumps(step.encode()))
    return read


def _place(*subjects: Subject, scene: int = 0) -> Place:
    return Place(tuple(map(Scene, subjects)), scene, subjects)


def _bits(subject: Subject) -> tuple[object, ...]:
    state = subject.resolve()
    numbers = state.logit_array.tobytes(), state.target_array.tobytes()
    return (
        state.labels,
        state.colors,
        *numbers,
        state.temperature,
        state.label_smoothing,
        state.loss,
    )


@given(st.lists(CHANGES, max_size=12))
def test_that_steps_are_undone_done_again_and_read_back_bit_for_bit(
    changes: list[Callable[[State], State]],
) -> None:
    state = State(default_labels(3), (2.33, -1.46, 0.56), (1, 0, 0))
    subjects = [BareLogits(state)]
    for change in changes:
        try:
            subjects.append(BareLogits(change(subjects[-1].state)))
        except RefusedError:
            continue
    pairs = list(itertools.pairwise(subjects))
    done = [EditStep.between(old, new, 0, "edit") for old, new in pairs]
    wanted = [_bits(subject) for subject in subjects]

    place = _place(subjects[0])
    for step, bits in zip(done, wanted[1:], strict=True):
        read, there = steps.decode(_written(step), place)
        again = read.after(place)
        place = step.after(place)
        assert _bits(place.present.subject) == bits
        assert _bits(there.present.subject) == bits
        assert _bits(again.present.subject) == bits
    for step, bits in zip(reversed(done), reversed(wanted[:-1]), strict=True):
        place = step.before(place)
        assert _bits(place.present.subject) == bits


RNG = np.random.default_rng(7)
CLOUD = Points(RNG.normal(size=(3000, 2)), RNG.normal(size=(3, 2)))


def _with(points: Points, **parts: Any) -> Points:
    return Points(**{**POINTS.parts(points), **parts})  # type: ignore[misc]


def _moved(points: Points, at: int) -> Points:
    inputs = points.inputs.copy()
    inputs[at, 1] += 0.1
    return _with(points, inputs=inputs)


@pytest.mark.parametrize(
    "after",
    [
        _moved(CLOUD, 1234),
        _with(CLOUD, weights=CLOUD.weights * 1.01, chosen=77),
        _with(CLOUD, name="moons"),
        _with(CLOUD, inputs=np.vstack((CLOUD.inputs, [[1.0, 2.0]]))),
        _with(CLOUD, inputs=np.delete(CLOUD.inputs, 1500, axis=0)),
    ],
    ids=["a point moved", "a training step", "a name", "a point more", "a point less"],
)
def test_that_a_subject_with_parts_costs_what_changed(after: Points) -> None:
    step = EditStep.between(CLOUD, after, 0, "edit")

    assert step.after(_place(CLOUD)).present.subject == after
    assert step.before(_place(after)).present.subject == CLOUD
    assert steps.decode(_written(step), _place(CLOUD))[1].present.subject == after
    assert len(json.dumps(step.encode())) < 400


@pytest.mark.parametrize(
    "change",
    [
        lambda one: on_classifier.with_point(one, 1234, (7.0, 8.0)),
        lambda one: on_classifier.with_chosen(one, 77),
        lambda one: on_classifier.with_linear(one, Linear(one.weights * 1.01, one.bias + 0.1)),
        lambda one: on_classifier.with_points_added(one, [(1.0, 2.0)], [(0, 0.5, 0.5)], 12),
        lambda one: on_classifier.without_points(one, [1500]),
        lambda one: on_classifier.with_class_of_points(one, [3, 4, 5], 2),
        lambda one: one.absorb(edit.with_setting(one.resolve(), "temperature", 2.0)),
    ],
    ids=["moved", "chosen", "trained", "added", "removed", "classified", "set"],
)
def test_that_a_step_of_a_classifier_costs_what_changed(
    change: Callable[[Classifier], Classifier],
) -> None:
    after = change(LARGE)
    step = EditStep.between(LARGE, after, 0, "edit")

    assert after != LARGE
    assert step.after(_place(LARGE)).present.subject == after
    assert step.before(_place(after)).present.subject == LARGE
    assert steps.decode(_written(step), _place(LARGE))[1].present.subject == after
    assert len(json.dumps(step.encode())) < 450


def test_that_a_subject_without_parts_is_kept_whole() -> None:
    before, after = Line(0.5, 1.25), Line(0.5, 1 / 3)

    step = EditStep.between(before, after, 0, "edit")

    assert step.after(_place(before)).present.subject == after
    assert step.before(_place(after)).present.subject == before
    assert steps.decode(_written(step), _place(before))[1].present.subject == after


def test_that_one_kind_of_subject_can_take_the_place_of_another() -> None:
    before, after = Line(0.5, 1.25), TIE.subject

    step = EditStep.between(before, after, 1, "edit")

    there = _place(MASKED.subject, before, scene=1)
    assert step.after(there).present.subject == after
    assert step.before(step.after(there)).present.subject == before
    assert steps.decode(_written(step), there)[1].present.subject == after


LECTURE_PLACE = Place(LECTURE.scenes, 1, subjects_of(LECTURE.scenes))
DESCRIBED = LECTURE_PLACE.described({"en": "Three", "zh_CN": "三"}, {"en": "Classes"})
REREAD = tuple(replace(scene, unit="dits", subject=TIE.subject) for scene in LECTURE.scenes)


@pytest.mark.parametrize(
    "after",
    [
        DESCRIBED,
        LECTURE_PLACE.with_copy(),
        LECTURE_PLACE.without_present(),
        replace(LECTURE_PLACE, scene=2).without_present(),
        Place(REREAD, 0, subjects_of(REREAD)),
        Place(REREAD[:1], 0, subjects_of(REREAD[:1])),
    ],
    ids=["described", "added", "removed", "the last removed", "read again", "fewer read again"],
)
def test_that_steps_of_scenes_go_in_both_directions_and_are_read_back(after: Place) -> None:
    step = ScenesStep.between(LECTURE_PLACE, after, "scenes")

    assert step.after(LECTURE_PLACE) == after
    assert step.before(after) == LECTURE_PLACE
    read, there = steps.decode(_written(step), LECTURE_PLACE)
    assert there == after
    assert read.before(after) == LECTURE_PLACE


def test_that_a_description_holds_no_numbers() -> None:
    step = ScenesStep.between(LECTURE_PLACE, DESCRIBED, "describe")

    assert "logits" not in json.dumps(step.encode())


def test_that_few_bits_among_many_and_many_in_a_row_are_both_held_shortly() -> None:
    before = RNG.normal(size=50_257)
    one, two, all_of_them = before.copy(), before.copy(), before * 1.5
    one[[7, 50_000]] += 1.0
    two[100:200] += 1.0

    for after, size in ((one, 2 * (8 + 4)), (two, 100 * 8), (all_of_them, 50_257 * 8)):
        change = part_difference(before, after)
        assert isinstance(change, Flipped)
        places = 0 if isinstance(change.places, int) else len(change.places)
        assert len(change.bits) + places == size


@pytest.mark.parametrize(
    "change",
    [
        {"at": 0, "flip": "AAAA"},
        {"at": 0, "flip": "!"},
        {"at": 5, "flip": "AAAAAAAA8D8="},
        {"at": 0, "out": 9, "in": []},
        {"at": -1, "out": 1, "in": []},
        {},
    ],
)
@pytest.mark.parametrize("before", [np.zeros(3), ("a", "b", "c"), 1.0])
def test_that_what_no_change_has_written_is_refused(change: dict[str, Any], before: Any) -> None:
    with pytest.raises((ValueError, TypeError, LookupError)):
        decode(change, before).after(before)


# --- What it costs

VOCABULARY = 50_257


def _edited_many_times(store: Store, change: Callable[[State, int], State]) -> float:
    """Return how many bytes an undo step takes in memory."""

    def edit_from(first: int, times: int) -> None:
        for at in range(first, first + times):
            store.edit(OnState(lambda state, at=at: change(state, at)), f"Drag class {at}")  # type: ignore[misc]

    tracemalloc.start()
    edit_from(0, 3)  # what is there once, such as the numbers that follow
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    edit_from(3, 25)
    gc.collect()
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return (after - before) / 25


@pytest.mark.expensive
@pytest.mark.parametrize(
    ("change", "most"),
    [
        (lambda state, at: edit.with_logit(state, at * 7, at + 0.25), 1000),
        (lambda state, at: edit.with_target(state, at * 7, at + 0.25), 1000),
        (lambda state, at: edit.with_label(state, at * 7, f"token {at}"), 1000),
        (lambda state, at: edit.add_classes(state, at * 7, ["one more"]), 2000),
        pytest.param(
            lambda state, at: edit.remove_classes(state, [at * 7]), 2000, marks=pytest.mark.long
        ),
    ],
    ids=["logit", "target", "label", "class added", "class removed"],
)
def test_that_a_step_among_very_many_classes_takes_few_bytes(
    qapp: object, change: Callable[[State, int], State], most: int
) -> None:
    state = State(default_labels(VOCABULARY), RNG.normal(size=VOCABULARY), [1.0] * VOCABULARY)
    store = Store(BareLogits(state))

    assert _edited_many_times(store, change) < most


def test_that_a_stretch_of_a_list_holds_the_stretch_only() -> None:
    names = default_labels(1000)

    change = part_difference(names, (*names[:500], "new", *names[501:]))

    assert isinstance(change, Spliced)
    assert (change.at, change.old, change.new) == (500, ("class 501",), ("new",))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            tuple(f"a{k}" for k in range(1500)),
            tuple(f"“{k}”\t\0\ud83d" for k in range(1500, 0, -1)),
        ),
        (("a",) * 1200, ("", *("b",) * 1199)),
        (tuple(f"a{k}" for k in range(1500)), ("two\nlines", *(f"b{k}" for k in range(1499)))),
        (tuple(range(1500)), tuple(range(2**31 - 1, 2**31 - 1501, -1))),
        ((), tuple(range(1500, 0, -1))),
    ],
    ids=["names", "an empty name", "a name of two lines", "colours", "first colours"],
)
def test_that_a_long_list_is_written_as_one_text_and_read_back(before: Any, after: Any) -> None:
    change = part_difference(before, after)
    assert change is not None
    written = json.loads(json.dumps(change.encode()))

    assert decode(written, before).after(before) == after
    assert isinstance(written["to"], list) == ("two\nlines" in after)
    as_before = {"to": list(after)}  # as it was written until now
    assert decode(as_before, before).after(before) == after
