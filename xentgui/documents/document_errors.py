"""The errors in the text of a document: each gives the place, the reason and the remedy."""

from __future__ import annotations

import json
import math
import re
from typing import Final

from xentgui.documents import json_text, staging_format
from xentgui.documents.json_shape import MisfitError, Node
from xentgui.documents.json_text import Constant, JsonError
from xentgui.documents.subject_formats import SUBJECTS
from xentgui.documents.subject_formats.subject_format import MeaninglessError
from xentgui.model.checks import (
    LONGEST_DOCUMENT,
    MOST_CLASSES,
    MOST_VALUES,
    MOST_VALUES_OF_DOCUMENT,
)
from xentgui.model.message import QT_TRANSLATE_NOOP, Message, RefusedError, clipped, shown
from xentgui.model.setting import ChoiceSetting
from xentgui.model.settings_of_state import SETTINGS

_STRING: Final = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)


class DocumentError(RefusedError):
    """A text that is no valid document; the message gives the place and the remedy."""


NOT_OURS: Final = QT_TRANSLATE_NOOP(
    "errors",
    "This is not an XentGUI document: at $.format stands no “xentgui-document”. "
    "Open a file that XentGUI has saved.",
)
_NEWER = QT_TRANSLATE_NOOP(
    "errors",
    "This document was written by a newer XentGUI ($.version is {version}); this one reads up to version {known}. Open it with the newer one.",
)
_TOO_LONG = QT_TRANSLATE_NOOP(
    "errors",
    "This is too long for a document: at most {limit} MB are read. "
    "Open a file that XentGUI has saved.",
)
_TOO_MANY = QT_TRANSLATE_NOOP(
    "errors",
    "This holds too many values for a document: at most {limit} are read. "
    "Open a file that XentGUI has saved.",
)
_ENCODING = QT_TRANSLATE_NOOP(
    "errors",
    "This is not text in UTF-8: see line {line}, column {column}. "
    "Open a file that XentGUI has saved, or save the text as UTF-8.",
)
_MALFORMED = QT_TRANSLATE_NOOP(
    "errors",
    "The document is damaged at line {line}, column {column}: it is not valid JSON there. "
    "Correct it, or open a copy.",
)
_ENDS = QT_TRANSLATE_NOOP(
    "errors",
    "The document is damaged: it breaks off at line {line}, column {column}. "
    "Add what is missing there, or open a copy.",
)
_HALF = QT_TRANSLATE_NOOP(
    "errors",
    "The text at {place} ends in half of a character (\\ud83d alone). Write the whole character.",
)
_DEEP = QT_TRANSLATE_NOOP(
    "errors",
    "The document is damaged: its brackets are nested too deeply. Open a copy.",
)
_UNKNOWN = QT_TRANSLATE_NOOP(
    "errors",
    "The key {key} at {place} is known to a newer XentGUI only. Open the document with the newer one, or remove the key.",
)
_NEARLY = QT_TRANSLATE_NOOP(
    "errors",
    "This XentGUI does not know the key {key} at {place}. Write {near}, or open the document with a newer XentGUI.",
)
_NEWER_VALUE = QT_TRANSLATE_NOOP(
    "errors",
    "{place} is {value}, which only a newer XentGUI knows. Open the document with the newer one, or correct it.",
)
_MISSING = QT_TRANSLATE_NOOP("errors", "At {place} the key {key} is missing. Add it.")
_TWICE = QT_TRANSLATE_NOOP("errors", "The key {key} occurs twice at {place}. Remove one of them.")
_WRONG = QT_TRANSLATE_NOOP("errors", "{place} is {value}. {remedy}")
_MEANINGLESS = QT_TRANSLATE_NOOP("errors", "At {place}: {reason}")

_REMEDIES: Final = {
    "scenes": QT_TRANSLATE_NOOP("errors", "Write a list of scenes, at least one."),
    "scenes[]": QT_TRANSLATE_NOOP("errors", "Write a scene, which has logits and a target."),
    "format": QT_TRANSLATE_NOOP("errors", "Write “xentgui-document”."),
    "version": QT_TRANSLATE_NOOP("errors", "Write 1."),
    "title": QT_TRANSLATE_NOOP("errors", "Write a text for each language, such as {example}."),
    "panels": QT_TRANSLATE_NOOP("errors", "Write a list of panels, such as {panels}."),
    "panels[]": QT_TRANSLATE_NOOP("errors", "Write the key of a panel, each of them once."),
    "unit": QT_TRANSLATE_NOOP("errors", "Write “nats”, “bits” or “dits”."),
    **{key: setting.remedy for key, setting in SETTINGS.items()},
    **staging_format.REMEDIES,
}
_REMEDIES["caption"] = _REMEDIES["title"]
_ANY_REMEDY = QT_TRANSLATE_NOOP("errors", "Open a file that XentGUI has saved.")
_EXAMPLES: Final = {
    "example": '{"en": "A tie"}',
    "panels": '["distribution", "gradient"]',
    "most": MOST_CLASSES,
    **staging_format.EXAMPLES,
}

