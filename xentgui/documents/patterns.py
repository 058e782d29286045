"""The forms of the keys that a document writes, and texts by the codes of their languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

LANGUAGE_CODE: Final = r"\A[a-z]{2,3}(?:[_-][A-Za-z0-9]{2,8})*\Z"
"""The form of a language's code: "en", "zh_CN"."""

PANEL_KEY: Final = r"\A[a-z][a-z0-9_]{0,63}\Z"
"""The form of a panel's key, and of a workspace's."""

CHOICE_KEY: Final = r"\A[a-z][a-z0-9_]{0,63}\.[a-z][a-z0-9_]{0,63}\Z"
"""The form of the key of a choice about a panel: "trace.axis"."""

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
