"""Files that version 1 wrote, kept as they were: this program opens them to the same numbers.

``kept/`` was filled by the last program before documents knew versions.  ``numbers.json`` holds
what that program found in each file, floats in hexadecimal.  None of it is ever written anew; a
file that a later program writes is added beside them.
"""

from __future__ import annotations

import json
import math
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.documents.samples import LECTURE
from xentgui.documents.document import decode, encode
from xentgui.documents.preset_file import read
from xentgui.export.choices import Choices, from_text
from xentgui.model import State, derive
from xentgui.window.main_window import MainWindow

Start = Callable[..., MainWindow]

KEPT = Path(__file__).parent / "kept"
FOUND: dict[str, list[dict[str, Any]]] = json.loads((KEPT / "numbers.json").read_text("utf-8"))
DOCUMENTS = sorted(KEPT.glob("documents/*"))
WRITTEN = [path for path in DOCUMENTS if path.name != "by-hand.json"]
PANELS_NAMED = [path for path in WRITTEN if FOUND[f"documents/{path.name}"][0]["panels"]]
FIGURES = sorted(KEPT.glob("figures/*"))
EXACT = ("logits", "target", "temperature", "label_smoothing")
DERIVED = ("cross_entropy", "entropy", "kl_divergence", "probabilities", "gradient")


def _assert_same(values: Sequence[Any], kept: Any, close: Callable[[Any, Any], bool]) -> None:
    """Compare with numbers or texts, of which only the ends were kept if they are many."""
    if isinstance(kept, dict):
        assert len(values) == kept["count"]
        ends = [*values[:3], *values[-3:]]
        kept = [*kept["first"], *kept["last"]]
        values = ends
    assert len(values) == len(kept)
    assert all(map(close, values, kept)), (values, kept)


def _same(value: float, kept: str) -> bool:
    return float(value).hex() == kept


def _close(value: float, kept: str) -> bool:
    """Allow for the last bits, in which one processor's exponential differs from another's."""
    return math.isclose(value, float.fromhex(kept), rel_tol=1e-14, abs_tol=1e-16)


def _as_list(value: Any) -> Any:
    return value if isinstance(value, dict | list) else [value]


def _assert_numbers(state: State, kept: dict[str, Any]) -> None:
    snapshot = derive(state)
    _assert_same(state.labels, kept["labels"], str.__eq__)
    for name in EXACT:
        value = getattr(state, name)
        values = value if isinstance(value, tuple) else [value]
        _assert_same(values, _as_list(kept[name]), _same)
    for name in DERIVED:
        value = getattr(snapshot, name)
        values = [value] if isinstance(value, float) else value.tolist()
        _assert_same(values, _as_list(kept[name]), _close)


def _assert_scenes(window: MainWindow, kept: list[dict[str, Any]], first: int = 0) -> None:
    """Walk through all scenes as a person does, from scene `first` on, and back to it."""
    scenes = window.documents.session.document().scenes
    assert len(scenes) == len(kept)
    for scene, told in zip(scenes, kept, strict=True):
        assert dict(scene.title) == told["title"]
        assert dict(scene.caption) == told["caption"]
        if told["panels"]:  # a scene that leaves them open takes those that are on the screen
            assert list(scene.panels) == told["panels"]
        assert scene.unit == told["unit"]
    for at in range(first, len(kept)):
        _assert_numbers(window.store.snapshot.state, kept[at])
        assert window.store.view.unit == kept[at]["unit"]
        window.commands["scene.next"].trigger()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_document_opens_to_the_same_numbers(start: Start, path: Path) -> None:
    window = start(file=path)

    _assert_scenes(window, FOUND[f"documents/{path.name}"])
    assert window.documents.session.path == path


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_that_a_document_read_and_written_is_the_same_byte_for_byte(path: Path) -> None:
    assert encode(decode(path.read_bytes())).encode() == path.read_bytes()


@pytest.mark.parametrize("path", PANELS_NAMED, ids=lambda path: path.name)
def test_that_a_document_saved_by_the_window_is_the_same_byte_for_byte(
    start: Start, tmp_path: Path, path: Path
) -> None:
    copy = tmp_path / path.name
    shutil.copy(path, copy)
    window = start(file=copy)
    window.commands["scene.next"].trigger()
    window.commands["target.uniform"].trigger()
    window.commands["undo"].trigger()
    copy.unlink()

    window.commands["file.save"].trigger()

    assert copy.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("path", FIGURES, ids=lambda path: path.name)
def test_every_figure_opens_to_the_state_that_it_was_made_from(start: Start, path: Path) -> None:
    window = start(file=path)

    _assert_scenes(window, FOUND[f"figures/{path.name}"])
    assert window.documents.session.path is None


