from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xentgui.canvas.page_view import PageView
from xentgui.canvas.plot_view import PlotView
from xentgui.model import State
from xentgui.model.mark import ClassMark
from xentgui.model.subjects import to_state
from xentgui.panels.class_numbers import PROBABILITY, NumberMark
from xentgui.panels.class_plot import ClassPlot
from xentgui.window.main_window import MainWindow


def test_that_a_long_name_is_cut_and_the_read_out_stays_in_the_plot(
    window: MainWindow, qtbot: QtBot
) -> None:
    labels = ("<i>very</i> long name " * 40, "b & c")
    window.store.edit(to_state(State(labels, (1.0, 2.0), (1.0, 0.0))), "edit")
    view = window.panels["distribution"]
    assert isinstance(view, PlotView)

    view.hover.readout.point_at(ClassMark(0), QPointF(100, 100))
    qtbot.waitUntil(view.hover.readout.isVisible)

    assert view.hover.readout.width() <= view.width()
    assert view.hover.readout.words().startswith("<i>very</i>")
    assert "…" in view.hover.readout.words()
    view.hover.readout.point_at(ClassMark(1), QPointF(100, 100))
    assert view.hover.readout.words().startswith("b & c")


def test_that_no_read_out_comes_when_the_pointer_has_left(window: MainWindow, qtbot: QtBot) -> None:
    view = window.panels["distribution"]
    assert isinstance(view, PlotView)
    view.hover.readout.point_at(ClassMark(0), QPointF(100, 100))

    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    qtbot.wait(500)

    assert not view.hover.readout.isVisible()


POINTS = {"derivation": (0.55, 0.5), "naive": (0.7, 0.3)}
"""Where in each page something is said of a class, as shares of its size."""


def _page(window: MainWindow, key: str) -> PageView:
    window.cards.show_panels((key,))
    page = window.panels[key]
    assert isinstance(page, PageView)
    QApplication.processEvents()
    QTest.mouseMove(page, QPoint(1, 1))  # the pointer of the test before may be anywhere
    return page


def _point(page: PageView) -> QPoint:
    x, y = POINTS[page.panel.key]
    return QPoint(round(x * page.width()), round(y * page.height()))


@pytest.mark.parametrize("key", POINTS)
def test_every_page_tells_all_numbers_of_the_class_pointed_at(
    window: MainWindow, qtbot: QtBot, key: str
) -> None:
    page = _page(window, key)

    qtbot.mouseMove(page, _point(page))
    qtbot.waitUntil(page.hover.readout.isVisible)

    lit = window.store.view.highlighted_class
    assert lit is not None
    assert page.hover.readout.words().startswith(window.store.snapshot.state.labels[lit])
    assert "nats" in page.hover.readout.words()
    window.store.show(replace(window.store.view, unit="bits"))
    assert "bits" in page.hover.readout.words()
    before = page.hover.readout.words()
    window.run_command("target.uniform")
    assert page.hover.readout.words() != before


@pytest.mark.parametrize("key", POINTS)
def test_every_page_keeps_silent_once_the_pointer_has_left_or_a_button_is_pressed(
    window: MainWindow, qtbot: QtBot, key: str
) -> None:
    page = _page(window, key)

    qtbot.mouseMove(page, _point(page))
    QApplication.sendEvent(page, QEvent(QEvent.Type.Leave))
    qtbot.wait(500)
    assert not page.hover.readout.isVisible()

    qtbot.mouseMove(page, _point(page) + QPoint(1, 0))
    qtbot.waitUntil(page.hover.readout.isVisible)
    qtbot.mousePress(page, Qt.MouseButton.LeftButton, pos=_point(page))
    assert not page.hover.readout.isVisible()
    qtbot.mouseMove(page, _point(page) + QPoint(2, 0))
    qtbot.wait(500)
    assert not page.hover.readout.isVisible()
    qtbot.mouseRelease(page, Qt.MouseButton.LeftButton, pos=_point(page))


def test_that_a_read_out_wears_the_colours_of_now(window: MainWindow, qtbot: QtBot) -> None:
    page = _page(window, "derivation")
    qtbot.mouseMove(page, _point(page))
    qtbot.waitUntil(page.hover.readout.isVisible)

    window.run_command("theme.toggle")

    assert page.style_of_page is not None
    assert page.style_of_page.theme.card in page.hover.readout.styleSheet()


