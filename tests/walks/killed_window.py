"""The program as `kills` starts it: it works at random, and tells of each deed on a pipe.

    python -m tests.walks.killed_window SEED FOLDER [DOCUMENT]

The first line tells what a person finds at the start; then comes a line before and after each deed.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from xentgui import settings
from xentgui.documents.place import Place
from xentgui.documents.recovery import Recovery
from xentgui.documents.steps.step import Step
from xentgui.model import edits
from xentgui.model.subjects import OnState
from xentgui.program import app
from xentgui.window.dialogs.export_dialog import ExportDialog
from xentgui.window.main_window import MainWindow

SHORTEN = 3000
"""Bytes; the journal is written anew again and again, so that kills meet that, too."""

SMALL_EXAMPLES = ("01-worked-example", "14-peaky", "34-seven-professors", "41-masked-class")


class Worker:
    """Does one deed after another until the program is killed."""

    def __init__(self, window: MainWindow, seed: int, folder: Path) -> None:
        self._window, self._store, self._session = window, window.store, window.documents.session
        self._chance, self._folder = random.Random(seed), folder  # noqa: S311 - no secret
        self._known: tuple[Step, ...] = ()
        self._labels: dict[int, tuple[object, bytes]] = {}
        deeds: tuple[tuple[int, Callable[[], object]], ...] = (
            (8, self.logit),
            (4, self.target),
            (2, self.label),
            (2, self.temperature),
            (2, self.add_class),
            (1, self.remove_class),
            (6, self.drag),
            (2, self.example),
            (6, lambda: window.run_command("undo")),
            (4, lambda: window.run_command("redo")),
            (1, lambda: self._session.change(Place.with_copy, "add")),
            (1, lambda: self._session.change(Place.without_present, "remove")),
            (2, lambda: window.run_command("scene.next")),
            (1, self.describe),
            (2, self.unit),
            (4, self.save),
            (2, self.numbers),
            (1, self.figure),
        )
        self._deeds = [deed for weight, deed in deeds for _ in range(weight)]

    def work(self) -> None:
        """Do one deed after another."""
        number = 0
        while True:
            number += 1
            deed = self._chance.choice(self._deeds)
            name = getattr(deed, "__name__", "command")
            tell({"will": number, "deed": name})
            deed()
            tell({"did": number, "deed": name, **self.news()})
            app.QApplication.processEvents()

    # What there is

    def report(self) -> dict[str, Any]:
        """Return everything: the state of the document after each step of the history."""
        steps = self._store.steps()
        done, now = self._store.history.index(), self._place()
        place, chain = now, [self._digest(now)]
        for step in reversed(steps[:done]):
            place = step.before(place)
            chain.insert(0, self._digest(place))
        place = now
        for step in steps[done:]:
            place = step.after(place)
            chain.append(self._digest(place))
        self._known = steps
        return {"chain": chain, "texts": [step.text for step in steps], **self._there()}

    def news(self) -> dict[str, Any]:
        """Return what changed since the last time; the steps that are new, each with its state."""
        steps = self._store.steps()
        same = 0
        for old, new in zip(self._known, steps, strict=False):
            if old is not new:
                break
            same += 1
        place, chain = self._place(), list[str]()
        for step in reversed(steps[same:]):
            chain.insert(0, self._digest(place))
            place = step.before(place)
        self._known = steps
        texts = [step.text for step in steps[same:]]
        return {"same": same, "chain": chain, "texts": texts, **self._there()}

    def _there(self) -> dict[str, Any]:
        session = self._session
        return {
            "done": self._store.history.index(),
            "now": self._digest(self._place()),
            "scene": session.scene,
            "units": [scene.unit for scene in session.document().scenes],
            "path": str(session.path),
            "modified": session.is_modified,
        }

    def _place(self) -> Place:
        scenes = self._session.document().scenes
        return Place(scenes, self._session.scene, tuple(scene.subject for scene in scenes))

    def _digest(self, place: Place) -> str:
        """Return a digest of everything in the scenes that steps change, to the last bit."""
        found = hashlib.blake2b(digest_size=8)
        for scene in place.scenes:
            state = scene.state
            found.update(self._digest_of_labels(state.labels))
            found.update(state.logit_array.tobytes() + state.target_array.tobytes())
            texts = dict(scene.title), dict(scene.caption), state.colors
            settings_of_it = state.temperature, state.label_smoothing, state.loss
            found.update(repr((texts, settings_of_it)).encode())
        return found.hexdigest()

    def _digest_of_labels(self, labels: tuple[str, ...]) -> bytes:
        kept = self._labels.get(id(labels))
        if kept is None or kept[0] is not labels:
            digest = hashlib.blake2b(repr(labels).encode(), digest_size=8).digest()
            kept = self._labels[id(labels)] = (labels, digest)
            if len(self._labels) > 20:
                self._labels.pop(next(iter(self._labels)))
        return kept[1]

    # Deeds

    def _class(self) -> int:
        return self._chance.randrange(len(self._store.snapshot.state.labels))

    def _edit(self, text: str, edit: OnState) -> None:
        self._store.edit(edit, text)

    def logit(self) -> None:
        k, value = self._class(), self._chance.gauss(0, 3)
        self._edit(f"logit {k}", OnState(lambda state: edits.with_logit(state, k, value)))

    def target(self) -> None:
        k, value = self._class(), self._chance.random()
        self._edit(f"target {k}", OnState(lambda state: edits.with_target_scaled(state, k, value)))

    def label(self) -> None:
        k, value = self._class(), f"name {self._chance.random()}"
        self._edit(f"label {k}", OnState(lambda state: edits.with_label(state, k, value)))

    def temperature(self) -> None:
        value = self._chance.choice((0.0, 0.5, 1.0, 2.0, float("inf")))
        self._edit("T", OnState(lambda state: edits.with_setting(state, "temperature", value)))

    def add_class(self) -> None:
        k = self._class()
        self._edit("add", OnState(lambda state: edits.add_classes(state, ["one more"], k)))

    def remove_class(self) -> None:
        k = self._class()
        self._edit("remove", OnState(lambda state: edits.remove_classes(state, [k])))

    def drag(self) -> None:
        k, drag = self._class(), self._store.begin(self, "drag")
        for _ in range(self._chance.randrange(1, 6)):
            value = self._chance.gauss(0, 3)
            drag.edit(OnState(lambda state, value=value: edits.with_logit(state, k, value)))  # type: ignore[misc]
            app.QApplication.processEvents()
        drag.end()

    def example(self) -> None:
        if len(self._store.snapshot.state.labels) < 1000 or self._chance.random() < 0.1:
            self._window.examples.take(self._chance.choice(SMALL_EXAMPLES))

    def describe(self) -> None:
        title = {"en": f"Title {self._chance.random()}"}
        self._session.change(lambda place: place.described(title, {}), "describe")

    def unit(self) -> None:
        self._window.run_command(f"unit.{self._chance.choice(('nats', 'bits', 'dits'))}")

    def save(self) -> None:
        # An older file stays under its name until the new one is whole.
        self._session.save(self._session.path or self._folder / "saved.xent.json")

    def numbers(self) -> None:
        assert self._window.exports.save_numbers("json", self._folder / "numbers.json")

    def figure(self) -> None:
        if len(self._store.snapshot.state.labels) < 1000:
            self._window.run_command("export.figure")
            dialog = self._window.findChild(ExportDialog)
            assert isinstance(dialog, ExportDialog)
            dialog.save(self._folder / "figure.png")
            dialog.close()
            dialog.setParent(None)


def tell(line: dict[str, Any]) -> None:
    """Write a line to the one who kills."""
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Start the program, and work."""
    seed, folder, *files = sys.argv[1:]
    file = Path(files[0]) if files else None
    recovery = Recovery(settings.directory(), shorten=SHORTEN)
    _, window = app.build(app.Options(file=file), recovery=recovery)
    window.show()
    window.complete()
    worker = Worker(window, int(seed), Path(folder))
    damage = [str(path) for path in (recovery.damaged, *recovery.unreadable) if path]
    tell({"start": True, "damage": damage, "said": window.status.message(), **worker.report()})
    worker.work()


if __name__ == "__main__":
    main()
