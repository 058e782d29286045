"""A subject that is not bare logits goes through the same doors as they do."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import xentgui
from tests.documents.line import LINE, Line, steeper
from tests.documents.samples import TIE
from xentgui.documents import recovery
from xentgui.documents.document import DocumentError, decode, encode
from xentgui.documents.place import Place
from xentgui.documents.scene import Document, Scene
from xentgui.documents.subject_formats import SUBJECTS
from xentgui.model.descent import walked
from xentgui.model.recipes import USUAL_WALK
from xentgui.model.subjects import BareLogits
from xentgui.panels.class_numbers import LOGIT, NumberMark
from xentgui.window.main_window import MainWindow

START = Line(0.5, 1.25)
REFUSAL = "A line has nothing to set but its two logits. Drag one of these."


@pytest.fixture(autouse=True)
def _registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SUBJECTS, LINE.key, LINE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "line.xent.json"
    path.write_text(encode(Document((Scene(START), TIE))), "utf-8")
    return path


@pytest.fixture
def window(start: Callable[..., MainWindow], path: Path) -> MainWindow:
    window = start(file=path)
    window.cards.show_panels(("logits", "distribution"))
    QApplication.processEvents()
    return window


def _drag(window: MainWindow, *, by: float) -> None:
    """Drag the logit of the first class on the panel with the mouse, and let it go."""
    view = window.panels["logits"]
    snapshot = window.store.snapshot
    mark = NumberMark(LOGIT, 0)
    at = view.picture.face.locate(mark, view.picture.frame(), snapshot, view.picture.view)
    place, end = at.toPoint(), (at + QPointF(0.0, by)).toPoint()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(view.viewport(), (place + end) / 2)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)


def test_that_it_opens_and_what_follows_is_shown(window: MainWindow) -> None:
    assert window.store.subject == START
    assert window.store.snapshot.state.logits == (0.5, 1.75)
    assert window.logit_table.classes.index(0, 0).data() == "a = 0.5"


def test_that_a_drag_is_one_step_and_names_follow(window: MainWindow) -> None:
    _drag(window, by=-30.0)

    dragged = window.store.subject
    assert isinstance(dragged, Line)
    assert dragged.a > 0.5
    assert dragged.a + dragged.b == 1.75
    assert window.store.snapshot.state.labels[0] == f"a = {dragged.a:g}"
    assert window.store.history.count() == 1
    window.commands["undo"].trigger()
    assert window.store.subject == START


def test_that_a_number_is_typed(window: MainWindow) -> None:
    table = window.logit_table.classes
    table.setData(table.index(1, table.value_column), "3")

    assert window.store.subject == Line(0.5, 2.5)
    window.commands["undo"].trigger()
    window.commands["redo"].trigger()
    assert window.store.subject == Line(0.5, 2.5)
    window.commands["reset"].trigger()
    assert window.store.subject == START


@pytest.mark.parametrize("command", ["target.uniform", "class.add", "class.duplicate"])
def test_that_what_it_cannot_take_is_refused_in_a_sentence(
    window: MainWindow, command: str
) -> None:
    window.commands[command].trigger()

    assert window.status.message() == REFUSAL
    assert window.store.subject == START
    assert window.store.history.count() == 0


def test_that_a_slider_is_refused_in_a_sentence_and_stands_where_it_stood(
    window: MainWindow,
) -> None:
    slider = window.toolbar.sliders["temperature"].slider
    before = slider.value()

    QTest.keyClick(slider, Qt.Key.Key_Right)
    slider.finish()

    assert window.status.message() == REFUSAL
    assert slider.value() == before
    assert window.store.history.count() == 0


def test_that_its_own_edits_are_steps_and_other_subjects_refuse_them(window: MainWindow) -> None:
    assert window.store.edit(steeper, "Steeper")
    assert window.store.subject == Line(0.5, 2.5)
    window.commands["scene.next"].trigger()

    assert not window.store.edit(steeper, "Steeper")

    assert window.status.message() == "Only a line can be made steeper. Open one."
    window.commands["undo"].trigger()
    assert (window.documents.scenes.place, window.store.subject) == (0, START)


def test_that_it_is_saved_and_opened(window: MainWindow, path: Path) -> None:
    _drag(window, by=-30.0)
    dragged = window.store.subject

    window.commands["file.save"].trigger()

    assert decode(path.read_bytes()).scenes == window.documents.session.document().scenes
    assert decode(path.read_bytes()).scenes[0].subject == dragged
    assert not window.documents.is_modified


def test_that_an_example_takes_its_place_and_undo_brings_it_back(window: MainWindow) -> None:
    window.examples.take("12-two-one-a-tenth")
    assert isinstance(window.store.subject, BareLogits)

    window.commands["undo"].trigger()

    assert window.store.subject == START


DIE = """
import os, signal, sys
from pathlib import Path
from tests.documents.line import LINE, Line, steeper
from xentgui import settings
from xentgui.documents import recovery
from xentgui.documents.subject_formats import SUBJECTS
from xentgui.program import app

