"""The values of the keys of a staging, read from a document: each is checked at its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from xentgui.documents import question_format
from xentgui.documents.focus import Focus, is_focus
from xentgui.documents.json_shape import Node
from xentgui.documents.staging import WITHHOLDABLE, Choices, Shown, is_hideable, is_range
from xentgui.documents.texts import CHOICE_KEY, PANEL_KEY, repeated

_MOST_CHOSEN: Final = 1000
_MOST_HIDDEN: Final = 1000


def focus_at(node: Node) -> Focus:
    """Return what is emphasised."""
    if not isinstance(node.value, str):
        return node.whole(0)
    if not is_focus(node.value):
        raise node.wrong()
    return node.value


def texts_at(node: Node, key: str) -> Mapping[str, str]:
    """Return the texts by language under `key`; none if it is left out."""
    return question_format.texts_at(node[key]) if key in node else {}


def hidden_at(node: Node) -> tuple[str, ...]:
    """Return what is hidden or revealed, each once."""
    keys = node.texts(0, _MOST_HIDDEN)
    again = repeated(keys)
    for place, key in enumerate(keys):
        if place == again or not is_hideable(key):
            raise node[place].wrong()
    return keys


def withheld_at(node: Node) -> tuple[str, ...]:
    """Return what the window withholds, each once."""
    keys = node.texts(0, len(WITHHOLDABLE))
    again = repeated(keys)
    for place, key in enumerate(keys):
        if key not in WITHHOLDABLE or place == again:
            raise node[place].wrong()
    return keys


def truth_at(node: Node) -> bool:
    """Return true or false."""
    if type(node.value) is not bool:
        raise node.wrong()
    return node.value


def key_at(node: Node) -> str:
    """Return the key of a panel or a workspace."""
    if not re.match(PANEL_KEY, node.text()):
        raise node.wrong()
    return node.text()


def choices_at(node: Node) -> Choices:
    """Return what is chosen about each panel."""
    node.require_object()
    found: dict[str, str | tuple[str, ...]] = {}
    for key, value in node.value.items():
        if not re.match(CHOICE_KEY, key):
            raise node.wrong()
        one = node[key]
        found[key] = one.texts(0, _MOST_CHOSEN) if isinstance(value, list) else one.text()
    return found


def ranges_at(node: Node) -> Mapping[str, Shown]:
    """Return the ranges of the axes of each panel."""
    node.require_object()
    found: dict[str, Shown] = {}
    for key in node.value:
        shown = Shown(*node[key].numbers(4, 4).tolist())
        if not re.match(PANEL_KEY, key) or not is_range(shown):
            raise node.wrong()
        found[key] = shown
    return found
