"""Repairs the characters of a PDF, so that its text can be searched."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from xentgui.painting import fonts

_TABLE = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_RADICAL = re.compile(rb"(?<=<)2[EF][0-9A-F]{2}(?=>)")
_IDEOGRAPHS = "".join(map(chr, range(0x4E00, 0xA000)))


def with_searchable_chinese(pdf: bytes) -> bytes:
    """Return `pdf` in which no character is encoded as a radical that looks the same.

    Many Chinese fonts draw U+9E1F and the radical U+2EE6 with one glyph.  Qt takes the radical for
    the glyph's character, but people type the other one.
    """

    def mended(table: re.Match[bytes]) -> bytes:
        return _RADICAL.sub(lambda found: characters.get(found[0], found[0]), table[0])

    tables = _TABLE.findall(pdf)
    wanted = {found for table in tables for found in _RADICAL.findall(table)}
    if not wanted:
        return pdf
    characters = _characters(wanted)
    return _TABLE.sub(mended, pdf)


def _characters(radicals: set[bytes]) -> dict[bytes, bytes]:
    """Return the character for each radical with the same glyph, both as hexadecimal digits."""
    found = {}
    for weight in (QFont.Weight.Normal, QFont.Weight.Bold):
        font = QFont(fonts.ui_font(13.0))
        font.setWeight(weight)
        raw = QRawFont.fromFont(font, QFontDatabase.WritingSystem.SimplifiedChinese)
        known = dict(zip(raw.glyphIndexesForString(_IDEOGRAPHS), _IDEOGRAPHS, strict=False))
        for code in radicals:
            glyphs = raw.glyphIndexesForString(chr(int(code, 16)))
            character = known.get(glyphs[0]) if glyphs and glyphs[0] else None
            if character is not None:
                found[code] = b"%04X" % ord(character)
    return found
