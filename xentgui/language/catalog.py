"""Translations for the command line, which must answer before Qt and numpy can be imported.

It reads the ``.ts`` files that translators edit; the window reads the ``.qm`` files made from them.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import Final, NamedTuple

from xentgui import resource

ENGLISH: Final = "en"
_TRADITIONAL: Final = frozenset({"tw", "hk", "mo", "hant"})


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - lupdate looks for this name
    """Return `text`; only marks it for ``pyside6-lupdate`` as translatable in `context`."""
    return text


class Catalog(NamedTuple):
    """The sentences of one language.

    Attributes
    ----------
    code
        The code of the language, such as "zh_CN".
    """

    code: str = ENGLISH

    def translate(self, context: str, text: str) -> str:
        """Return `text` in this language; text without a translation stays English."""
        return text if self.code == ENGLISH else _sentences(self.code).get((context, text), text)


def codes() -> tuple[str, ...]:
    """Return the codes of all languages, English first."""
    found = sorted(path.stem.partition("_")[2] for path in resource("translations").glob("*.ts"))
    return ENGLISH, *found


def spoken(wish: str) -> str | None:
    """Return the code of the language that `wish` names, or None.

    Case, hyphens and regions do not matter, but scripts do: simplified Chinese does not match a
    wish for traditional.

    >>> spoken("zh"), spoken("zh-cn"), spoken("EN_us"), spoken("zh_TW"), spoken("tlh")
    ('zh_CN', 'zh_CN', 'en', None, None)
    """
    first, *more = wish.partition(".")[0].replace("-", "_").lower().split("_")
    if _TRADITIONAL & set(more):
        return None
    return next((code for code in codes() if code.lower().split("_")[0] == first), None)


def of_environment() -> str:
    """Return the code of the person's language, as the environment or the system says."""
    wishes = os.environ.get("LANGUAGE", "").split(":")
    wishes += [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    if not any(wishes) and sys.platform in {"win32", "darwin"}:
        import locale  # noqa: PLC0415 - other systems need it never

        wishes = [locale.getlocale()[0] or ""]
    named = (wish for wish in wishes if wish)
    return next((code for code in map(_language, named) if code), ENGLISH)


def _language(wish: str) -> str | None:
    """Return the code of the language that a variable of the environment names."""
    return ENGLISH if wish.partition(".")[0] in {"C", "POSIX"} else spoken(wish)


@cache
def _sentences(code: str) -> dict[tuple[str, str], str]:
    import xml.etree.ElementTree as ET  # noqa: PLC0415 - a start has no use for it

    tree = ET.parse(resource("translations", f"xentgui_{code}.ts"))  # noqa: S314 - our own file
    return {
        (context.findtext("name", ""), message.findtext("source", "")): translation.text or ""
        for context in tree.iter("context")
        for message in context.iter("message")
        if (translation := message.find("translation")) is not None and translation.text
    }
