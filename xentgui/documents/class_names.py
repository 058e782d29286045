"""Default names of classes."""

from __future__ import annotations

from collections.abc import Mapping

from xentgui.documents.scene import in_language

ENGLISH = "en"
CLASS_NAMES = {ENGLISH: "class {number}", "zh_CN": "类别 {number}"}


def class_names(
    count: int, language: str = ENGLISH, pattern: Mapping[str, str] = CLASS_NAMES
) -> tuple[str, ...]:
    """Return names for `count` classes, numbered from 1."""
    before, after = in_language(pattern, language).split("{number}")
    return tuple(f"{before}{number}{after}" for number in range(1, count + 1))


def names_in_current_language(count: int) -> tuple[str, ...]:
    """Return default names for `count` classes, in the current language."""
    # The command line names classes, too, and has no Qt.
    from xentgui.language.translation import current  # noqa: PLC0415

    return class_names(count, current())
