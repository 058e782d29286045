"""The keys of clickers and two monitors, on a real X server."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

NEEDED = ("Xvfb", "openbox", "xrandr", "xdotool", "import")


@pytest.mark.long
@pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason=f"needs {', '.join(NEEDED)}")
def test_that_a_clicker_and_two_monitors_do_what_people_expect(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.walks.clicker", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "FAIL" not in done.stdout
