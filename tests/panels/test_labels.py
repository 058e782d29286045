"""The numbers of a plot are whole, and no line goes through them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from xentgui.language.text import number
from xentgui.model import State, default_labels, derive
from xentgui.model.mark import ClassMark
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.areas import Areas
from xentgui.panels.distribution import Distribution
from xentgui.panels.gradient import Gradient
from xentgui.panels.information import Information
from xentgui.panels.logits import Logits
from xentgui.panels.plot_panel import PlotPanel

INF = float("inf")
NAMES = ("class 1", "class 2", "class 3")


class Watched(QPainter):
    """A painter that remembers the texts and the lines."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.boxed: list[tuple[str, float, QRectF]] = []
        self.free: dict[str, QRectF] = {}
        self.lines: list[QLineF] = []

    def drawText(self, *how: Any) -> None:  # type: ignore[override]
        metrics = QFontMetricsF(self.font())
        if isinstance(how[0], QRectF):
            self.boxed.append((how[-1], metrics.horizontalAdvance(how[-1]), how[0]))
        elif isinstance(how[0], QPointF):
            box = metrics.tightBoundingRect(how[-1]).translated(how[0])
            self.free[how[-1]] = self.transform().mapRect(box)  # some are turned
        super().drawText(*how)

    def drawLine(self, *line: Any) -> None:
        if isinstance(line[0], QLineF):
            self.lines.append(line[0])
        super().drawLine(*line)


def _watched(
    panel: PlotPanel, state: State, width: int = 480, height: int = 360, view: View | None = None
) -> Watched:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.card))
    painter = Watched(image)
    style = Style(LIGHT, 13.0, ui_font(13))
    panel.paint(painter, QRectF(0, 0, width, height), derive(state), view or View(), style)
    painter.end()
    return painter


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("temperature", [1e-5, 1.0, 1500.0, INF])
def test_that_no_number_of_the_axis_of_the_gradient_is_cut(temperature: float) -> None:
    state = State(NAMES, (0.0, 0.0, 0.0), (1.0, 0.0, 0.0), temperature=temperature)

    signed = [one for one in _watched(Gradient(), state).boxed if one[0][0] in "+\N{MINUS SIGN}"]

    assert signed
    for text, width, box in signed:
        assert width <= box.width() + 0.5, text


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("target", [(1.0, 0.0, 0.0), (0.5, 0.5, 0.0), (0.0, 0.0, 1.0)])
@pytest.mark.parametrize("logits", [(0.0, 0.0, 0.0), (0.3, 0.0, 0.3), (2.33, -1.46, 0.56)])
def test_that_no_drop_line_goes_through_a_label(
    logits: tuple[float, ...], target: tuple[float, ...]
) -> None:
    seen = _watched(Information(), State(NAMES, logits, target))

    assert len(seen.free) == 3
    for text, box in seen.free.items():
        for line in seen.lines:
            strip = QRectF(line.p1(), line.p2()).normalized().adjusted(-0.1, -0.1, 0.1, 0.1)
            assert not strip.intersects(box), text


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("panel", [Distribution, Gradient])
@pytest.mark.parametrize("peak", [3, 996])
def test_that_a_label_covers_no_number_of_the_axis_and_is_not_lost_at_the_edge(
    panel: type[PlotPanel], peak: int
) -> None:
    logits = np.zeros(1000)
    logits[peak] = 5.0
    state = State(default_labels(1000), logits, np.eye(1, 1000, 500)[0])

    seen = _watched(panel(), state)

    of_peak = [box for text, box in seen.free.items() if text.startswith(f"class {peak + 1}:")]
    assert of_peak
    for text, width, box in seen.boxed:
        number = QRectF(box.right() - width, box.top() + 3, width, box.height() - 6)
        assert not any(number.intersects(label) for label in seen.free.values()), text


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("panel", [Distribution, Gradient])
def test_that_a_number_stands_over_its_own_class_where_classes_are_close(
    panel: type[PlotPanel],
) -> None:
    state = State(default_labels(12), np.linspace(-3.0, 3.0, 12), np.eye(1, 12)[0])

    seen = _watched(panel(), state)

    frame = panel().frame(
        QRectF(0, 0, 480, 360),
        panel().home(derive(state), View()),
        View(),
        Style(LIGHT, 13.0, ui_font(13)),
        1.0,
    )
    middles = [frame.x(float(index)) for index in range(12)]
    numbers = sorted(box.center().x() for text, box in seen.free.items() if "class" not in text)
    assert len(numbers) >= 4
    for at in numbers[1:-1]:  # the first and the last may be pushed from the edge
        assert min(abs(at - middle) for middle in middles) < 3


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("panel", [Distribution, Gradient, Logits])
@pytest.mark.parametrize("count", [14, 300])
def test_that_one_long_name_does_not_cost_the_others_theirs(
    panel: type[PlotPanel], count: int
) -> None:
    target, logits = np.eye(1, count)[0], np.linspace(-2.0, 2.0, count)
    names = default_labels(count)

    usual = _watched(panel(), State(names, logits, target)).boxed
    one_long = _watched(panel(), State((*names[:-1], "x" * 10_000), logits, target)).boxed

    named = {text for text, _, _ in usual if text in names[:-1]}
    assert len(named) >= 2
    assert named <= {text for text, _, _ in one_long}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("panel", [Distribution, Gradient, Logits, Information])
