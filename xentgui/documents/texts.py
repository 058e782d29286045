"""Texts by the codes of their languages, among them names of classes, and the forms of keys."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from xentgui.model.state import State

LANGUAGE_CODE: Final = r"\A[a-z]{2,3}(?:[_-][A-Za-z0-9]{2,8})*\Z"
"""The form of a language's code: "en", "zh_CN"."""

PANEL_KEY: Final = r"\A[a-z][a-z0-9_]{0,63}\Z"
"""The form of a panel's key, and of a workspace's."""

CHOICE_KEY: Final = r"\A[a-z][a-z0-9_]{0,63}\.[a-z][a-z0-9_]{0,63}\Z"
"""The form of the key of a choice about a panel: "trace.axis"."""

ENGLISH = "en"
CLASS_NAMES = {ENGLISH: "class {number}", "zh_CN": "类别 {number}"}
"""The default names of classes."""

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


def repeated(keys: Sequence[str]) -> int | None:
    """Return the index of the first repeated key in `keys`, or None."""
    seen: set[str] = set()
    for place, key in enumerate(keys):
        if key in seen:
            return place
        seen.add(key)
    return None


def checked_texts(texts: Mapping[str, str]) -> Mapping[str, str]:
    """Return a read-only copy of texts by language; raises ValueError for other keys."""
    if not all(re.match(LANGUAGE_CODE, code) for code in texts):
        raise ValueError(f"a scene has a text in the languages {list(texts)}")
    return MappingProxyType(dict(texts)) if texts else _NOTHING


def in_language(texts: Mapping[str, str], language: str) -> str:
    """Return the text for `language`, else the nearest, English or first one; "" for none.

    >>> in_language({"en": "A tie", "zh_CN": "并列"}, "zh_TW")
    '并列'
    """
    return texts[nearest_code(texts, language)] if texts else ""


def nearest_code(codes: Collection[str], language: str) -> str:
    """Return which of the `codes` of languages, one or more, is nearest to `language`.

    For want of a near one it is English, or else the first.

    >>> nearest_code(["en", "zh_CN"], "zh_TW"), nearest_code(["en", "fi"], "fil")
    ('zh_CN', 'en')
    """
    if language in codes:
        return language
    short = re.split("[_-]", language)[0]
    near = (code for code in codes if re.split("[_-]", code)[0] == short)
    return next(near, None) or (ENGLISH if ENGLISH in codes else next(iter(codes)))


def class_names(
    count: int, language: str = ENGLISH, pattern: Mapping[str, str] = CLASS_NAMES
) -> tuple[str, ...]:
    """Return names for `count` classes, numbered from 1."""
    before, after = in_language(pattern, language).split("{number}")
    return tuple(f"{before}{number}{after}" for number in range(1, count + 1))


def opening_state(language: str = ENGLISH) -> State:
    """Return the example that the program opens with, whose classes are named in `language`."""
    from xentgui.model.state import State  # noqa: PLC0415 - texts need no numpy

    return State(class_names(3, language), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))


def names_in_current_language(count: int) -> tuple[str, ...]:
    """Return default names for `count` classes, in the current language."""
    # The command line names classes, too, and has no Qt.
    from xentgui.language.translation import current  # noqa: PLC0415

    return class_names(count, current())
