"""Names of classes and columns as people type them on a command line."""

from __future__ import annotations

import csv
import re
from typing import Final

from xentgui.language.catalog import QT_TRANSLATE_NOOP
from xentgui.program.usage import UsageError

_QUOTES = QT_TRANSLATE_NOOP(
    "cli",
    "In “{text}”, a quotation mark at the start of a name has none at its end. Write a name that "
    'holds a comma as in "a, b",c and a quotation mark within it twice.',
)

_QUOTED: Final = re.compile(r"""((?<![^,，、\s])"(?:[^"]|"")*"(?![^,，、\s]))""")
"""A name in quotation marks: they are its first and its last character."""

_LINES: Final = re.compile(r"[\r\n]+")
_COMMA: Final = re.compile(r"\s*[,，、]\s*")


def typed_names(text: str) -> tuple[str, ...]:
    """Return the names of classes: between commas, or between blanks if there is no comma.

    A name that holds one of these stands in quotation marks, as in CSV; raises UsageError for one
    whose marks do not match.

    >>> typed_names("cat, dog"), typed_names("cat dog"), typed_names('"cat, tabby",5" nail')
    (('cat', 'dog'), ('cat', 'dog'), ('cat, tabby', '5" nail'))
    """
    parts = _parts(text)
    if any("," in part for part in parts[::2]):
        return _separated(parts, ",", text)
    parts[::2] = [re.sub(r"\s", " ", part) for part in parts[::2]]
    return tuple(filter(None, _separated(parts, " ", text)))


def typed_columns(text: str) -> tuple[str, ...]:
    """Return the names of columns, which may hold blanks: between commas, as `typed_names`.

    >>> typed_columns("loss of train, id")
    ('loss of train', 'id')
    """
    return _separated(_parts(text), ",", text) or ("",)


def _parts(text: str) -> list[str]:
    """Return `text` in parts, with a plain comma for each kind; every second is in quotation marks."""
    parts = _QUOTED.split(text.strip())
    parts[::2] = [_COMMA.sub(",", _LINES.sub(" ", part)) for part in parts[::2]]
    return parts


def _separated(parts: list[str], sign: str, text: str) -> tuple[str, ...]:
    rows = csv.reader(["".join(parts)], delimiter=sign, skipinitialspace=True, strict=True)
    try:
        return tuple(name.strip() for row in rows for name in row)
    except csv.Error:
        raise UsageError(_QUOTES, text=text) from None
