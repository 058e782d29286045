"""Words beside each other of which one is chosen, in any script."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from xentgui.painting.fonts import ui_font
from xentgui.window.descent.segments import Segments


@pytest.mark.parametrize("words", [("Softmax", "无激活", "LDA"), ("one", "two", "three")])
def test_that_all_words_are_as_high_as_the_highest(words: tuple[str, ...], qtbot: QtBot) -> None:
    card = QWidget()
    qtbot.addWidget(card)
    card.setFont(ui_font(13.0))
    segments = Segments("way", {word: (word, "") for word in words}, card)
    segments.retranslate()
    room = QVBoxLayout(card)
    room.addWidget(segments)
    room.addStretch(1)
    card.resize(420, 300)
    with qtbot.waitExposed(card):
        card.show()

    buttons = segments.findChildren(QToolButton)
    assert [button.text() for button in buttons] == list(words)
    wanted = max(button.sizeHint().height() for button in buttons)
    assert {(one.y(), one.height()) for one in buttons} == {(0, wanted)}
    assert segments.height() == wanted, "and the row takes no more"
