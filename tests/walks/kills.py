"""Kills the program at random moments, and looks whether the next start has all that was told of.

    python -m tests.walks.kills [N] [SEED] [--classes K]

The program works at random: it edits, drags, undoes, goes from scene to scene, saves and exports.
It tells of each deed once that has returned.  SIGKILL meets it after any of them, within them, or
while it starts and recovers what the last one has left.  The next start must have the document and
the whole undo history as they were told of, state by state and bit by bit; at most one deed more,
the one that was begun.  Prints a line for each kill; the exit code is 1 if anything was missing.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from xentgui.documents.document import decode, encode
from xentgui.documents.scene import Document, Scene
from xentgui.model import State, default_labels
from xentgui.model.subjects import BareLogits

ROOT = Path(__file__).resolve().parents[2]

LIMIT_S = 600
"""Seconds: no measure of speed, only an end for what hangs."""

_LIVES = 10
"""How often the same work is killed before another one is begun."""

_AS_IT_WAS = ("scene", "units", "path", "modified")


class Kill(NamedTuple):
    """What a kill has met, and what the next start was missing ("" for nothing)."""

    during: str
    deeds: int
    missing: str


class Killer:
    """Starts and kills programs that share a folder."""

    def __init__(self, folder: Path, seed: int, classes: int) -> None:
        self._folder, self._chance = folder, random.Random(seed)  # noqa: S311 - no secret
        self._folder.mkdir()
        self._document: Path | None = None
        if classes != 3:
            self._document = folder / "many.xent.json"
            logits = [self._chance.gauss(0, 1) for _ in range(classes)]
            state = State(default_labels(classes), logits, [1.0] * classes)
            self._document.write_text(encode(Document((Scene(BareLogits(state)),))), "utf-8")
        self._known: dict[str, Any] | None = None  # what was told of
        self._begun = ""  # the deed that was begun after that

    def kill(self) -> Kill:
        """Start the program, compare what it has, and kill it at a random moment."""
        chance = self._chance
        command = [sys.executable, "-m", "tests.walks.killed_window", str(chance.random())[2:9]]
        command.append(str(self._folder))
        if self._known is None and self._document is not None:
            command.append(str(self._document))
        environment = {
            **os.environ,
            "XENTGUI_CONFIG_DIR": str(self._folder / "config"),
            "QT_QPA_PLATFORM": "offscreen",
        }
        with subprocess.Popen(
            command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            end = threading.Timer(LIMIT_S, process.kill)
            end.start()
            try:
                return self._work_and_kill(process)
            finally:
                end.cancel()
                process.kill()

    def _work_and_kill(self, process: subprocess.Popen[bytes]) -> Kill:
        chance, began = self._chance, time.monotonic()
        assert process.stdout is not None
        assert process.stderr is not None
        if self._known is not None and chance.random() < 0.25:
            time.sleep(chance.uniform(0.0, 2.5))
            process.kill()
            lines = [json.loads(line) for line in process.stdout if line.endswith(b"\n")]
            if not lines:
                return Kill(f"start ({time.monotonic() - began:.1f} s)", 0, "")
        else:
            line = process.stdout.readline()
            if not line:
                return Kill("start", 0, process.stderr.read().decode())
            lines = [json.loads(line)]
            for _ in range(2 * chance.randrange(1, 13)):
                lines.append(json.loads(process.stdout.readline() or b'{"died": true}'))
            time.sleep(chance.uniform(0.0, 0.05))
            process.kill()
            lines += [json.loads(line) for line in process.stdout if line.endswith(b"\n")]
        missing = self._compare(lines[0])
        self._follow(lines)
        errors = process.stderr.read().decode()
        if "Traceback" in errors:
            missing += errors
        during = self._begun or "between"
        return Kill(during, sum("did" in line for line in lines), missing or self._files())

    def _follow(self, lines: list[dict[str, Any]]) -> None:
        """Note what the program has told of."""
        self._known, self._begun = lines[0], ""
        for line in lines[1:]:
            if "will" in line:
                self._begun = line["deed"]
            elif "did" in line:
                known, same, self._begun = self._known, line["same"], ""
                chain = [*known["chain"][: same + 1], *line["chain"]]
                texts = [*known["texts"][:same], *line["texts"]]
                self._known = {**known, **line, "chain": chain, "texts": texts}
                if chain[line["done"]] != line["now"]:
                    raise AssertionError(f"{line['deed']} led to another state: {line}")
            else:
                raise AssertionError(f"the program has died: {line}")

    def _compare(self, found: dict[str, Any]) -> str:
        """Return what is missing of what was told of."""
        known = self._known
        if found["damage"]:
            return f"damaged: {found['damage']}"
        if known is None or self._is(found, known):
            return ""
        if not self._begun:
            return f"not as it was: {_difference(found, known)}"
        done = known["done"]
        if found["chain"] == known["chain"] and found["texts"] == known["texts"]:
            return ""  # a step was undone or done again, a scene was visited, a file was saved
        one_more = found["done"] == done + 1 == len(found["texts"])
        history = found["chain"][: done + 1] == known["chain"][: done + 1]
        if one_more and history and found["texts"][:done] == known["texts"][:done]:
            return ""
        return f"{self._begun} was begun: {_difference(found, known)}"

    def _is(self, found: dict[str, Any], known: dict[str, Any]) -> bool:
        wanted = ("chain", "texts", "done", *_AS_IT_WAS)
        return all(found[name] == known[name] for name in wanted)

    def _files(self) -> str:
        """Return what is wrong with the files that were saved and exported."""
        for path in self._folder.glob("*.xent.json"):
            decode(path.read_bytes())
        numbers, figure = self._folder / "numbers.json", self._folder / "figure.png"
        if numbers.exists():
            json.loads(numbers.read_bytes())
        if figure.exists() and b"IEND" not in figure.read_bytes()[-12:]:
            return "half of a figure"
        damaged = list(self._folder.glob("config/*.damaged"))
        return f"damaged: {damaged}" if damaged else ""


def _difference(found: dict[str, Any], known: dict[str, Any]) -> str:
    names = ("chain", "texts", "done", *_AS_IT_WAS)
    return "; ".join(
        f"{name}: {found[name]} instead of {known[name]}"
        for name in names
        if found[name] != known[name]
    )


def kills(number: int, seed: int, classes: int = 3) -> Iterator[Kill]:
    """Kill the program so many times."""
    with tempfile.TemporaryDirectory() as folder:
        killer: Killer | None = None
        for at in range(number):
            if killer is None or at % _LIVES == 0:
                killer = Killer(Path(folder) / str(at), seed + at, classes)
            yield killer.kill()


def main() -> int:
    """Kill as the command line says."""
    assert __doc__ is not None
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("number", nargs="?", type=int, default=300)
    parser.add_argument("seed", nargs="?", type=int, default=0)
    parser.add_argument("--classes", type=int, default=3)
    asked = parser.parse_args()
    found: list[Kill] = []
    for one in kills(asked.number, asked.seed, asked.classes):
        found.append(one)
        missing = f": {one.missing[:2000]}" if one.missing else ""
        _say(f"{len(found):4} {one.deeds:3} deeds, killed during {one.during}{missing}")
    bad = sum(bool(one.missing) for one in found)
    within, deeds = sum(one.during != "between" for one in found), sum(one.deeds for one in found)
    _say(f"{len(found)} kills, {within} within a deed or a start; {deeds} deeds; {bad} missed any")
    return 1 if bad else 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
