from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from xentgui.canvas.page_view import PageView
from xentgui.canvas.panel_view import view_for
from xentgui.canvas.plot_view import PlotView
from xentgui.model import Snapshot, State, derive
from xentgui.model.mark import ClassMark
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.painting.theme import DARK, LIGHT
from xentgui.panels import PANELS
from xentgui.panels.derivation import Derivation
from xentgui.panels.page_panel import PagePanel
from xentgui.panels.panel import Panel

SEED = State(("class 1", "class 2", "class 3"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))
PAGES = [panel for panel in PANELS if issubclass(panel, PagePanel)]


def _shown(
    qtbot: QtBot, panel: PagePanel, state: State = SEED, size: tuple[int, int] = (490, 350)
) -> PageView:
    page = PageView(panel)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show_view(View())
    page.show_snapshot(derive(state))
    page.show_style(Style(LIGHT, 13.0, fonts.ui_font(13.0)))
    with qtbot.waitSignal(page.prepared, timeout=60_000):
        page.show()
    return page


@pytest.fixture
def page(qtbot: QtBot) -> PageView:
    return _shown(qtbot, Derivation())


def _grab(page: PageView) -> QImage:
    return page.grab().toImage()


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.key)
def test_every_panel_has_a_widget_that_shows_it(qtbot: QtBot, panel: type[Panel]) -> None:
    widget = view_for(panel())
    qtbot.addWidget(widget)

    assert isinstance(widget, PlotView | PageView)
    assert widget.objectName() == f"panel.{panel.key}"
    assert widget.accessibleName()


@pytest.mark.parametrize("panel", PAGES, ids=lambda panel: panel.key)
def test_every_page_shows_numbers_and_look_of_now_and_asks_for_nothing(
    qtbot: QtBot, panel: type[PagePanel]
) -> None:
    page = _shown(qtbot, panel())
    pictures = [_grab(page)]

    with (
        qtbot.assertNotEmitted(page.view_requested),
        qtbot.assertNotEmitted(page.highlight_requested),
    ):
        page.show_snapshot(derive(replace(SEED, logits=(0.5, 1.0, -2.0))))
        pictures.append(_grab(page))
        page.show_style(Style(DARK, 13.0, fonts.ui_font(13.0)))
        pictures.append(_grab(page))
        page.show_view(View(unit="bits"))
        pictures.append(_grab(page))

    for before, after in pairwise(pictures):
        assert before != after


def test_that_a_page_that_changed_looks_like_one_made_now(qtbot: QtBot, page: PageView) -> None:
    """What is kept between edits is painted anew when anything in it changes."""
    for view, theme, labels in (
        (View(stage=3), LIGHT, SEED.labels),
        (View(stage=3, highlight=ClassMark(1)), LIGHT, SEED.labels),
        (View(unit="bits"), LIGHT, SEED.labels),
        (View(unit="bits"), DARK, SEED.labels),
        (View(unit="bits"), DARK, ("x", "y", "z")),
    ):
        fresh = PageView(Derivation())
        qtbot.addWidget(fresh)
        fresh.resize(page.size())
        for widget in (page, fresh):
            widget.show_snapshot(derive(replace(SEED, labels=labels)))
            widget.show_view(view)
            widget.show_style(Style(theme, 13.0, fonts.ui_font(13.0)))
        page.clearFocus()  # or it has a frame

        assert _grab(page) == _grab(fresh)


def _edited(classes: int) -> list[State]:
    """Return states as hands make them: a logit, then another, the target, the temperature."""
    start = State(
        [f"class {k + 1}" for k in range(classes)],
        [1.0 + k % 3 for k in range(classes)],
        [1.0] + [0.0] * (classes - 1),
    )
    found = [start]
    for index, step in ((0, 0.3), (classes - 1, 0.4), (1, -2.5)):
        for _ in range(3):
            logits = list(found[-1].logits)
            logits[index] += step
            found.append(replace(found[-1], logits=tuple(logits)))
    found.append(replace(start, target=tuple(reversed(start.target))))
    found += [replace(found[-1], temperature=temperature) for temperature in (2.0, 2.5, 1.0)]
    found.append(replace(start, label_smoothing=0.1))
    found.append(replace(start, target=(2.0,) * classes))
    return [*found, start]


@pytest.mark.parametrize("size", [(490, 350), (900, 300), (240, 200)], ids=str)
@pytest.mark.parametrize("classes", [3, 6, 40])
def test_that_a_page_after_edits_looks_like_one_made_now(
    qtbot: QtBot, classes: int, size: tuple[int, int]
) -> None:
    """Only what moves is written: the rest is of an edit before, and must still be true."""
    states = _edited(classes)
    page = _shown(qtbot, Derivation(), states[0], size)
    for number, state in enumerate(states):
        fresh = _shown(qtbot, Derivation(), state, size)
        page.show_snapshot(derive(state))
        for widget in (page, fresh):
            widget.scroller.setValue(11 * number)
            widget.clearFocus()

        assert _grab(page) == _grab(fresh)


