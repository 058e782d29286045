"""The window at every scale of a screen: even lines, exact drags, and the same exported files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCALES = ("1.25", "1.3", "1.5", "1.75", "2", "3")


def _seen(scale: str, folder: Path) -> dict[str, Any]:
    environment = {
        **os.environ,
        "QT_SCALE_FACTOR": scale,
        "QT_QPA_PLATFORM": "offscreen",
        "XENTGUI_CONFIG_DIR": str(folder),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.walks.scaled_window"],
        env=environment,
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def at_one(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What is seen where a pixel is one of the screen's."""
    return _seen("1", tmp_path_factory.mktemp("one"))


@pytest.mark.long
@pytest.mark.parametrize("scale", SCALES)
def test_that_a_scale_changes_the_number_of_pixels_alone(
    at_one: dict[str, Any], scale: str, tmp_path: Path
) -> None:
    seen = _seen(scale, tmp_path)

    assert seen["scale"] == pytest.approx(float(scale))
    for key, widths in seen["grids"].items():
        assert len(widths) == len(at_one["grids"][key]), key
        assert set(widths) == {max(1, round(float(scale)))}, key
    assert seen["off"] == pytest.approx(at_one["off"], abs=1e-6)
    assert seen["files"] == at_one["files"]
