from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from xentgui.documents.document_text import encode
from xentgui.documents.scene import Document, Scene
from xentgui.model import State
from xentgui.model.subjects import BareLogits
from xentgui.window.card import Card, TitleBar
from xentgui.window.main_window import MainWindow

Start = Callable[..., MainWindow]


def _shown(window: MainWindow) -> set[str]:
    QApplication.processEvents()
    return {key for key, card in window.cards.by_key.items() if card.isVisible()}


def _places(window: MainWindow) -> dict[str, tuple[int, int, int, int]]:
    QApplication.processEvents()
    return {
        key: card.geometry().getRect()
        for key, card in window.cards.by_key.items()
        if card.isVisible()
    }


def _title(window: MainWindow, key: str) -> TitleBar:
    return window.cards.by_key[key].title_bar


def test_that_the_cards_lie_as_designed(window: MainWindow) -> None:
    places = _places(window)
    left = [places[key] for key in ("logit_table", "target_table", "glance")]
    upper = [places["distribution"], places["information"]]
    lower = places["gradient"]

    assert len({x for x, *_ in left}) == 1
    assert len({width for _, _, width, _ in left}) == 1
    assert 340 <= left[0][2] <= 400
    assert len({y for _, y, *_ in upper}) == 1
    assert abs(upper[0][2] - upper[1][2]) <= 2
    assert abs(upper[0][3] - lower[3]) <= 2
    assert lower[1] > upper[0][1]


def test_that_a_double_click_enlarges_a_card_and_escape_brings_the_others_back(
    window: MainWindow,
) -> None:
    before = _places(window)

    QTest.mouseDClick(_title(window, "gradient"), Qt.MouseButton.LeftButton)
    assert _shown(window) == {"gradient"}
    assert window.cards.by_key["gradient"].width() > 0.95 * window.width()

    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert _places(window) == before


def test_that_the_key_for_enlarging_takes_the_card_with_the_focus(window: MainWindow) -> None:
    window.activateWindow()
    window.target_table.setFocus()

    window.commands["panel.enlarge"].trigger()
    shown = _shown(window)
    window.commands["panel.enlarge"].trigger()

    assert len(shown) == 1
    assert len(_shown(window)) > 1


def test_that_a_card_can_be_hidden_and_shown_from_the_menu(window: MainWindow) -> None:
    everything = _shown(window)

    window.commands["show.information"].trigger()
    assert _shown(window) == everything - {"information"}
    assert not window.commands["show.information"].isChecked()

    window.commands["show.information"].trigger()
    assert _shown(window) == everything


def test_that_the_arrangement_is_there_after_a_restart_and_can_be_reset(start: Start) -> None:
    window = start()
    first = _places(window)
    window.commands["show.glance"].trigger()
    _places(window)
    line = window.cards.by_key["logit_table"].geometry().topRight() + QPoint(3, 50)
    QTest.mousePress(window.cards, Qt.MouseButton.LeftButton, pos=line)
    QTest.mouseMove(window.cards, line + QPoint(124, 0))
    _places(window)
    QTest.mouseRelease(window.cards, Qt.MouseButton.LeftButton, pos=line + QPoint(124, 0))
    arranged = _places(window)
    assert arranged["logit_table"][2] > first["logit_table"][2] + 20
    window.close()

    again = start()
    assert _places(again) == arranged

    again.commands["layout.reset"].trigger()
    assert _places(again).keys() == first.keys()
    for key, place in _places(again).items():
        assert place == pytest.approx(first[key], abs=2), key


def test_that_a_window_closed_with_a_card_enlarged_opens_with_all_of_them(start: Start) -> None:
    window = start()
    everything = _shown(window)
    window.cards.enlarge("distribution")
    window.close()

    assert _shown(start()) == everything


def test_that_a_lecture_of_two_panels_leaves_the_others_to_the_next_start(
    start: Start, tmp_path: Path
) -> None:
    state = State(["a", "b"], [1, 2], [1, 0])
    scene = Scene(BareLogits(state), panels=("distribution", "information"))
    (tmp_path / "a.xent.json").write_text(encode(Document((scene,))), "utf-8")
    before = start()
    whole = before.cards.panels_shown()
    before.close()

    lecture = start(file=tmp_path / "a.xent.json")
    assert lecture.cards.panels_shown() == ("distribution", "information")
    lecture.close()

    assert start().cards.panels_shown() == whole


