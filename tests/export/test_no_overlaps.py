"""Nothing to retouch: in any figure no text overlaps another or a border, none is cut, all is explained."""

from __future__ import annotations

import re

import numpy as np
import pytest

from tests.export.written_texts import faults, written_texts
from xentgui.export.figure import Figure, panels_of, speaking
from xentgui.export.figure_size import fitted
from xentgui.export.spec import FigureError, FigureSpec
from xentgui.export.styles import STYLES
from xentgui.export.suited_view import suited
from xentgui.model import State, derive
from xentgui.model.view import View
from xentgui.panels.plot_panel import PlotPanel

pytestmark = pytest.mark.usefixtures("qapp")

PANELS = (
    *("distribution", "information", "gradient", "logits", "decomposition", "trace", "curves"),
    *("where_it_rests", "why_cross_entropy", "jacobian", "landscape", "simplex"),
    *("derivation", "naive"),
)
NAMES = ("airplane", "cat", "Chlamydotis macqueenii, adult male", "猫", "一只很小的鸟", "a", "Golden retriever")  # fmt: skip
EXPONENT = re.compile(r"overlap: [^/]*⋅10 / −?[0-9]+")  # which is set close to its 10


def _figure(seed: int) -> Figure | None:
    """Return a figure with a random state, panels, size, style and language; None if it is refused."""
    random = np.random.default_rng(seed)
    count = int(random.choice([2, 3, 4, 5, 7, 10, 12, 20, 40, 300]))
    names = [
        f"{random.choice(NAMES)} {k}" if random.random() < 0.5 else f"class {k}"
        for k in range(count)
    ]
    logits = random.normal(0.0, float(random.choice([0.5, 2.0, 6.0])), count)
    one = np.eye(count)[int(random.integers(count))]
    target = random.dirichlet(np.full(count, 0.4)) if random.random() < 0.5 else one
    temperature = float(random.choice([1.0, 1.0, 0.3, 4.0]))
    state = State(names, logits, target / target.sum(), temperature=temperature)
    panels = tuple(random.permutation(PANELS)[: int(random.integers(1, 5))].tolist())
    height = None if random.random() < 0.6 else float(random.uniform(4.0, 20.0))
    looks = {
        "style": str(random.choice([*STYLES])),
        "language": str(random.choice(["en", "zh_CN"])),
    }
    spec = FigureSpec.in_centimetres(panels, float(random.uniform(7.0, 26.0)), height, **looks)
    snapshot = derive(state)
    try:
        return Figure(fitted(spec, snapshot, View()), snapshot, View())
    except FigureError:
        return None


def _assert_good(seed: int) -> None:
    figure = _figure(seed)
    if figure is None:
        return
    kept = figure.spec.panels, figure.spec.style, figure.spec.language
    found = [fault for fault in faults(figure) if not EXPONENT.fullmatch(fault)]
    assert not found, (seed, *kept)
    texts = {one.text for one in written_texts(figure).texts}
    view = suited(figure.spec, figure.snapshot, figure.view)
    with speaking(figure.spec.language):
        for panel in panels_of(figure.spec):
            if isinstance(panel, PlotPanel):
                header = panel.face(view).header(view)
                named = header.named if figure.spec.look.snug and header.name else 0
                for sample in header.samples[named:]:
                    assert sample.text in texts, (seed, panel.key, *kept)


@pytest.mark.parametrize("seed", range(20))
def test_that_some_figures_need_no_retouching(seed: int) -> None:
    _assert_good(seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20, 300))
def test_that_no_figure_needs_retouching(seed: int) -> None:
    _assert_good(seed)