def test_that_a_class_without_a_name_is_called_by_its_number(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.store.edit(to_state(State(("a", ""), (1.0, 2.0), (1.0, 0.0))), "edit")
    page = _page(window, "derivation")

    page.hover.readout.point_at(ClassMark(1), QPointF(100, 100))
    qtbot.waitUntil(page.hover.readout.isVisible)

    assert page.hover.readout.words().startswith("#2")
    assert "#2" in page.panel.describe(window.store.snapshot, window.store.view)


def test_that_the_read_out_tells_a_probability_that_float64_cannot(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.store.edit(to_state(State(("a", "b"), (0.0, -1023.0), (1.0, 0.0))), "edit")
    view = window.panels["distribution"]
    assert isinstance(view, PlotView)

    view.hover.readout.point_at(ClassMark(1), QPointF(100, 100))
    qtbot.waitUntil(view.hover.readout.isVisible)

    assert "5.20889e\N{MINUS SIGN}445" in view.hover.readout.words()


def test_that_no_read_out_covers_what_is_being_pulled(window: MainWindow, qtbot: QtBot) -> None:
    view = window.panels["distribution"]
    assert isinstance(view, PlotView)
    assert view.snapshot is not None
    bar = view.picture.face.locate(
        NumberMark(PROBABILITY, 0), view.picture.frame(), view.snapshot, view.picture.view
    )
    QTest.mouseMove(view.viewport(), QPoint(1, 1))
    QTest.mouseMove(view.viewport(), bar.toPoint())  # the read-out is about to come

    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=bar.toPoint())
    qtbot.wait(500)

    assert not view.hover.readout.isVisible()
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=bar.toPoint())


def test_that_a_pulled_logit_does_not_make_the_read_out_wider(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.store.edit(to_state(State(("a", "b"), (0.6045232346229105, -1.46), (1.0, 0.0))), "edit")
    view = window.panels["distribution"]
    assert isinstance(view, PlotView)

    view.hover.readout.point_at(ClassMark(0), QPointF(100, 100))
    qtbot.waitUntil(view.hover.readout.isVisible)

    assert "\n0.604523\n" in view.hover.readout.words()
    view.hover.readout.point_at(ClassMark(1), QPointF(100, 100))
    assert "\n\N{MINUS SIGN}1.46\n" in view.hover.readout.words()


@pytest.mark.parametrize("index", [0, 1, 2])
def test_that_the_read_out_does_not_cover_what_is_pointed_at_in_a_small_window(
    window: MainWindow, qtbot: QtBot, index: int
) -> None:
    window.resize(1024, 768)
    QApplication.processEvents()
    view = window.panels["distribution"]
    assert isinstance(view, PlotView)
    assert view.snapshot is not None
    bar = view.picture.face.locate(
        NumberMark(PROBABILITY, index), view.picture.frame(), view.snapshot, view.picture.view
    )

    view.hover.readout.point_at(ClassMark(index), bar)
    qtbot.waitUntil(view.hover.readout.isVisible)

    corner = view.hover.readout.mapTo(window, QPoint(0, 0))
    covered = QRect(corner, view.hover.readout.size())
    top = view.mapTo(window, bar).toPoint()
    assert not covered.intersects(QRect(top, QSize(1, 100)))
    assert window.rect().contains(covered)


def test_that_the_read_out_goes_with_its_panel(window: MainWindow, qtbot: QtBot) -> None:
    view = window.panels["distribution"]
    assert isinstance(view, PlotView)
    view.hover.readout.point_at(ClassMark(0), QPointF(100, 100))
    qtbot.waitUntil(view.hover.readout.isVisible)

    window.run_command("show.distribution")

    assert not view.hover.readout.isVisible()


@pytest.mark.parametrize("size", [(1024, 768), (1440, 900)])
@pytest.mark.parametrize("key", ["distribution", "information", "logits"])
def test_that_no_read_out_covers_the_mark_that_it_is_about(
    window: MainWindow, qtbot: QtBot, key: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    window.cards.show_panels((key, "gradient"))
    QApplication.processEvents()
    view = window.panels[key]
    assert isinstance(view, PlotView)
    assert isinstance(view.picture.face, ClassPlot)
    assert view.snapshot is not None
    readout, frame = view.hover.readout, view.picture.frame()
    for index in range(3):
        mark = NumberMark(view.picture.face.numbers[0], index)
        at = view.picture.face.locate(mark, frame, view.snapshot, view.picture.view)
        readout.point_at(ClassMark(index), at)
        qtbot.waitUntil(readout.isVisible)

        extent = view.picture.face.extent(index, frame, view.snapshot, view.picture.view)
        there = extent.toAlignedRect().translated(view.mapTo(window, QPoint(0, 0)))
        card = QRect(readout.mapTo(window, QPoint(0, 0)), readout.size())
        assert window.rect().contains(card)
        assert not card.intersects(there), index


def test_that_no_read_out_covers_the_numbers_of_its_class_in_the_derivation(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = _page(window, "derivation")
    point = _point(page)

    qtbot.mouseMove(page, point)
    qtbot.waitUntil(page.hover.readout.isVisible)

    mark, readout = window.store.view.highlight, page.hover.readout
    assert mark is not None
    extent = page._extent(mark, QPointF(point))
    assert extent is not None
    assert extent.contains(QPointF(point))
    there = extent.toAlignedRect().translated(page.mapTo(window, QPoint(0, 0)))
    card = QRect(readout.mapTo(window, QPoint(0, 0)), readout.size())
    assert not card.intersects(there)