def test_that_a_class_without_a_name_is_called_by_its_number(panel: type[PlotPanel]) -> None:
    state = State(("", "two\nlines", "x" * 10_000), (2.0, 1.0, 0.0), (0.5, 0.3, 0.2))

    told = panel().describe(derive(state), View())
    drawn = {text for text, _, _ in _watched(panel(), state).boxed}

    assert told.startswith("#1: ")
    assert "two⏎lines: " in told
    assert len(told) < 300
    assert panel is Information or {"#1", "two⏎lines"} <= drawn


@pytest.mark.usefixtures("qapp")
def test_that_a_probability_too_small_for_float64_is_not_called_0() -> None:
    state = State(NAMES, (0.0, -1023.0, 0.0), (1.0, 0.0, 0.0))

    numbers = _watched(Distribution(), state).free
    told = Distribution().describe(derive(state), View())

    assert "2.6e\N{MINUS SIGN}445" in numbers
    assert "softmax 2.604e\N{MINUS SIGN}445" in told


SMALL = 290, 270
"""What a panel has for itself on a projector of 1024 by 768."""

LOGITS = {
    "opening": (2.33, -1.46, 0.56),
    "tie": (0.0, 0.0, 0.0),
    "two one a tenth": (2.0, 1.0, 0.1),
    "close race": (10.0, 9.0, 9.0),
    "wrong answer": (0.28, 0.86, -2.85),
    "tied prediction": (1.5, 1.5, 0.0),
    "just right": (10.0, -2.0, 3.0),
    "nearly certain": (40.0, 0.0, 0.0),
}
EVERY_LOGITS = pytest.mark.parametrize("logits", LOGITS.values(), ids=LOGITS.keys())


def _frame(panel: PlotPanel, state: State, width: int, height: int) -> Frame:
    home = panel.home(derive(state), View())
    return panel.frame(
        QRectF(0, 0, width, height), home, View(), Style(LIGHT, 13.0, ui_font(13)), 1.0
    )


@pytest.mark.usefixtures("qapp")
@EVERY_LOGITS
@pytest.mark.parametrize("size", [SMALL, (480, 360), (640, 300)])
def test_that_the_curve_goes_through_no_label_and_none_is_lost(
    logits: tuple[float, ...], size: tuple[int, int]
) -> None:
    state = State(NAMES, logits, (1.0, 0.0, 0.0))

    labels = _watched(Information(), state, *size).free

    frame = _frame(Information(), state, *size)
    p = np.linspace(1e-4, 1.0, 4000)
    x, y = frame.x(p), frame.y(-np.log(p))
    assert len(labels) == 3
    for text, box in labels.items():
        inside = (x > box.left()) & (x < box.right()) & (y > box.top()) & (y < box.bottom())
        assert not inside.any(), text


