"""Animated PNG: keeps all colours, can hold the state, and needs no other library.

Pillow writes APNG, too, but keeps every frame in memory until the end: for 300 frames of
1280 × 720 pixels it takes 2.2 GB, where this takes 28 MB, and 1.5 times as long.
"""

from __future__ import annotations

import struct

import numpy as np

from xentgui.documents.embedded.packing import PROGRAM
from xentgui.export.animation.animation import Animation, Progress
from xentgui.export.formats.png import (
    SIGNATURE,
    changed,
    chunk,
    header,
    packed,
    pixels,
    state,
    text,
)

_SOURCE, _KEEP = 0, 0  # a frame replaces the pixels under it, and stays


def encode(animation: Animation, progress: Progress | None = None) -> bytes:
    """Return the bytes of an APNG; programs that know only PNG show its first frame.

    After the first, a frame holds only the rectangle that changes.
    """
    parts: list[bytes] = []
    before: np.ndarray | None = None
    sequence = 0
    for image in animation.frames(progress):
        colors = pixels(image)
        if before is None:
            parts += [SIGNATURE, header(image), chunk(b"sRGB", b"\x00"), *_about(animation)]
            parts.append(chunk(b"acTL", struct.pack(">II", len(animation.states), 0)))
            left, top, right, bottom = 0, 0, colors.shape[1], colors.shape[0]
        else:
            left, top, right, bottom = changed(before, colors)
        control = struct.pack(
            ">IIIIIHHBB",
            *(sequence, right - left, bottom - top, left, top),
            *(animation.milliseconds, 1000, _KEEP, _SOURCE),
        )
        parts.append(chunk(b"fcTL", control))
        sequence += 1
        data = packed(np.ascontiguousarray(colors[top:bottom, left:right]))
        if before is None:
            parts.append(chunk(b"IDAT", data))
        else:
            parts.append(chunk(b"fdAT", struct.pack(">I", sequence) + data))
            sequence += 1
        before = colors
    return b"".join([*parts, chunk(b"IEND", b"")])


def _about(animation: Animation) -> list[bytes]:
    about = [text("Title", animation.title()), text("Software", PROGRAM)]
    return about + state(animation.document)
