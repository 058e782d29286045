"""Random gestures on the real window: nothing fails, and nothing disagrees."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _walked(count: int, seed: int) -> str:
    """Walk in a process of its own; return what it says."""
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-m", "tests.walks.gestures", str(count), str(seed)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=1800,  # no measure of speed, only an end for what hangs
        check=False,
    )
    return f"{done.stdout}{done.stderr if done.returncode else ''}"


def test_that_a_short_walk_of_random_gestures_finds_no_fault() -> None:
    assert "no fault in 60 gestures" in _walked(60, seed=1)


@pytest.mark.long
@pytest.mark.parametrize("seed", [2, 3])
def test_that_thousands_of_random_gestures_find_no_fault(seed: int) -> None:
    assert "no fault in 1000 gestures" in _walked(1000, seed)
