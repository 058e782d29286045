"""Starts the program on a screen of its own, with an accessibility bus, for a script that listens."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

LISTENER = "/usr/bin/python3"
"""The Python of the system, which has pyatspi."""

_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
# a window that is there before its manager may get keys, but no shortcut works in it
_SCRIPT = """
Xvfb -displayfd 3 -screen 0 1440x900x24 3>"$FOLDER/display" 2>/dev/null & screen=$!
while ! [ -s "$FOLDER/display" ]; do sleep 0.1; done
export DISPLAY=":$(cat "$FOLDER/display")"
openbox 2>/dev/null & manager=$!
while ! xdotool get_num_desktops >/dev/null 2>&1; do sleep 0.1; done
{launcher} --launch-immediately 2>/dev/null & bus=$!
"$PROGRAM" -m xentgui --lang {language} 2>"$FOLDER/errors" & program=$!
{listener} {script} $program >"$FOLDER/heard"
code=$?
kill $program $bus $manager $screen
exit $code
"""


def is_possible() -> bool:
    """Return whether all that is needed is installed."""
    needed = ("Xvfb", "openbox", "xdotool", "dbus-run-session")
    if not all(map(shutil.which, needed)) or not Path(_LAUNCHER).exists():
        return False
    asked = subprocess.run([LISTENER, "-c", "import pyatspi"], capture_output=True, check=False)
    return asked.returncode == 0


def listen(script: Path, folder: Path, language: str = "en") -> list[str]:
    """Run the program and `script`, which gets its process, and return the lines that it prints.

    Raises RuntimeError with what went wrong.
    """
    text = _SCRIPT.format(launcher=_LAUNCHER, listener=LISTENER, script=script, language=language)
    environment = {
        **os.environ,
        "FOLDER": str(folder),
        "PROGRAM": sys.executable,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "XENTGUI_CONFIG_DIR": str(folder / "settings"),
    }
    environment.pop("WAYLAND_DISPLAY", None)
    done = subprocess.run(
        ["/usr/bin/env", "dbus-run-session", "--", "sh", "-c", text],
        env=environment,
        check=False,
        capture_output=True,
        timeout=400,
    )
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    return (folder / "heard").read_text(encoding="utf-8").splitlines()
