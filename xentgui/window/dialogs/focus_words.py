"""What a dialog calls the things that a scene can emphasise beside a class."""

from __future__ import annotations

from xentgui.documents.focus import FORMULA, LOSS, PANEL
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.panels import PANELS

_LOSS = QT_TRANSLATE_NOOP("window", "The loss")
_PANEL = QT_TRANSLATE_NOOP("window", "Panel: {panel}")
_FORMULA = QT_TRANSLATE_NOOP("window", "Formula of {panel}")


def focus_names() -> tuple[str, ...]:
    """Return the names of the loss, of each panel, and of each formula.

    Numbers of classes such as "p:2" are many: a document can name them, and it keeps them.
    """
    keys = [panel.key for panel in PANELS]
    formulas = [panel.key for panel in PANELS if panel.formula]
    return (LOSS, *(PANEL + key for key in keys), *(FORMULA + key for key in formulas))


def focus_words(name: str) -> str:
    """Return what `name` stands for, in the current language; a number is its name."""
    if name == LOSS:
        return translate("window", _LOSS)
    word, _, key = name.partition(":")
    title = next((panel.title for panel in PANELS if panel.key == key), "")
    template = {PANEL: _PANEL, FORMULA: _FORMULA}.get(f"{word}:")
    if template is None:
        return name
    return translate("window", template).format(panel=translate("panels", title) if title else key)
