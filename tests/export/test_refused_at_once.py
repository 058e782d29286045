"""A size that is too small is told from one that does by what was measured before."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import product

import pytest
from PySide6.QtCore import QRectF

from tests.export.samples import AWKWARD, EXAMPLE, many
from tests.export.test_styles import KEYS, TEN
from tests.flows.counted_calls import counted
from xentgui.export.content_layout import ContentLayout
from xentgui.export.figure import panels_of, speaking
from xentgui.export.figure_layout import content_layout
from xentgui.export.panel_needs import PanelNeeds
from xentgui.export.spec import FigureSpec
from xentgui.export.suited_view import suited
from xentgui.model import State, derive
from xentgui.model.view import View

pytestmark = pytest.mark.usefixtures("qapp")

PANELS, PLOTS = tuple(KEYS[:6]), ("distribution", "logits", "curves")
WIDTHS, HEIGHTS = (350.0, 500.0, 700.0, 1000.0), (150.0, 250.0, 400.0, 600.0, 900.0, 1300.0)


def _layout(state: State, style: str, panels: Sequence[str] = PANELS) -> ContentLayout:
    spec = FigureSpec.in_centimetres(tuple(panels), 17.5, 10.0, style=style, language="en")
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
        least = [(w, layout.needed_height(QRectF(0.0, 0.0, w, 900.0))) for w in WIDTHS]
        close = [(width, height + more) for width, height in least for more in (-1.0, 1.0)]
        for width, height in (*product(WIDTHS, HEIGHTS), *close):
            page = QRectF(0.0, 0.0, width, height)
            is_room = layout.needed_height(page) <= height + 0.01 and not layout.is_too_wide(page)

            assert layout.fits(page) == is_room


def test_that_a_page_that_is_too_small_is_not_laid_out() -> None:
    layout = _layout(TEN, "paper")
    with speaking("en"), counted() as calls:
        assert not layout.fits(QRectF(0.0, 0.0, 500.0, 150.0))

    assert calls[ContentLayout.fits.__code__] == 1
    assert calls[ContentLayout.places.__code__] == 0


@pytest.mark.parametrize("style", ["paper", "slide"])
@pytest.mark.parametrize("state", [EXAMPLE, TEN, AWKWARD, many(200)], ids=lambda s: len(s.labels))
def test_that_the_widest_panel_is_found_by_measuring_few(state: State, style: str) -> None:
    with speaking("en"):
        for panels in [KEYS[nth : nth + 4] for nth in range(0, len(KEYS), 4)]:
            layout = _layout(state, style, panels)
            layout.natural_height(900.0)
            with counted() as calls:
                found = layout.least_width()

            assert found == _layout(state, style, panels).least_width()
            assert calls[PanelNeeds.measured.__code__] < len(panels)


def test_that_one_panel_tells_that_a_page_is_too_narrow() -> None:
    with speaking("en"):
        layout = _layout(TEN, "slide", PLOTS)
        width = layout.least_width() - 5.0
        with counted() as calls:
            assert layout.least_height(width) == math.inf
        assert calls[PanelNeeds.measured.__code__] == 1
        with counted() as calls:
            assert layout.is_too_narrow(QRectF(0.0, 0.0, 100.0, 1e5))
        assert calls[PanelNeeds.measured.__code__] == 0
        assert not layout.is_too_narrow(QRectF(0.0, 0.0, width + 10.0, 1e5))


@pytest.mark.parametrize("width", [150.0, *WIDTHS])
def test_that_no_page_is_called_taller_than_it_is(width: float) -> None:
    with speaking("en"):
        natural = _layout(TEN, "slide", PLOTS).natural_height(width)

        assert _layout(TEN, "slide", PLOTS).is_taller(width, natural - 1.0)
        assert not _layout(TEN, "slide", PLOTS).is_taller(width, natural + 1.0)
        with counted() as calls:
            assert _layout(TEN, "slide", PLOTS).is_taller(width, 30.0)
    assert not calls[PanelNeeds.measured.__code__]
