"""The styles of figures: in a paper's, the data have the room, and nothing is cut."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QImage, QPainter

from tests.export.samples import AWKWARD, EXAMPLE, difference, many, of_qimage, pixels
from tests.export.test_sameness import RENDERERS
from xentgui.export.figure import Figure
from xentgui.export.figure_parts import style_of
from xentgui.export.file_formats import EXPORT_FORMATS
from xentgui.export.formats.png import encode, render
from xentgui.export.spec import FAMILIES, FigureError, FigureSpec
from xentgui.export.styles import STYLES
from xentgui.model import State, derive
from xentgui.model.view import View
from xentgui.painting.fonts import text_font
from xentgui.painting.marks import draw_dot
from xentgui.painting.theme import LIGHT, THEMES
from xentgui.panels import PANELS

pytestmark = pytest.mark.usefixtures("qapp")
KEYS = [panel.key for panel in PANELS]
PAIR = ("distribution", "information")
TEN = State(
    ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"),
    (1.2, 0.9, 0.4, -2.0, 0.1, 1.6, -2.8, -0.7, -3.5, -4.0),
    (0.02, 0.02, 0.05, 0.4, 0.05, 0.3, 0.05, 0.07, 0.02, 0.02),
)


class Texts(QPainter):
    """Remembers every text, and whether one was bold."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.texts: list[str] = []
        self.bold = False
        self.fonts: list[QFont] = []

    def drawText(self, *how: Any) -> None:  # type: ignore[override]
        """Remember a text."""
        self.texts.append(how[-1])
        self.fonts.append(QFont(self.font()))
        self.bold = self.bold or self.font().bold()


def _figure(
    state: State = EXAMPLE,
    panels: tuple[str, ...] = PAIR,
    size: tuple[float, float] = (8.6, 5.0),
    style: str = "paper",
    **looks: Any,
) -> Figure:
    spec = FigureSpec.in_centimetres(panels, *size, style=style, **looks)
    return Figure(spec, derive(state), View())


def written(figure: Figure) -> Texts:
    """Return what is written in a figure."""
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = Texts(image)
    figure.paint(painter)
    painter.end()
    return painter


def _lines(figure: Figure) -> list[tuple[int, int, int, int]]:
    """Return left, top, right and bottom of what the horizontal lines of each half span."""
    image, found = of_qimage(render(figure)), []
    colors = [
        np.array([int(c[k : k + 2], 16) for k in (1, 3, 5)])
        for c in (LIGHT.grid, LIGHT.line, LIGHT.mute)
    ]
    grid = np.any([np.abs(image - color).max(axis=2) < 3 for color in colors], axis=0)
    middle = image.shape[1] // 2
    for half, start in ((grid[:, :middle], 0), (grid[:, middle:], middle)):
        rows = np.flatnonzero(half.sum(axis=1) > 0.3 * half.shape[1])
        columns = np.flatnonzero(half[rows].any(axis=0)) + start
        found.append((int(columns[0]), int(rows[0]), int(columns[-1]), int(rows[-1])))
    return found


def test_that_in_a_column_of_a_paper_the_plots_fill_half_of_the_figure() -> None:
    figure = _figure()
    one, other = _lines(figure)
    width, height = figure.spec.device_size

    # The lines of p are at 0 and 1, which are the ends of its axis; the plots are equally high.
    high = one[3] - one[1]
    assert abs(one[3] - other[3]) <= 1, "the plots stand on one line"
    assert (one[2] - one[0] + other[2] - other[0]) * high >= 0.5 * width * height


def test_that_today_s_style_leaves_the_plots_less() -> None:
    one, other = _lines(_figure(size=(8.6, 8.0), style="window", background="white"))
    ours, ours_too = _lines(_figure(size=(8.6, 8.0), background="white"))

    def area(box: tuple[int, int, int, int]) -> int:
        return (box[2] - box[0]) * (box[3] - box[1])

    assert area(ours) + area(ours_too) > 1.5 * (area(one) + area(other))


def test_that_only_panels_beside_others_have_letters_and_none_has_a_title() -> None:
    both, alone = written(_figure()).texts, written(_figure(panels=("distribution",))).texts

    assert [text for text in both if re.fullmatch(r"\(\w\)", text)] == ["(a)", "(b)"]
    assert not [text for text in alone if re.fullmatch(r"\(\w\)", text)]
    assert "Distribution" not in [*both, *alone]
    assert "Distribution" in written(_figure(style="slide", size=(25, 14))).texts


def test_that_on_paper_nothing_is_bold() -> None:
    assert not written(_figure(panels=PAIR, size=(17.5, 8))).bold
    assert written(_figure(panels=PAIR, size=(17.5, 8), style="window")).bold


