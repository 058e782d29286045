"""A size that is too small is told from one that does by what was measured before."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import QRectF

from tests.export.samples import AWKWARD, EXAMPLE, many
from tests.export.test_styles import KEYS, TEN
from tests.flows.counted_calls import counted
from xentgui.export.content_layout import ContentLayout
from xentgui.export.figure import panels_of, speaking
from xentgui.export.figure_layout import content_layout
from xentgui.export.spec import FigureSpec
from xentgui.export.suited_view import suited
from xentgui.model import State, derive
from xentgui.model.view import View

pytestmark = pytest.mark.usefixtures("qapp")

PANELS = tuple(KEYS[:6])
WIDTHS, HEIGHTS = (350.0, 500.0, 700.0, 1000.0), (150.0, 250.0, 400.0, 600.0, 900.0, 1300.0)


def _layout(state: State, style: str) -> ContentLayout:
    spec = FigureSpec.in_centimetres(PANELS, 17.5, 10.0, style=style, language="en")
    snapshot = derive(state)
    with speaking(spec.language):
        return content_layout(spec, panels_of(spec), snapshot, suited(spec, snapshot, View()), {})


@pytest.mark.parametrize("style", ["paper", "slide"])
@pytest.mark.parametrize("state", [EXAMPLE, TEN, AWKWARD, many(200)], ids=lambda s: len(s.labels))
def test_that_no_size_that_does_is_ruled_out(state: State, style: str) -> None:
    layout = _layout(state, style)
    with speaking("en"):
        layout.least_width()  # measures
        pages = [QRectF(0.0, 0.0, *size) for size in product(WIDTHS, HEIGHTS)]

        assert not [page for page in pages if layout.fits(page) and not layout.could_fit(page)]


def test_that_far_too_small_a_size_is_ruled_out() -> None:
    layout = _layout(TEN, "paper")
    with speaking("en"):
        layout.least_width()

        assert not layout.could_fit(QRectF(0.0, 0.0, 350.0, 150.0))


@pytest.mark.parametrize("style", ["paper", "slide"])
@pytest.mark.parametrize("state", [EXAMPLE, TEN, AWKWARD, many(200)], ids=lambda s: len(s.labels))
def test_that_what_a_layout_needs_has_room(state: State, style: str) -> None:
    layout = _layout(state, style)
    with speaking("en"):
        for width, height in product(WIDTHS, HEIGHTS):
            page = QRectF(0.0, 0.0, width, height)
            needed = layout.needed(page)
            is_room = needed.width() <= width + 0.01 and needed.height() <= height + 0.01

            assert layout.fits(page) == is_room


def test_that_a_page_that_is_too_small_is_not_laid_out() -> None:
    layout = _layout(TEN, "paper")
    with speaking("en"), counted() as calls:
        assert not layout.fits(QRectF(0.0, 0.0, 500.0, 150.0))

    assert calls[ContentLayout.fits.__code__] == 1
    assert calls[ContentLayout.places.__code__] == 0
