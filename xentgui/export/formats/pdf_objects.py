"""Puts the objects of Qt's PDFs in an order that does not change from run to run.

Qt numbers the fonts of a PDF in the order of a hash table, which has another seed in every process.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from itertools import pairwise

_REFERENCE = re.compile(rb"(?<![\d.])(\d+) 0 R\b")
_ENTRY = re.compile(rb"(\d{10}) \d{5} ([nf]) ")
_STREAM = b"stream\n"
_FONT_FILE = re.compile(rb"/FontFile\d? (\d+) 0 R")
_FONT_NAME = re.compile(rb"/(FontName|BaseFont) /(?:[A-Z]{6}\+)?([^\s/]+)")
_DESCRIPTOR = re.compile(rb"/FontDescriptor (\d+) 0 R")
_DESCENDANT = re.compile(rb"/DescendantFonts \[(\d+) 0 R\]")


def in_order(pdf: bytes, changed: Callable[[bytes], bytes]) -> bytes:
    """Return `pdf`, a file of Qt's, with its objects numbered in the order of reading.

    `changed` gives the new text of an object, without its stream.  Every font has the tag of its
    letters before its name, which tells readers that it is a part, and other files' parts from it.
    """
    objects, trailer = objects_of(pdf)
    heads = {
        number: changed(body.partition(_STREAM)[0]) if _STREAM in body else changed(body)
        for number, body in objects.items()
    }
    _tag_fonts(heads, objects)
    order = _reached(trailer, heads)
    numbers = {old: new for new, old in enumerate(order, start=1)}

    def renumbered(text: bytes) -> bytes:
        return _REFERENCE.sub(lambda found: b"%d 0 R" % numbers[int(found[1])], text)

    out = bytearray(pdf[: pdf.index(b"1 0 obj")])
    offsets = []
    for old in order:
        offsets.append(len(out))
        _, keyword, stream = objects[old].partition(_STREAM)
        out += b"%d 0 obj\n" % numbers[old] + renumbered(heads[old]) + keyword + stream
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(order) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = b"/Size %d " % (len(order) + 1)
    out += re.sub(rb"/Size \d+ ", size, renumbered(trailer))
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start


def objects_of(pdf: bytes) -> tuple[dict[int, bytes], bytes]:
    """Return what stands in each object of a PDF of Qt's, by its number, and the trailer."""
    table = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    entries = _ENTRY.findall(pdf, table)
    starts = {number: int(at) for number, (at, kind) in enumerate(entries) if kind == b"n"}
    following = sorted([*starts.values(), table])
    ends = dict(pairwise(following))
    objects = {}
    for number, start in starts.items():
        head = b"%d 0 obj\n" % number
        objects[number] = pdf[start + len(head) : ends[start]]
    trailer = pdf[pdf.index(b"trailer", table) : pdf.index(b"startxref", table)]
    return objects, trailer


def _reached(trailer: bytes, heads: Mapping[int, bytes]) -> list[int]:
    """Return the numbers of the objects in the order in which a reader comes to them."""
    order: dict[int, None] = {}
    waiting = [int(number) for number in reversed(_REFERENCE.findall(trailer))]
    while waiting:
        number = waiting.pop()
        if number in order or number not in heads:
            continue
        order[number] = None
        waiting += [int(found) for found in reversed(_REFERENCE.findall(heads[number]))]
    return list(order)


def _tag_fonts(heads: dict[int, bytes], objects: Mapping[int, bytes]) -> None:
    """Give each font a tag that follows from its letters, wherever it is named."""
    tags = {}
    for number, head in heads.items():
        file = _FONT_FILE.search(head)
        if file is not None:
            tags[number] = _tag(objects[int(file[1])].partition(_STREAM)[2])
    for kind in (_DESCRIPTOR, _DESCENDANT):
        for number, head in heads.items():
            font = kind.search(head)
            if font is not None and int(font[1]) in tags:
                tags[number] = tags[int(font[1])]
    for number, tag in tags.items():
        heads[number] = _FONT_NAME.sub(rb"/\1 /" + tag + rb"+\2", heads[number])


def _tag(content: bytes) -> bytes:
    """Return six letters that follow from `content`."""
    return bytes(ord("A") + one % 26 for one in hashlib.sha256(content).digest()[:6])