def test_that_work_left_behind_comes_back_with_its_file_and_its_scene(
    start: Start, tmp_path: Path
) -> None:
    left = KEPT / "recovery" / "recovery-4711-00c0ffee.json"
    path = tmp_path / "lecture.xent.json"
    shutil.copy(KEPT / "documents" / "several-scenes.xent.json", path)
    state = tmp_path / "state"
    state.mkdir()
    bound = left.read_text("utf-8").replace("/home/ada/lecture.xent.json", str(path))
    (state / left.name).write_text(bound, "utf-8")

    window = start()

    assert window.documents.session.path == path
    assert window.documents.session.scene == 1
    assert window.isWindowModified()
    assert not window.documents.session.file_is_other
    _assert_scenes(window, FOUND[f"recovery/{left.name}"], first=1)
    assert list(state.glob("*.damaged")) == []


def test_that_work_that_had_no_file_comes_back(start: Start, tmp_path: Path) -> None:
    left = KEPT / "recovery" / "recovery-4712-0badcafe.json"
    state = tmp_path / "state"
    state.mkdir()
    shutil.copy(left, state)

    window = start()

    assert window.documents.session.path is None
    _assert_scenes(window, FOUND[f"recovery/{left.name}"])
    assert not (state / left.name).exists()


def test_that_a_journal_left_behind_comes_back_with_its_undo_history(
    start: Start, tmp_path: Path
) -> None:
    """It begins with `LECTURE`, and the journal of the program that first wrote one is kept."""
    left = KEPT / "recovery" / "recovery-4713-5afec0de.journal"
    state = tmp_path / "state"
    state.mkdir()
    shutil.copy(left, state)

    window = start()

    history = window.store.history
    assert [history.text(place) for place in range(history.count())] == [
        *("Drag dog", "Temperature", "Rename", "Add Class"),
        *("Add Scene", "Title and Caption", "Peaky"),
    ]
    assert (history.index(), window.documents.session.scene) == (6, 0)
    now = window.store.snapshot.state
    assert (now.logits, now.target, now.temperature) == ((1.5, -1 / 3), (0.25, 0.75), 0.75)
    history.redo()
    peaky = window.store.snapshot.state
    assert peaky == State(["x", "y"], [3, -2.5], [0.25, 0.5], label_smoothing=0.125)
    history.undo()
    assert window.documents.session.title == {"zh_CN": "四"}
    assert window.store.snapshot.state.labels == ("a", "b", "c “3”", "d")
    while history.canUndo():
        history.undo()
    found = window.documents.session.document().scenes
    subjects = [scene.subject for scene in LECTURE.scenes]
    assert [scene.subject for scene in found] == subjects
    assert [dict(scene.title) for scene in found] == [dict(one.title) for one in LECTURE.scenes]


@pytest.mark.parametrize("path", sorted(KEPT.glob("presets/*")), ids=lambda path: path.stem)
def test_every_preset_gives_the_same_numbers_and_words(path: Path) -> None:
    preset = read(path)
    english, chinese = (FOUND[f"presets/{path.name} {code}"][0] for code in ("en", "zh_CN"))

    _assert_numbers(preset.state("en"), english)
    _assert_same(preset.state("zh_CN").labels, chinese["labels"], str.__eq__)
    assert dict(preset.title) == english["title"] | chinese["title"]
    assert dict(preset.note) == english["caption"] | chinese["caption"]


def test_that_settings_of_today_are_followed(start: Start, settings_path: Path) -> None:
    shutil.copy(KEPT / "settings.ini", settings_path)

    window = start()
    QApplication.processEvents()

    shown = {key for key, card in window.cards.by_key.items() if card.isVisible()}
    assert shown == {
        *("logit_table", "target_table", "glance", "loss"),  # the last one came later
        *("distribution", "gradient", "derivation", "decomposition", "naive"),
    }
    assert window.look.theme.key == "dark"
    assert window.look.language == "zh_CN"
    assert window.look.zoom == 1.1
    assert (window.store.view.unit, window.store.view.decimals) == ("bits", 6)
    assert window.commands["motion.reduce"].isChecked()
    assert window.settings.folder == "/home/ada/lectures"
    paths = [str(path) for path in window.documents.recent.paths()]
    assert paths == ["/home/ada/lecture.xent.json", "/home/ada/猫.xent.json"]


def test_that_the_choices_for_a_figure_are_those_of_today(
    start: Start, settings_path: Path
) -> None:
    shutil.copy(KEPT / "settings.ini", settings_path)
    remembered = start().settings.store.value("export/figure")

    choices = from_text(str(remembered))

    assert choices == Choices(
        panels=("naive", "gradient"),
        unit="cm",
        width=8.5,
        height=6.0,
        dpi=600.0,
        theme="dark",
        background="transparent",
        titles=False,
        formulas=False,
        language="zh_CN",
        file_format="pdf",
        kept=False,
    )
    assert choices.preset() is None  # the height of a column follows from the content now
