"""Figures for the tests of export, and pictures of what other programs make of them."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from xentgui.export.figure import Figure
from xentgui.export.spec import FigureSpec
from xentgui.model import State, derive
from xentgui.model.view import View

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

EXAMPLE = State(("class 1", "class 2", "class 3"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))
AWKWARD = State(
    ('a < b & "c"', "猫", "]]>\x00\ufffe", "", "very " * 20),
    (40.0, float("-inf"), 0.0, 3.5, 40.0),
    (0.5, 0.0, 0.2, 0.3, 0.0),
)


def many(count: int) -> State:
    """Return a state of `count` classes, always the same."""
    logits = np.random.default_rng(7).normal(size=count) * 2
    labels = [f"class {k}" for k in range(1, count + 1)]
    return State(labels, logits, np.eye(1, count, 3)[0])


def figure(state: State = EXAMPLE, *panels: str, document: str = "", **looks: Any) -> Figure:
    """Return a figure of 900 x 600 pixels."""
    spec = FigureSpec.in_pixels(panels or ("distribution",), 900, 600, **looks)
    return Figure(spec, derive(state), View(), document)


def pixels(image: bytes | Image.Image) -> np.ndarray:
    """Return the colours of a picture, shape (height, width, 3), as floats."""
    if isinstance(image, bytes):
        image = Image.open(io.BytesIO(image))
    return np.asarray(image.convert("RGB"), dtype=float)


def of_qimage(image: QImage) -> np.ndarray:
    """Return the colours of a Qt image, shape (height, width, 3), as floats."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1)
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).astype(float)


def by_qt(svg: bytes, width: int, height: int) -> np.ndarray:
    """Return what QtSvg makes of an SVG."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    return of_qimage(image)


def by_program(*command: str) -> Callable[[bytes], bytes] | None:
    """Return a function from input to output of a program, or None if it is not installed."""
    if shutil.which(command[0]) is None:
        return None

    def run(data: bytes) -> bytes:
        return subprocess.run(command, input=data, capture_output=True, check=True).stdout

    return run


RSVG = by_program("rsvg-convert")
POPPLER = by_program("pdftoppm", "-r", "96", "-png", "-singlefile", "-")
PDFTOTEXT = by_program("pdftotext", "-layout", "-", "-")


def difference(one: np.ndarray, other: np.ndarray, block: int = 4) -> np.ndarray:
    """Return how far two pictures differ, 0 … 255, in the mean of blocks of pixels.

    Programs differ in how they smooth an edge; within a block that evens out.
    """
    assert one.shape == other.shape, f"{one.shape} and {other.shape}"
    height, width = (size // block * block for size in one.shape[:2])
    gap = (one - other)[:height, :width]
    means = gap.reshape(height // block, block, width // block, block, 3).mean(axis=(1, 3))
    return np.abs(means).max(axis=-1)
