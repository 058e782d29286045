"""What a figure is to look like: sizes, densities, and what is refused."""

from __future__ import annotations

import math

import pytest

from xentgui.export.layout import Box, arrange, rows
from xentgui.export.spec import USUAL_PANELS, FigureError, FigureSpec
from xentgui.panels import PANELS

ONE = ("distribution",)


def test_that_a_larger_picture_of_the_same_shape_is_painted_alike() -> None:
    small = FigureSpec.in_pixels(ONE, 900, 506.25)
    large = FigureSpec.in_pixels(ONE, 3840, 2160)

    assert small.design_size == pytest.approx((900, 506.25))
    assert large.design_size == pytest.approx(small.design_size)
    assert large.font_size == pytest.approx(13 * 3840 / 900)


def test_that_centimetres_are_pixels_at_the_density_asked_for() -> None:
    spec = FigureSpec.in_centimetres(ONE, 2.54, 5.08, dpi=300)

    assert spec.device_size == (300, 600)
    assert (spec.width, spec.height) == pytest.approx((96, 192))


def test_that_text_on_paper_has_its_points_whatever_the_size() -> None:
    narrow = FigureSpec.in_centimetres(ONE, 8.5, 6, font_size=8)
    wide = FigureSpec.in_centimetres(ONE, 17, 6, font_size=8)

    assert narrow.font_size == wide.font_size == pytest.approx(8 * 96 / 72)


@pytest.mark.parametrize("size", [0.0, -3.0, math.nan, math.inf])
def test_that_no_figure_has_no_size(size: float) -> None:
    with pytest.raises(FigureError):
        FigureSpec.in_pixels(ONE, size, 600)
    with pytest.raises(FigureError):
        FigureSpec.in_centimetres(ONE, 8, size)


def test_that_light_ink_is_not_put_on_white() -> None:
    with pytest.raises(FigureError, match="light ink"):
        FigureSpec.in_pixels(ONE, 900, 600, theme="dark", background="white")


def test_that_a_picture_too_large_for_memory_is_refused_before_it_is_made() -> None:
    spec = FigureSpec.in_centimetres(ONE, 100, 100, dpi=1200)

    with pytest.raises(FigureError, match="Choose a smaller size"):
        _ = spec.device_size


def test_that_a_figure_without_room_for_text_is_refused() -> None:
    with pytest.raises(FigureError, match="too small"):
        FigureSpec.in_pixels(ONE, 100, 100, font_size=40)


@pytest.mark.parametrize("look", [{"theme": "pink"}, {"background": "blue"}])
def test_that_an_unknown_look_is_answered_with_those_there_are(look: dict[str, str]) -> None:
    with pytest.raises(FigureError, match="Choose one of"):
        FigureSpec.in_pixels(ONE, 900, 600, **look)


@pytest.mark.parametrize("count", range(1, 12))
@pytest.mark.parametrize("page", [Box(0, 0, 960, 540), Box(5, 7, 300, 900), Box(0, 0, 500, 480)])
def test_that_panels_fill_the_page_without_touching(count: int, page: Box) -> None:
    boxes = arrange(count, page, 10)

    assert len(boxes) == count
    assert sum(rows(count, page.width, page.height)) == count
    right, bottom = page.left + page.width, page.top + page.height
    for k, box in enumerate(boxes):
        assert page.left - 1e-9 <= box.left < box.left + box.width <= right + 1e-9
        assert page.top - 1e-9 <= box.top < box.top + box.height <= bottom + 1e-9
        for other in boxes[k + 1 :]:
            beside = abs(box.left - other.left) >= min(box.width, other.width) + 10 - 1e-9
            assert beside or abs(box.top - other.top) >= box.height + 10 - 1e-9


def test_that_the_usual_panels_are_panels() -> None:
    assert set(USUAL_PANELS) <= {panel.key for panel in PANELS}
