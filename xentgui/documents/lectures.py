"""The lectures that come with the program: a document each in ``resources/lectures``.

A lecture is called by the name of its file, and its first scene has its title.  Classes that have
only numbers, “class 1”, “class 2” and so on, are named in the language in which it is opened.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from xentgui import resource
from xentgui.documents.scene import Document, Scene
from xentgui.documents.texts import ENGLISH, class_names, in_language

if TYPE_CHECKING:
    from xentgui.model.subjects import Subject

ENDING: Final = ".xent.json"

BUILT_IN: Final = "cross-entropy"
"""The lecture whose scenes the cards name."""


def names() -> tuple[str, ...]:
    """Return the names of all lectures; no file is read.

    >>> names()
    ('cross-entropy',)
    """
    found = resource("lectures").glob(f"*{ENDING}")
    return tuple(sorted(path.name.removesuffix(ENDING) for path in found))


@lru_cache(maxsize=4)
def lecture(name: str, language: str = ENGLISH) -> Document:
    """Return a lecture, with the names of its classes in `language`; raises DocumentError."""
    # A start must not wait for what decodes it.
    from xentgui.documents.document import decode  # noqa: PLC0415

    document = decode(resource("lectures", name + ENDING).read_bytes())
    return Document(tuple(_speaking(scene, language) for scene in document.scenes))


def title(name: str, language: str = ENGLISH) -> str:
    """Return the title of a lecture; raises DocumentError."""
    return title_of(0, language, name)


def place_of(title: str, name: str = BUILT_IN) -> int | None:
    """Return the number of the scene with this English title, from 0; None if there is none."""
    titles = [in_language(scene.title, ENGLISH) for scene in lecture(name).scenes]
    return titles.index(title) if title in titles else None


def title_of(place: int, language: str, name: str = BUILT_IN) -> str:
    """Return the title of a scene, which is counted from 0."""
    return in_language(lecture(name).scenes[place].title, language)


def _speaking(scene: Scene, language: str) -> Scene:
    from xentgui.documents.staging_fit import adapted  # noqa: PLC0415
    from xentgui.model.edits.copying import copied  # noqa: PLC0415

    labels = scene.state.labels
    if labels != class_names(len(labels)):
        return scene
    named, staging = class_names(len(labels), language), scene.staging
    subject = _named(scene.subject, named)
    if staging.pinned is not None:
        staging = replace(staging, pinned=copied(staging.pinned, labels=named))
    return replace(scene, subject=subject, staging=adapted(staging, subject))


def _named(subject: Subject, labels: tuple[str, ...]) -> Subject:
    from xentgui.documents.subject_formats import format_of  # noqa: PLC0415

    kind = format_of(subject)
    assert kind.with_parts is not None  # as both kinds that a lecture can have
    return kind.with_parts(subject, {"labels": labels})
