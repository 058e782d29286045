"""Every axis of a figure has three numbers or more, and its name at its middle."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from tests.export.test_no_overlaps import _figure
from tests.export.written_texts import Written, written_texts
from xentgui.export.figure import Figure, panels_of, speaking
from xentgui.export.figure_layout import content_layout, edge_of
from xentgui.export.figure_size import fitted
from xentgui.export.spec import FigureError
from xentgui.export.suited_view import suited
from xentgui.model import derive
from xentgui.panels.distribution_bars import UPRIGHT, arrangement

pytestmark = pytest.mark.usefixtures("qapp")

NUMBER = re.compile(r"[+−]?(?:[0-9][0-9.]*(?:e−?[0-9]+)?|10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|∞)")
_HALF = 8.0  # design pixels: half of a line
UP = {"distribution", "information", "gradient", "logits", "curves", "trace", "why_cross_entropy"}
ACROSS = {"information", "curves", "trace", "why_cross_entropy", "decomposition", "where_it_rests"}


def _plot(figure: Figure) -> QRectF:
    """Return the plot of a figure of one panel, below which and beside which nothing else stands."""
    spec, snapshot = figure.spec, figure.snapshot
    view = suited(spec, snapshot, figure.view)
    with speaking(spec.language):
        layout = content_layout(spec, panels_of(spec), snapshot, view, {})
        edge, (width, height) = edge_of(spec), spec.design_size
        room = QRectF(edge, edge, width - 2 * edge, height - 2 * edge)
        place = layout.places(room)[0]
        head = layout.shown[0].head
    assert place.around is not None
    return place.cell.adjusted(0.0, head, 0.0, 0.0).marginsRemoved(place.around)


def _numbers(texts: list[Written]) -> list[Written]:
    return [one for one in texts if NUMBER.fullmatch(one.text)]


def _assert_axes(key: str, style: str, seed: int) -> None:
    made = _figure(seed)
    if made is None:
        return
    # Without a note, the panel begins at the top of the page.
    state = replace(made.snapshot.state, temperature=1.0)
    spec = replace(made.spec, panels=(key,), style=style, theme="light", free_height=True)
    figure = Figure(spec, derive(state), made.view)
    try:
        figure = replace(figure, spec=fitted(spec, figure.snapshot, figure.view))
    except FigureError:
        return
    plot, texts = _plot(figure), written_texts(figure).texts
    view = suited(figure.spec, figure.snapshot, figure.view)
    beside = [one for one in texts if one.ink.bottom() > plot.top() - _HALF]
    left = [one for one in beside if one.ink.right() <= plot.left()]
    below = [one for one in texts if one.ink.top() >= plot.bottom()]
    is_upright = key != "distribution" or arrangement(view) == UPRIGHT
    if key in UP and is_upright:
        assert len(_numbers(left)) >= 3
        turned = [one for one in left if one.ink.height() > one.ink.width() and len(one.text) > 1]
        names = turned or [one for one in left if not NUMBER.fullmatch(one.text)]
        assert names
        top = min(one.ink.top() for one in names)
        bottom = max(one.ink.bottom() for one in names)
        if bottom - top < plot.height():
            assert abs((top + bottom) / 2 - plot.center().y()) < 10.0
    if key in ACROSS or not is_upright:
        assert len(_numbers(below)) >= 3
        lowest = max(below, key=lambda one: one.ink.bottom())
        assert not NUMBER.fullmatch(lowest.text)
        assert abs(lowest.ink.center().x() - plot.center().x()) < max(10.0, lowest.ink.width() / 2)


@pytest.mark.parametrize("style", ["paper", "slide", "print"])
@pytest.mark.parametrize("key", sorted(UP | ACROSS))
def test_that_an_axis_has_three_numbers_and_a_name_at_its_middle(key: str, style: str) -> None:
    for seed in (3, 11):
        _assert_axes(key, style, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("key", sorted(UP | ACROSS))
def test_that_an_axis_of_any_figure_can_be_read(key: str, seed: int) -> None:
    _assert_axes(key, ("paper", "slide", "print")[seed % 3], seed)
