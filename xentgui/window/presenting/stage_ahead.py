"""Paints what the next step will show, while the lecture rests, and then gets later scenes ready."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QSizeF, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.window.presenting.foreseen import foreseen
from xentgui.window.presenting.later_scenes import LaterScenes
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.room_style import Shows
from xentgui.window.presenting.stage_cards import StageGround, cards_of, panels_of
from xentgui.window.presenting.stage_panels import StagePanels
from xentgui.window.presenting.stage_picture import laid_out
from xentgui.window.presenting.words_now import WordsNow

_REST_MS = 120
"""After so long the step before has been painted."""

_BETWEEN_MS = 2
"""So long a key or a hand has its turn between two parts."""


@guarded
class StageAhead(QObject):
    """Works in pauses, a part in each; a step that comes earlier does without.

    What is painted ahead is known by all that it depends on: where that has become something else,
    it is painted when it is shown.
    """

    def __init__(
        self,
        stage: QWidget,
        lecture: Lecture,
        look: Shows,
        panels: StagePanels,
        ground: StageGround,
        words: WordsNow,
        is_busy: Callable[[], bool],
        *,
        keeps: bool,
    ) -> None:
        """Wait while `is_busy`; with `keeps`, the picture that will fade is kept, too."""
        super().__init__(stage)
        self._stage, self._lecture, self._look = stage, lecture, look
        self._panels, self._ground, self._words, self._keeps = panels, ground, words, keeps
        self._later = LaterScenes(lecture, look, panels, words, paints=keeps)
        self._is_busy = is_busy
        self._style: Style | None = None
        self._kept: QPixmap | None = None
        self._parts: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._do_a_part)

    def show_style(self, style: Style) -> None:
        """Paint with these colours and sizes."""
        self._style = style
        self.begin()

    def begin(self) -> None:
        """Begin again, once nothing has happened for a while."""
        self._parts = self._all_parts()
        self._timer.start(_REST_MS)

    @property
    def is_done(self) -> bool:
        """Whether all that could be done is done."""
        return not self._timer.isActive()

    def forget_picture(self) -> None:
        """Know that something else is seen than what was kept."""
        self._kept = None

    def picture_now(self) -> QPixmap | None:
        """Return the picture that is seen; None in haste, where nobody waits for it to be painted."""
        if self._kept is None and self.is_done:
            return self._stage.grab()
        return self._kept

    def _do_a_part(self) -> None:
        self._timer.setInterval(_BETWEEN_MS)
        if next(self._parts, self) is self:
            self._timer.stop()

    def _all_parts(self) -> Iterator[None]:
        yield from self._next_picture()
        if not self._stage.isVisible() or self._style is None:
            return
        lecture = self._lecture
        for _ in self._later.get_ready(QSizeF(self._stage.size()), self._style):
            if lecture.is_moving or lecture.store.gesture is not None:
                return  # its frames come first; what follows them begins again
            yield

    def _next_picture(self) -> Iterator[None]:
        stage, style = self._stage, self._style
        if style is None or not stage.isVisible():
            return
        while self._is_busy():
            yield
        yield from self._panels.get_ready_to_move()
        coming = foreseen(self._lecture)
        if coming is None:
            return
        moment, snapshot, view, fades = coming
        yield
        size, turn = QSizeF(stage.size()), self._lecture.turn
        stays = moment.beat.scene == self._lecture.beat.scene
        words = self._words.of(moment, snapshot, self._look.language)
        layout = laid_out(size, words, style, panels_of(moment, turn if stays else 0))
        cards = cards_of(layout, snapshot, view, formulas="formulas" not in moment.hidden)
        yield
        self._ground.paint_ahead(cards, size, stage.devicePixelRatioF(), style)
        yield
        yield from self._panels.paint_ahead(layout, cards, moment.ranges, snapshot, view)
        if fades and self._keeps and self._kept is None:
            self._kept = stage.grab()
