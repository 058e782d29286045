"""A figure is laid out once: to find its size, and to paint it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.export.samples import EXAMPLE
from xentgui.export.content_layout import ContentLayout
from xentgui.export.figure import panels_of, speaking
from xentgui.export.figure_layout import content_layout
from xentgui.export.spec import FigureSpec
from xentgui.export.suited_view import suited
from xentgui.model import Snapshot, derive
from xentgui.model.view import View
from xentgui.painting.frame import Ranges

pytestmark = pytest.mark.usefixtures("qapp")

PANELS = ("distribution", "information", "gradient", "rows")
SPEC = FigureSpec.in_centimetres(PANELS, 17.5, 10.0, style="paper", language="en")
SNAPSHOT = derive(EXAMPLE)
RANGES = {"gradient": Ranges(-0.5, 2.5, -2.0, 2.0)}


def _layout(
    spec: FigureSpec = SPEC,
    snapshot: Snapshot = SNAPSHOT,
    view: View | None = None,
    ranges: dict[str, Ranges] | None = None,
) -> ContentLayout:
    with speaking(spec.language):
        shown = suited(spec, snapshot, view or View())
        return content_layout(spec, panels_of(spec), snapshot, shown, ranges or {})


@pytest.mark.parametrize(
    "spec",
    [
        SPEC,
        replace(SPEC, theme="dark"),
        replace(SPEC, background="transparent"),
        replace(SPEC, width=300.0, font_size=8.0),
        replace(SPEC, svg_text="named"),
    ],
)
def test_that_what_does_not_move_a_text_keeps_the_layout(spec: FigureSpec) -> None:
    assert _layout(spec) is _layout()


@pytest.mark.parametrize(
    "spec",
    [
        replace(SPEC, style="slide"),
        replace(SPEC, family="serif"),
        replace(SPEC, language="zh_CN"),
        replace(SPEC, values=False),
        replace(SPEC, panels=PANELS[:3]),
    ],
)
def test_that_what_moves_texts_gives_another_layout(spec: FigureSpec) -> None:
    assert _layout(spec) is not _layout()


@pytest.mark.parametrize("view", [View(unit="bits"), View(choices={"distribution.order": "rows"})])
def test_that_another_view_gives_another_layout(view: View) -> None:
    assert _layout(view=view) is not _layout()


def test_that_other_numbers_and_axes_give_another_layout() -> None:
    assert _layout(snapshot=derive(EXAMPLE)) is not _layout()
    assert _layout(ranges=RANGES) is not _layout()
    assert _layout(ranges=dict(RANGES)) is _layout(ranges=RANGES)
