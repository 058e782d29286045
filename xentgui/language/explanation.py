"""Reasons as sentences, in any language."""

from __future__ import annotations

from collections.abc import Callable

from xentgui.language.numbers import typed
from xentgui.model.message import Message, RefusedError


def explanation(
    reason: Message | RefusedError | Exception, translate: Callable[[str, str], str]
) -> str:
    """Return what went wrong as a sentence; `translate` takes a context and an English text."""
    message = reason.message if isinstance(reason, RefusedError) else reason
    if not isinstance(message, Message):
        return str(reason)

    def shown(value: object) -> object:
        if isinstance(value, Message):
            return explanation(value, translate)
        return typed(value) if isinstance(value, float) else value

    values = {key: shown(value) for key, value in message.values.items()}
    return translate("errors", message.template).format(**values)
