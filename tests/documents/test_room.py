"""What can be made can be saved, and what is saved can be opened."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from xentgui.documents.document import decode
from xentgui.documents.document_errors import DocumentError
from xentgui.documents.document_text import encode
from xentgui.documents.place import Place
from xentgui.documents.room import most_bytes, require_room
from xentgui.documents.scene import Document, Scene
from xentgui.documents.session import Session
from xentgui.documents.store import Store
from xentgui.model import State, default_labels
from xentgui.model.checks import LONGEST_DOCUMENT, MOST_CLASSES, MOST_VALUES
from xentgui.model.edits import add_classes, duplicate_classes, with_label
from xentgui.model.message import RefusedError
from xentgui.model.subjects import BareLogits, OnState
from xentgui.program.cli import main


def _long_name() -> str:
    """Return a name of which each character takes six bytes in JSON."""
    return "\a" * (LONGEST_DOCUMENT // 6 + 1)


NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
POSITIVE = st.floats(0.0, sys.float_info.max / 10)
TEXTS = st.text(max_size=12)


def _full(extra: int = 0) -> State:
    count = MOST_CLASSES + extra
    return State(default_labels(count), (0.5,) * count, (1.0, *(0.0,) * (count - 1)))


@pytest.fixture(scope="module")
def full() -> State:
    """Return a state with as many classes as there can be."""
    return _full()


@given(
    st.lists(st.tuples(TEXTS, NUMBERS, POSITIVE, st.integers(0, 10**6)), min_size=2, max_size=9),
    TEXTS,
    st.sampled_from([(), ("distribution", "x" * 64)]),
)
def test_that_no_document_is_longer_than_is_said(
    classes: list[tuple[str, float, float, int]], words: str, panels: tuple[str, ...]
) -> None:
    labels, logits, target, colors = zip(*classes * 30, strict=True)  # on lines of their own
    scene = Scene(
        BareLogits(State(labels, logits, [y / 1e3 for y in target], colors=colors)),
        title={"en": words, "zh_CN": words},
        panels=panels,
    )
    scenes = (scene,) * 3

    assert len(encode(Document(scenes)).encode()) <= most_bytes(scenes)


def test_that_there_is_one_limit_for_the_classes_of_everything(full: State) -> None:
    for edit in (
        lambda: _full(1),
        lambda: add_classes(full, ["one more"]),
        lambda: duplicate_classes(full, [0]),
    ):
        with pytest.raises(
            RefusedError, match="1000001 classes are too many: at most 1000000"
        ) as error:
            edit()
        assert len(str(error.value)) < 200


def test_that_the_command_line_has_the_same_limit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    np.save(tmp_path / "a.npy", np.zeros(MOST_CLASSES + 1))

    assert main(["evaluate", str(tmp_path / "a.npy")]) == 1
    assert "has 1000001 classes, at most 1000000 are read" in capsys.readouterr().err


def test_that_more_values_than_fit_are_refused_but_commas_in_a_name_are_none() -> None:
    name = "," * (MOST_VALUES + 1)
    text = encode(Document((Scene(BareLogits(State([name, 'a"\\'], [1, 2], [1, 0]))),)))

    assert decode(text.encode()).scenes[0].state.labels == (name, 'a"\\')


@pytest.mark.parametrize(
    "grow",
    [
        lambda session: session._store.edit(
            OnState(lambda one: with_label(one, 0, _long_name())), "x"
        ),
        lambda session: session.change(
            lambda place: place.described({"en": _long_name()}, {}), "x"
        ),
    ],
    ids=["a name", "a title"],
)
def test_that_a_document_does_not_outgrow_its_file(
    qapp: QApplication, grow: Callable[[Session], None]
) -> None:
    store = Store(BareLogits(State(["a", "b"], [1, 2], [1, 0])))
    session = Session(store, ())
    refused: list[RefusedError] = []
    store.refused.connect(refused.append)
    before = session.document()

    grow(session)

    assert "too large to be saved" in str(refused[0])
    assert "at most 512 MB" in str(refused[0])
    assert session.document() == before


def test_that_scenes_are_added_as_long_as_they_can_be_saved(
    qapp: QApplication, full: State
) -> None:
    store = Store(BareLogits(full))
    session = Session(store, ())
    refused: list[RefusedError] = []
    store.refused.connect(refused.append)

    for _ in range(9):  # they share their names
        session.change(Place.with_copy, "x")

    assert "too large to be saved" in str(refused[0])
    assert 1 < session.count < 10
    require_room(session.document().scenes)
    store.history.blockSignals(True)  # as the window does at its end


@pytest.mark.long
def test_that_a_text_of_more_than_fits_is_refused_in_the_same_words() -> None:
    # It is short enough as it is written, but we would write it with a line for each number.
    row = ",".join(["0"] * MOST_CLASSES)
    text = '{"logits": [%s], "target": [%s], "labels": [%s]}'
    scene = text % (row, row, ",".join(['"abc"'] * MOST_CLASSES))
    data = '{"format": "xentgui-document", "version": 1, "scenes": [%s]}'

    with pytest.raises(DocumentError, match="at most 512 MB are possible"):
        decode(data % ",".join([scene] * 8))


@pytest.mark.long
def test_that_all_classes_that_can_be_are_saved_and_opened(full: State) -> None:
    document = Document((Scene(BareLogits(full)),))

    data = encode(document).encode()

    assert len(data) <= LONGEST_DOCUMENT
    assert decode(data) == document


@pytest.mark.long
def test_that_100_scenes_of_a_vocabulary_are_saved_and_opened() -> None:
    count = 50_257
    labels = tuple(f"Ġtoken {k}" for k in range(count))
    target = (1.0, *(0.0,) * (count - 1))
    logits = [tuple((k * 0.618 + s) % 37.0 for k in range(count)) for s in range(100)]
    document = Document(
        tuple(Scene(BareLogits(State(labels, values, target))) for values in logits)
    )
    require_room(document.scenes)

    data = encode(document).encode()

    assert len(data) > 64 << 20
    assert decode(data) == document
