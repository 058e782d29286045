"""Moving figures, each format a file of its own and a line in `ANIMATION_FORMATS`."""

from xentgui.export.animation.animation import (
    Animation,
    AnimationError,
    AnimationFormat,
    CancelledError,
    Progress,
)
from xentgui.export.animation.apng import APNG
from xentgui.export.animation.gif import GIF
from xentgui.export.animation.mp4 import MP4
from xentgui.export.animation.webp import WEBP

ANIMATION_FORMATS = {one.key: one for one in (APNG, GIF, WEBP, MP4)}
"""Every format there is, by the ending of its files, in the order of menus."""

__all__ = [
    "ANIMATION_FORMATS",
    "Animation",
    "AnimationError",
    "AnimationFormat",
    "CancelledError",
    "Progress",
]
