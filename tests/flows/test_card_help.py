"""“?” on a card: three sentences, a formula, a source, and the scene that teaches it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from xentgui.language.text import translate
from xentgui.panels.card_help import CARD_HELP
from xentgui.window.helping.card_note import CardNote
from xentgui.window.main_window import MainWindow
from xentgui.window.workspaces import WORKSPACES

Start = Callable[..., MainWindow]


def _press(window: MainWindow, key: str) -> CardNote:
    button = window.findChild(QToolButton, f"control.help.{key}")
    assert isinstance(button, QToolButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return window.helping.card_help.note


def _place(window: MainWindow, widget: object) -> QRect:
    assert hasattr(widget, "mapTo")
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def _shown(window: MainWindow) -> list[str]:
    cards = window.cards.by_key.items()
    return [key for key, card in cards if not card.visibleRegion().isEmpty()]


@pytest.mark.parametrize("workspace", WORKSPACES)
@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)], ids=str)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_no_note_covers_its_card_or_leaves_the_window(
    start: Start, qtbot: QtBot, workspace: str, size: tuple[int, int], language: str
) -> None:
    window = start(language=language)
    window.resize(*size)
    window.run_command(f"workspace.{workspace}")
    qtbot.waitUntil(lambda: len(_shown(window)) > 3)

    for key in _shown(window):
        note = _press(window, key)
        card = window.cards.by_key[key]
        assert note.isVisible()
        if note.parentWidget() is window:
            assert not _place(window, note).intersects(_place(window, card)), key
        else:  # below the content, which has given it the room
            assert card.isAncestorOf(note)
        assert window.rect().contains(_place(window, note)), key
        assert note.height() >= note.minimumSizeHint().height(), key


def test_that_all_of_it_is_there_for_those_who_look_and_those_who_listen(
    window: MainWindow,
) -> None:
    note = _press(window, "information")

    help_of = CARD_HELP["information"]
    assert note.title.text() == note.accessibleName() == "Information"
    for sentence in (*help_of.sentences, help_of.spoken, help_of.source):
        assert sentence in note.accessibleDescription()
    assert note.formula.accessibleName() == help_of.spoken
    assert "https://doi.org/10.1002/j.1538-7305.1948.tb01338.x" in note.source.text()


def test_that_a_key_explains_the_card_in_use_and_escape_gives_the_keys_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    panel = window.panels["distribution"]
    panel.setFocus()
    qtbot.waitUntil(panel.hasFocus)

    window.run_command("help.card")
    note = window.helping.card_help.note
    assert note.title.text() == "Distribution"
    assert note.hasFocus()

    QTest.keyClick(note, Qt.Key.Key_Escape)
    assert not note.isVisible()
    assert panel.hasFocus()


def test_that_it_stays_while_the_card_is_used_and_escape_there_closes_it(
    window: MainWindow,
) -> None:
    note = _press(window, "distribution")
    window.panels["distribution"].setFocus()

    QTest.keyClick(window.panels["distribution"], Qt.Key.Key_Right)
    assert note.isVisible()

    QTest.keyClick(window.panels["distribution"], Qt.Key.Key_Escape)
    assert window.store.view.highlight is None  # the mark comes first
    assert note.isVisible()
    QTest.keyClick(window.panels["distribution"], Qt.Key.Key_Escape)
    assert not note.isVisible()


def test_that_a_second_press_takes_it_away(window: MainWindow) -> None:
    note = _press(window, "gradient")

    _press(window, "gradient")

    assert not note.isVisible()


def test_that_an_enlarged_card_gives_the_note_room(window: MainWindow, qtbot: QtBot) -> None:
    window.cards.enlarge("information")
    QApplication.processEvents()
    before = window.panels["information"].height()

    note = _press(window, "information")
    qtbot.waitUntil(lambda: window.panels["information"].height() < before)

    assert note.isVisible()
    panel = _place(window, window.panels["information"])
    assert not panel.intersects(_place(window, note))

    window.cards.restore()
    qtbot.waitUntil(lambda: note.parentWidget() is window)
    assert not _place(window, note).intersects(_place(window, window.cards.by_key["information"]))


def test_that_a_card_that_goes_takes_its_note_along(window: MainWindow, qtbot: QtBot) -> None:
    note = _press(window, "information")

    window.run_command("workspace.learn")

    qtbot.waitUntil(lambda: not note.isVisible())


def test_that_it_speaks_the_language_of_the_window(window: MainWindow) -> None:
    note = _press(window, "information")

    window.run_command("language.zh_CN")
    QApplication.processEvents()

    assert note.title.text() == "信息量"
    assert (
        translate("card_help", CARD_HELP["information"].sentences[0])
        in note.accessibleDescription()
    )
    assert "信息量" in note.text.accessibleName()


def test_that_the_scene_that_teaches_it_is_one_press_away(window: MainWindow) -> None:
    note = _press(window, "decomposition") if window.cards.is_shown("decomposition") else None
    note = note or _press(window, "information")
    title = note.scene.text()

    QTest.mouseClick(note.scene, Qt.MouseButton.LeftButton)

    assert window.documents.session.title["en"] in title
    assert window.documents.session.count > 10
