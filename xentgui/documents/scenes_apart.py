"""Finds the scenes in a long text one after the other, so that only one of them is decoded at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from xentgui.documents.json_text import JsonError, decoder

LONG: Final = 1_000_000
"""Characters of a text that is worth it."""

_HEAD: Final = re.compile(
    r'\s*\{\s*"format"\s*:\s*"xentgui-document"\s*,\s*"version"\s*:\s*(\d{1,4})\s*,'
    r'\s*"scenes"\s*:\s*\[\s*(?=\{)'
)
_NEXT: Final = re.compile(r"\s*,\s*(?=\{)")
_END: Final = re.compile(r"\s*\]\s*\}\s*\Z")


class OtherOrderError(ValueError):
    """The text is not written as we write it, so that it has to be decoded as a whole."""


class SceneText(NamedTuple):
    """A scene that is decoded, and where it stands in the text."""

    value: Any
    start: int
    stop: int


def version_in(text: str) -> int | None:
    """Return the version that the beginning of `text` names; None if it does not begin like ours."""
    head = _HEAD.match(text)
    return None if head is None else int(head[1])


def first_scene(text: str) -> SceneText | None:
    """Return the first scene, if all of it stands in `text`, which may break off behind it."""
    try:
        return next(scenes_in(text))
    except (OtherOrderError, JsonError):
        return None


def scenes_in(text: str) -> Iterator[SceneText]:
    """Yield the scenes of a document; raises OtherOrderError, and JsonError where one is damaged."""
    found = _HEAD.match(text)
    if found is None:
        raise OtherOrderError
    read = decoder().raw_decode
    while found is not None:
        start = found.end()
        try:
            value, stop = read(text, start)
        except (json.JSONDecodeError, RecursionError):
            raise OtherOrderError from None
        yield SceneText(value, start, stop)
        found = _NEXT.match(text, stop)
    if _END.match(text, stop) is None:
        raise OtherOrderError
