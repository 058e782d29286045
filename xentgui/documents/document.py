"""Decodes a document from its text, and refuses a text that is none.

{
  "format": "xentgui-document",
  "version": 1,
  "scenes": [
    {
      "title": {"en": "A tie", "zh_CN": "并列"},      may be left out, as may all below but
      "caption": {"en": "Two classes share …"},       logits and target
      "panels": ["distribution", "gradient"],
      "unit": "bits",
      "labels": ["cat", "dog"],
      "logits": [1.5, "-inf"],
      "target": [1, 0],
      "temperature": "inf",
      "label_smoothing": 0.1
    }
  ]
}

A scene whose subject is not bare logits names the kind of subject under "subject".  It has the keys
of that kind instead of labels, logits, target and settings: see `subject_formats`.  How a scene is
presented is said by further keys: see `staging_format`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from xentgui.documents import document_errors, field_texts, shared_labels, staging_format
from xentgui.documents.document_errors import DocumentError
from xentgui.documents.document_text import FORMAT, encode, newest_version
from xentgui.documents.json_shape import MisfitError, Node
from xentgui.documents.json_text import JsonError, parse
from xentgui.documents.room import require_room
from xentgui.documents.scene import Document, Scene
from xentgui.documents.scenes_apart import (
    LONG,
    OtherOrderError,
    first_scene,
    scenes_in,
    version_in,
)
from xentgui.documents.subject_formats import BARE_LOGITS, SUBJECTS
from xentgui.documents.subject_formats.subject_format import MeaninglessError
from xentgui.documents.texts import LANGUAGE_CODE, PANEL_KEY, in_language, repeated
from xentgui.language.units import UNITS
from xentgui.model.checks import MOST_SCENES
from xentgui.model.message import RefusedError
from xentgui.reading.patience import tell

__all__ = ["Document", "DocumentError", "Scene", "decode", "encode", "in_language"]

_MOST_PANELS = 1000
_OWN_KEYS = ("title", "caption", "panels", "unit", "subject")


def decode(data: str | bytes) -> Document:
    """Return the document in `data`, which is text or its UTF-8 bytes.

    Raises DocumentError for everything else: other files, damaged ones, newer versions, keys that
    are unknown or given twice, invalid numbers.  The error gives the place, the reason and the
    remedy.
    """
    text = document_errors.text_of(data)
    try:
        if len(text) >= LONG and version_in(text) is not None:
            try:
                return _document_by_scenes(text)
            except OtherOrderError:
                pass
        document_errors.require_few(text)
        return _document(Node(parse(text)), text)
    except JsonError as error:
        raise document_errors.damaged(error, text) from None
    except MisfitError as error:
        raise document_errors.misfit(error, text) from None
    except MeaninglessError as error:
        raise document_errors.meaningless(error) from None


def _document(root: Node, text: str) -> Document:
    if not isinstance(root.value, dict) or root.value.get("format") != FORMAT:
        raise DocumentError(document_errors.NOT_OURS)
    root.require_object()
    known = newest_version()
    wanted = root.value.get("version")
    if type(wanted) is float and wanted > known:
        raise document_errors.newer(wanted, known)
    root.require_keys(("format", "version", "scenes"))
    version = root["version"].whole(1, known)
    document_errors.require_whole_characters(root, text)
    scenes: list[Scene] = []
    for node in (found := list(root["scenes"].entries(1, MOST_SCENES))):
        tell(len(scenes) / len(found))
        scenes.append(_read(node, scenes, version))
    return _with_room(scenes)


def _document_by_scenes(text: str) -> Document:
    """Return the document in a long text, of which no more than one scene is decoded at a time."""
    version = Node({"version": float(version_in(text) or 0)})["version"]
    if version.value > newest_version():
        raise document_errors.newer(version.value, newest_version())
    version.whole(1, newest_version())
    scenes: list[Scene] = []
    for value, start, stop in scenes_in(text):
        tell(start / len(text))
        if len(scenes) == MOST_SCENES:
            raise OtherOrderError
        node, own = Node(value, ("scenes", len(scenes))), text[start:stop]
        document_errors.require_few(own)
        document_errors.require_whole_characters(node, own)
        scenes.append(_read(node, scenes, int(version.value)))
    return _with_room(scenes)


def first_scene_of(data: bytes) -> Document | None:
    """Return a document of the first scene, if it stands in `data`, the beginning of a long text.

    None also if something is wrong with it, which reading all of the text will say.
    """
    text = data.decode(errors="ignore")
    version, found = version_in(text), first_scene(text)
    if version is None or found is None or not 1 <= version <= newest_version():
        return None
    try:
        return Document((_read(Node(found.value, ("scenes", 0)), [], version),))
    except (MisfitError, MeaninglessError, RefusedError):
        return None


def _read(node: Node, before: list[Scene], version: int) -> Scene:
    """Return the scene in `node`, which comes after the scenes `before`."""
    scene = _scene(shared_labels.put_in(node, before) if version >= shared_labels.SINCE else node)
    if version >= field_texts.SINCE:
        field_texts.require_fields(scene, node.place)
    else:
        scene = field_texts.without_fields(scene)
    return shared_labels.sharing(scene, before)


def _with_room(scenes: list[Scene]) -> Document:
    try:
        require_room(scenes)
    except RefusedError as error:
        raise DocumentError(error.message.template, **error.message.values) from None
    return Document(tuple(scenes))


def _scene(node: Node) -> Scene:
    node.require_object()
    kind = BARE_LOGITS
    if "subject" in node:
        kind = SUBJECTS[node["subject"].word(SUBJECTS)]
    node.require_keys(kind.required, (*_OWN_KEYS, *staging_format.KEYS, *kind.optional))
    subject = kind.read(node)
    return Scene(
        subject=subject,
        title=_texts(node, "title"),
        caption=_texts(node, "caption"),
        panels=_panels(node["panels"]) if "panels" in node else (),
        unit=node["unit"].word(UNITS) if "unit" in node else "nats",
        staging=staging_format.read(node, kind, subject),
    )


def _texts(scene: Node, key: str) -> Mapping[str, str]:
    if key not in scene:
        return {}
    node = scene[key]
    node.require_object()
    texts: dict[str, str] = node.value
    fits = all(re.match(LANGUAGE_CODE, code) and type(one) is str for code, one in texts.items())
    if not fits:
        raise node.wrong()
    return texts


def _panels(node: Node) -> tuple[str, ...]:
    panels = node.texts(0, _MOST_PANELS)
    again = repeated(panels)
    for place, panel in enumerate(panels):
        if place == again or not re.match(PANEL_KEY, panel):
            raise node[place].wrong()
    return panels
