"""GIF: every program can show it; 256 colours, the same in all frames."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtGui import QColor

from xentgui.documents.embedded.packing import KEYWORD, PROGRAM, packed_text
from xentgui.export.animation.animation import Animation, Progress
from xentgui.export.animation.pillow import require_pillow, saved
from xentgui.export.formats.png import on_ground, pixels
from xentgui.painting.theme import THEMES, Theme

_COLORS = 256


def encode(animation: Animation, progress: Progress | None = None) -> bytes:
    """Return the bytes of a GIF; raises AnimationError without Pillow.

    A transparent background becomes the theme's colour of cards, on which its ink is seen, because
    a GIF has no half-transparent edges.
    """
    require_pillow()
    from PIL import Image  # noqa: PLC0415

    theme = THEMES[animation.spec.theme]

    def pictures() -> Iterator[Image.Image]:
        palette: _Palette | None = None
        for frame in animation.frames(progress):
            colors = _codes(on_ground(pixels(frame), theme.card))
            if palette is None:
                palette = _Palette(colors, theme)
            picture = Image.fromarray(palette.indices(colors))
            picture.putpalette(palette.colors.tobytes())
            yield picture

    comment = f"{animation.title()} ({PROGRAM})"
    if animation.document:
        comment += f"\n{KEYWORD} {packed_text(animation.document)}"
    return saved(pictures(), "GIF", animation, comment=comment.encode(), optimize=False)


def _codes(colors: np.ndarray) -> np.ndarray:
    """Return every colour as one number, shape (height, width)."""
    wide = colors.astype(np.uint32)
    return (wide[..., 0] << 16) | (wide[..., 1] << 8) | wide[..., 2]


class _Palette:
    """The exact colours of the theme and the most frequent of a picture; others take the nearest.

    A palette from a median cut would turn white into nearly white.
    """

    def __init__(self, codes: np.ndarray, theme: Theme) -> None:
        named = [theme.card, theme.window, theme.ink, theme.mute, theme.grid, *theme.classes]
        own = [QColor(name).rgb() & 0xFFFFFF for name in named]
        found, counts = np.unique(codes, return_counts=True)
        frequent = found[np.argsort(-counts.astype(np.int64), kind="stable")].tolist()
        chosen = list(dict.fromkeys([*own, *frequent]))[:_COLORS]
        self.colors = np.zeros((_COLORS, 3), np.uint8)
        self.colors[: len(chosen)] = _parts(np.array(chosen))
        self._count = len(chosen)
        self._index = np.zeros(1 << 24, np.uint8)
        self._known = np.zeros(1 << 24, np.bool_)

    def indices(self, codes: np.ndarray) -> np.ndarray:
        """Return the index of the nearest colour for each of `codes`, the same shape."""
        strange = np.unique(codes[~self._known[codes]])
        if len(strange):
            there = self.colors[: self._count].astype(np.int32)
            for start in range(0, len(strange), 4096):
                some = strange[start : start + 4096]
                gaps = _parts(some).astype(np.int32)[:, None] - there[None]
                self._index[some] = np.square(gaps).sum(axis=-1).argmin(axis=-1)
            self._known[strange] = True
        return np.asarray(self._index[codes])


def _parts(codes: np.ndarray) -> np.ndarray:
    """Return red, green and blue of each of `codes`, shape (n, 3)."""
    return np.stack([codes >> 16 & 255, codes >> 8 & 255, codes & 255], axis=-1).astype(np.uint8)
