"""From the start of Python to the window, to its picture, and to its reaction to input."""

from __future__ import annotations

import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.findings import Finding, report

ROUNDS = 11
KINDS = ("bare", "numpy", "ours", "matplotlib")
STAGES = (
    ("first", "start, first window", 1.4),
    ("picture", "start, first complete picture", 3.6),
    ("answering", "start, everything answers", 5.6),
)
"""The stages that the program stamps, their names, and the goals in bare windows."""

_SCREEN = {"name": "large", "x": 0, "y": 0, "width": 1920, "height": 1200}
"""The screen for `offscreen`, whose own has 800×800 pixels: not every card is shown there."""


def _start(kind: str) -> dict[str, float]:
    """Start a program and return the time of each stage, in seconds from now."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "XENTGUI_CONFIG_DIR": folder}
        if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
            screens = Path(folder, "screens.json")
            screens.write_text(json.dumps({"screens": [_SCREEN]}))
            environment["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
        environment["BENCHMARK_START"] = repr(time.monotonic())
        # A person's Python caches compiled modules.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, "-m", "benchmarks.startup_child", kind]
        answer = subprocess.run(
            command, env=environment, check=True, capture_output=True, text=True, timeout=120
        )
    return dict(json.loads(answer.stdout.splitlines()[-1]))


def main() -> None:
    """Start everything in turns, and compare within each turn."""
    kinds = [
        kind for kind in KINDS if kind != "matplotlib" or importlib.util.find_spec("matplotlib")
    ]
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    times: dict[str, list[float]] = {}
    for nth in range(rounds + 1):  # the first start fills the disk's cache
        for kind in kinds:
            for stage, seconds in _start(kind).items():
                if stage != "circumstances" and nth:
                    times.setdefault(f"{kind} {stage}", []).append(seconds)
    print(_start("bare")["circumstances"])
    for name, values in times.items():
        middle, least = statistics.median(values) * 1e3, min(values) * 1e3
        print(f"  {name:24} {middle:6.0f} ms (least {least:.0f})")
    for stage, what, goal in STAGES:
        own = times[f"ours {stage}"]
        report(Finding(what, "× bare PySide6", _ratio(own, times["bare complete"]), goal))
        least = min(own) / min(times["bare complete"])
        report(Finding(what, "× bare PySide6, least by least", least))
        report(Finding(what, "× bare PySide6 + numpy", _ratio(own, times["numpy complete"])))
    if "matplotlib" in kinds:
        whole = _ratio(times["ours answering"], times["matplotlib complete"])
        report(Finding("start, answering", "× matplotlib's three plots", whole, 0.7))


def _ratio(ours: list[float], theirs: list[float]) -> float:
    """Return the median ratio over turns, because the load of the machine differs in each."""
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


if __name__ == "__main__":
    if Path.cwd() != Path(__file__).resolve().parent.parent:
        os.chdir(Path(__file__).resolve().parent.parent)
    main()
