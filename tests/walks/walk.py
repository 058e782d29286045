"""Walks through starts, looks, sizes and documents on six screens, and compares where things are.

On each screen every other size and enlarged card is seen in English, and the others in Chinese; of
the documents, every other one is opened as an argument too, and the others by recovery.  On the
next screen it is the other way round, so that each two of these meet.

    python -m tests.walks.walk FOLDER [--offscreen] [SIZE …]

With Xvfb, if it is there, a real server for each screen; else on Qt's screen without a display.
Saves a picture after each step to FOLDER and prints what is wrong; the exit code is 1 if anything is.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

DIED = 9  # see `walked_window`, which needs Qt
ROOT = Path(__file__).resolve().parents[2]
Size = tuple[int, int]
Where = dict[str, Any]

SIZES: tuple[Size, ...] = (
    (1024, 768),
    (1366, 768),
    (1440, 900),
    (1920, 1080),
    (2560, 1440),
    (3840, 2160),
)
_LIMIT_S = 300  # no measure of speed, only an end for what hangs

DOCUMENTS = {
    "one": ("gradient",),
    "two": ("distribution", "gradient"),
    "three": ("distribution", "information", "naive"),
}
"""Documents by the panels that they name."""

LOOK = ("theme.toggle", "theme.toggle", "language.zh_CN", "language.en", "zoom.in", "zoom.reset")
LOOK += ("panel.enlarge", "panel.enlarge")

STEPS = (1, 2, 3, 4, 5)
ENLARGED = ("logit_table", "target_table", "glance", "distribution", "information", "gradient")
ROOM = (*(f"bigger {step}" for step in STEPS), *(f"enlarge {key}" for key in ENLARGED))
"""*Bigger*, and the enlarging of each card."""


class Screen(NamedTuple):
    """Where windows are shown, as an environment of a child process."""

    size: Size
    environment: dict[str, str]


@contextmanager
def screen(size: Size, *, real: bool) -> Iterator[Screen]:
    """Give a screen of `size`: a `real` one is Xvfb's."""
    width, height = size
    with tempfile.TemporaryDirectory() as folder:
        if not real:
            described = Path(folder, "screen.json")
            one = {"name": "one", "x": 0, "y": 0, "width": width, "height": height}
            one |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
            described.write_text(json.dumps({"screens": [one]}))
            yield Screen(size, {"QT_QPA_PLATFORM": f"offscreen:configfile={described}"})
            return
        reader, writer = os.pipe()
        server = subprocess.Popen(
            [
                shutil.which("Xvfb") or "Xvfb",
                "-displayfd",
                str(writer),
                "-screen",
                "0",
                f"{width}x{height}x24",
            ],
            pass_fds=[writer],
            stderr=subprocess.DEVNULL,
        )
        os.close(writer)
        with os.fdopen(reader) as answer:
            display = answer.readline().strip()
        try:
            yield Screen(size, {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{display}"})
        finally:
            server.terminate()
            server.wait()


def start(
    screen: Screen,
    settings: Path,
    deeds: Sequence[str] = (),
    *,
    file: Path | None = None,
    pictures: str = "",
) -> list[Where]:
    """Start the program, do `deeds`, and quit; return where everything was after each of them."""
    told = {
        "deeds": list(deeds),
        "file": str(file) if file else "",
        "pictures": pictures,
        "language": "" if "language.en" in deeds else "en",
        "theme": "" if "theme.toggle" in deeds else "light",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.walks.walked_window", json.dumps(told)],
        env={**os.environ, "XENTGUI_CONFIG_DIR": str(settings), "LANG": "C", **screen.environment},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=_LIMIT_S,
        check=False,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    expected = DIED if "die" in deeds else 0
    if done.returncode != expected:
        raise RuntimeError(f"exit code {done.returncode}: {done.stderr}")
    return lines


def faults_of(where: Where) -> list[str]:
    """Return what is wrong with a window wherever it is: something cannot be seen, or is too big."""
    left, top, width, height = where["screen"]
    x, y, w, h = where["frame"]
    inside_w, inside_h = where["inside"][2:]
    faults = []
    if x < left or y < top or x + w > left + width or y + h > top + height:
        faults.append(f"the window {where['frame']} is not on the screen {where['screen']}")
    parts = {"status": where["status"], "toolbar": where["toolbar"], **where["cards"]}
    for name, (px, py, pw, ph) in parts.items():
        if px < 0 or py < 0 or px + pw > inside_w or py + ph > inside_h:
            faults.append(f"{name} {(px, py, pw, ph)} is not in the window {(inside_w, inside_h)}")
    faults += where.get("moved", []) + where.get("wrong", [])
    return [f"after {where['after']}: {fault}" for fault in faults]


def there_and_back(deeds: Sequence[str]) -> list[str]:
    """Return `deeds` with what takes each back: after each second one all is as it was."""
    return [
        deed
        for there in deeds
        for deed in (there, "zoom.reset" if there.startswith("bigger") else "panel.restore")
    ]


def walk(
    screen: Screen, settings: Path, pictures: str = "", look: Sequence[str] = LOOK
) -> list[str]:
    """Return what is wrong on this screen, a sentence each."""

    def picture(name: str) -> str:
        return f"{pictures}-{name}" if pictures else ""

    faults: list[str] = []

    def same(what: str, one: Where, other: Where) -> None:
        for key in ("inside", "cards", "status", "toolbar"):
            if one[key] != other[key]:
                faults.append(f"{what}: {key} {one[key]} became {other[key]}")

    turn = SIZES.index(screen.size) % 2 if screen.size in SIZES else 0
    deeds = [*look, *there_and_back(ROOM[turn::2])]
    first = start(screen, settings, [*deeds, "pull 57", "show.logits"], pictures=picture("first"))
    for begun, done in zip(first[0:-3:2], first[2:-2:2], strict=True):
        same(f"{done['after']}, there and back", begun, done)
    faults += [
        f"after {there['after']} the window is {there['inside']}"
        for there in first[len(look) + 1 : -2 : 2]
        if there["inside"] != first[0]["inside"]
    ]
    deeds = ["language.zh_CN", *there_and_back(ROOM[1 - turn :: 2])]
    chinese = start(screen, settings / "zh", deeds, pictures=picture("zh_CN"))
    again = start(screen, settings, pictures=picture("again"))
    same("a restart", first[-1], again[-1])
    for number, (name, panels) in enumerate(DOCUMENTS.items()):
        file = settings / f"{name}.xent.json"
        file.write_text(document(panels))
        deeds = [f"open {file}", "file.new"]
        opened = start(screen, settings, deeds, pictures=picture(f"open-{name}"))
        if number % 2 == turn:
            otherwise = start(screen, settings, file=file, pictures=picture(f"argument-{name}"))
            same(f"{name} by argument instead of Open", opened[1], otherwise[0])
        else:
            start(screen, settings, [f"open {file}", "die"])
            otherwise = start(screen, settings, pictures=picture(f"recovery-{name}"))
            same(f"{name} by recovery instead of Open", opened[1], otherwise[0])
        same(f"New after {name}", again[-1], opened[-1])
        shown = {*opened[1]["cards"]} - {"loss", "logit_table", "target_table", "glance"}
        if shown != {*panels}:
            faults.append(f"{name} shows {sorted(shown)}")
        if opened[1]["cards"]["logit_table"][2] != again[-1]["cards"]["logit_table"][2]:
            faults.append(f"{name}: the tables are {opened[1]['cards']['logit_table']}")
        faults += [fault for where in (*opened, *otherwise) for fault in faults_of(where)]
    last = start(screen, settings, pictures=picture("last"))
    same("an empty start after documents", again[-1], last[-1])
    seen = (*first, *chinese, *again, *last)
    return faults + [fault for where in seen for fault in faults_of(where)]


def document(panels: Sequence[str]) -> str:
    """Return the text of a document that names `panels`."""
    scene = {"panels": list(panels), "logits": [2, -1, 0.5], "target": [1, 0, 0]}
    return json.dumps({"format": "xentgui-document", "version": 1, "scenes": [scene]})


def main() -> int:
    """Walk on every screen that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sizes", nargs="*", metavar="SIZE")
    parser.add_argument("--offscreen", action="store_true")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    sizes = [tuple(map(int, size.split("x"))) for size in asked.sizes] or SIZES
    real = shutil.which("Xvfb") is not None and not asked.offscreen
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        for width, height in sizes:
            name = f"{width}x{height}"
            with screen((width, height), real=real) as shown:
                settings = Path(folder, name)
                settings.mkdir()
                for fault in walk(shown, settings, str(asked.folder / name)):
                    sys.stdout.write(f"{name}: {fault}\n")
                    count += 1
    sys.stdout.write(f"{count} faults on {len(sizes)} screens; pictures in {asked.folder}\n")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
