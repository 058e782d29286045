"""What a dialog calls the parts of a scene that can be hidden from the audience."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from xentgui.documents.staging import is_hideable
from xentgui.language.text import QT_TRANSLATE_NOOP, translate

PARTS: Final[Mapping[str, str]] = {
    "title": QT_TRANSLATE_NOOP("window", "title"),
    "caption": QT_TRANSLATE_NOOP("window", "caption"),
    "loss": QT_TRANSLATE_NOOP("window", "loss"),
    "formulas": QT_TRANSLATE_NOOP("window", "formulas"),
    "values": QT_TRANSLATE_NOOP("window", "numbers at marks"),
    "handles": QT_TRANSLATE_NOOP("window", "handles"),
}
"""The words for the parts of every scene; numbers and panels are called by their names."""


def part_words(key: str) -> str:
    """Return what `key` hides, in the current language."""
    return translate("window", PARTS[key]) if key in PARTS else key


def keys_in(text: str) -> tuple[str, ...]:
    """Return the names of numbers and panels in `text`, each once, whether they can be hidden or not.

    >>> keys_in("p:2; panel:gradient p:2")
    ('p:2', 'panel:gradient')
    """
    return tuple(dict.fromkeys(text.replace(";", " ").split()))


def hideable_in(text: str) -> tuple[str, ...]:
    """Return those of `keys_in` that can be hidden."""
    return tuple(key for key in keys_in(text) if is_hideable(key))
