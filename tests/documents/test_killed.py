"""The program is killed while it works, started again, and asked what it has."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import xentgui
from tests.documents.samples import LECTURE
from xentgui.documents.document import decode, encode

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL there")

LIMIT_S = 600
"""Seconds: no measure of speed, only an end for what hangs."""

SEEDS = [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 10))]

WORK = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from xentgui import model, settings
from xentgui.documents import recovery
from xentgui.model.subjects import to_state
from xentgui.program import app

file = Path(sys.argv[1]) if len(sys.argv) > 1 else None
kept = recovery.Recovery(settings.directory())
application, window = app.build(app.Options(file=file), recovery=kept)
window.show()
window.complete()
state = window.store.snapshot.state

def tell(step):
    # What has returned is kept: nothing is waited for.
    print(step, flush=True)
"""

EDIT_FOR_EVER = (
    WORK
    + """
step = 0
while True:
    step += 1
    labels = (str(step), *state.labels[1:])
    window.store.begin(None, "drag")
    for part in range(5):
        unfinished = ("unfinished", *state.labels[1:])
        window.store.edit(to_state(model.State(unfinished, state.logits, state.target)), "drag")
        application.processEvents()
    window.store.edit(to_state(model.State(labels, state.logits, state.target)), "drag")
    window.store.end_gesture()
    tell(step)
"""
)

PLAY_FOR_EVER = (
    WORK
    + """
step = 0
while True:
    step += 1
    labels = (str(step), *state.labels[1:])
    window.store.edit(to_state(model.State(labels, state.logits, state.target)), "edit")
    tell(step)
    window.walking.play()
    while window.walking.step < 2:
        application.processEvents()
    # The next edit ends the undo step of the play, which goes on.
"""
)

SAVE_FOR_EVER = (
    WORK
    + """
step = 0
while True:
    step += 1
    count = 2 + step % 4 * 500
    labels = [str(step)] * count
    window.store.edit(to_state(model.State(labels, [0] * count, [1] * count)), "edit")
    window.commands["file.save"].trigger()
    tell(step)
"""
)

SORT_FOR_EVER = (
    WORK
    + """
from xentgui.model import edits
from xentgui.model.subjects import OnState
count, step = 3000, 0
names = [f"token {k}" for k in range(count)]
window.store.edit(to_state(model.State(names, [k * 7919 % count for k in range(count)], [1] * count)), "begin")
window.run_command("class.sort_z")
while True:
    step += 1
    window.store.edit(OnState(lambda state: edits.with_label(state, 5, f"step {step}")), "name")
    # The order by names puts those with the names of steps before the others, with their logits.
    window.run_command(f"class.sort_{'name' if step % 2 else 'z'}")
    if step > 2:
        window.run_command("undo")
        window.run_command("redo")
    tell(step)
"""
)

TELL_OF_CLASSES = (
    WORK
    + """
import json
state = window.store.snapshot.state
print(json.dumps({"labels": state.labels, "logits": state.logits}))
window.documents.closes_unasked = True
window.close()
"""
)

TELL = (
    WORK
    + """
import json
session = window.documents.session
print(json.dumps({
    "label": window.store.snapshot.state.labels[0],
    "path": str(session.path),
    "scene": session.scene,
    "modified": window.isWindowModified(),
    "title": window.windowTitle(),
}))
window.documents.closes_unasked = True
window.close()
"""
)


