"""The lecture that comes with the program, and the places of its scenes."""

from __future__ import annotations

from functools import cache

from xentgui.documents.class_names import ENGLISH
from xentgui.documents.document import Document
from xentgui.documents.opening import read_file
from xentgui.documents.scene import in_language
from xentgui.model.message import RefusedError
from xentgui.paths import resource

_FILE = "cross-entropy.xent.json"


@cache
def lecture() -> Document | None:
    """Return the lecture, which is read once; None if it does not come with this program."""
    try:
        return read_file(resource("lectures", _FILE)).document
    except RefusedError:
        return None


def place_of(title: str) -> int | None:
    """Return the number of the scene with this English title, from 0; None if there is none."""
    found = lecture()
    scenes = () if found is None else found.scenes
    titles = [in_language(scene.title, ENGLISH) for scene in scenes]
    return titles.index(title) if title in titles else None


def title_of(place: int, language: str) -> str:
    """Return the title of a scene."""
    found = lecture()
    assert found is not None
    return in_language(found.scenes[place].title, language)
