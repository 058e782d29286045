"""The window as a screen reader finds it, on a real accessibility bus where one is installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

_PYTHON, _LAUNCHER = "/usr/bin/python3", "/usr/libexec/at-spi-bus-launcher"
_WALK = Path(__file__).parents[1] / "walks" / "accessibility_bus.py"
_SCRIPT = """
Xvfb -displayfd 3 -screen 0 1440x900x24 3>"$FOLDER/display" 2>/dev/null & screen=$!
while ! [ -s "$FOLDER/display" ]; do sleep 0.1; done
export DISPLAY=":$(cat "$FOLDER/display")"
{launcher} --launch-immediately 2>/dev/null & bus=$!
"$PROGRAM" -m xentgui & program=$!
for attempt in $(seq 60); do
  sleep 1
  {python} {walk} $program >"$FOLDER/found.new" 2>/dev/null
  if grep -q '"chart"' "$FOLDER/found.new" && grep -q '"spin button"' "$FOLDER/found.new"; then
    break
  fi
done
mv "$FOLDER/found.new" "$FOLDER/found"
kill $program $bus $screen
"""


def _is_possible() -> bool:
    if not all(map(shutil.which, ("Xvfb", "dbus-run-session"))) or not Path(_LAUNCHER).exists():
        return False
    asked = subprocess.run([_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False)
    return asked.returncode == 0


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    """What is showing: role, name, whether it takes the focus, and the value."""
    if not _is_possible():
        pytest.skip("needs Xvfb, D-Bus, at-spi2-core and python3-pyatspi")
    folder = tmp_path_factory.mktemp("bus")
    script = _SCRIPT.format(launcher=_LAUNCHER, python=_PYTHON, walk=_WALK)
    environment = {
        **os.environ,
        "FOLDER": str(folder),
        "PROGRAM": sys.executable,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "XENTGUI_CONFIG_DIR": str(folder / "settings"),
    }
    environment.pop("WAYLAND_DISPLAY", None)
    subprocess.run(
        ["/usr/bin/env", "dbus-run-session", "--", "sh", "-c", script],
        env=environment,
        check=True,
        capture_output=True,
        timeout=300,
    )
    return [json.loads(line) for line in (folder / "found").read_text().splitlines()]


def test_that_everything_that_takes_the_keys_has_a_name_and_a_role(
    found: list[dict[str, object]],
) -> None:
    nameless = [one for one in found if one["focusable"] and not str(one["name"]).strip()]
    fillers = [one for one in found if one["focusable"] and one["role"] == "filler"]

    assert nameless == []
    assert fillers == []


def test_that_marks_are_told_with_name_and_value(found: list[dict[str, object]]) -> None:
    marks = {str(one["name"]): one["value"] for one in found if one["role"] == "spin button"}

    assert marks["class 1: p = 0.8383"] == pytest.approx(0.8383, abs=1e-4)
    assert marks["class 3: −ln p / nats = 1.9464"] == pytest.approx(1.9464, abs=1e-4)
    assert [one["name"] for one in found if one["role"] == "chart"] >= ["Distribution"]
