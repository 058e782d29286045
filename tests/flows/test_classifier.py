"""A classifier goes through the same doors as bare logits: opened, dragged, walked, saved, recovered."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

import xentgui
from tests.documents.classifiers import SMALL
from tests.documents.samples import TIE
from xentgui.documents import recovery
from xentgui.documents.document import decode, encode
from xentgui.documents.place import Place
from xentgui.documents.scene import Document, Scene
from xentgui.model.subjects import BareLogits, on_classifier
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import OnClassifier
from xentgui.program.cli import main
from xentgui.reading.batch import batch
from xentgui.window.main_window import MainWindow


def _next(subject: Classifier) -> Classifier:
    return on_classifier.with_point(on_classifier.with_chosen(subject, 3), 3, (0.5, 0.5))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "points.xent.json"
    path.write_text(encode(Document((Scene(SMALL), TIE))), "utf-8")
    return path


@pytest.fixture
def window(start: Callable[..., MainWindow], path: Path) -> MainWindow:
    window = start(file=path)
    QApplication.processEvents()
    return window


def test_that_the_chosen_point_is_shown(window: MainWindow) -> None:
    assert window.store.subject == SMALL
    assert window.store.snapshot.state == SMALL.resolve()

    assert window.store.edit(OnClassifier(_next), "Choose")

    assert window.store.snapshot.target.tolist() == [0, 0, 1]
    window.commands["undo"].trigger()
    assert window.store.subject == SMALL


def test_that_a_logit_is_typed_and_undone(window: MainWindow) -> None:
    table = window.logit_table.classes
    table.setData(table.index(1, table.value_column), "3")

    subject = window.store.subject
    assert isinstance(subject, Classifier)
    assert subject.resolve().logits[1] == 3.0
    assert subject.weights is SMALL.weights or subject.weights.tolist() == SMALL.weights.tolist()
    window.commands["undo"].trigger()
    assert window.store.subject == SMALL


def test_that_classes_come_and_do_not_go_while_they_have_points(window: MainWindow) -> None:
    window.commands["class.add"].trigger()
    subject = window.store.subject
    assert isinstance(subject, Classifier)
    assert subject.weights.shape == (4, 2)
    window.commands["undo"].trigger()

    window.logit_table.select_classes([0])
    window.commands["class.remove"].trigger()
    assert "The class cat still has points: 2" in window.status.message()
    assert window.store.subject == SMALL


def test_that_it_is_walked(window: MainWindow) -> None:
    for step in (1, 2, 3):
        window.run_command("walk.step")
        assert isinstance(window.store.subject, Classifier)
        assert window.walking.step == step
    for _ in range(3):
        window.run_command("undo")
    assert window.store.subject == SMALL


def test_that_it_is_saved_and_opened(window: MainWindow, path: Path) -> None:
    window.store.edit(OnClassifier(_next), "Choose")
    window.commands["file.save"].trigger()

    assert decode(path.read_bytes()).scenes[0].subject == _next(SMALL)
    assert not window.documents.is_modified


@pytest.mark.parametrize("rows", [1, 2])
def test_that_logits_from_a_file_have_no_inputs(window: MainWindow, rows: int) -> None:
    logits = np.array([(1.0, 2.0, 3.0), (4.0, 5.0, 7.0)])[:rows]
    assert window.samples.take(batch("logits.npy", logits))
    assert isinstance(window.store.subject, BareLogits)
    assert window.store.snapshot.logits.tolist() == [1.0, 2.0, 3.0]
    if rows == 2:
        window.run_command("sample.next")
        assert window.store.snapshot.logits.tolist() == [4.0, 5.0, 7.0]
        window.commands["undo"].trigger()

    window.commands["undo"].trigger()
    assert window.store.subject == SMALL


def test_that_the_command_line_takes_it(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(path), "--scene", "1", "--format", "json"]) == 0
    plain = capsys.readouterr().out
    assert str(SMALL.resolve().logits[1]) in plain
    assert main(["evaluate", str(path), "--scene", "1", "--temperature", "7"]) == 0


DIE = """
import os, signal, sys
from pathlib import Path
from tests.flows.test_classifier import _next
from xentgui import settings
from xentgui.documents import recovery
from xentgui.model.subjects.on_classifier import OnClassifier
from xentgui.program import app

kept = recovery.Recovery(settings.directory())
application, window = app.build(app.Options(file=Path(sys.argv[1])), recovery=kept)
window.show()
window.complete()
window.store.edit(OnClassifier(_next), "Choose")
print(kept.path, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.long
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
    assert now == [_next(SMALL), TIE.subject]
    place = Place(found.work.document.scenes, 0, found.opened)
    assert found.steps[0].before(place).present.subject == SMALL
