"""Nothing to retouch: in any figure no text overlaps another or a border, none is cut, all is explained."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from tests.export.every_panel import KEYS, OF_POINTS, rows, shown_by, trained
from tests.export.test_styles import TEN
from tests.export.written_texts import faults, written_texts
from tests.panels.classifiers import made
from xentgui.export.choices import PRESETS, Choices
from xentgui.export.figure import Figure, panels_of, speaking
from xentgui.export.figure_size import fitted
from xentgui.export.spec import FigureError, FigureSpec
from xentgui.export.styles import STYLES
from xentgui.export.suited_view import suited
from xentgui.model import State, derive
from xentgui.model.view import View
from xentgui.panels.plot_panel import PlotPanel

pytestmark = pytest.mark.usefixtures("qapp")

SMALL = {"calibration", "confusion", "input_space", "jacobian"}
MIXED = [key for key in KEYS if key not in SMALL]
"""The names and sentences of the others need more than the least width of their plots."""

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
    panels = tuple(random.permutation(MIXED)[: int(random.integers(1, 5))].tolist())
    height = None if random.random() < 0.6 else float(random.uniform(4.0, 20.0))
    looks = {
        "style": str(random.choice([*STYLES])),
        "language": str(random.choice(["en", "zh_CN"])),
    }
    spec = FigureSpec.in_centimetres(panels, float(random.uniform(7.0, 26.0)), height, **looks)
    snapshot, view = derive(state), View(rows=rows())
    if OF_POINTS & {*panels}:
        few = min(count, 12)
        subject = made(60, 2, few, seed, labels=tuple(names[:few]))
        snapshot, view = trained(subject, float(random.choice([0.02, 0.5])))
    try:
        return Figure(fitted(spec, snapshot, view), snapshot, view)
    except FigureError:
        return None


def _assert_good(seed: int) -> None:
    figure = _figure(seed)
    if figure is None:
        return
    kept = figure.spec.panels, figure.spec.style, figure.spec.language
    found = [fault for fault in faults(figure) if not EXPONENT.fullmatch(fault)]
    assert not found, (seed, found, *kept)
    texts = {one.text for one in written_texts(figure).texts}
    view = suited(figure.spec, figure.snapshot, figure.view)
    with speaking(figure.spec.language):
        for panel in panels_of(figure.spec):
            if isinstance(panel, PlotPanel):
                header = panel.face(view).header(view)
                named = header.named if figure.spec.look.snug and header.name else 0
                for sample in header.samples[named:]:
                    assert sample.text in texts, (seed, panel.key, *kept)


@pytest.mark.turns
@pytest.mark.parametrize("seed", range(20))
def test_that_some_figures_need_no_retouching(seed: int) -> None:
    _assert_good(seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20, 300))
def test_that_no_figure_needs_retouching(seed: int) -> None:
    _assert_good(seed)


PRESETS_ALONE = [one for one in PRESETS if one.key in ("column", "page", "half_slide", "slide")]
NOT_IN_A_COLUMN = {("jacobian", "window"), ("confusion", "window"), ("input_space", "window")}
"""With the margins of the window, their names have too little room in a column of a paper."""

BIRDS = (
    *("Chlamydotis macqueenii, adult male", "Chlamydotis undulata, juvenile", "Tetrax tetrax"),
    *("Golden retriever (Canis familiaris)", "Otis tarda, adult female"),
)
STATES = {
    "three": State(("cat", "dog", "owl"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0)),
    "long": State(BIRDS, (2.33, -1.46, 0.56, 0.1, -0.4), (0.7, 0.1, 0.1, 0.1, 0.0)),
    "ten": TEN,
}


def _assert_alone(key: str, style: str, state: str, language: str) -> None:
    snapshot, view = shown_by(key, STATES[state])
    for preset in PRESETS_ALONE:
        if preset.key == "column" and (key, style) in NOT_IN_A_COLUMN:
            continue
        choices = Choices(panels=(key,), language=language).with_preset(preset)
        size = preset.font_size if preset.style == style else 0.0
        spec = replace(choices, style=style, font_size=size).spec()
        try:
            figure = Figure(fitted(spec, snapshot, view), snapshot, view)
        except FigureError:  # letters of a slide in a column of a paper
            assert preset.key == "column"
            assert style == "slide"
            continue
        found = [fault for fault in faults(figure) if not EXPONENT.fullmatch(fault)]
        assert not found, (found, key, style, preset.key, state, language)


@pytest.mark.parametrize("key", KEYS)
def test_that_each_panel_alone_needs_no_retouching_in_a_column(key: str) -> None:
    _assert_alone(key, "paper", "three", "en")
    _assert_alone(key, "slide", "three", "zh_CN")


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("style", [*STYLES])
@pytest.mark.parametrize("key", KEYS)
def test_that_each_panel_alone_needs_no_retouching(
    key: str, style: str, state: str, language: str
) -> None:
    _assert_alone(key, style, state, language)
