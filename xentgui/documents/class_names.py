"""Default names of classes, and the choice of a text by its language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from xentgui.language.translation import current

ENGLISH = "en"
_T = TypeVar("_T")


def in_language(texts: Mapping[str, _T], language: str) -> _T:
    """Return the text for `language` ("zh_CN", "zh"), or else the English one."""
    short = language[:2]
    near = (text for key, text in texts.items() if key[:2] == short)
    return texts[language] if language in texts else next(near, texts[ENGLISH])


CLASS_NAMES = {ENGLISH: "class {number}", "zh_CN": "类别 {number}"}


def class_names(
    count: int, language: str = ENGLISH, pattern: Mapping[str, str] = CLASS_NAMES
) -> tuple[str, ...]:
    """Return names for `count` classes, numbered from 1."""
    before, after = in_language(pattern, language).split("{number}")
    return tuple(f"{before}{number}{after}" for number in range(1, count + 1))


def names_in_current_language(count: int) -> tuple[str, ...]:
    """Return default names for `count` classes, in the current language."""
    return class_names(count, current())
