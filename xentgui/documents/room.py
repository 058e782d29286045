"""Whether scenes have room in a document, which is a file of limited length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from xentgui.documents.questions import Task
from xentgui.documents.scene import Scene
from xentgui.documents.shared_labels import labels_of
from xentgui.documents.staging import PLAIN
from xentgui.documents.subject_formats import format_of
from xentgui.model.checks import LONGEST_DOCUMENT, MOST_SCENES
from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError
from xentgui.model.naming import most_bytes_of

# What is written for each of them at the most: numbers of 24 characters, each on its own line.
_CLASS: Final = 120
_PAIR: Final = 70  # of a class, where an earlier scene has its name
_COLOR: Final = 35
_NUMBER: Final = 40  # with its place in a list of lists
_SCENE: Final = 1000
_PANEL: Final = 80
_TEXT: Final = 60  # a language's code

_TOO_LARGE = QT_TRANSLATE_NOOP(
    "errors",
    "The document would be too large to be saved: its classes and texts would take {size} MB, "
    "and at most {most} MB are possible. Use fewer classes or scenes, or shorter texts.",
)
_TOO_MANY = QT_TRANSLATE_NOOP(
    "errors", "A document has at most {most} scenes. Begin another document for more."
)


def require_room(scenes: Sequence[Scene]) -> None:
    """Raise RefusedError if a document of these scenes could be refused on opening."""
    if len(scenes) > MOST_SCENES:
        raise RefusedError(_TOO_MANY, most=MOST_SCENES)
    size = most_bytes(scenes)
    if size > LONGEST_DOCUMENT:
        raise RefusedError(_TOO_LARGE, size=-(-size // 2**20), most=LONGEST_DOCUMENT >> 20)


def most_bytes(scenes: Iterable[Scene]) -> int:
    """Return a number of bytes that a document of these scenes does not exceed."""
    known: dict[int, int] = {}  # copies of a scene share the names of their classes
    size = _SCENE
    for scene in scenes:
        labels = scene.state.names
        is_written = id(labels) in known and labels_of(scene) is not None
        if id(labels) not in known:
            known[id(labels)] = _CLASS * len(labels) + scene.state.label_bytes
        numbers, texts = format_of(scene.subject).room(scene.subject)
        size += _NUMBER * numbers + _TEXT * len(texts) + most_bytes_of(texts)
        of_classes = known[id(labels)]
        if is_written:
            of_classes = (_PAIR + _COLOR * bool(scene.state.colors)) * len(labels)
        size += _SCENE + of_classes + _PANEL * len(scene.panels)
        size += sum(_TEXT + most_bytes_of((text,)) for text in _texts(scene))
        size += _most_bytes_of_staging(scene, known[id(labels)])
    return size


def _texts(scene: Scene) -> Iterator[str]:
    yield from scene.title.values()
    yield from scene.caption.values()
    yield from scene.staging.notes.values()
    yield from scene.staging.answer.values()
    yield from _texts_of_task(scene.staging.task)
    for step in scene.staging.steps:
        yield from step.caption.values()
        yield from _texts_of_task(step.task)
        if step.question is not None:
            for texts in (step.question.text, *step.question.choices):
                yield from texts.values()


def _texts_of_task(task: Task | None) -> Iterator[str]:
    if task is not None:
        yield from task.text.values()
        yield from task.done.values()


def _most_bytes_of_staging(scene: Scene, labels: int) -> int:
    """Return what ghost, ranges, choices and steps take at the most, beside their texts."""
    staging = scene.staging
    if staging is PLAIN:
        return 0
    chosen = [one if isinstance(one, str) else "".join(one) for one in staging.choices.values()]
    size = _SCENE + most_bytes_of((*staging.choices, *chosen))
    size += _PANEL * sum(len(one) for one in staging.choices.values()) + 3 * _PANEL * len(
        staging.ranges
    )
    if staging.pinned is not None:
        size += _SCENE + labels
    size += _PANEL * len(staging.hidden)
    for step in staging.steps:
        size += _SCENE + _PANEL * len(step.reveal)
        if step.subject is not None:
            numbers, texts = format_of(step.subject).room(step.subject)
            size += labels + _NUMBER * numbers + _TEXT * len(texts) + most_bytes_of(texts)
    return size
