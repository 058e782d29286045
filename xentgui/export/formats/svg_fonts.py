"""Fonts for an SVG, with the letters that it uses and no others.

Qt makes such a part of a font for a PDF.  What a browser needs beside its outlines is added: which
letter each is, and a few tables with names and measures.
"""

from __future__ import annotations

import base64
import re
import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QBuffer, QIODevice, QPointF
from PySide6.QtGui import QFontMetricsF, QPainter, QPdfWriter

from xentgui.export.formats.pdf_objects import objects_of
from xentgui.export.formats.svg_text import made_font
from xentgui.export.written_text import xml_text

_FILE = re.compile(rb"/FontFile2 (\d+) 0 R")
_UNICODE = re.compile(rb"/ToUnicode (\d+) 0 R")
_DESCRIPTOR = re.compile(rb"/FontDescriptor (\d+) 0 R")
_DESCENDANT = re.compile(rb"/DescendantFonts \[(\d+) 0 R\]")
_RANGE = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]{4})> (?:<([0-9A-F]+)>|\[([^\]]*)\])")

_LARGE = 1000  # pixels, at which widths are measured
_MAGIC = 0xB1B0AFBA


def faces(letters: Iterable[str], family: str, weight: str, style: str) -> list[str]:
    """Return a rule for each font that draws some of `letters` in this font of Qt's."""
    name = family.split(",", maxsplit=1)[0].strip().strip("'\"")
    return [
        f"@font-face{{font-family:'{xml_text(name)}';font-weight:{weight};font-style:{style};"
        f"src:url(data:font/woff;base64,{base64.b64encode(_woff(tables)).decode()})}}"
        for tables in _parts(sorted(letters), family, weight, style)
    ]


def _parts(letters: list[str], *described: str) -> list[dict[bytes, bytes]]:
    """Return the tables of each font with which Qt draws `letters`."""
    family, weight, style = described
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(96)
    painter = QPainter(writer)
    painter.setFont(made_font(family, "13", weight, style))
    for letter in letters:  # one at a time: nothing is joined with its neighbour
        painter.drawText(QPointF(20.0, 20.0), letter)
    painter.end()
    objects, _ = objects_of(bytes(buffer.data().data()))
    found = list[dict[bytes, bytes]]()
    for content in objects.values():
        unicode, descendant = _UNICODE.search(content), _DESCENDANT.search(content)
        if unicode is None or descendant is None:
            continue
        descriptor = _DESCRIPTOR.search(objects[int(descendant[1])])
        file = descriptor and _FILE.search(objects[int(descriptor[1])])
        if file:
            tables = _tables(_stream(objects[int(file[1])]))
            characters = _characters(_stream(objects[int(unicode[1])]))
            characters |= _untold(letters, characters, tables)
            wanted = {code: glyph for code, glyph in characters.items() if chr(code) in letters}
            if wanted:
                found.append({**tables, b"cmap": _lookup(wanted), **_measured(tables, wanted)})
    spaces = [letter for letter in letters if letter.isspace()]
    return [_with_spaces(found[0], spaces, described), *found[1:]] if spaces and found else found


def _stream(content: bytes) -> bytes:
    head, _, body = content.partition(b"stream\n")
    body = body[: body.rindex(b"endstream")]
    return zlib.decompress(body) if b"/FlateDecode" in head else body


def _bytes(digits: bytes) -> bytes:
    return bytes.fromhex(digits.decode())


def _characters(table: bytes) -> dict[int, int]:
    """Return the glyph of each character that a table from glyphs to characters names."""
    found = {}
    for first, last, start, listed in _RANGE.findall(table):
        glyphs = range(int(first, 16), int(last, 16) + 1)
        for nth, glyph in enumerate(glyphs):
            texts = re.findall(rb"<([0-9A-F]+)>", listed)[nth : nth + 1] if listed else [start]
            letters = b"".join(map(_bytes, texts)).decode("utf-16-be", "replace")
            if not listed and len(letters) == 1:  # those of a range follow one another
                letters = chr(ord(letters) + nth)
            if glyph and len(letters) == 1:
                found[ord(letters)] = glyph
    return found


def _untold(
    letters: list[str], characters: Mapping[int, int], tables: Mapping[bytes, bytes]
) -> dict[int, int]:
    """Return the glyphs of letters beyond U+FFFF, which Qt's table does not tell.

    Glyphs have the order in which the letters were drawn, so that these are the last ones.
    """
    far = [letter for letter in letters if letter > "\uffff"]
    first = max(characters.values(), default=0) + 1
    count = int.from_bytes(tables[b"maxp"][4:6], "big") - first
    return {ord(one): first + nth for nth, one in enumerate(far)} if count == len(far) else {}


def _tables(font: bytes) -> dict[bytes, bytes]:
    count = struct.unpack(">H", font[4:6])[0]
    entries = (struct.unpack(">4sIII", font[12 + 16 * k : 28 + 16 * k]) for k in range(count))
    return {tag: font[at : at + length] for tag, _, at, length in entries}