def test_that_a_page_says_its_numbers_to_who_cannot_see_it(qtbot: QtBot, page: PageView) -> None:
    qtbot.waitUntil(lambda: "class 1 0.838" in page.accessibleDescription())


@pytest.mark.parametrize(
    ("key", "stage", "wanted"),
    [
        (Qt.Key.Key_Space, 1, 3),
        (Qt.Key.Key_PageDown, 3, 4),
        (Qt.Key.Key_Right, 9, None),
        (Qt.Key.Key_Backspace, None, 9),
        (Qt.Key.Key_PageUp, 4, 3),
        (Qt.Key.Key_Left, 1, 0),
        (Qt.Key.Key_Home, 5, 0),
        (Qt.Key.Key_End, 5, None),
    ],
)
def test_every_key_of_a_clicker_goes_from_stage_to_stage(
    qtbot: QtBot, page: PageView, key: Qt.Key, stage: int | None, wanted: int | None
) -> None:
    page.show_view(View(stage=stage, unit="bits"))

    with qtbot.waitSignal(page.view_requested, timeout=0) as asked:
        qtbot.keyClick(page, key)

    assert asked.args == [View(stage=wanted, unit="bits")]


def test_that_there_is_nothing_beyond_the_last_stage(qtbot: QtBot, page: PageView) -> None:
    with qtbot.assertNotEmitted(page.view_requested):
        qtbot.keyClick(page, Qt.Key.Key_Space)

    assert page.buttons is not None
    assert not page.buttons.forward.isEnabled()
    assert page.buttons.back.isEnabled()


def test_that_buttons_do_what_keys_do(qtbot: QtBot, page: PageView) -> None:
    page.show_view(View(stage=4))
    assert page.buttons is not None

    for button, wanted in ((page.buttons.back, 3), (page.buttons.forward, 5)):
        with qtbot.waitSignal(page.view_requested, timeout=0) as asked:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert asked.args == [View(stage=wanted)]


def test_that_pointing_at_a_number_lights_its_class(qtbot: QtBot, page: PageView) -> None:
    assert page.snapshot is not None and page.style_of_page is not None
    found = {
        page.panel.highlight_at(
            page.rect().toRectF(), page.snapshot, View(), page.style_of_page, point.toPointF()
        ): point
        for point in (QPoint(x, 200) for x in range(0, page.width(), 4))
    }
    assert set(found) == {None, *map(ClassMark, range(3))}

    for index in (0, 1, 2):
        with qtbot.waitSignal(page.highlight_requested, timeout=0) as asked:
            qtbot.mouseMove(page, found[ClassMark(index)])
        assert asked.args == [ClassMark(index)]


def test_that_leaving_points_at_nothing(qtbot: QtBot, page: PageView) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    page.show_view(View(highlight=ClassMark(1)))

    with qtbot.waitSignal(page.highlight_requested, timeout=0) as asked:
        QApplication.sendEvent(page, QEvent(QEvent.Type.Leave))

    assert asked.args == [None]


def test_that_up_and_down_walk_from_class_to_class(qtbot: QtBot, page: PageView) -> None:
    for lit, key, wanted in (
        (None, Qt.Key.Key_Down, 0),
        (0, Qt.Key.Key_Down, 1),
        (2, Qt.Key.Key_Down, 2),
        (2, Qt.Key.Key_Up, 1),
        (None, Qt.Key.Key_Up, 2),
    ):
        page.show_view(View(highlight=None if lit is None else ClassMark(lit)))
        with qtbot.waitSignal(page.highlight_requested, timeout=0) as asked:
            qtbot.keyClick(page, key)
        assert asked.args == [ClassMark(wanted)]


def test_that_the_first_paint_does_not_wait_for_formulas(qtbot: QtBot) -> None:
    """A page with formulas that nobody has laid out yet is blank, and comes by itself."""

    class Slow(Derivation):
        asked = 0

        def is_prepared(self, snapshot: Snapshot, view: View) -> bool:
            self.asked += 1
            return self.asked > 2 and super().is_prepared(snapshot, view)

    page = PageView(Slow())
    qtbot.addWidget(page)
    page.resize(490, 350)
    page.show_snapshot(derive(SEED))
    page.show_style(Style(LIGHT, 13.0, fonts.ui_font(13.0)))
    blank = QImage(200, 200, QImage.Format.Format_RGB32)
    blank.fill(LIGHT.card)

    with qtbot.waitSignal(page.prepared, timeout=60_000):
        first = _grab(page)
    corner = first.convertToFormat(QImage.Format.Format_RGB32).copy(0, 0, 200, 200)

    assert corner == blank
    assert _grab(page) != first