def test_that_a_spoilt_arrangement_is_passed_over(start: Start) -> None:
    window = start()
    everything = _places(window)
    window.close()
    window.settings.layout = b"spoilt"
    window.settings.save()

    assert _places(start()) == everything


def _dragged(window: MainWindow, key: str, way: QPoint) -> None:
    """Take the card `key` by its title and move it by `way`, without letting go."""
    title = _title(window, key)
    start = QPoint(60, 15)
    QTest.mousePress(title, Qt.MouseButton.LeftButton, pos=start)
    goal = title.mapToGlobal(start) + way
    for _ in range(3):  # the first one unplugs the card, which moves its title
        QTest.mouseMove(title, title.mapFromGlobal(goal))
        QApplication.processEvents()
        goal += QPoint(2, 2)


def _let_go(card: Card) -> None:
    """Release the button over `card`, which holds the mouse; offscreen, nothing can hold it."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    here = QPointF(1.0, 1.0)
    kind, keys = QEvent.Type.MouseButtonRelease, Qt.KeyboardModifier.NoModifier
    release = QMouseEvent(kind, here, card.mapToGlobal(here), left, none, keys)
    QApplication.sendEvent(card, release)


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_that_a_card_dragged_by_its_title_comes_to_lie_elsewhere(window: MainWindow) -> None:
    before = _places(window)
    card = window.cards.by_key["gradient"]

    _dragged(window, "gradient", QPoint(330, -330))
    assert card.isFloating()
    _let_go(card)

    assert _places(window) != before
    assert not card.isFloating()


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_that_escape_puts_a_card_back_that_is_being_dragged(window: MainWindow) -> None:
    before = _places(window)
    card = window.cards.by_key["gradient"]
    _dragged(window, "gradient", QPoint(330, -330))
    assert card.isFloating()

    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert _places(window) == before
    assert not card.isFloating()

    _let_go(card)
    assert _places(window) == before


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_that_escape_ends_the_drag_before_it_brings_other_cards_back(window: MainWindow) -> None:
    window.cards.enlarge("gradient")
    _dragged(window, "gradient", QPoint(50, 50))
    dragged = window.cards.by_key["gradient"].isFloating()

    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert dragged
    assert _shown(window) == {"gradient"}

    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert len(_shown(window)) > 1


def test_that_a_title_keeps_its_room_and_a_formula_that_has_none_is_left_out(
    window: MainWindow,
) -> None:
    title = _title(window, "derivation")
    assert title.has_formula
    assert title.formula.width() >= title.formula.sizeHint().width()

    for _ in range(3):
        window.run_command("zoom.in")
    window.resize(1100, 800)
    QApplication.processEvents()

    assert not title.has_formula
    assert title.formula.width() == 0
    assert title.title.width() >= title.title.sizeHint().width()


@pytest.mark.parametrize("workspace", ["explore", "learn"])
def test_that_a_panel_that_is_enlarged_fills_the_window(window: MainWindow, workspace: str) -> None:
    window.run_command(f"workspace.{workspace}")
    window.resize(1024, 768)
    QApplication.processEvents()
    cards = window.cards
    for key, view in window.panels.items():
        if cards.by_key[key].isVisible():
            cards.enlarge(key)
            QApplication.processEvents()
            assert view.width() > 0.9 * cards.width(), key
            assert view.height() > 0.8 * cards.height(), key
            cards.restore()
            QApplication.processEvents()


@pytest.mark.parametrize("zooms", [(), ("zoom.in", "zoom.in"), ("zoom.out",)])
def test_that_nothing_moves_for_the_button_that_discards_restored_work(
    window: MainWindow, zooms: tuple[str, ...]
) -> None:
    for key in zooms:
        window.run_command(key)
        _places(window)
    before = _places(window)

    window.status.offer_discard("Your work is back.")

    assert window.status.discard.isVisible()
    assert _places(window) == before


def test_that_the_tables_grow_with_the_letters_and_leave_most_of_the_room_to_the_panels(
    window: MainWindow,
) -> None:
    before = _places(window)
    window.run_command("zoom.in")
    bigger = _places(window)
    for _ in range(2):
        window.run_command("zoom.in")
    biggest = _places(window)
    window.run_command("zoom.reset")

    zoom = bigger["logit_table"][2] / before["logit_table"][2]
    assert zoom == pytest.approx(1.1, abs=0.03)
    assert biggest["logit_table"][2] <= 0.42 * window.cards.width()
    assert _places(window) == before
