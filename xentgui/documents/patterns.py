"""The forms of the keys that a document writes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

LANGUAGE_CODE: Final = r"\A[a-z]{2,3}(?:[_-][A-Za-z0-9]{2,8})*\Z"
"""The form of a language's code: "en", "zh_CN"."""

PANEL_KEY: Final = r"\A[a-z][a-z0-9_]{0,63}\Z"
"""The form of a panel's key, and of a workspace's."""

CHOICE_KEY: Final = r"\A[a-z][a-z0-9_]{0,63}\.[a-z][a-z0-9_]{0,63}\Z"
"""The form of the key of a choice about a panel: "trace.axis"."""


def repeated(keys: Sequence[str]) -> int | None:
    """Return the index of the first repeated key in `keys`, or None."""
    seen: set[str] = set()
    for place, key in enumerate(keys):
        if key in seen:
            return place
        seen.add(key)
    return None
