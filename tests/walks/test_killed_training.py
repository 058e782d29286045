"""A program that is killed while it trains: the next start has all that was told of, bit for bit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from tests.walks.kills import LIMIT_S, ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL there")


def _start(folder: Path, what: str) -> subprocess.Popen[bytes]:
    environment = {
        **os.environ,
        "XENTGUI_CONFIG_DIR": str(folder / "config"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.walks.killed_training", what],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    end = threading.Timer(LIMIT_S, process.kill)
    end.daemon = True
    end.start()
    return process


def _until(process: subprocess.Popen[bytes], kept_plays: int) -> list[dict[str, Any]]:
    """Read until it plays, and has told of so many undo steps of its play."""
    assert process.stdout is not None
    lines: list[dict[str, Any]] = []
    while True:
        line = process.stdout.readline()
        if not line:
            assert process.stderr is not None
            raise AssertionError(process.stderr.read().decode())
        lines.append(json.loads(line))
        at = next((nth for nth, one in enumerate(lines) if one["plays"]), None)
        if at is not None and len({one["steps"] for one in lines[at:]}) > kept_plays:
            return lines


@pytest.mark.long
@pytest.mark.parametrize("kept_plays", [0, 2])
def test_that_a_training_that_is_killed_is_recovered_to_the_last_bit(
    tmp_path: Path, kept_plays: int
) -> None:
    with _start(tmp_path, "train") as process:
        told = _until(process, kept_plays)
        time.sleep(0.3)  # in the middle of the play: no measure of anything
        assert process.poll() is None
        process.kill()
        process.wait()
    known = {line["steps"]: line["digest"] for line in told if line["steps"]}
    assert len(known) >= 5 + kept_plays

    with _start(tmp_path, "look") as process:
        out, errors = process.communicate()

    assert "Traceback" not in errors.decode()
    found = [json.loads(line) for line in out.splitlines()]
    assert found[0]["damage"] == []
    last = max(known)
    assert found[0]["steps"] in (last, last + 1)  # one more may have begun to be kept
    recovered = {line["steps"]: line["digest"] for line in found if line["steps"]}
    assert {steps: recovered[steps] for steps in known} == known
