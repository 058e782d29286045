from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from xentgui.painting.theme import DARK, LIGHT, Theme
from xentgui.window.card_room import least_of
from xentgui.window.look import EM_PX
from xentgui.window.main_window import MainWindow

Start = Callable[..., MainWindow]


@pytest.mark.parametrize(("key", "theme"), [("light", LIGHT), ("dark", DARK)])
def test_that_the_theme_changes_live_and_is_remembered(
    start: Start, key: str, theme: object
) -> None:
    window = start()
    window.commands[f"theme.{key}"].trigger()

    assert window.look.theme is theme
    ground = QApplication.palette().color(QPalette.ColorRole.Window)
    assert ground == QColor(window.look.theme.window)
    assert window.commands[f"theme.{key}"].isChecked()
    window.close()

    assert start().look.theme is theme


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_that_titles_and_ground_do_not_wait_for_qt_to_change_their_colours(
    start: Start, theme: Theme
) -> None:
    window = start(theme="light" if theme is DARK else "dark")
    window.look.choose(theme.key)

    titles = (card.title_bar.title for card in window.cards.by_key.values())
    assert {title.palette().windowText().color().name() for title in titles} == {theme.ink}
    assert window.cards.palette().window().color().name() == theme.window


def test_that_the_first_frame_in_another_theme_is_the_last(window: MainWindow) -> None:
    window.run_command("theme.dark")

    at_once = window.grab().toImage()
    QCoreApplication.sendPostedEvents()

    assert at_once == window.grab().toImage()


def test_that_the_card_of_a_panel_is_painted_in_the_theme(window: MainWindow) -> None:
    window.commands["theme.dark"].trigger()
    QApplication.processEvents()

    picture = window.grab().toImage()

    for key, card in window.cards.by_key.items():
        if card.isVisible():
            corner = card.mapTo(window, QPoint(card.width() // 2, 9))
            assert picture.pixelColor(corner).name() == DARK.card, key
    assert picture.pixelColor(window.cards.mapTo(window, QPoint(3, 3))).name() == DARK.window


def test_that_the_system_is_followed_until_a_theme_is_chosen(window: MainWindow) -> None:
    assert window.look.chosen == ""
    assert window.commands["theme.system"].isChecked()

    window.commands["theme.toggle"].trigger()
    assert window.look.chosen == "dark"

    window.commands["theme.system"].trigger()
    assert window.settings.theme == ""
    assert window.look.theme is LIGHT


def test_that_the_command_line_wins_over_the_settings_and_does_not_change_them(
    start: Start,
) -> None:
    window = start(theme="dark", language="zh_CN")

    assert (window.look.theme, window.look.language) == (DARK, "zh_CN")
    assert (window.settings.theme, window.settings.language) == ("", "")


def test_that_the_language_changes_live_in_every_part(window: MainWindow) -> None:
    window.commands["language.zh_CN"].trigger()
    QApplication.processEvents()

    assert window.look.language == "zh_CN"
    assert window.store.snapshot.state.labels == ("类别 1", "类别 2", "类别 3")
    assert window.commands["language.zh_CN"].isChecked()
    window.commands.menus["presets"].aboutToShow.emit()
    assert window.commands.menus["presets"].actions()[0].text() == "例题"

    window.commands["language.en"].trigger()
    QApplication.processEvents()
    assert window.store.snapshot.state.labels == ("class 1", "class 2", "class 3")


@pytest.mark.parametrize("chosen", ["language.system", "language.en", "language.zh_CN"])
def test_that_the_menu_of_languages_has_one_tick(window: MainWindow, chosen: str) -> None:
    window.commands[chosen].trigger()
    menu = window.commands.menus["language"]
    menu.aboutToShow.emit()

    ticked = [action.objectName() for action in menu.actions() if action.isChecked()]
    assert ticked == [window.commands[chosen].objectName()]


def test_that_names_a_person_may_have_typed_are_never_translated(window: MainWindow) -> None:
    window.commands["target.uniform"].trigger()

    window.commands["language.zh_CN"].trigger()
    QApplication.processEvents()

    assert window.store.snapshot.state.labels == ("class 1", "class 2", "class 3")


def test_that_the_language_is_remembered(start: Start) -> None:
    window = start()
    window.commands["language.zh_CN"].trigger()
    window.close()

    assert start().look.language == "zh_CN"


def test_that_everything_grows_together(window: MainWindow) -> None:
    panel = window.panels["distribution"]
    before = panel.picture.style.em

    for _ in range(4):
        window.commands["zoom.in"].trigger()
    QApplication.processEvents()

    zoom = window.look.zoom
    assert zoom == pytest.approx(1.1**4, abs=1e-3)
    assert panel.picture.style.em == pytest.approx(before * zoom)
    assert window.logit_table.font().pixelSize() == round(EM_PX * zoom)
    assert window.toolbar.sliders["temperature"].label.font().pixelSize() == round(EM_PX * zoom)

    window.commands["zoom.reset"].trigger()
    assert window.look.zoom == 1.0
    assert not window.commands["zoom.reset"].isEnabled()


def test_that_the_unit_and_the_decimals_are_remembered(start: Start) -> None:
    window = start()
    window.commands["unit.bits"].trigger()
    window.commands["decimals.more"].trigger()
    window.close()

    view = start().store.view

    assert (view.unit, view.decimals) == ("bits", 5)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (1920, 1080)])
def test_that_nothing_is_pushed_out_of_the_window(
    start: Start, size: tuple[int, int], language: str
) -> None:
    window = start(language=language)
    window.resize(*size)
    QApplication.processEvents()

    assert (window.width(), window.height()) == size
    for part in (window.toolbar, window.cards, window.status):
        assert window.rect().contains(_place(part, window))
    for action in window.toolbar.actions():
        widget = window.toolbar.widgetForAction(action)
        assert action.isVisible() is widget.isVisible()  # nothing is in a menu at its end
        assert not widget.isVisible() or window.toolbar.rect().contains(widget.geometry()), (
            action.objectName()
        )
    cards = [card for card in window.cards.by_key.values() if card.isVisible()]
    assert len(cards) == 8
    for card in cards:
        assert window.cards.rect().contains(_place(card, window.cards)), card.key
        width, height = least_of(card.key, 1.0)
        assert card.width() >= width, card.key
        assert card.height() >= height, card.key


def _place(part: QWidget, window: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())
