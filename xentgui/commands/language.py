"""Commands that choose the language: the system's, until one is chosen."""

from __future__ import annotations

from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.language.translation import languages

_TIP = QT_TRANSLATE_NOOP("actions", "Show the whole program in this language, from now on")


def _language(code: str, own_name: str) -> ActionSpec:
    return ActionSpec(
        key=f"language.{code}",
        text=own_name,  # a language is called what its speakers call it
        tip=_TIP,
        run=lambda host: host.look.choose_language(code),
        checked=lambda host: host.look.chosen_language == code,
        context="",
    )


LANGUAGE = (
    ActionSpec(
        key="language.system",
        text=QT_TRANSLATE_NOOP("actions", "Like the &System"),
        tip=QT_TRANSLATE_NOOP("actions", "Follow the language of the system"),
        run=lambda host: host.look.choose_language(""),
        checked=lambda host: host.look.chosen_language == "",
    ),
    *(_language(language.code, language.name) for language in languages()),
)
