"""Long documents: read scene by scene, with the names that scenes share, and the first scene first."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from xentgui.documents.document import DocumentError, decode, encode, first_scene_of
from xentgui.documents.document_file import LONG_FILE
from xentgui.documents.place import Place
from xentgui.documents.room import most_bytes
from xentgui.documents.scene import Document, Scene
from xentgui.documents.scenes_apart import LONG
from xentgui.documents.session import Session
from xentgui.documents.shared_labels import MANY
from xentgui.documents.store import Store
from xentgui.model import State
from xentgui.model.subjects import BareLogits


def document(scenes: int, count: int, *, other: int = -1) -> Document:
    """Return a document of scenes with equal names, but for the scene `other`."""
    found = []
    for at in range(scenes):
        labels = [f"token {k}" if at != other else f"other {k}" for k in range(count)]
        logits = np.random.default_rng(at).normal(size=count)
        state = State(labels, logits, np.eye(1, count, at)[0])
        found.append(Scene(BareLogits(state), title={"en": f"Scene {at}"}))
    return Document(tuple(found))


def compact(one: Document) -> str:
    """Return what another program would write, with every name in every scene."""
    return json.dumps(
        {
            "format": "xentgui-document",
            "version": 1,
            "scenes": [
                {
                    "title": dict(scene.title),
                    "labels": scene.state.labels,
                    "logits": scene.state.logits,
                    "target": scene.state.target,
                }
                for scene in one.scenes
            ],
        }
    )


def test_that_scenes_share_their_names_in_the_file_and_in_memory() -> None:
    one = document(4, MANY, other=2)

    text = encode(one)
    again = decode(text)

    assert again == one
    assert encode(again) == text
    assert json.loads(text)["version"] == 5
    assert [scene["labels"] for scene in json.loads(text)["scenes"]][1::2] == [0, 0]
    first, second, _, _ = (scene.state.labels for scene in again.scenes)
    assert first is second


def test_that_few_names_stand_in_each_scene() -> None:
    text = encode(document(3, MANY - 1))

    assert json.loads(text)["version"] == 1
    assert all(isinstance(scene["labels"], list) for scene in json.loads(text)["scenes"])


@pytest.mark.parametrize("number", [1, 2, -1, 0.5, "x"])
def test_that_only_an_earlier_scene_can_be_named(number: object) -> None:
    content = json.loads(encode(document(2, MANY)))
    content["scenes"][1]["labels"] = number

    with pytest.raises(DocumentError, match=re.escape("$.scenes[1].labels is")):
        decode(json.dumps(content))


def test_that_a_long_text_reads_as_a_short_one() -> None:
    one = document(6, 5000)
    text = compact(one)
    assert len(text) > LONG

    assert decode(text) == one
    assert decode(text.replace('"format"', ' "format" ', 1) + "\n") == one
    swapped = text.replace('"format": "xentgui-document", "version": 1, ', "", 1)
    assert decode(swapped[:-1] + ', "version": 1, "format": "xentgui-document"}') == one


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"Scene 3"', "3", "$.scenes[3].title is"),
        ('{"en": "Scene 2"}', '{"en": "Scene 2"}, "title": {}', "occurs twice at $.scenes[2]"),
        ('"logits": [', '"logits": [NaN, ', "$.scenes[0].logits[0] is"),
        ('"Scene 3"}, ', '"Scene 3"} ', "damaged at line 1, column"),
        ('"version": 1', '"version": 99', "newer XentGUI ($.version is 99)"),
        ('"version": 1, ', '"version": 1, "more": 2, ', "The key “more” at $"),
    ],
)
def test_that_an_error_in_a_long_text_has_its_place(old: str, new: str, said: str) -> None:
    text = compact(document(6, 5000))
    assert old in text

    with pytest.raises(DocumentError, match=re.escape(said)):
        decode(text.replace(old, new, 1))


def test_that_the_first_scene_is_read_from_the_beginning_alone() -> None:
    one = document(6, 5000)
    data = compact(one).encode()

    found = first_scene_of(data[: len(data) // 3])

    assert found is not None
    assert found.scenes == one.scenes[:1]
    assert first_scene_of(data[:2000]) is None
    assert first_scene_of(b'{"format": "xentgui-document", "version": 99, "scenes": [{}') is None


def test_that_a_session_takes_the_others_and_keeps_what_was_done_meanwhile(
    qtbot: QtBot, tmp_path: Path
) -> None:
    one, path = document(3, 4), tmp_path / "a.xent.json"
    path.write_text(encode(one), "utf-8")
    store = Store(BareLogits(State(["a", "b"], [1, 2], [1, 0])))
    session = Session(store, ())
    session.start(Document(one.scenes[:1]))
    store.edit(lambda _: one.scenes[2].subject, "another")

    assert session.complete(one, path, "x")
    assert session.count == 3
    assert session.path == path
    assert session.is_modified
    store.history.undo()
    assert not session.is_modified
    assert session.document() == one
    session.change(Place.with_copy, "one more")
    assert not session.complete(one, path, "x")
    store.history.blockSignals(True)  # as the window does at its end


def test_that_long_files_are_longer_than_their_first_scene() -> None:
    assert LONG_FILE > LONG


@pytest.mark.parametrize("colors", [(), tuple(range(MANY))])
def test_that_no_document_of_shared_names_is_longer_than_is_said(colors: tuple[int, ...]) -> None:
    labels = tuple(f"token {k}" for k in range(MANY))
    longest = (-1.2345678901234567e-300,) * MANY
    target = (1.2345678901234567e-300,) * MANY
    scene = Scene(BareLogits(State(labels, longest, target, colors=colors)))
    scenes = (scene,) * 5

    assert len(encode(Document(scenes))) <= most_bytes(scenes) < 5 * most_bytes((scene,))
