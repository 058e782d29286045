"""Runs the benchmarks, all or those named, offscreen and under X11, and prints a table.

    python -m benchmarks [NAME …] [--platform offscreen|xcb]

Needs `pip install -e .[bench]`; contenders that are not installed are left out.  Without a display,
it starts an Xvfb for X11.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.findings import Finding, markdown, read

NAMES = (
    "startup",
    "edit_to_paint",
    "window",
    "tables",
    "sorting",
    "drag",
    "animation",
    "play",
    "present",
    "landscape",
    "input_space",
    "training",
    "training_window",
    "model",
    "reading",
)
WITHOUT_SCREEN = ("model", "reading", "training")
_PLATFORMS = {"offscreen": "offscreen", "xcb": "X11"}
_ROOT = Path(__file__).resolve().parent.parent


def _run(name: str, platform: str, folder: str) -> list[Finding]:
    kept = Path(folder) / f"{name}-{platform}"
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": platform,
        "QT_LOGGING_RULES": "qt.qpa.*=false;default.warning=false",
        "BENCHMARK_FINDINGS": str(kept),
        "OPENBLAS_NUM_THREADS": "1",
    }
    command = [sys.executable, "-m", f"benchmarks.{name}"]
    if platform == "xcb" and not os.environ.get("DISPLAY"):
        command = ["xvfb-run", "-a", "-s", "-screen 0 1920x1200x24 -noreset", *command]
    print(f"\n== {name}, {platform} ==", flush=True)
    code = subprocess.run(command, env=environment, cwd=_ROOT, check=False).returncode
    if code:
        print(f"{name} ended with exit code {code}", file=sys.stderr)
    return read(kept)


def main() -> int:
    """Run the benchmarks that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--platform", choices=tuple(_PLATFORMS), help="only this one")
    arguments = parser.parse_args()
    names = arguments.names or NAMES
    for name in names:
        if name not in NAMES:
            parser.error(f"no such benchmark: {name}; there are {', '.join(NAMES)}")
    platforms = [arguments.platform] if arguments.platform else list(_PLATFORMS)
    if "xcb" in platforms and not os.environ.get("DISPLAY") and not shutil.which("xvfb-run"):
        print("X11 is left out: there is neither a display nor xvfb-run", file=sys.stderr)
        platforms.remove("xcb")
    found: dict[str, list[Finding]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for nth, platform in enumerate(platforms):
            findings = found.setdefault(_PLATFORMS[platform], [])
            for name in names:
                if not nth or name not in WITHOUT_SCREEN:
                    findings += _run(name, platform, folder)
    print("\n" + markdown(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
