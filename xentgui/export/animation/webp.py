"""WebP: keeps all colours, and gives the smallest files."""

from __future__ import annotations

from xentgui.export.animation.animation import Animation, Progress
from xentgui.export.animation.pillow import require_pillow, saved
from xentgui.export.formats.png_parts import pixels


def encode(animation: Animation, progress: Progress | None = None) -> bytes:
    """Return the bytes of a WebP without loss; raises AnimationError without Pillow."""
    require_pillow()
    from PIL import Image  # noqa: PLC0415

    pictures = (Image.fromarray(pixels(frame)) for frame in animation.frames(progress))
    return saved(pictures, "WEBP", animation, lossless=True, quality=20, method=1)