def test_that_names_are_turned_where_they_do_not_fit_side_by_side() -> None:
    texts = written(_figure(TEN)).texts

    assert set(TEN.labels) <= set(texts)


def test_that_text_on_a_slide_is_larger() -> None:
    sizes = [FigureSpec.in_pixels(PAIR, 1920, 1080, style=style).font_size for style in STYLES]

    assert sizes[2] == pytest.approx(1.4 * sizes[0])


@pytest.mark.parametrize("style", ["paper", "slide"])
@pytest.mark.parametrize("state", [EXAMPLE, TEN, AWKWARD, many(100)], ids=lambda s: len(s.labels))
def test_that_nothing_reaches_the_edge_of_the_figure(state: State, style: str) -> None:
    for panels in (PAIR, ("distribution",), ("logits", "gradient", "curves")):
        image = of_qimage(render(_figure(state, panels, (18.0, 9.0), style)))
        ground = image[0, 0]
        for side in (image[0], image[-1], image[:, 0], image[:, -1]):
            assert (side == ground).all()


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(KEYS), min_size=1, max_size=6, unique=True),
    st.floats(4.0, 40.0),
    st.floats(4.0, 40.0),
    st.sampled_from(sorted(STYLES)),
    st.sampled_from([EXAMPLE, TEN, AWKWARD, many(1000)]),
)
def test_that_any_panels_are_painted_at_any_size_in_any_style(
    panels: list[str], width: float, height: float, style: str, state: State
) -> None:
    assert written(_figure(state, tuple(panels), (width, height), style)).texts


def test_that_a_larger_bitmap_is_laid_out_alike() -> None:
    specs = [FigureSpec.in_pixels(PAIR, 900 * k, 500 * k, style="paper") for k in (1, 3)]
    small, large = (of_qimage(render(Figure(one, derive(TEN), View()))) for one in specs)

    shrunk = large.reshape(500, 3, 900, 3, 3).mean(axis=(1, 3))
    assert np.abs(small - shrunk).mean() < 4


def test_that_an_unknown_style_is_answered_with_those_there_are() -> None:
    with pytest.raises(FigureError, match="window, paper, slide"):
        _figure(style="poster")


@pytest.mark.parametrize("style", STYLES)
def test_that_a_figure_of_a_style_is_the_same_every_time(style: str) -> None:
    assert encode(_figure(style=style)) == encode(_figure(style=style))


@pytest.mark.parametrize("renderer", RENDERERS)
@pytest.mark.parametrize("style", ["paper", "slide", "print"])
def test_that_names_and_letters_look_the_same_everywhere(style: str, renderer: str) -> None:
    spec = FigureSpec.in_pixels(PAIR, 900, 600, style=style)
    figure = Figure(spec, derive(TEN), View())
    name, draw = RENDERERS[renderer]

    gap = difference(pixels(encode(figure)), draw(EXPORT_FORMATS[name].encode(figure)))

    assert gap.mean() < (3 if name == "pdf" else 0.6)
    assert (gap > 60).mean() < (1 / 200 if name == "pdf" else 1 / 500)


class Shapes(QPainter):
    """Remembers how many corners each filled polygon has, with its colour."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.found: set[tuple[int, str]] = set()

    def drawPolygon(self, *shape: Any) -> None:  # type: ignore[override]
        """Remember a polygon."""
        if isinstance(shape[0], list):
            self.found.add((len(shape[0]), self.brush().color().name()))


@pytest.mark.parametrize("style", [*STYLES])
def test_that_each_class_has_the_same_shape_in_all_styles(style: str) -> None:
    colors = THEMES["print" if style == "print" else "light"].classes
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = Shapes(image)
    for color in colors:
        draw_dot(painter, style_of(_figure(style=style).spec), QPointF(5.0, 5.0), color)
    painter.end()

    # All but the first, which is a disc.
    assert painter.found == set(zip((4, 3, 4, 3, 5, 3, 6), map(str.lower, colors[1:]), strict=True))


def test_that_print_is_black_whatever_the_theme() -> None:
    for theme in ("light", "dark"):
        image = of_qimage(render(_figure(TEN, PAIR, (17.5, 8.0), "print", theme=theme)))
        assert (image.max(axis=2) - image.min(axis=2)).max() <= 2


@pytest.mark.parametrize("family", FAMILIES)
def test_that_all_letters_but_those_of_formulas_are_of_the_family(family: str) -> None:
    figure = _figure(family=family)
    families = {font.families()[0] for font in written(figure).fonts}

    assert text_font(family, 13).families()[0] in families
    assert families <= {text_font(one, 13).families()[0] for one in (family, "serif")}
