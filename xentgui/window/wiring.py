"""Connects the parts of the window to the store: parts request, the store decides, parts show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from xentgui.canvas.play_frames import Frames
from xentgui.documents.store import Gesture, Store
from xentgui.language.text import explain
from xentgui.model.mark import Mark
from xentgui.model.subjects import Edit
from xentgui.painting.handlers import report
from xentgui.painting.style import Style
from xentgui.window.readouts_pace import FRAMES, ReadoutsPace

if TYPE_CHECKING:
    from xentgui.model.view import View
    from xentgui.window.part import (
        AsksForEdits,
        AsksForViews,
        HoldsStill,
        MakesBursts,
        MakesGestures,
        Part,
        Points,
        Refuses,
        ShowsNumbers,
        ShowsReadouts,
        ShowsView,
        Speaks,
        Tells,
    )

TURNS = 3
"""Parts with digits take turns in a play, so that no frame has to paint all of them."""


def _nothing() -> None:
    """Do nothing: nothing has to be prepared, and a part without bursts has none to end."""


class Wiring(QObject):
    """Passes requests on to the store, and changes on to the parts.

    A part is connected with each method whose Protocol it fulfils.

    Attributes
    ----------
    frames
        The numbers of the frames of a play, by which parts take turns.
    """

    def __init__(
        self,
        store: Store,
        status: Tells,
        parent: QObject,
        takes_step: Callable[[], bool] = lambda: False,
        prepare: Callable[[], None] = _nothing,
    ) -> None:
        """`takes_step` says whether the change under way is a step of a play, or of a hand meanwhile.

        `prepare` is called before each request, so that the first one finds what keeps the work.
        """
        super().__init__(parent)
        firsts = range(0, FRAMES, FRAMES // TURNS)
        self.frames = counted = Frames(self)
        self._paces = [ReadoutsPace(store, takes_step, self, first, counted) for first in firsts]
        self._store, self._status, self._prepare = store, status, prepare
        self._parts: list[Part] = []
        self._holding: list[HoldsStill] = []
        # The gestures that parts have begun and not ended, each with the function that ends it.
        # Only the last can still be open, because the store ends a gesture when another part begins
        # one.
        self._begun: dict[object, tuple[Gesture, Callable[[], None]]] = {}
        self._highlight: Mark | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._show_highlight)
        store.refused.connect(lambda error: status.say_of_state(explain(error)))

    # What parts show

    def add(self, part: Part) -> None:
        """Pass changes of colours and language on to `part`."""
        self._parts.append(part)

    def show_numbers_in(self, part: ShowsNumbers) -> None:
        """Show the numbers in `part`, now and after every edit."""
        part.show_snapshot(self._store.snapshot)
        self._store.changed.connect(part.show_snapshot)

    def show_view_in(self, part: ShowsView) -> None:
        """Show the view in `part`, now and after every change."""
        part.show_view(self._store.view)
        self._store.view_changed.connect(part.show_view)

    def read_out_in(self, part: ShowsReadouts, turn: int = 0) -> None:
        """Show view and numbers in `part` as above; in a play as often as digits can be read.

        Parts with another `turn`, below `TURNS`, are then shown other steps.
        """
        part.show_view(self._store.view)
        part.show_snapshot(self._store.snapshot)
        pace = self._paces[turn]
        pace.view_changed.connect(part.show_view)
        pace.changed.connect(part.show_snapshot)

    @property
    def readouts(self) -> ReadoutsPace:
        """What passes changes on to the parts of the first turn."""
        return self._paces[0]

    def catch_up(self) -> None:
        """Show in all parts with digits the numbers of now."""
        for pace in self._paces:
            pace.catch_up()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes to every part."""
        for part in self._parts:
            part.show_style(style)

    def retranslate(self) -> None:
        """Show the texts of every part in the current language."""
        for part in self._parts:
            part.retranslate()

    def hold_during_gestures(self, part: HoldsStill) -> None:
        """Hold `part` during a drag in any part."""
        self._holding.append(part)

    # What parts request

    def take_edits_of(self, part: AsksForEdits) -> None:
        """Apply the edits of `part`; each ends the gesture of another part."""
        part.edit_requested.connect(lambda edit, text: self._edit(part, edit, text))

    def take_gestures_of(self, part: MakesGestures) -> None:
        """Apply the edits of `part`, and make one undo step of each of its gestures."""
        self._take_gestures(part, _nothing)

    def take_bursts_of(self, part: MakesBursts) -> None:
        """As for gestures; and end a burst of `part` before another edit."""
        self._take_gestures(part, part.finish)

    def take_views_of(self, part: AsksForViews) -> None:
        """Show the views that `part` requests."""
        part.view_requested.connect(self._show)

    def take_pointing_of(self, part: Points) -> None:
        """Highlight in all parts the mark at which `part` points."""
        part.highlight_requested.connect(self.point_at)

    def take_messages_of(self, part: Speaks) -> None:
        """Show the messages of `part` in the status line."""
        part.message.connect(self._status.say)

    def take_refusals_of(self, part: Refuses) -> None:
        """Show the refusals of `part` until the numbers change."""
        part.edit_refused.connect(self._status.say_of_state)

    # Gestures

    def finish_bursts(self) -> bool:
        """End the gestures of held keys; return False during a drag."""
        self._finish_others(None)
        under_way = self._begun or self._store.gesture is not None
        if under_way and QApplication.mouseButtons():
            return False
        self._begun.clear()
        self._store.end_gesture()
        self._release()
        return True

    def _take_gestures(self, part: MakesGestures, finish: Callable[[], None]) -> None:
        self.take_edits_of(part)
        part.gesture_started.connect(lambda text: self._begin(part, text, finish))
        part.gesture_ended.connect(lambda: self._end(part))
        part.gesture_cancelled.connect(lambda: self._cancel(part))

    def _show(self, view: View) -> None:
        self._prepare()
        self._store.show(view)

    def _edit(self, part: object, edit: Edit, text: str) -> None:
        self._prepare()
        self._finish_others(part)
        gesture, finish = self._begun.get(part, (None, _nothing))
        if gesture is not None and not gesture.is_open:
            # Another part has ended the gesture, so further edits of this part are a new step.
            self._begun[part] = self._store.begin(part, text), finish
        self._store.edit(edit, text, part)

    def _begin(self, part: object, text: str, finish: Callable[[], None]) -> None:
        self._prepare()
        self._finish_others(part)
        self._begun[part] = self._store.begin(part, text), finish
        for one in self._holding:
            one.hold()

    def _end(self, part: object) -> None:
        gesture, _ = self._begun.pop(part, (None, None))
        if gesture is not None:
            gesture.end()
            self._release()

    def _cancel(self, part: object) -> None:
        gesture, _ = self._begun.pop(part, (None, None))
        if gesture is not None:
            gesture.cancel()
            self._release()

    def _finish_others(self, part: object) -> None:
        """End the gestures of held keys in other parts; a drag there goes on."""
        for other, (_, finish) in tuple(self._begun.items()):
            if other is not part:
                try:
                    finish()
                except Exception as error:  # noqa: BLE001 - the gesture of a part that fails ends, too
                    report(error)
                    self._end(other)

    def _release(self) -> None:
        if not self._begun:
            for part in self._holding:
                part.release()

    # Pointing

    def point_at(self, mark: Mark | None) -> None:
        """Highlight a mark, or none, in all parts, when the event loop is idle."""
        # A pointer moves faster than the screen is painted, so only its last place is shown.
        self._highlight = mark
        self._soon.start()

    def _show_highlight(self) -> None:
        mark = self._highlight
        if mark is not None and not mark.is_in(self._store.snapshot.state):
            mark = None
        self._store.show(replace(self._store.view, highlight=mark))
