"""Encodes a document as JSON that is easy to read, to write by hand and to compare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from xentgui.documents import (
    field_texts,
    json_lines,
    question_format,
    shared_labels,
    staging_format,
)
from xentgui.documents.scene import Document, Scene
from xentgui.documents.staging import PLAIN
from xentgui.documents.staging_fit import adapted
from xentgui.documents.subject_formats import BARE_LOGITS, SUBJECTS, format_of
from xentgui.model.settings_of_state import SETTINGS
from xentgui.model.subjects import BareLogits

FORMAT: Final = "xentgui-document"


def newest_version() -> int:
    """Return the newest version of documents that this program can read."""
    settings = (setting.since for setting in SETTINGS.values())
    sinces = question_format.SINCE, shared_labels.SINCE
    return max(*sinces, *settings, *(one.newest for one in SUBJECTS.values()))


def encode(document: Document) -> str:
    """Return `document` as text; `document.decode` gives the same document, to the last bit.

    Keys have a fixed order, arrays and texts by language are on one line if they are short, and
    numbers are the shortest that read back the same.  Half of a surrogate pair, which UTF-8 cannot
    hold, is written as U+FFFD.  The version is the least one that can hold the content.
    """
    return "".join(pieces(document))


def pieces(document: Document) -> Iterator[str]:
    """Yield the text of `encode` in pieces, none of which takes long to make."""
    written = shared_labels.Written()
    shared = [written.earlier(scene) for scene in document.scenes]
    version = max(map(_version, document.scenes))
    if any(one is not None for one in shared):
        version = max(version, shared_labels.SINCE)
    yield f'{{\n  "format": "{FORMAT}",\n  "version": {version},\n  "scenes": ['
    for at, scene in enumerate(document.scenes):
        yield ",\n    {" if at else "\n    {"
        for place, (key, value) in enumerate(_entries(scene, shared[at])):
            yield f'{"," if place else ""}\n{json_lines.INDENT}"{key}": '
            yield from map(_without_halves, value)
        yield "\n    }"
    yield "\n  ]\n}\n"


def _version(scene: Scene) -> int:
    subjects = [scene.subject]
    least = field_texts.version(scene)
    if scene.staging is PLAIN or scene.staging == PLAIN:
        return max(least, format_of(scene.subject).version(scene.subject))
    subjects += [step.subject for step in scene.staging.steps if step.subject is not None]
    if scene.staging.pinned is not None:
        subjects.append(BareLogits(scene.staging.pinned))
    least = max(least, staging_format.version(scene.staging))
    return max(least, *(format_of(one).version(one) for one in subjects))


def _entries(scene: Scene, shares: int | None) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the keys of a scene; `shares` is the number of the scene whose names it has."""
    if scene.title:
        yield "title", json_lines.texts_by_key(scene.title)
    if scene.caption:
        yield "caption", json_lines.texts_by_key(scene.caption)
    if scene.panels:
        yield "panels", json_lines.texts(scene.panels)
    yield "unit", (json_lines.text(scene.unit),)
    kind = format_of(scene.subject)
    if kind is not BARE_LOGITS:
        yield "subject", (json_lines.text(kind.key),)
    for key, value in kind.write(scene.subject):
        is_shared = key == "labels" and shares is not None
        yield key, ((json_lines.number(shares),) if is_shared else value)  # type: ignore[arg-type]
    staging = adapted(scene.staging, scene.subject)
    yield from staging_format.write(staging, scene.subject)


def _without_halves(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return re.sub("[\ud800-\udfff]", "\ufffd", text)
    return text
