"""What is wrong with the text of a document: where, why, and what to do about it.

msgspec says where and why, in English and in the words of programmers.  Here that becomes a
message that can be translated, names the value that stands there, and says what should.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from xentgui.documents.scene import repeated
from xentgui.model.checks import InvalidStateError
from xentgui.model.message import QT_TRANSLATE_NOOP, Message, RefusedError, shown
from xentgui.model.settings_of_state import SETTINGS

LONGEST: Final = 64 * 1024 * 1024
"""Bytes; a longer text is refused unread."""

MOST_VALUES: Final = 8_000_000
"""Commas, to be exact; they are counted before memory is spent."""

_QUOTED: Final = 4_000_000
"""Characters: in a longer text that is refused, only the place is named and not what stands there."""

MOST_CLASSES: Final = 1_000_000


class DocumentError(RefusedError):
    """A text that is no document of ours; says where it is wrong and how to mend it."""


NOT_OURS: Final = QT_TRANSLATE_NOOP(
    "errors",
    "This is not an XentGUI document: at $.format stands no “xentgui-document”. "
    "Open a file that XentGUI has saved.",
)
_NEWER = QT_TRANSLATE_NOOP(
    "errors",
    "At $.version stands {version}: the document is from a newer XentGUI, "
    "and this one reads documents up to version {known}. Open it with the newer one.",
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
    "The document is damaged at line {line}, column {column}: what stands there is not JSON. "
    "Mend it there, or open a copy.",
)
_ENDS = QT_TRANSLATE_NOOP(
    "errors",
    "The document is damaged: it breaks off at line {line}, column {column}. "
    "Add what is missing there, or open a copy.",
)
_HALF = QT_TRANSLATE_NOOP(
    "errors",
    "At {place} stands half of a character, such as \\ud83d without what follows it. "
    "Write the whole character.",
)
_DEEP = QT_TRANSLATE_NOOP(
    "errors",
    "The document is damaged: it has too many brackets within one another. Open a copy.",
)
_UNKNOWN = QT_TRANSLATE_NOOP(
    "errors", "At {place} stands the key {key}, which means nothing there. Remove or correct it."
)
_NEARLY = QT_TRANSLATE_NOOP(
    "errors", "At {place} stands the key {key}, which means nothing there. Write {near}."
)
_MISSING = QT_TRANSLATE_NOOP("errors", "At {place} the key {key} is missing. Add it.")
_TWICE = QT_TRANSLATE_NOOP("errors", "At {place} stands the key {key} twice. Remove one of them.")
_WRONG = QT_TRANSLATE_NOOP("errors", "At {place} stands {value}. {remedy}")
_OTHER = QT_TRANSLATE_NOOP("errors", "At {place} stands something else. {remedy}")
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
    "labels": QT_TRANSLATE_NOOP("errors", "Write a list of class names, from 2 to {most}."),
    "labels[]": QT_TRANSLATE_NOOP("errors", "Write a name in quotation marks."),
    "logits": QT_TRANSLATE_NOOP("errors", "Write a list of numbers, from 2 to {most}."),
    "logits[]": QT_TRANSLATE_NOOP(
        "errors", "Write a finite number, or “-inf” to switch the class off."
    ),
    "target[]": QT_TRANSLATE_NOOP("errors", "Write 0 or a positive finite number."),
    **{key: setting.remedy for key, setting in SETTINGS.items()},
}
_REMEDIES["caption"], _REMEDIES["target"] = _REMEDIES["title"], _REMEDIES["logits"]
_ANY_REMEDY = QT_TRANSLATE_NOOP("errors", "Open a file that XentGUI has saved.")
_EXAMPLES: Final = {
    "example": '{"en": "A tie"}',
    "panels": '["distribution", "gradient"]',
    "most": MOST_CLASSES,
}

_FIELD: Final = re.compile(
    r"Object (contains unknown|missing required) field `(.*?)`(?: - at `[^`]*`)?", re.DOTALL
)
_PLACE: Final = re.compile(r".* - at `(?:key` in `)?(\$[^`]*)`", re.DOTALL)
_BYTE: Final = re.compile(r"\(byte (\d+)\)")
_STEP: Final = re.compile(r"\.(\w+)|\[(\d+)\]")
_HALF_PAIR: Final = re.compile("[\ud800-\udfff]")


def text_of(data: str | bytes) -> tuple[str, bytes]:
    """Return `data` as text and as UTF-8 bytes, without the mark that some editors put first."""
    try:
        if len(data) > LONGEST:
            raise DocumentError(_TOO_LONG, limit=LONGEST // 2**20)
        body = data if isinstance(data, bytes) else data.encode()
        if body.count(b",") > MOST_VALUES:
            raise DocumentError(_TOO_MANY, limit=MOST_VALUES)
        body = body.removeprefix(b"\xef\xbb\xbf")
        text = body.decode()
    except UnicodeDecodeError as error:
        raise _at(_ENCODING, body[: error.start].decode()) from None
    except UnicodeEncodeError as error:
        assert isinstance(data, str)
        raise _at(_ENCODING, data[: error.start]) from None
    return text, body


def newer(version: int, known: int) -> DocumentError:
    """Return what is said of a document of a later version."""
    return DocumentError(_NEWER, version=shown(version), known=known)


def invalid(complaint: str, text: str) -> DocumentError:
    """Return what is said when msgspec has found another value than it should."""
    field = _FIELD.fullmatch(complaint)
    found = _PLACE.fullmatch(complaint)
    place = found[1].removesuffix("[...]") if found else "$"
    if field is None and place == "$":
        return DocumentError(NOT_OURS)
    if field is None and len(text) > _QUOTED:
        return DocumentError(_OTHER, place=place, remedy=_remedy(place))
    if field is None:
        return wrong(place, _value_at(place, _tree(text, _Written)))
    kind, key = field.groups()
    if kind == "missing required":
        return DocumentError(_MISSING, place=place, key=_quoted(key))
    import difflib  # noqa: PLC0415 - a start has no faults

    near = difflib.get_close_matches(key, _known_keys(place), 1)
    if near:
        return DocumentError(_NEARLY, place=place, key=_quoted(key), near=_quoted(near[0]))
    return DocumentError(_UNKNOWN, place=place, key=_quoted(key))


def malformed(complaint: str, text: str, body: bytes) -> DocumentError:
    """Return what is said when msgspec finds no JSON; Python, which is less strict, may help."""
    if not text.lstrip().startswith("{"):
        return DocumentError(NOT_OURS)
    for place, value in _walk(_tree(text, _Written)):
        if isinstance(value, _Written):
            if not math.isfinite(float(value)):
                return wrong(place, value)
        elif isinstance(value, str) and _HALF_PAIR.search(value):
            return DocumentError(_HALF, place=place)
    byte = _BYTE.search(complaint)
    if byte is not None:
        return _at(_MALFORMED, body[: int(byte[1])].decode(errors="ignore"))
    if "recursion" in complaint:
        return DocumentError(_DEEP)
    return _at(_ENDS, text.rstrip())


def wrong(place: str, value: object) -> DocumentError:
    """Return what is said of a value that must not stand at `place`."""
    return DocumentError(_WRONG, place=place, value=_described(value), remedy=_remedy(place))


def _remedy(place: str) -> Message:
    key = re.sub(r"\[\d+\]", "[]", place.rpartition(".")[2])
    return Message(_REMEDIES.get(key, _ANY_REMEDY), _EXAMPLES)


def meaningless(place: str, error: InvalidStateError) -> DocumentError:
    """Return what is said of numbers that are fine one by one and not together."""
    return DocumentError(_MEANINGLESS, place=place, reason=error.message)


def require_distinct_keys(text: str) -> None:
    """Raise DocumentError if an object in `text`, which is JSON, has a key twice."""
    twice: list[str] = []

    def object_of(pairs: list[tuple[str, Any]]) -> Any:
        found = dict(pairs)
        if len(found) == len(pairs):
            return found
        again = repeated([key for key, _ in pairs])
        assert again is not None
        twice.append(pairs[again][0])
        return _TWICE_MARK

    tree = _tree(text, float, object_of)
    if twice:  # the inner objects are complete first, as they are in `twice`
        place = next(place for place, value in _walk(tree) if value is _TWICE_MARK)
        raise DocumentError(_TWICE, place=place, key=_quoted(twice[0]))


_TWICE_MARK: Final = object()


class _Written(str):
    """A number as it is written."""

    __slots__ = ()


def _tree(
    text: str,
    number: Callable[[str], Any],
    object_of: Callable[[list[tuple[str, Any]]], Any] = dict,
) -> Any:
    """Return what Python reads in `text`, which is less strict; None if that is nothing."""
    if number is _Written and len(text) > _QUOTED:
        return None  # it takes as long again
    try:
        return json.loads(
            text,
            object_pairs_hook=object_of,
            parse_int=number,
            parse_float=number,
            parse_constant=number,
        )
    except (ValueError, RecursionError):
        return None


def _walk(tree: Any) -> Iterator[tuple[str, Any]]:
    """Return every value in `tree` that is no object or list, with its place, in order."""
    waiting = [("$", tree)]
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend((f"{place}.{key}", one) for key, one in reversed(value.items()))
        elif isinstance(value, list):
            waiting.extend((f"{place}[{k}]", value[k]) for k in reversed(range(len(value))))
        else:
            yield place, value


def _value_at(place: str, tree: Any) -> Any:
    for key, index in _STEP.findall(place):
        try:
            tree = tree[int(index)] if index else tree[key]
        except (LookupError, TypeError):
            return None
    return tree


def _known_keys(place: str) -> list[str]:
    top = ("format", "version", "scenes")
    keys = (key for key in _REMEDIES if "[" not in key)
    return list(top) if place == "$" else [key for key in keys if key not in top]


def _described(value: object) -> str:
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    if isinstance(value, dict | list):
        return "[…]" if isinstance(value, list) else "{…}"
    if isinstance(value, _Written):
        return (value if len(value) <= 40 else value[:39] + "…").replace("-", "−")
    return _quoted(value) if isinstance(value, str) else shown(value)


def _quoted(text: str) -> str:
    return shown(_HALF_PAIR.sub("\ufffd", text))


def _at(template: str, before: str) -> DocumentError:
    """Return what is said of the place in the text that comes after `before`."""
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return DocumentError(template, line=line, column=column)
