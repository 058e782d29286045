"""What the system says about animations is followed, through the portal of a real D-Bus session."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_SYSTEM_PYTHON = "/usr/bin/python3"
_HERE = Path(__file__).parent


def _has_dbus() -> bool:
    if not shutil.which("dbus-run-session") or not Path(_SYSTEM_PYTHON).exists():
        return False
    command = [_SYSTEM_PYTHON, "-c", "from gi.repository import Gio"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _answers(script: str, count: int) -> list[str]:
    """Return what the program says in a session in which `script` has run before it."""
    program = f'"{sys.executable}" -m tests.program.asks_for_motion {count}'
    found = subprocess.run(
        ["/usr/bin/env", "dbus-run-session", "--", "sh", "-c", script.format(program=program)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=_HERE.parents[1],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return found.stdout.split()


@pytest.mark.skipif(not _has_dbus(), reason="needs D-Bus and python3-gi")
@pytest.mark.parametrize(
    ("first", "changes_at", "answers"),
    [("off", "True", ["False", "True", "False"]), ("on", "False", ["False", "True"])],
)
def test_that_the_portal_is_asked_and_its_changes_are_followed(
    tmp_path: Path, first: str, changes_at: str, answers: list[str]
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    script = f"""
    {_SYSTEM_PYTHON} "{_HERE}/fake_portal.py" {first} <"{pipe}" >"{tmp_path}/said" & portal=$!
    exec 3>"{pipe}"
    while ! grep -q ready "{tmp_path}/said"; do sleep 0.05; done
    {{program}} | while read answer; do echo $answer; [ $answer = {changes_at} ] && echo >&3; done
    kill $portal
    """

    assert _answers(script, len(answers)) == answers


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="needs D-Bus")
def test_that_things_move_where_there_is_no_portal() -> None:
    assert _answers("{program}", 1) == ["False"]
