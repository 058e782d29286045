"""A lecture whose lecturer's screen goes: the notes are below the picture until it comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.documents.lecture import LECTURE
from tests.flows.test_lecture import Talk
from xentgui.documents.document import encode
from xentgui.documents.texts import in_language
from xentgui.window.main_window import MainWindow
from xentgui.window.presenting.cover import SLEEPS

K = Qt.Key


@pytest.fixture
def talk(start: Callable[..., MainWindow], tmp_path: Path) -> Talk:
    file = tmp_path / "lecture.xent.json"
    file.write_text(encode(LECTURE), "utf-8")
    return Talk(start(file=file))


def _lose_screen(talk: Talk) -> None:
    talk.lecture.be_alone(alone=True, notes=True)
    QApplication.processEvents()


def test_that_notes_stand_below_the_picture_and_change_with_the_scene(talk: Talk) -> None:
    whole = talk.audience.stage.height()
    assert not talk.audience.strip.isVisible()

    _lose_screen(talk)

    strip, stage = talk.audience.strip, talk.audience.stage
    assert strip.isVisible()
    assert stage.height() + strip.height() == whole == talk.audience.height()
    assert strip.geometry().top() == stage.geometry().bottom() + 1
    for _ in range(6):
        notes = in_language(talk.lecture.moment.notes, "en")
        assert strip.notes.toPlainText() == notes
        talk.lecture.act("next")
        QApplication.processEvents()
    assert "Scene" in strip.place.text()


def test_that_a_key_hides_the_notes_and_the_screen_that_returns_takes_them_away(
    talk: Talk,
) -> None:
    _lose_screen(talk)
    before = talk.lecture.beat

    talk.lecture.act("notes")
    assert not talk.audience.strip.isVisible()
    talk.lecture.act("notes")
    assert talk.audience.strip.isVisible()
    talk.lecture.be_alone(alone=False, notes=True)

    assert not talk.audience.strip.isVisible()
    assert talk.audience.stage.height() == talk.audience.height()
    assert talk.lecture.beat == before
    talk.lecture.act("notes")  # the audience never sees the notes of a lecturer with a screen
    assert not talk.audience.strip.isVisible()


def test_that_with_one_screen_from_the_beginning_there_are_no_notes_until_they_are_asked_for(
    talk: Talk,
) -> None:
    talk.presenting.arrange()
    assert not talk.audience.strip.isVisible()

    talk.lecture.act("notes")

    assert talk.audience.strip.isVisible()


def test_that_the_list_of_keys_says_if_the_screen_saver_could_not_be_held_off(talk: Talk) -> None:
    for sleeps in (True, False):
        talk.lecture.sleeps = sleeps
        talk.lecture.act("help")
        assert talk.audience.stage.cover.keys
        assert talk.audience.stage.cover.note == (SLEEPS if sleeps else "")
        talk.lecture.act("help")
