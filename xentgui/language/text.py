"""Sentences as people read them and, from `xentgui.language.numbers`, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication, QTranslator

from xentgui.language.numbers import (
    INFINITY,
    MINUS,
    exponential,
    in_unit,
    loss_in_unit,
    number,
    probability,
    typed,
)
from xentgui.model.losses import Loss
from xentgui.model.message import QT_TRANSLATE_NOOP, Message, RefusedError

__all__ = [
    "INFINITY",
    "MINUS",
    "QT_TRANSLATE_NOOP",
    "escaped",
    "explain",
    "exponential",
    "forget_translations",
    "in_unit",
    "language",
    "loss_in_unit",
    "loss_name",
    "loss_unit",
    "number",
    "plain",
    "probability",
    "tip",
    "translate",
    "translated_by",
    "typed",
    "unit_name",
]

_ACCESS_KEY = re.compile(r"\(&[^&]\)|&(.)")
_Texts = dict[tuple[str, str], str]
_translators: list[tuple[QTranslator, _Texts]] = []
_known: _Texts = {}
_known_by: WeakKeyDictionary[QTranslator, _Texts] = WeakKeyDictionary()
_languages = [object()]  # the one that is installed


def translate(context: str, text: str) -> str:
    """Return `text` in the current language."""
    # Fifty an edit, and thousands a figure; Qt takes ten times as long.
    if _translators:
        translator, texts = _translators[-1]
        known = texts.get((context, text))
        if known is None:
            known = texts[context, text] = translator.translate(context, text) or text
        return known
    known = _known.get((context, text))
    if known is None:
        known = _known[context, text] = QCoreApplication.translate(context, text)
    return known


def language() -> object:
    """Return an object; it is a different one whenever `translate` may give other results."""
    return _translators[-1][0] if _translators else _languages[-1]


def forget_translations() -> None:
    """Clear the cache of translations; needed when another language is installed."""
    _known.clear()
    _languages[:] = [object()]


@contextmanager
def translated_by(translator: QTranslator) -> Iterator[None]:
    """Let `translate` use `translator` within the context; no window changes or gets an event."""
    _translators.append((translator, _known_by.setdefault(translator, {})))
    try:
        yield
    finally:
        _translators.pop()


def explain(reason: Message | RefusedError | Exception) -> str:
    """Return what went wrong as a sentence in the current language."""
    from xentgui.language.explanation import explanation  # noqa: PLC0415 - nothing is refused yet

    return explanation(reason, translate)


def plain(text: str) -> str:
    """Return a menu's text without its access key, which is in brackets in Chinese: 文件(&F)."""
    return _ACCESS_KEY.sub(r"\1", text) if "&" in text else text


def escaped(text: str) -> str:
    """Return `text` so that nothing in it is taken for HTML.

    This is `html.escape`.  A start need not wait for its module, which names 2000 characters.

    >>> escaped("p < 1 & 'q'")
    'p &lt; 1 &amp; &#x27;q&#x27;'
    """
    for sign, name in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot"), ("'", "#x27")):
        text = text.replace(sign, f"&{name};")
    return text


def tip(text: str) -> str:
    """Return `text` for a tool-tip, escaped so that nothing in it is taken for HTML.

    >>> tip("p < 1"), tip("1 > p")
    ('<qt>p &lt; 1</qt>', '1 > p')
    """
    if "<" not in text:
        return text
    return "<qt>" + escaped(text).replace("\n", "<br>") + "</qt>"


def unit_name(unit: str) -> str:
    """Return the name of `unit` in the current language."""
    return translate("units", unit)


def loss_name(loss: Loss) -> str:
    """Return the name of `loss` in the current language, as it stands within a sentence."""
    return translate("losses", loss.name)


def loss_title(loss: Loss) -> str:
    """Return the name of a loss as it stands alone, in the current language."""
    name = loss_name(loss)
    return name[:1].upper() + name[1:]


def loss_unit(loss: Loss, unit: str) -> str:
    """Return the name of `unit` in the current language; "" if `loss` has no unit."""
    return "" if loss.unit is None else unit_name(unit)
