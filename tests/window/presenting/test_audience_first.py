"""The audience's picture of a step is painted before anything else is done for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from xentgui.documents.moment import Beat
from xentgui.model.edits import with_logit
from xentgui.model.subjects import OnState
from xentgui.painting import accessibility
from xentgui.window.presenting.presenting import Presenting


class Order(QObject):
    """Writes down the windows of which something was painted."""

    def __init__(self, windows: tuple[QWidget, ...]) -> None:
        super().__init__()
        self.painted: list[QWidget] = []
        self._windows = {}
        for window in windows:
            for one in (window, *window.findChildren(QObject)):
                self._windows[one] = window
                one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched in self._windows:
            self.painted.append(self._windows[watched])
        return False


@pytest.mark.parametrize("reduced", [True, False])
def test_that_a_step_is_painted_for_the_audience_when_its_key_has_been_handled(
    talk: Presenting, *, reduced: bool
) -> None:
    accessibility.reduce_motion(reduced=reduced)
    lecture, audience, lecturer = talk.lecture, talk.audience, talk.lecturer
    assert lecture is not None and audience is not None and lecturer is not None
    for scene in (0, 6, 9, 11, 15, 16):
        lecture.go(Beat(scene))
        for _ in range(3):
            lecture.clock.finish()
            QApplication.processEvents()
            order = Order((audience, lecturer))

            lecture.act("next")

            assert set(order.painted) == {audience}, lecture.beat


def test_that_what_a_hand_moves_is_painted_in_the_next_turn_in_both_windows(
    talk: Presenting,
) -> None:
    lecture, audience, lecturer = talk.lecture, talk.audience, talk.lecturer
    assert lecture is not None and audience is not None and lecturer is not None
    order = Order((audience, lecturer))

    lecture.store.edit(OnState(lambda state: with_logit(state, 0, -1.5)), "what-if")

    assert order.painted == []
    for _ in range(2):
        QApplication.processEvents()
    assert set(order.painted) == {audience, lecturer}
