"""Every letter that the program itself can draw is in the fonts that it brings, in both languages.

A letter that is not comes from whatever font a system has: a PDF differs from one computer to the
next, and an SVG with named fonts shows a box.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication

import xentgui
from xentgui import resource
from xentgui.painting import fonts

ROOT = Path(xentgui.__file__).parent
DRAWS = ("language", "painting", "panels")
_FACES = {
    "regular": (fonts.TEXT_FILES[0], fonts.CHINESE_FILES[0]),
    "bold": (fonts.TEXT_FILES[1], fonts.CHINESE_FILES[1]),
}
_NOT_DRAWN = {  # what is looked for in others' texts, and the first of the letters that are high
    *map(chr, range(0x300, 0x370)),  # marks, which are drawn with a letter
    *"\ufffd\ufeff\ufe0f\u200d\u2e80",
}


def _constants(path: Path) -> Iterator[str]:
    """Yield the texts of a module, but not what is written about it."""
    tree = ast.parse(path.read_text("utf-8"))
    remarks = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in remarks:
            yield node.value  # type: ignore[attr-defined]


def _written() -> dict[str, str]:
    """Return every letter that can be drawn, with a text that has it."""
    texts = [
        text
        for name in DRAWS
        for path in sorted((ROOT / name).rglob("*.py"))
        for text in _constants(path)
    ]
    texts += resource("translations", "xentgui_zh_CN.ts").read_text("utf-8").splitlines()
    texts += [fonts.formula(text) for text in texts]
    return {c: text for text in texts for c in text if c.isprintable() and c not in _NOT_DRAWN}


@pytest.mark.parametrize("face", _FACES)
def test_that_every_letter_that_is_written_is_in_our_fonts(qapp: QApplication, face: str) -> None:
    names = (*_FACES[face], fonts.MATH_FILE)
    ours = [QRawFont(str(resource("fonts", name)), 16) for name in names]

    missing = {
        f"{c} U+{ord(c):04X}": text
        for c, text in sorted(_written().items())
        if not any(font.supportsCharacter(ord(c)) for font in ours)
    }

    assert missing == {}
