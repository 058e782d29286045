"""Reads a journal: the work at its end, and the undo history on the way there.

The first frame is the work at the beginning of the history.  A "step" frame is a step that was
taken, and the number of steps done before it.  An "at" frame tells where the program is now: the
number of steps that are done, the scene and how it is shown, the file.  It names what changed only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from xentgui.documents import work as unsaved
from xentgui.documents.journal import frames
from xentgui.documents.journal.frames import Damage, frame
from xentgui.documents.place import Place
from xentgui.documents.scene import Document, subjects_of
from xentgui.documents.steps import step as steps
from xentgui.documents.steps.step import Step
from xentgui.documents.work import Work
from xentgui.model.subjects import Subject

_WORK: Final = "work"
_STEP: Final = "step"
_AT: Final = "at"


class Replayed(NamedTuple):
    """What is read from a journal.

    Attributes
    ----------
    work
        The work at its end.
    base
        The work at the beginning of the undo history.
    steps
        The undo history, the oldest step first, also those that were undone.
    done
        How many of these steps are done.
    opened
        The subject of each scene when it was opened.
    damage
        How the journal ends.
    size
        The number of its bytes that were read, up to a damage.
    """

    work: Work
    base: Work
    steps: tuple[Step, ...] = ()
    done: int = 0
    opened: tuple[Subject, ...] = ()
    damage: Damage = ""
    size: int = 0


def contents(base: Work, steps: Sequence[Step], done: int, now: Work) -> Iterator[bytes]:
    """Yield a whole journal in pieces, many of them empty; each takes little time.

    `base` is the work before the first of `steps`, of which `done` are done, and `now` the work
    after them.
    """
    text: list[str] = []
    for piece in unsaved.pieces(base):
        text.append(piece)
        yield b""
    yield frames.HEAD + frame(_WORK, "".join(text).encode())
    for place, step in enumerate(steps):
        yield step_frame(step, place)
    looks = [look_of(now.document, scene) for scene in range(len(now.document.scenes))]
    looks.append(looks.pop(now.scene))  # the last one is shown
    yield at_frame(done=done, **file_of(now))
    yield from (at_frame(**look) for look in looks)


def step_frame(step: Step, done: int) -> bytes:
    """Return the frame of a step that was taken after `done` others."""
    return frame(_STEP, json.dumps({"done": done, **step.encode()}).encode())


def at_frame(**there: Any) -> bytes:
    """Return the frame that tells where the program is.

    It has any of the keys "done", those of `file_of`, and those of `look_of`, for what changed.
    """
    return frame(_AT, json.dumps(there).encode())


def file_of(work: Work) -> dict[str, Any]:
    """Return which file the work belongs to."""
    path = None if work.path is None else str(work.path)
    return {"path": path, "fingerprint": work.fingerprint}


def look_of(document: Document, scene: int) -> dict[str, Any]:
    """Return how a scene is shown."""
    there = document.scenes[scene]
    return {"scene": scene, "unit": there.unit, "panels": list(there.panels)}


def read(data: bytes) -> Replayed:
    """Return what is in a journal, up to a damage; raises ValueError if its base is damaged."""
    found = frames.read(data)
    if not found.whole or found.whole[0].kind != _WORK:
        raise ValueError("a journal begins with the work at its beginning")
    reader = _Reader(unsaved.decode(found.whole[0].content))
    size, damage = found.whole[0].end, found.damage
    for one in found.whole[1:]:
        try:
            reader.take(one.kind, json.loads(one.content))
        except (ValueError, TypeError, LookupError, AttributeError):
            damage = "damaged"
            break
        size = one.end
    return reader.replayed(damage, size)


class _Reader:
    """Goes through the frames, with the place where the program was."""

    def __init__(self, base: Work) -> None:
        self._base = base
        scenes = base.document.scenes
        self._place = Place(scenes, base.scene, subjects_of(scenes))
        self._steps: list[Step] = []
        self._done = 0
        self._path, self._fingerprint = base.path, base.fingerprint

    def take(self, kind: str, content: dict[str, Any]) -> None:
        """Follow a frame; raises ValueError, TypeError or LookupError, and changes nothing then."""
        if kind == _STEP:
            place = self._after(content["done"])
            step, self._place = steps.decode(content, place)
            self._done = content["done"] + 1
            self._steps[self._done - 1 :] = [step]
        elif kind == _AT:
            self._go(content)
        else:
            raise ValueError("only a newer program knows this kind of frame")

    def _after(self, done: int) -> Place:
        """Return the place after the first `done` steps."""
        if not 0 <= done <= len(self._steps):
            raise ValueError("there are not so many steps")
        place = self._place
        for step in reversed(self._steps[done : self._done]):
            place = step.before(place)
        for step in self._steps[self._done : done]:
            place = step.after(place)
        return place

    def _go(self, there: dict[str, Any]) -> None:
        done = there.get("done", self._done)
        place = self._after(done)
        if "scene" in there:
            scene, scenes = there["scene"], list(place.scenes)
            scenes[scene] = replace(scenes[scene], unit=there["unit"], panels=there["panels"])
            place = Place(tuple(scenes), scene, place.opened)
        if "path" in there:
            path, self._fingerprint = there["path"], str(there["fingerprint"])
            self._path = None if path is None else Path(path)
        self._place, self._done = place, done

    def replayed(self, damage: Damage, size: int) -> Replayed:
        """Return what was read."""
        place = self._place
        return Replayed(
            Work(Document(place.scenes), self._path, place.scene, self._fingerprint),
            self._base,
            tuple(self._steps),
            self._done,
            place.opened,
            damage,
            size,
        )
