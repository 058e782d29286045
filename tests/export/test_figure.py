"""One picture on every device: what a figure shows, and that it is the same at any size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication

from tests.export.samples import AWKWARD, EXAMPLE, difference, figure, many, of_qimage, pixels
from tests.extremes import CHOSEN
from xentgui.export.figure import Figure
from xentgui.export.formats.png import encode, render
from xentgui.export.spec import THEMES, FigureError, FigureSpec
from xentgui.language.text import translate
from xentgui.model import State, derive
from xentgui.model.mark import ClassMark
from xentgui.model.view import View
from xentgui.painting.theme import THEMES as COLORS
from xentgui.panels import PANELS

pytestmark = pytest.mark.usefixtures("qapp")
KEYS = [panel.key for panel in PANELS]
HARD = {
    "awkward": AWKWARD,
    "two": State(("a", "b"), (0.0, 0.0), (0.0, 0.0)),
    "cold": replace(EXAMPLE, temperature=0.0),
    "hot": replace(EXAMPLE, temperature=float("inf")),
    "T = 1e-308": CHOSEN["T = 1e-308"],
    "8e307": CHOSEN["8e307"],
    "a target of 8e307": CHOSEN["a target of 8e307"],
    "far": State(("a", "b", "c"), (123.0, 456.0, 789.0), (1.0, 0.0, 0.0)),
    "vocabulary": many(50_257),
}


def _figures() -> Iterator[object]:
    """Yield all panels with all states in one theme each, in turn; the others take long."""
    for (nth, key), (number, state) in product(enumerate(KEYS), enumerate(HARD)):
        for turn, theme in enumerate(THEMES):
            is_its_turn = (nth + number + turn) % len(THEMES) == 0
            marks = () if is_its_turn else (pytest.mark.long,)
            yield pytest.param(key, state, theme, marks=marks)


@pytest.mark.turns
@pytest.mark.parametrize(("key", "state", "theme"), [*_figures()])
def test_every_panel_makes_a_figure_of_every_state(key: str, state: str, theme: str) -> None:
    image = of_qimage(render(figure(HARD[state], key, theme=theme)))

    assert image.shape == (600, 900, 3)
    assert image.std() > 3, "there is nothing to see"


@pytest.mark.parametrize(
    "key", [KEYS[0], *(pytest.param(key, marks=pytest.mark.long) for key in KEYS[1:])]
)
def test_that_a_picture_at_4k_is_the_one_at_900_pixels_only_sharper(key: str) -> None:
    """The auditor should find the same labels at the same places, and no line that thinned."""
    for state in (EXAMPLE, many(40), many(3000)):
        specs = [FigureSpec.in_pixels((key,), 900 * k, 500 * k) for k in (1, 4)]
        small, large = (of_qimage(render(Figure(spec, derive(state), View()))) for spec in specs)
        shrunk = large.reshape(500, 4, 900, 4, 3).mean(axis=(1, 3))

        gap = difference(small, shrunk)
        assert gap.mean() < 7  # where a column is narrower than a pixel
        assert (gap > 60).mean() < 0.005


def test_that_lines_get_thicker_with_the_picture() -> None:
    def ink(scale: int) -> float:
        """Return how thick the line of the target is, in pixels: it crosses the first bar."""
        spec = FigureSpec.in_pixels(("distribution",), 900 * scale, 600 * scale)
        image = of_qimage(render(Figure(spec, derive(EXAMPLE), View())))
        top = image[60 * scale : 160 * scale, 190 * scale]
        return float((255 - top.mean(axis=-1)).sum() / (255 - 0x24))

    assert ink(4) == pytest.approx(4 * ink(1), rel=0.15)


def test_that_what_is_pointed_at_leaves_no_trace_in_a_figure() -> None:
    plain = figure(EXAMPLE, *KEYS)
    lit = Figure(plain.spec, plain.snapshot, View(highlight=ClassMark(1)))

    assert encode(plain) == encode(lit)


def test_that_a_transparent_figure_shows_what_lies_behind_it() -> None:
    image = render(figure(EXAMPLE, *KEYS[:7], background="transparent"))

    assert image.pixelColor(2, 2).alpha() == 0
    # Somewhere there is a mark, however small the panels are where there are many.
    ys = range(0, image.height(), 3)
    assert {image.pixelColor(x, y).alpha() for x in range(900) for y in ys} >= {0, 255}


def test_that_a_figure_on_white_is_white() -> None:
    image = render(figure(EXAMPLE, *KEYS, background="white"))

    assert image.pixelColor(2, 2).name() == "#ffffff"


@pytest.mark.parametrize("theme", THEMES)
def test_that_several_panels_stand_on_cards_in_the_colours_of_the_theme(theme: str) -> None:
    image = render(figure(EXAMPLE, *KEYS, theme=theme))

    assert image.pixelColor(2, 2).name() == COLORS[theme].window
    assert COLORS[theme].card in {image.pixelColor(x, 30).name() for x in range(900)}


@pytest.mark.parametrize(
    "looks",
    [
        {"titles": False},
        {"formulas": False},
        {"values": False},
        {"handles": True},
        {"caption": "Seen on Tuesday."},
        {"heading": "Softmax"},
        {"language": "zh_CN"},
        {"font_size": 20.0},
    ],
    ids=lambda looks: next(iter(looks)),
)
def test_every_choice_is_seen_in_the_figure(looks: dict[str, object]) -> None:
    assert encode(figure(EXAMPLE, **looks)) != encode(figure(EXAMPLE))


def test_that_a_figure_in_chinese_tells_no_window_of_another_language() -> None:
    class Listener(QObject):
        heard = 0

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            self.heard += event.type() == QEvent.Type.LanguageChange
            return False

    app, listener = QGuiApplication.instance(), Listener()
    assert app is not None
    app.installEventFilter(listener)
    before = translate("panels", "Distribution")
    chinese = figure(EXAMPLE, language="zh_CN")

    render(chinese)

    app.removeEventFilter(listener)
    assert listener.heard == 0
    assert translate("panels", "Distribution") == before
    assert chinese.title() != figure(EXAMPLE).title()


def test_that_an_unknown_panel_or_language_is_answered_with_those_there_are() -> None:
    with pytest.raises(FigureError, match="distribution, information"):
        render(figure(EXAMPLE, "distrbution"))
    with pytest.raises(FigureError, match="en, zh_CN"):
        render(figure(EXAMPLE, language="tlh"))
    with pytest.raises(FigureError, match="at least one panel"):
        render(Figure(FigureSpec.in_pixels((), 900, 600), derive(EXAMPLE), View()))


def test_that_a_long_caption_is_broken_into_lines_and_takes_its_room_from_the_panels() -> None:
    image = pixels(encode(figure(EXAMPLE, caption="A caption of many words. " * 20)))

    assert image.shape == (600, 900, 3)
    assert (image[-60:, 40:-40].min(axis=-1) < 128).any(axis=1).sum() > 20, "lines of text"
    assert (image[:, -8:].min(axis=-1) > 200).all(), "no text runs over the edge"
