"""The program's own fonts, so that text has the same width on every machine.

A minimal system may have no font at all, and would draw nothing.  On other systems digits have
different widths, or the minus sign is missing.  Therefore the resources hold a text font whose
digits have one width, a font for one-line formulas, and a Chinese font with a bold face.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from xentgui import resource

TEXT_FILES = ("XentGUISans-Regular.otf", "XentGUISans-Bold.otf", "XentGUISans-Italic.otf")
MATH_FILE = "XentGUIMath-Regular.ttf"
CHINESE_FILES = ("XentGUISansSC-Regular.otf", "XentGUISansSC-Bold.otf")


class Families(NamedTuple):
    """The names under which Qt knows the program's fonts."""

    text: str
    math: str
    chinese: str


@cache
def install() -> Families:
    """Register the fonts with Qt, once, and return their names; a QGuiApplication must exist.

    Our Chinese font comes before those of the system: some have no bold face, and others draw
    punctuation in the middle of its square.  If a file is missing, the program starts with the
    system's font instead.
    """
    text, *_ = [_register(name) for name in TEXT_FILES]
    chinese, *_ = [_register(name) for name in CHINESE_FILES]
    return Families(text, _register(MATH_FILE), chinese)


def ui_font(em: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """Return the text font, `em` pixels high; digits are tabular."""
    families = install()
    font = _font([families.text, families.chinese], em)
    font.setBold(bold)
    font.setItalic(italic)
    return font


def text_font(family: str, em: float) -> QFont:
    """Return a font for text, `em` pixels high: "sans", "serif" or "system".

    The serif is that of the formulas, which has all letters of Latin, with digits of one width.
    """
    if family == "sans":
        return ui_font(em)
    families = install()
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    first = families.math if family == "serif" else system
    return _font([first, families.text, families.chinese], em)


def math_font(em: float) -> QFont:
    """Return the font for the result of `formula`, `em` pixels high."""
    families = install()
    return _font([families.math, families.text, families.chinese], em)


def formula(text: str) -> str:
    """Return `text` with its variables in mathematical italics, for `math_font`.

    A letter that stands alone is a variable; a word such as "log" is a function and stays upright.
    The two strokes of a divergence get room, because side by side they would look like one block.

    >>> formula("h(p) = -log p")
    'ℎ(𝑝) = -log 𝑝'
    """
    return re.sub(r"[A-Za-z]+|[α-ω]|‖", lambda word: _TYPESET.get(word[0], word[0]), text)


_TYPESET = {
    **{chr(ord("A") + i): chr(0x1D434 + i) for i in range(26)},
    **{chr(ord("a") + i): chr(0x1D44E + i) for i in range(26)},
    **{chr(ord("α") + i): chr(0x1D6FC + i) for i in range(25)},
    "‖": "\N{HAIR SPACE}\N{PARALLEL TO}\N{HAIR SPACE}",
    "h": "\N{PLANCK CONSTANT}",  # Unicode had this letter before the others
}


def _font(families: list[str], em: float) -> QFont:
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(max(1, round(em)))
    # Hinting differs between machines and rounds widths, so text would not scale with the picture.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _register(name: str) -> str:
    code = QFontDatabase.addApplicationFont(str(resource("fonts", name)))
    families = QFontDatabase.applicationFontFamilies(code)
    return families[0] if families else QFont().family()
