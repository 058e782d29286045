"""What is presented, on both stages, and when they rest."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.presenting import Presenting
from xentgui.window.presenting.stage_view import StageView


def lecture_of(talk: Presenting) -> Lecture:
    """Return what is presented."""
    assert talk.lecture is not None
    return talk.lecture


def stages_of(talk: Presenting) -> tuple[StageView, StageView]:
    """Return the stages of the audience and of the lecturer."""
    assert talk.audience is not None and talk.lecturer is not None
    return talk.audience.stage, talk.lecturer.stage


def wait_for_rest(talk: Presenting, qtbot: QtBot) -> None:
    """Wait until nothing is left to paint, or to get ready, ahead."""
    qtbot.waitUntil(lambda: all(one.ahead.is_done for one in stages_of(talk)))