_HALF_PAIR: Final = re.compile("[\ud800-\udfff]")
_HALF_ESCAPE: Final = re.compile(r"\\u[dD][89a-fA-F]")


def text_of(data: str | bytes) -> str:
    """Return `data` as text; raises DocumentError for too much of it and for other encodings."""
    require_length(len(data))
    require_few(data, MOST_VALUES_OF_DOCUMENT)  # before memory is allocated for them
    try:
        return json_text.text_of(data)
    except JsonError as error:
        raise DocumentError(_ENCODING, line=error.line, column=error.column) from None


def require_length(size: int) -> None:
    """Raise DocumentError if `size` bytes are too many for a document."""
    if size > LONGEST_DOCUMENT:
        raise DocumentError(_TOO_LONG, limit=LONGEST_DOCUMENT // 2**20)


def require_few(data: str | bytes, most: int = MOST_VALUES) -> None:
    """Raise DocumentError if there are more than `most` values in `data`."""
    if _commas(data, most) > most:
        raise DocumentError(_TOO_MANY, limit=most)


def _commas(data: str | bytes, most: int) -> int:
    """Return the number of commas, which is about that of values; those in names do not count."""
    comma = "," if isinstance(data, str) else b","
    found = data.count(comma)  # type: ignore[arg-type]
    if found <= most:
        return found
    body = data.encode(errors="replace") if isinstance(data, str) else data
    return _STRING.sub(b"", body).count(b",")


def damaged(error: JsonError, text: str) -> DocumentError:
    """Return the error for a `text` that is no JSON."""
    if not text.lstrip().startswith("{"):
        return DocumentError(NOT_OURS)
    if error.damage == "too deep":
        return DocumentError(_DEEP)
    template = _ENDS if error.damage == "breaks off" else _MALFORMED
    return DocumentError(template, line=error.line, column=error.column)


def newer(version: float, known: int) -> DocumentError:
    """Return the error for a document of a later version."""
    return DocumentError(_NEWER, version=shown(version), known=known)


def misfit(error: MisfitError, text: str) -> DocumentError:
    """Return the error for a value in `text` that is not allowed at its place."""
    node, place, key = error.node, _whole(error.node.place), _quoted(error.key)
    if error.problem == "missing":
        return DocumentError(_MISSING, place=place, key=key)
    if error.problem == "twice":
        return DocumentError(_TWICE, place=place, key=key)
    if error.problem == "unknown":
        template = _NEARLY if error.near else _UNKNOWN
        return DocumentError(template, place=place, key=key, near=_quoted(error.near))
    value = _described(node, text)
    if type(node.value) is str and _may_be_newer(node):
        return DocumentError(_NEWER_VALUE, place=place, value=value)
    formats = (one.remedies for one in SUBJECTS.values())
    remedies = {key: remedy for one in formats for key, remedy in one.items()} | _REMEDIES
    remedy = Message(remedies.get(node.name, _ANY_REMEDY), _EXAMPLES)
    return DocumentError(_WRONG, place=place, value=value, remedy=remedy)


def meaningless(error: MeaninglessError) -> DocumentError:
    """Return the error for values that are valid alone but not together."""
    return DocumentError(_MEANINGLESS, place=error.place, reason=error.reason.message)


def require_whole_characters(root: Node, text: str) -> None:
    """Raise DocumentError if a string in `root`, decoded from `text`, has half a character.

    JSON can write half of a surrogate pair as an escape, but UTF-8 cannot hold it.
    """
    if not _HALF_ESCAPE.search(text):
        return
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node.value, dict):
            waiting.extend(node[key] for key in reversed(node.value))
        elif isinstance(node.value, list):
            waiting.extend(node[place] for place in reversed(range(len(node.value))))
        elif isinstance(node.value, str) and _HALF_PAIR.search(node.value):
            raise DocumentError(_HALF, place=_whole(node.place))


def _may_be_newer(node: Node) -> bool:
    """Return whether a later program could know another word at this place."""
    words = ("subject", "transition", "hidden[]", "reveal[]", "goal", "of", "predict")
    return node.name in words or isinstance(SETTINGS.get(node.name), ChoiceSetting)


def _described(node: Node, text: str) -> str:
    value = node.value
    if isinstance(value, dict | list):
        return "[…]" if isinstance(value, list) else "{…}"
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    if isinstance(value, Constant):
        return value.replace("-", "−")
    if isinstance(value, str):
        return _quoted(value)
    if math.isinf(value):  # as a float64; the file has digits
        return clipped(json_text.as_written(text, node.steps), 40).replace("-", "−")
    return shown(value)


def _quoted(text: str) -> str:
    return shown(_whole(text))


def _whole(text: str) -> str:
    return _HALF_PAIR.sub("\ufffd", text)
