"""Writes GIF with Pillow, which may not be installed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from xentgui.export.animation.animation import Animation, AnimationError
from xentgui.model.message import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PIL import Image

_NO_PILLOW = QT_TRANSLATE_NOOP(
    "errors",
    "This kind of animation needs Pillow, which is not installed. "
    "Install it with: {command}  Or choose APNG.",
)
_COMMAND = 'pip install "xentgui[anim]"'


def require_pillow() -> None:
    """Raise AnimationError, with the remedy, unless Pillow is installed."""
    try:
        import PIL  # noqa: F401, PLC0415
    except ImportError:
        raise AnimationError(_NO_PILLOW, command=_COMMAND) from None


def saved(
    pictures: Iterator[Image.Image], kind: str, animation: Animation, **options: Any
) -> bytes:
    """Return the bytes that Pillow writes; it takes one picture at a time."""
    first = next(pictures)
    out = io.BytesIO()
    first.save(
        out,
        kind,
        save_all=True,
        append_images=pictures,
        duration=animation.milliseconds,
        loop=0,
        **options,
    )
    return out.getvalue()
