"""MP4, made by ffmpeg if it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

from xentgui.documents.embedded.animations import mp4_box
from xentgui.documents.embedded.packing import PROGRAM, packed_text
from xentgui.export.animation.animation import (
    Animation,
    AnimationError,
    Progress,
)
from xentgui.export.formats.png import on_ground, pixels
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.painting.theme import THEMES

_NO_ENCODER = QT_TRANSLATE_NOOP(
    "errors",
    "MP4 needs the program ffmpeg, which is not installed. Install it, or choose APNG or WebP.",
)
_FAILED = QT_TRANSLATE_NOOP("errors", "ffmpeg could not make the video: {reason}")


def encode(animation: Animation, progress: Progress | None = None) -> bytes:
    """Return a video that plays everywhere (H.264, 4:2:0)."""
    program = shutil.which("ffmpeg")
    if program is None:
        raise AnimationError(_NO_ENCODER)
    # H.264 needs even sizes.
    width, height = (size + size % 2 for size in animation.spec.device_size)
    with tempfile.TemporaryDirectory(prefix="xentgui-") as folder:
        video, log = Path(folder) / "video.mp4", Path(folder) / "log"
        command = [
            *(program, "-loglevel", "error", "-nostdin", "-y"),
            *("-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}"),
            *("-r", f"{animation.rate:g}", "-i", "pipe:0"),
            *("-c:v", "libx264", "-pix_fmt", "yuv420p", "-crf", "16", "-movflags", "+faststart"),
            *("-metadata", f"title={animation.title()}", "-metadata", f"comment={PROGRAM}"),
            str(video),
        ]
        with log.open("wb") as errors:
            running = subprocess.Popen(  # noqa: S603 - our own arguments
                command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=errors
            )
            try:
                _feed(running, animation, progress, width, height)
            except BaseException:
                running.kill()
                raise
            finally:
                running.communicate()
        if running.returncode != 0 or not video.exists():
            reason = log.read_text(errors="replace").strip().splitlines()[-1:] or ["?"]
            raise AnimationError(_FAILED, reason=reason[0])
        held = mp4_box(packed_text(animation.document)) if animation.document else b""
        return video.read_bytes() + held


def _feed(
    running: subprocess.Popen[bytes],
    animation: Animation,
    progress: Progress | None,
    width: int,
    height: int,
) -> None:
    """Write the frames to the encoder; if it has ended, its log says why."""
    assert running.stdin is not None
    ground = THEMES[animation.spec.theme].card
    try:
        for frame in animation.frames(progress):
            running.stdin.write(_rows(frame, width, height, ground))
    except BrokenPipeError:
        return


def _rows(frame: QImage, width: int, height: int, ground: str) -> bytes:
    """Return the pixels of `frame` on `ground`, its last row and column repeated up to an even size."""
    colors = on_ground(pixels(frame), ground)
    missing = ((0, height - len(colors)), (0, width - colors.shape[1]), (0, 0))
    return np.pad(colors, missing, mode="edge").tobytes()