@contextmanager
def _started(code: str, folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "XENTGUI_CONFIG_DIR": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        cwd=Path(xentgui.__file__).parents[1],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _work_until_killed(code: str, folder: Path, *arguments: str, steps: int, more: float) -> int:
    """Kill the program `more` seconds after so many steps; return the last one it told of."""
    with _started(code, folder, *arguments) as process:
        assert process.stdout is not None and process.stderr is not None
        for _ in range(steps):
            assert process.stdout.readline(), process.stderr.read()
        try:
            process.wait(more)
        except subprocess.TimeoutExpired:
            process.kill()
        told = process.stdout.read().split()
        assert process.wait() == -signal.SIGKILL, process.stderr.read()
    return int(told[-1]) if told else steps


def _tell(folder: Path, *arguments: str, code: str = TELL) -> dict[str, Any]:
    with _started(code, folder, *arguments) as process:
        out, err = process.communicate(timeout=LIMIT_S)
    assert out, err
    found: dict[str, Any] = json.loads(out)
    return found


@pytest.mark.expensive
@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_killed_program_has_everything_but_the_unfinished_gesture(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret

    last = _work_until_killed(
        EDIT_FOR_EVER, tmp_path, steps=chance.randint(1, 20), more=chance.uniform(0, 0.2)
    )

    found = _tell(tmp_path)
    # The step after the one that was told of may have ended, too.
    assert found["label"] in {str(last), str(last + 1)}
    assert found["modified"]
    assert found["path"] == "None"


@pytest.mark.long
def test_that_a_play_that_is_killed_loses_nothing_that_was_done_before_it(tmp_path: Path) -> None:
    last = _work_until_killed(PLAY_FOR_EVER, tmp_path, steps=3, more=0.3)

    assert _tell(tmp_path)["label"] in {str(last), str(last + 1)}


@pytest.mark.expensive
@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_killed_program_has_every_order_of_its_classes(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret

    last = _work_until_killed(
        SORT_FOR_EVER, tmp_path, steps=chance.randint(1, 12), more=chance.uniform(0, 0.2)
    )

    found = _tell(tmp_path, code=TELL_OF_CLASSES)
    labels, logits = found["labels"], found["logits"]
    assert sorted(logits) == list(range(3000))
    own = {f"token {k}": k * 7919 % 3000 for k in range(3000)}
    assert all(own.get(label, logit) == logit for label, logit in zip(labels, logits, strict=True))
    steps = {int(label.removeprefix("step ")) for label in labels if label.startswith("step ")}
    # The step after the one that was told of may have ended, too, or its half.
    assert max(steps) in {last, last + 1}
    if max(steps) == last:
        assert labels == sorted(labels) if last % 2 else logits == sorted(logits, reverse=True)


@pytest.mark.long
def test_that_file_and_mark_come_back_and_the_file_is_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "lecture.xent.json"
    path.write_text(encode(LECTURE), "utf-8")

    last = _work_until_killed(EDIT_FOR_EVER, tmp_path / "config", str(path), steps=5, more=0.05)

    assert decode(path.read_bytes()) == LECTURE
    found = _tell(tmp_path / "config")
    assert found["label"] in {str(last), str(last + 1)}
    assert found["path"] == str(path)
    assert found["modified"]
    assert found["title"] == "lecture.xent.json[*] (1/3) — A tie — XentGUI"


@pytest.mark.long
def test_that_naming_the_same_file_brings_the_work_on_it_back(tmp_path: Path) -> None:
    path, other = tmp_path / "lecture.xent.json", tmp_path / "other.xent.json"
    for one in (path, other):
        one.write_text(encode(LECTURE), "utf-8")
    last = _work_until_killed(EDIT_FOR_EVER, tmp_path / "config", str(path), steps=5, more=0)

    assert _tell(tmp_path / "config", str(other))["label"] == "cat"
    found = _tell(tmp_path / "config", str(path))
    assert found["label"] in {str(last), str(last + 1)}
    assert found["modified"]


@pytest.mark.long
@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_file_is_whole_whenever_its_program_is_killed(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    path = tmp_path / "lecture.xent.json"
    path.write_text(encode(LECTURE), "utf-8")

    last = _work_until_killed(
        SAVE_FOR_EVER, tmp_path / "config", str(path), steps=3, more=chance.uniform(0.05, 0.4)
    )

    saved = int(decode(path.read_bytes()).scenes[0].state.labels[0])
    assert saved in {last, last + 1}
    found = _tell(tmp_path / "config")
    assert int(found["label"]) >= saved - 1
    assert found["path"] == str(path)


CTRL_C_ONCE_COMPLETE = """
import os, signal, sys, threading
from xentgui.__main__ import main

def interrupt():
    tick = threading.Event()
    while not tick.wait(0.01):
        widgets = sys.modules.get("PySide6.QtWidgets")
        windows = widgets.QApplication.topLevelWidgets() if widgets else []
        if any(getattr(window, "panels", None) for window in windows):
            os.kill(os.getpid(), signal.SIGINT)
            return

threading.Thread(target=interrupt, daemon=True).start()
sys.exit(main([]))
"""


@pytest.mark.long
def test_that_ctrl_c_waits_for_no_answer_and_loses_nothing(tmp_path: Path) -> None:
    last = _work_until_killed(EDIT_FOR_EVER, tmp_path, steps=3, more=0)

    with _started(CTRL_C_ONCE_COMPLETE, tmp_path) as process:
        _, err = process.communicate(timeout=LIMIT_S)

    assert process.returncode == 130
    assert "Traceback" not in err
    assert _tell(tmp_path)["label"] in {str(last), str(last + 1)}
