"""Frames with a length and checksums, so that a journal that breaks off can be read up to there.

A journal begins with `HEAD`.  Each frame is a line with its kind, its length, the checksum of its
content and that of the line, then the content and a line break.
"""

from __future__ import annotations

import re
import zlib
from typing import Final, Literal, NamedTuple

HEAD: Final = b"xentgui-journal 1\n"

_LINE: Final = re.compile(rb"([a-z]+) (\d+) ([0-9a-f]{8}) ([0-9a-f]{8})\n")
_LONGEST_LINE: Final = 80

Damage = Literal["", "torn", "damaged"]
"""How a journal ends: as it should, in the middle of a frame, or with what is no frame."""


class Frame(NamedTuple):
    """A piece of a journal: its kind and its content, and where it ends in the journal."""

    kind: str
    content: bytes
    end: int


class Frames(NamedTuple):
    """What can be read of a journal: whole frames from the beginning, and what follows them."""

    whole: list[Frame]
    damage: Damage


def frame(kind: str, content: bytes) -> bytes:
    """Return the bytes of a frame."""
    line = b"%s %d %08x" % (kind.encode(), len(content), zlib.crc32(content))
    return b"%s %08x\n%s\n" % (line, zlib.crc32(line), content)


def read(data: bytes) -> Frames:
    """Return the frames in `data`; raises ValueError if it is no journal."""
    if not data.startswith(HEAD):
        raise ValueError("this is no journal")
    found: list[Frame] = []
    at = len(HEAD)
    while at < len(data):
        line = _LINE.match(data, at)
        if line is None or zlib.crc32(data[at : line.end() - 10]) != int(line[4], 16):
            rest = data[at : at + _LONGEST_LINE]
            torn = b"\n" not in rest and len(rest) < _LONGEST_LINE
            return Frames(found, "torn" if torn else "damaged")
        start, end = line.end(), line.end() + int(line[2])
        if end + 1 > len(data):
            return Frames(found, "torn")
        content = data[start:end]
        if zlib.crc32(content) != int(line[3], 16) or data[end : end + 1] != b"\n":
            return Frames(found, "damaged")
        at = end + 1
        found.append(Frame(line[1].decode(), content, at))
    return Frames(found, "")
