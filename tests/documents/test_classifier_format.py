"""A classifier in a document: it reads back to the last bit, and mistakes have a place and a remedy."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from tests.documents.classifiers import LARGE, OFF, SMALL
from tests.documents.samples import TIE
from xentgui.documents import document_text
from xentgui.documents.document import DocumentError, decode, encode
from xentgui.documents.room import most_bytes, require_room
from xentgui.documents.scene import Document, Scene
from xentgui.model.message import RefusedError
from xentgui.model.subjects.classifier import Classifier


def _changed(**changes: Any) -> str:
    content = json.loads(encode(Document((Scene(SMALL),))))
    scene = content["scenes"][0] | changes
    content["scenes"][0] = {key: value for key, value in scene.items() if value is not None}
    return json.dumps(content)


@pytest.mark.parametrize("subject", [SMALL, OFF, LARGE], ids=["small", "off", "large"])
def test_that_it_reads_back_to_the_last_bit(subject: Classifier) -> None:
    document = Document((TIE, Scene(subject, {"en": "Points"})))
    text = encode(document)
    assert decode(text) == document
    assert encode(decode(text)) == text
    read = decode(text).scenes[1].subject
    assert isinstance(read, Classifier)
    for name in ("points", "targets", "weights", "bias"):
        assert getattr(read, name).tobytes() == getattr(subject, name).tobytes()


def test_that_it_is_written_for_people() -> None:
    text = encode(Document((Scene(SMALL),)))
    assert '"version": 3,' in text
    assert '"subject": "classifier"' in text
    assert '"targets": [0, 1, [0.5, 0.25, 0], 2],' in text
    assert '"weights": [[0.1, -0.3], [0.25, 0.7], [0.3333333333333333, -1]],' in text
    long = encode(Document((Scene(LARGE),)))
    row = ", ".join(map(repr, LARGE.points[1].tolist()))
    assert f"\n        [{row}],\n" in long


def test_that_much_may_be_left_out() -> None:
    left_out = dict.fromkeys(
        ("labels", "colors", "inputs", "chosen", "temperature", "label_smoothing", "loss", "gamma")
    )
    read = decode(_changed(**left_out)).scenes[0].subject
    assert isinstance(read, Classifier)
    assert read.labels == ("class 1", "class 2", "class 3")
    assert (read.input_names, read.chosen, read.settings.temperature) == (("x1", "x2"), 0, 1.0)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"points": []}, "$.scenes[0].points is […]. Write a list of points"),
        ({"points": [[1, 2], [3]]}, "$.scenes[0].points[1] is […]. Write a list of points"),
        ({"points": [[1, 2], [3, "x"]]}, "$.scenes[0].points[1][1] is “x”. Write a list of points"),
        ({"points": [1, 2]}, "$.scenes[0].points[0] is 1. Write a list of points"),
        ({"targets": [0, 1, 2, 3]}, "$.scenes[0].targets[3] is 3. Write an entry for each point"),
        ({"targets": [0, 1, 2, 0.5]}, "$.scenes[0].targets[3] is 0.5. Write an entry"),
        ({"targets": [0, 1, 2, [1, 0]]}, "$.scenes[0].targets[3] is […]. Write an entry"),
        ({"targets": [0, 1, 2, [1, 0, -1]]}, "$.scenes[0].targets[3][2] is −1. Write an entry"),
        ({"targets": [0]}, "At $.scenes[0]: 4 points and 3 classes do not fit the targets"),
        ({"weights": [[1, 2]]}, "$.scenes[0].weights is […]. Write a list for each class"),
        ({"weights": [[1], [2], [3]]}, "At $.scenes[0]: 3 classes and 2 inputs do not fit"),
        ({"bias": [0, 0, "inf"]}, "$.scenes[0].bias[2] is “inf”. Write a finite number"),
        ({"bias": [0, 0]}, "At $.scenes[0]: 3 classes do not fit the biases, “2”."),
        ({"chosen": 4}, "$.scenes[0].chosen is 4. Write the number of a point"),
        ({"inputs": ["x"]}, "At $.scenes[0]: The inputs are called “x”."),
        ({"inputs": [1, 2]}, "$.scenes[0].inputs[0] is 1. Write a list with a name"),
        ({"labels": ["a", "b"]}, "At $.scenes[0]: 2 classes do not fit the biases, “3”."),
        ({"points": None}, "At $.scenes[0] the key “points” is missing."),
        ({"logits": [1, 2]}, "key “logits” at $.scenes[0]"),
    ],
)
def test_that_a_mistake_has_its_place_and_remedy(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(DocumentError) as refused:
        decode(_changed(**changes))
    assert sentence in str(refused.value)


def test_that_its_numbers_count_for_the_room() -> None:
    for subject in (SMALL, OFF, LARGE):
        document = Document((Scene(subject),))
        assert len(encode(document).encode()) <= most_bytes(document.scenes)

    count = 4_000_000
    many = Classifier(
        labels=("a", "b"),
        points=np.zeros((count, 2)),
        targets=np.ones((count, 2)),
        weights=np.zeros((2, 2)),
        bias=(0, 0),
    )
    with pytest.raises(RefusedError, match="would be too large to be saved"):
        require_room([Scene(many)])


def test_that_many_points_are_written_in_short_pieces() -> None:
    """A journal is written between two frames, piece by piece."""
    pieces = list(document_text.pieces(Document((Scene(LARGE),))))
    assert max(map(len, pieces)) < 100_000
    assert "".join(pieces) == encode(Document((Scene(LARGE),)))
