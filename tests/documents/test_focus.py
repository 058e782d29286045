"""What a scene emphasises: a class as before, or by its name a number, the loss, a panel, a formula."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.documents.lecture import LECTURE
from xentgui.documents.document import DocumentError, decode, encode
from xentgui.documents.focus import Focus, in_panel, is_focus
from xentgui.documents.moment import Beat, moment_at
from xentgui.documents.scene import Document, Scene
from xentgui.documents.staging import Staging, Step
from xentgui.model.mark import ClassMark, FocusMark, TermMark
from xentgui.model.view import View

NAMES = (
    *("p:2", "y:1", "z:3", "h:1", "g:2", "loss", "panel:gradient", "formula:distribution"),
    *("term:gradient:3", "term:derivation:7"),
)


def _scene(focus: Focus | None, *steps: Focus) -> Scene:
    staging = Staging(focus=focus, steps=tuple(Step(focus=one) for one in steps))
    return replace(LECTURE.scenes[0], staging=staging)


@pytest.mark.parametrize("focus", NAMES)
def test_that_names_are_kept_and_need_version_5(focus: str) -> None:
    for scene in (_scene(focus), _scene(0, focus)):
        one = Document((scene,))
        assert json.loads(encode(one))["version"] == 5
        assert decode(encode(one)) == one
    assert json.loads(encode(Document((_scene(1, 2),))))["version"] < 5


@pytest.mark.parametrize(
    "focus",
    [
        "p:0",
        "q:1",
        "panel:",
        "p",
        "gap:1,2",
        "",
        "-1",
        "term:gradient",
        "term:gradient:0",
        "term::1",
    ],
)
def test_that_other_words_are_refused_at_their_place(focus: str) -> None:
    assert not is_focus(focus)
    with pytest.raises(ValueError, match="emphasises"):
        Staging(focus=focus)
    content = json.loads(encode(Document((_scene(0),))))
    content["scenes"][0]["focus"] = focus
    with pytest.raises(DocumentError, match=r"\$\.scenes\[0\]\.focus is"):
        decode(json.dumps(content))


def test_that_a_number_lights_its_class_in_the_panels_that_show_it() -> None:
    view = View(highlight=FocusMark("p:2"))

    assert in_panel(view, "distribution").highlight == ClassMark(1)
    assert in_panel(view, "logits").highlight is None
    assert in_panel(View(highlight=ClassMark(2)), "logits").highlight == ClassMark(2)


def test_that_a_term_is_known_to_its_own_panel_alone() -> None:
    view = View(highlight=FocusMark("term:gradient:3"))

    assert in_panel(view, "gradient").highlight == TermMark(3)
    assert in_panel(view, "distribution").highlight is None


def test_that_steps_move_the_focus_and_what_is_not_there_is_not_lit() -> None:
    scenes = (_scene("loss", "p:3", 1, "z:999"),)

    found = [moment_at(scenes, Beat(0, step)).view.highlight for step in range(4)]

    assert found == [FocusMark("loss"), FocusMark("p:3"), ClassMark(1), None]
