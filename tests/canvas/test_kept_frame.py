"""The map from data to pixels is kept along a walk, and is the one that would be made anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from xentgui.canvas.picture_item import PictureItem
from xentgui.model import State, derive
from xentgui.model.run import Run
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels import PANELS
from xentgui.panels.plot_panel import PlotPanel

STATE = State(("a", "b", "c"), (0.3, -0.2, 0.1), (0.2, 0.5, 0.3))
RUN = Run.begun(STATE, View().walk)
PLOTS = [panel for panel in PANELS if issubclass(panel, PlotPanel)]


@pytest.fixture
def style() -> Style:
    return Style(LIGHT, 13.0, fonts.ui_font(13.0))


def _is_that_made_anew(picture: PictureItem) -> bool:
    kept = picture.frame()
    made = picture.face.frame(picture.rect, picture.ranges, picture.view, kept.style, 1.0)
    return (kept.outer, kept.rect, kept.ranges) == (made.outer, made.rect, made.ranges)


@pytest.mark.parametrize("panel", PLOTS, ids=lambda panel: panel.key)
def test_that_a_frame_is_kept_for_the_next_step_and_for_nothing_else(
    panel: type[PlotPanel], style: Style
) -> None:
    picture = PictureItem(panel())
    picture.style = style
    picture.set_rect(QRectF(0.0, 0.0, 480.0, 320.0))
    picture.snapshot = derive(STATE)
    picture.view = View(run=RUN)
    first = picture.frame()

    picture.view = replace(picture.view, run=RUN.forward())
    assert picture.frame() is first
    assert _is_that_made_anew(picture)

    others = [
        View(),
        View(run=RUN, unit="bits"),
        View(run=RUN, pinned=STATE),
        View(run=RUN, references=frozenset({"uniform", "unscaled"})),
        *(
            View(run=RUN, choices={f"{panel.key}.{choice.key}": option.value})
            for choice in panel().choices(derive(STATE))
            for option in choice.options
            if not choice.several
        ),
    ]
    for view in others:
        before = picture.frame()
        picture.view = view
        assert picture.frame() is not before
        assert _is_that_made_anew(picture)
