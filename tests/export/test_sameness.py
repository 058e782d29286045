"""The same picture in every program: vectors, drawn by others, beside our own pixels.

The tolerance, in the mean colour of blocks of 4 x 4 pixels, of 255: for SVG 0.6 on average, and 60
for all but one block in 500; for PDF, whose letters poppler fits to pixels, 3 and one in 200.  What
remains is how each program smooths an edge; a mark that were missing, moved by two pixels, or drawn
in another font, is far beyond it.  Where thousands of classes share the pixels every column has
edges, and the average is 7.
"""

from __future__ import annotations

import functools
import shutil
import subprocess
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from tests.export.samples import (
    EXAMPLE,
    POPPLER,
    RSVG,
    by_qt,
    difference,
    figure,
    many,
    of_qimage,
    pixels,
)
from xentgui.export.figure import Figure
from xentgui.export.file_formats import EXPORT_FORMATS
from xentgui.export.formats.png import render
from xentgui.export.spec import THEMES, FigureSpec
from xentgui.model import State, derive
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels import PANELS, Panel

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")

pytestmark = pytest.mark.usefixtures("qapp")
KEYS = [panel.key for panel in PANELS]
CHINESE = State(("猫", "狗", "一只很小的鸟"), EXAMPLE.logits, (0.7, 0.2, 0.1), temperature=1.5)


@functools.cache
def _written(
    key: str, state: str, file_format: str, theme: str = "light", language: str = "en"
) -> bytes:
    """Return a figure as a file; it is made once for all who draw it."""
    made = figure(_state(state), key, theme=theme, language=language)
    return EXPORT_FORMATS[file_format].encode(made)


@functools.lru_cache(maxsize=4)
def _ours(key: str, state: str, theme: str = "light", language: str = "en") -> np.ndarray:
    """Return the pixels of our own picture, which several programs are compared with."""
    return pixels(_written(key, state, "png", theme, language))


@functools.cache
def _state(name: str) -> State:
    if name == "example":
        return EXAMPLE
    return CHINESE if name == "chinese" else many(int(name.split(maxsplit=1)[0]))


def _program(run: Callable[[bytes], bytes] | None, data: bytes) -> np.ndarray:
    if run is None:
        pytest.skip("the program is not installed")
    return pixels(run(data))


RENDERERS: dict[str, tuple[str, Callable[[bytes], np.ndarray]]] = {
    "QtSvg": ("svg", lambda data: by_qt(data, 900, 600)),
    "librsvg": ("svg", lambda data: _program(RSVG, data)),
    "poppler": ("pdf", lambda data: _program(POPPLER, data)),
}


LOOKS = [*product(("light", "dark", "print"), ("en", "zh_CN"))]


def _figures() -> Iterator[object]:
    """Yield every panel for every program in a look, in turn; the other looks take long."""
    for (nth, key), renderer in product(enumerate(KEYS), RENDERERS):
        for turn, (theme, language) in enumerate(LOOKS):
            marks = () if turn == nth % len(LOOKS) else (pytest.mark.long,)
            yield pytest.param(key, renderer, theme, language, marks=marks)


@pytest.mark.turns
@pytest.mark.parametrize(("key", "renderer", "theme", "language"), [*_figures()])
def test_every_panel_looks_the_same_everywhere(
    key: str, renderer: str, theme: str, language: str
) -> None:
    state = "chinese" if language == "zh_CN" else "example"
    name, draw = RENDERERS[renderer]

    ours = _ours(key, state, theme, language)
    gap = difference(ours, draw(_written(key, state, name, theme, language)))

    assert gap.mean() < (3 if name == "pdf" else 0.6)
    assert (gap > 60).mean() < (1 / 200 if name == "pdf" else 1 / 500)


def _counts() -> Iterator[object]:
    """Yield every panel with 60 classes or a vocabulary, in turn; the other numbers take long."""
    for (nth, key), count in product(enumerate(KEYS), (10, 60, 2000, 50_257)):
        marks = () if count == (60, 50_257)[nth % 2] else (pytest.mark.long,)
        yield pytest.param(key, count, marks=marks)


@pytest.mark.parametrize("renderer", RENDERERS)
@pytest.mark.parametrize(("key", "count"), [*_counts()])
def test_any_number_of_classes_looks_the_same_everywhere(
    key: str, count: int, renderer: str
) -> None:
    name, draw = RENDERERS[renderer]

    ours = _ours(key, f"{count} classes")
    gap = difference(ours, draw(_written(key, f"{count} classes", name)))

    assert gap.mean() < (7 if count >= 100 else 3 if name == "pdf" else 1)
    assert (gap > 60).mean() < 1 / 200


@pytest.mark.parametrize("renderer", RENDERERS)
def test_that_the_comparison_sees_a_class_that_is_missing(renderer: str) -> None:
    whole, lacking = figure(EXAMPLE), figure(State(("class 1", "class 2"), (2.33, -1.46), (1, 0)))
    name, draw = RENDERERS[renderer]

    gap = difference(
        pixels(EXPORT_FORMATS["png"].encode(whole)), draw(EXPORT_FORMATS[name].encode(lacking))
    )

    assert gap.mean() > 6


ROOM = 9
"""The most panels that can be read in a figure of this size."""


@pytest.mark.expensive
@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("first", range(0, len(KEYS), ROOM), ids=lambda first: KEYS[first])
def test_that_a_browser_shows_the_whole_figure_alike(
    first: int, theme: str, tmp_path: Path
) -> None:
    assert CHROMIUM is not None
    made = figure(CHINESE, *KEYS[first : first + ROOM], theme=theme, language="zh_CN")
    drawn, seen = tmp_path / "figure.svg", tmp_path / "seen.png"
    drawn.write_bytes(EXPORT_FORMATS["svg"].encode(made))
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--window-size=900,600"]
    place = [f"--user-data-dir={tmp_path / 'profile'}", f"--screenshot={seen}", drawn.as_uri()]
    subprocess.run([*command, *place], check=True, capture_output=True, timeout=600)

    gap = difference(pixels(EXPORT_FORMATS["png"].encode(made)), pixels(seen.read_bytes()))

    assert gap.mean() < 1
    assert (gap > 60).mean() < 1 / 500


@pytest.mark.parametrize("panel", PANELS, ids=KEYS)
def test_that_the_figure_is_what_the_screen_paints(panel: type[Panel]) -> None:
    """Only the letters differ: those of the screen are bolder than their outlines."""
    spec = FigureSpec.in_pixels(
        (panel.key,), 640, 400, font_size=13, titles=False, formulas=False, handles=True
    )
    screen = QImage(640, 400, QImage.Format.Format_RGB32)
    screen.fill(LIGHT.card)
    painter = QPainter(screen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    style = Style(LIGHT, 13, fonts.ui_font(13))
    panel().paint(painter, QRectF(0, 8, 640, 384), derive(EXAMPLE), View(), style)
    painter.end()

    gap = difference(of_qimage(render(Figure(spec, derive(EXAMPLE), View()))), of_qimage(screen))

    assert gap.mean() < 3
    assert (gap > 60).mean() < 1 / 200