def _with_spaces(
    tables: dict[bytes, bytes], spaces: Sequence[str], described: Sequence[str]
) -> dict[bytes, bytes]:
    """Return `tables` with a glyph for each of `spaces`, which no PDF draws."""
    family, weight, style = described
    metrics = QFontMetricsF(made_font(family, f"{_LARGE}", weight, style))
    unit = int.from_bytes(tables[b"head"][18:20], "big") / _LARGE
    count = int.from_bytes(tables[b"maxp"][4:6], "big")
    measured = int.from_bytes(tables[b"hhea"][34:36], "big")
    if measured != count:
        return tables
    wide = [round(metrics.horizontalAdvance(letter) * unit) for letter in spaces]
    more = count + len(spaces)
    width = 4 if tables[b"head"][50:52] == b"\0\1" else 2
    known = {code: glyph for code, _, glyph in struct.iter_unpack(">III", tables[b"cmap"][28:])}
    known |= {ord(letter): count + nth for nth, letter in enumerate(spaces)}
    return {
        **tables,
        b"maxp": tables[b"maxp"][:4] + struct.pack(">H", more) + tables[b"maxp"][6:],
        b"hhea": tables[b"hhea"][:34] + struct.pack(">H", more) + tables[b"hhea"][36:],
        b"hmtx": tables[b"hmtx"][: 4 * count] + b"".join(struct.pack(">Hh", w, 0) for w in wide),
        b"loca": tables[b"loca"] + tables[b"loca"][-width:] * len(spaces),
        b"cmap": _lookup(known),
    }


def _lookup(characters: Mapping[int, int]) -> bytes:
    """Return the table from characters to glyphs."""
    groups = b"".join(
        struct.pack(">III", code, code, glyph) for code, glyph in sorted(characters.items())
    )
    head = struct.pack(">HHIII", 12, 0, 16 + len(groups), 0, len(characters))
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + head + groups


def _measured(tables: Mapping[bytes, bytes], characters: Iterable[int]) -> dict[bytes, bytes]:
    """Return the tables of measures and names, which a PDF does without."""
    ascent, descent = struct.unpack(">hh", tables[b"hhea"][4:8])
    codes = sorted(characters)
    first, last = min(codes[0], 0xFFFF), min(codes[-1], 0xFFFF)
    measures = struct.pack(
        ">HhHHH10hh10sIIII4sHHHhhhHHIIhhHHH",
        *(2, 500, 400, 5, 0),
        *(650, 600, 0, 75, 650, 600, 0, 350, 50, 300),
        *(0, bytes(10), 1, 0, 0, 0, b"XENT"),
        *(0x40, first, last, ascent, descent, 0, max(ascent, 0), max(-descent, 0)),
        *(1, 0, 500, 700, 0, 32, 1),
    )
    text = "XentGUI part".encode("utf-16-be")
    ids = (1, 2, 4, 6)
    names = struct.pack(">HHH", 0, len(ids), 6 + 12 * len(ids)) + b"".join(
        struct.pack(">HHHHHH", 3, 1, 0x409, one, len(text), 0) for one in ids
    )
    return {
        b"OS/2": measures,
        b"name": names + text,
        b"post": struct.pack(">IIhhIIIII", 0x30000, 0, -75, 50, 0, 0, 0, 0, 0),
    }


def _sum(table: bytes) -> int:
    padded = table + bytes(-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF


def _woff(tables: Mapping[bytes, bytes]) -> bytes:
    """Return a font file of the web, version 1: its tables compressed."""
    wanted = {tag: table for tag, table in sorted(tables.items()) if table}
    head = wanted[b"head"]
    wanted[b"head"] = head[:8] + bytes(4) + head[12:]  # the sum of the file, as yet unknown
    plain = 12 + 16 * len(wanted) + sum(len(one) + -len(one) % 4 for one in wanted.values())
    sums = {tag: _sum(table) for tag, table in wanted.items()}
    wanted[b"head"] = head[:8] + struct.pack(">I", _adjustment(wanted)) + head[12:]
    at, entries, bodies = 44 + 20 * len(wanted), b"", b""
    for tag, table in wanted.items():
        packed = zlib.compress(table, 9)
        body = packed if len(packed) < len(table) else table
        entries += struct.pack(">4sIIII", tag, at, len(body), len(table), sums[tag])
        body += bytes(-len(body) % 4)
        bodies += body
        at += len(body)
    header = struct.pack(
        ">4sIIHHIHHIIIII", b"wOFF", 0x00010000, at, len(wanted), 0, plain, 1, 0, 0, 0, 0, 0, 0
    )
    return header + entries + bodies


def _adjustment(tables: Mapping[bytes, bytes]) -> int:
    """Return the number that gives the whole file its fixed sum."""
    power = 1 << (len(tables).bit_length() - 1)
    head = struct.pack(
        ">IHHHH",
        *(0x00010000, len(tables), 16 * power),
        *(power.bit_length() - 1, 16 * len(tables) - 16 * power),
    )
    at, entries = 12 + 16 * len(tables), b""
    for tag, table in tables.items():
        entries += struct.pack(">4sIII", tag, _sum(table), at, len(table))
        at += len(table) + -len(table) % 4
    total = _sum(head + entries) + sum(map(_sum, tables.values()))
    return (_MAGIC - total) & 0xFFFFFFFF
