"""The texts of a scene that can hold fields; documents before version 5 had none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from xentgui.documents.document_errors import DocumentError
from xentgui.documents.questions import Task
from xentgui.documents.scene import Scene
from xentgui.language.fields import FieldError, escaped, has_fields, require_known
from xentgui.model.message import QT_TRANSLATE_NOOP

SINCE: Final = 5
"""The version of documents whose texts hold fields."""

_AT = QT_TRANSLATE_NOOP("errors", "At {place}: {reason}")

Texts = Mapping[str, str]


def texts_of(scene: Scene) -> Iterator[tuple[str, Texts]]:
    """Yield all texts of `scene` that can hold fields, each with its place in the scene."""
    staging = scene.staging
    yield "title", scene.title
    yield "caption", scene.caption
    yield "notes", staging.notes
    yield "answer", staging.answer
    yield from _of_task("task", staging.task)
    for at, step in enumerate(staging.steps):
        yield f"steps[{at}].caption", step.caption
        yield from _of_task(f"steps[{at}].task", step.task)
        if step.question is not None:
            yield f"steps[{at}].question.text", step.question.text
            for number, choice in enumerate(step.question.choices):
                yield f"steps[{at}].question.choices[{number}]", choice


def _of_task(place: str, task: Task | None) -> Iterator[tuple[str, Texts]]:
    if task is not None:
        yield f"{place}.text", task.text
        yield f"{place}.done", task.done


def version(scene: Scene) -> int:
    """Return the least version of documents that can hold the texts of `scene`."""
    found = any(has_fields(one) for _, texts in texts_of(scene) for one in texts.values())
    return SINCE if found else 1


def require_fields(scene: Scene, place: str) -> None:
    """Raise DocumentError if a text of the scene at `place` has a field that is unknown.

    A class that is not there is no error: classes come and go, and the text stays.
    """
    for where, texts in texts_of(scene):
        for code, text in texts.items():
            try:
                require_known(text)
            except FieldError as error:
                at = f"{place}.{where}.{code}"
                raise DocumentError(_AT, place=at, reason=error.message) from None


def without_fields(scene: Scene) -> Scene:
    """Return a scene of an older document, whose braces were braces."""
    if version(scene) < SINCE:
        return scene
    staging = scene.staging
    steps = tuple(replace(step, caption=_plain(step.caption)) for step in staging.steps)
    return replace(
        scene,
        title=_plain(scene.title),
        caption=_plain(scene.caption),
        staging=replace(
            staging, notes=_plain(staging.notes), answer=_plain(staging.answer), steps=steps
        ),
    )


def _plain(texts: Texts) -> Texts:
    return {code: escaped(text) for code, text in texts.items()}
