"""From the start of Python to the first paint, and to the complete window, each in a process of its own."""

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


def _start(kind: str) -> dict[str, float]:
    """Start a program and return when it had painted what, in seconds from here."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "XENTGUI_CONFIG_DIR": folder,
            "BENCHMARK_START": repr(time.monotonic()),
        }
        # A person's Python keeps what it has compiled.
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
    for nth in range(rounds + 1):  # the first one fills the disk's cache
        for kind in kinds:
            for stage, seconds in _start(kind).items():
                if stage != "circumstances" and nth:
                    times.setdefault(f"{kind} {stage}", []).append(seconds)
    print(_start("bare")["circumstances"])
    for name, values in times.items():
        middle, least = statistics.median(values) * 1e3, min(values) * 1e3
        print(f"  {name:24} {middle:6.0f} ms (least {least:.0f})")

    def ratio(one: str, other: str) -> float:
        return statistics.median(a / b for a, b in zip(times[one], times[other], strict=True))

    report(
        Finding("start, first paint", "× bare PySide6", ratio("ours first", "bare first"), 1.6),
        Finding("start, first paint", "× bare PySide6 + numpy", ratio("ours first", "numpy first")),
        Finding("start, complete", "× bare PySide6", ratio("ours complete", "bare complete"), 4.0),
        Finding(
            "start, complete", "× bare PySide6 + numpy", ratio("ours complete", "numpy complete")
        ),
    )
    if "matplotlib" in kinds:
        report(
            Finding(
                "start, complete",
                "× matplotlib's three plots",
                ratio("ours complete", "matplotlib complete"),
                0.7,
            )
        )


if __name__ == "__main__":
    if Path.cwd() != Path(__file__).resolve().parent.parent:
        os.chdir(Path(__file__).resolve().parent.parent)
    main()