SUBJECTS[LINE.key] = LINE
kept = recovery.Recovery(settings.directory())
application, window = app.build(app.Options(file=Path(sys.argv[1])), recovery=kept)
window.show()
window.complete()
window.store.edit(steeper, "Steeper")
print(kept.path, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL there")
def test_that_it_is_recovered_after_a_kill(
    start: Callable[..., MainWindow], path: Path, tmp_path: Path
) -> None:
    root = Path(xentgui.__file__).parents[1]
    folders = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "CACHE")}
    done = subprocess.run(
        [sys.executable, "-c", DIE, str(path)],
        cwd=root,
        env=os.environ | folders,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    left = Path(done.stdout.strip())

    found = recovery.Recovery(left.parent).lost()

    assert found is not None
    now = [scene.subject for scene in found.work.document.scenes]
    assert now == [Line(0.5, 2.5), TIE.subject]
    assert [step.text for step in found.steps] == ["Steeper"]
    place = Place(found.work.document.scenes, 0, found.opened)
    assert found.steps[0].before(place).present.subject == START


def test_that_a_document_names_the_least_version_that_can_read_it() -> None:
    assert '"version": 1,' in encode(Document((TIE,)))
    assert '"version": 7,' in encode(Document((TIE, Scene(START))))


def test_that_a_program_that_does_not_know_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    text = encode(Document((Scene(START),)))
    monkeypatch.delitem(SUBJECTS, LINE.key)

    with pytest.raises(DocumentError, match=r"newer XentGUI \(\$\.version is 7\)"):
        decode(text)
    with pytest.raises(DocumentError, match=r"\$\.scenes\[0\]\.subject is .* a newer XentGUI"):
        decode(text.replace('"version": 7', '"version": 1'))


def test_that_a_mistake_in_it_has_its_place_and_remedy() -> None:
    text = encode(Document((Scene(START),)))

    with pytest.raises(DocumentError, match=r"\$\.scenes\[0\]\.b is “1”. Write a number"):
        decode(text.replace('"b": 1.25', '"b": "1"'))
    with pytest.raises(DocumentError, match=r"key “logits” at \$\.scenes\[0\]"):
        decode(text.replace('"b": 1.25', '"b": 1.25, "logits": [1, 2]'))


def test_that_it_is_walked_and_undo_goes_back_to_its_start(window: MainWindow) -> None:
    steps = walked(START.resolve(), USUAL_WALK, 3).logits
    for step in (1, 2, 3):
        window.run_command("walk.step")
        assert isinstance(window.store.subject, Line)
        assert window.store.snapshot.logits == pytest.approx(steps[step], rel=1e-12)
        assert window.walking.step == step
    for _ in range(3):
        window.run_command("undo")
    assert window.store.subject == START