@pytest.mark.usefixtures("qapp")
@EVERY_LOGITS
@pytest.mark.parametrize("target", [(0.6, 0.1, 0.3), (0.5, 0.2, 0.3), (0.3, 0.3, 0.4)])
@pytest.mark.parametrize("size", [SMALL, (480, 360)])
def test_that_the_number_of_a_bar_covers_neither_the_legend_nor_its_target(
    logits: tuple[float, ...], target: tuple[float, ...], size: tuple[int, int]
) -> None:
    state = State(NAMES, logits, target)

    seen = _watched(Distribution(), state, *size)

    frame = _frame(Distribution(), state, *size)
    texts = [box for text, _, box in seen.boxed if text in ("softmax", "hardmax", "target y")]
    lines = [QRectF(frame.x(k) - 20, frame.y(y) - 1, 40, 2) for k, y in enumerate(state.target)]
    assert len(texts) == 3
    for text, box in seen.free.items():
        assert not any(box.intersects(other) for other in texts), text
        assert not any(box.intersects(line) for line in lines), text


@pytest.mark.usefixtures("qapp")
@EVERY_LOGITS
@pytest.mark.parametrize("temperature", [0.0, 1.0])
@pytest.mark.parametrize("size", [SMALL, (290, 180)])
def test_that_every_arrow_has_its_number(
    logits: tuple[float, ...], temperature: float, size: tuple[int, int]
) -> None:
    state = State(NAMES, logits, (0.0, 1.0, 0.0), temperature=temperature)
    gradient = derive(state).gradient

    numbers = set(_watched(Gradient(), state, *size).free)

    assert {number(float(slope), 3, signed=True) for slope in gradient} == numbers


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("panel", [Distribution, Gradient])
def test_that_no_name_covers_the_tallest_of_thousands(panel: type[PlotPanel]) -> None:
    logits = np.zeros(50_000)
    logits[[200, 5000, 5100]] = 12.0, 14.0, 11.5
    state = State(default_labels(50_000), logits, np.eye(1, 50_000, 5000)[0])

    names = _watched(panel(), state, *SMALL).free

    frame = _frame(panel(), state, *SMALL)
    values = derive(state).probabilities if panel is Distribution else derive(state).gradient
    ends = sorted((frame.y(0.0), frame.y(float(values[5000]))))
    bar = QRectF(frame.x(5000.0), ends[0], 1.0, ends[1] - ends[0])
    assert any(text.startswith("class 5001: ") for text in names)
    for text, box in names.items():
        assert not bar.intersects(box), text


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("panel", [Distribution, Gradient, Logits])
@pytest.mark.parametrize("count", [7, 12, 20, 40])
@pytest.mark.parametrize("seed", range(4))
def test_that_no_number_covers_the_bars_of_other_classes(
    panel: type[PlotPanel], count: int, seed: int
) -> None:
    logits = np.random.default_rng(seed).normal(0, 2, count)
    state = State(default_labels(count), logits, np.eye(1, count, seed)[0])

    numbers = _watched(panel(), state, *SMALL).free

    frame = _frame(panel(), state, *SMALL)
    snapshot = derive(state)
    of_panel = {Distribution: snapshot.probabilities, Gradient: snapshot.gradient}
    values = of_panel.get(panel, snapshot.logits)
    assert len(numbers) >= 2
    for text, box in numbers.items():
        middle = round(frame.x_value(box.center().x()))
        for index, value in enumerate(values.tolist()):
            top, bottom = sorted((frame.y(0.0), frame.y(value)))
            bar = QRectF(frame.x(float(index)) - 1, top, 2, bottom - top)
            assert index == middle or not bar.intersects(box), text


@pytest.mark.usefixtures("qapp")
def test_that_long_names_are_shortened_where_a_plot_is_narrow() -> None:
    names = "a professor of a long name 1", "a professor of a long name 2", "猫" * 30
    state = State(names, (2.0, 1.0, 0.3), (1.0, 0.0, 0.0))

    labels = _watched(Information(), state, *SMALL).free

    assert len({text.partition(":")[0] for text in labels}) == 3


