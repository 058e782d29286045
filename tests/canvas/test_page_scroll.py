"""A page that is higher than its card: all of it can be seen, and what comes is brought into sight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xentgui.canvas.page_scroll import cut_rows
from xentgui.canvas.page_view import PageView
from xentgui.model import State, derive
from xentgui.model.mark import ClassMark
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.painting.theme import DARK, LIGHT
from xentgui.panels.derivation import Derivation

CARD = (282, 262)  # in a window of 1024×768

Open = Callable[[int], PageView]


def _state(count: int) -> State:
    logits = np.random.default_rng(count).normal(0.0, 1.5, count).round(2)
    return State([f"class {k + 1}" for k in range(count)], logits, np.eye(count)[count // 2])


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    def opened(count: int) -> PageView:
        page = PageView(Derivation())
        qtbot.addWidget(page)
        page.resize(*CARD)
        page.show_snapshot(derive(_state(count)))
        page.show_style(Style(LIGHT, 13.0, fonts.ui_font(13.0)))
        with qtbot.waitSignal(page.prepared, timeout=60_000):
            page.show()
        return page

    return opened


def _page(view: PageView) -> QRectF:
    """Return the page that `view` shows a part of."""
    assert view.snapshot is not None and view.style_of_page is not None
    width = view.width() - (view.scroller.width() / 2 if view.scroller.is_needed else 0.0)
    size = QSizeF(width, view.height())
    height = view.panel.height(size, view.snapshot, view.view, view.style_of_page)
    return QRectF(0.0, 0.0, width, height)


def _seen(view: PageView) -> QRectF:
    return QRectF(0.0, view.scroller.offset, view.width(), view.height())


def _picture(view: PageView) -> QImage:
    """Return the part that can be seen as on a page painted as a whole, without rows in part."""
    assert view.snapshot is not None and view.style_of_page is not None
    rect, style = _page(view), view.style_of_page
    image = QImage(view.width(), round(rect.height()), QImage.Format.Format_RGB32)
    image.fill(style.color(style.theme.card))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.panel.paint(painter, rect, view.snapshot, view.view, style)
    rows = view.panel.rows(rect, view.snapshot, view.view, style)
    first = view.scroller.offset
    for top, bottom in cut_rows(rows, first, first + view.height()):
        cut = QRectF(0.0, top, view.width(), bottom - top)
        painter.fillRect(cut, style.color(style.theme.card))
    painter.end()
    return image.copy(0, view.scroller.offset, view.width() - 10, view.height())


def test_that_a_bar_is_there_only_when_there_is_more(opened: Open) -> None:
    few, many = opened(3), opened(12)

    assert not few.scroller.isVisible()
    assert many.scroller.isVisible()
    assert many.height() + many.scroller.maximum() >= _page(many).height() - 1.0
    many.show_snapshot(derive(_state(3)))
    assert not many.scroller.isVisible()


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.key)
def test_that_what_is_seen_is_part_of_the_page(opened: Open, share: float, theme: object) -> None:
    """Numbers that cannot be seen are left out, and no other."""
    view = opened(12)
    view.show_style(Style(theme, 13.0, fonts.ui_font(13.0)))  # type: ignore[arg-type]
    view.scroller.setValue(round(share * view.scroller.maximum()))
    assert view.buttons is not None
    view.buttons.hide()
    view.clearFocus()  # or it has a frame

    seen = view.grab(QRect(0, 0, view.width() - 10, view.height())).toImage()

    assert seen.convertToFormat(QImage.Format.Format_RGB32) == _picture(view)


@pytest.mark.parametrize("stage", [1, 4, 7, 10])
def test_that_a_stage_revealed_comes_into_sight(qtbot: QtBot, opened: Open, stage: int) -> None:
    view = opened(12)
    view.scroller.setValue(view.scroller.maximum() // 2)

    view.show_view(View(stage=stage))

    def place() -> QRectF:
        assert view.snapshot is not None and view.style_of_page is not None
        found = view.panel.stage_place(_page(view), view.snapshot, view.view, view.style_of_page)
        assert found is not None
        return found

    qtbot.waitUntil(lambda: view.scroller.shows(place()))
    assert _seen(view).contains(place())


def test_that_hiding_all_stages_goes_back_to_the_top(qtbot: QtBot, opened: Open) -> None:
    view = opened(12)
    view.scroller.setValue(view.scroller.maximum())

    view.show_view(View(stage=0))

    qtbot.waitUntil(lambda: view.scroller.offset == 0)


def test_that_a_wheel_and_keys_scroll(qtbot: QtBot, opened: Open) -> None:
    view = opened(12)
    point = QPointF(100, 100)
    turn = QWheelEvent(
        point,
        view.mapToGlobal(point),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, turn)
    turned = view.scroller.offset
    assert turned > 0

    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: view.scroller.offset > turned)


def test_that_a_class_reached_with_keys_comes_into_sight(qtbot: QtBot, opened: Open) -> None:
    view = opened(12)
    view.resize(CARD[0], 150)
    view.highlight_requested.connect(
        lambda mark: view.show_view(replace(view.view, highlight=mark))
    )

    def is_seen() -> bool:
        assert view.snapshot is not None and view.style_of_page is not None
        places = view.panel.places_of(
            _page(view), view.snapshot, view.view, view.style_of_page, ClassMark(11)
        )
        return any(_seen(view).contains(place) for place in places)

    assert not is_seen()
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.view.highlight == ClassMark(11)
    qtbot.waitUntil(is_seen)


def test_that_pointing_finds_the_class_that_is_seen_there(qtbot: QtBot, opened: Open) -> None:
    view = opened(12)
    view.scroller.setValue(view.scroller.maximum())
    assert view.snapshot is not None and view.style_of_page is not None
    last = view.panel.places_of(
        _page(view), view.snapshot, View(), view.style_of_page, ClassMark(11)
    )[-1]

    qtbot.mouseMove(view, QPoint(3, 3))  # the pointer of the test before may be there already
    with qtbot.waitSignal(view.highlight_requested, timeout=0) as asked:
        qtbot.mouseMove(view, QPoint(150, round(last.center().y()) - view.scroller.offset))

    assert asked.args == [ClassMark(11)]


def test_that_more_of_a_page_can_be_scrolled_to_when_less_of_it_is_seen(opened: Open) -> None:
    page = opened(10)
    height = page.scroller.maximum() + page.height()

    page.resize(CARD[0], CARD[1] - 60)

    assert page.scroller.maximum() + page.height() == height
    assert page.scroller.pageStep() == page.height()


def test_that_a_finger_scrolls_the_page(opened: Open) -> None:
    view, screen = opened(12), QTest.createTouchDevice()
    assert view.scroller.is_needed
    for nth, y in enumerate((200, 180, 160)):
        touch = QTest.touchEvent(view, screen, False)
        (touch.move if nth else touch.press)(0, QPoint(100, y), view)
        touch.commit()
        QApplication.processEvents()
    QTest.touchEvent(view, screen).release(0, QPoint(100, 160), view)

    assert view.scroller.offset == 40