@pytest.mark.usefixtures("qapp")
@EVERY_LOGITS
@pytest.mark.parametrize("target", [(0.6, 0.1, 0.3), (0.4, 0.35, 0.25), (0.9, 0.05, 0.05)])
def test_that_no_number_of_an_area_covers_another_or_a_dashed_line(
    logits: tuple[float, ...], target: tuple[float, ...]
) -> None:
    state = State(NAMES, logits, target)

    numbers = _watched(Areas(), state, *SMALL).free

    frame, edges = _frame(Areas(), state, *SMALL), np.cumsum((0.0, *target))
    areas, dashes = [], []
    for k, (y, h) in enumerate(zip(target, derive(state).information.tolist(), strict=True)):
        left, right = frame.x(float(edges[k])), frame.x(float(edges[k + 1]))
        areas.append(QRectF(QPointF(left, frame.y(h)), QPointF(right, frame.y(0.0))))
        dashes.append(QRectF(left, frame.y(-np.log(y)) - 0.5, right - left, 1.0))
    assert numbers
    for text, box in numbers.items():
        assert not any(box.intersects(dash) for dash in dashes), text
        assert not any(box.intersects(area) and not area.contains(box) for area in areas), text


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("width", range(280, 480, 8))
def test_that_all_numbers_of_arrows_stand_on_the_same_side(width: int) -> None:
    state = State(NAMES, (2.33, -1.46, 0.56), (0.6, 0.1, 0.3))

    labels = _watched(Gradient(), state, width, 300).free

    frame = _frame(Gradient(), state, width, 300)
    sides = set()
    for index, slope in enumerate(derive(state).gradient.tolist()):
        box = labels[number(slope, 3, signed=True)]
        sides.add(round((box.center().x() - frame.x(float(index))) / 20))
    assert len(sides) == 1


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("panel", [Distribution, Gradient])
@pytest.mark.parametrize("lit", [40, 112, 130])
def test_that_the_number_of_the_lit_one_of_hundreds_is_seen_off_the_line_of_zero(
    panel: type[PlotPanel], lit: int
) -> None:
    logits = np.full(300, -4.0)
    logits[[30, 42, 120, 200]] = 3.0, 4.0, 5.0, 2.0
    state = State(default_labels(300), logits, np.eye(1, 300, 200)[0])

    names = _watched(panel(), state, 380, 300, View(highlight=ClassMark(lit))).free

    zero = _frame(panel(), state, 380, 300).y(0.0)
    of_lit = [box for text, box in names.items() if text.startswith(f"class {lit + 1}: ")]
    assert len(of_lit) == 1
    assert not of_lit[0].top() < zero < of_lit[0].bottom()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("panel", [Distribution, Gradient])
def test_that_the_number_of_the_lit_one_of_a_dozen_is_seen(panel: type[PlotPanel]) -> None:
    logits = [3.0 * (k % 2) + 0.01 * k for k in range(12)]
    state = State(default_labels(12), logits, np.eye(1, 12, 11)[0])

    numbers = _watched(panel(), state, *SMALL, View(highlight=ClassMark(4))).free

    middle = _frame(panel(), state, *SMALL).x(4.0)
    assert any(abs(box.center().x() - middle) < 3 for box in numbers.values())


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("logit", [-9.0, -5.0, 5.0, 9.0])
def test_that_the_number_of_a_pulled_stem_stands_off_its_head_and_its_stem(logit: float) -> None:
    state = State(NAMES, (1.0, logit, 0.0), (1.0, 0.0, 0.0))
    view = View(highlight=ClassMark(1))

    frame = Logits().frame(
        QRectF(0, 0, *SMALL), Ranges(-0.5, 2.5, -5.0, 5.0), view, Style(LIGHT, 13.0, ui_font(13)), 1
    )
    image = QImage(*SMALL, QImage.Format.Format_RGB32)
    painter = Watched(image)
    Logits().paint_marks(painter, frame, derive(state), view)
    painter.end()

    box = next(box for text, box in painter.free.items() if text[-1] == f"{abs(logit):.0f}")
    head = frame.y(max(-5.0, min(5.0, logit)))
    ends = sorted((head, frame.y(0.0)))
    assert not box.intersects(QRectF(frame.x(1.0) - 2, ends[0], 4, ends[1] - ends[0]))
    assert not box.intersects(QRectF(frame.x(1.0) - 9, head - 9, 18, 18))
