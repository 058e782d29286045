"""Small pictures of scenes, painted one after the other while nothing else is to be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, QSizeF, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap

from xentgui.documents.moment import Beat, Moment, last_step, moment_at, without_focus
from xentgui.documents.scene import Scene
from xentgui.painting.handlers import report
from xentgui.painting.theme import Theme
from xentgui.panels.hidden import hides_panel, paint_hidden_panel
from xentgui.window.presenting.room_style import RoomStyle
from xentgui.window.presenting.stage_cards import KNOWN, panels_of
from xentgui.window.presenting.stage_picture import (
    paint_moment,
    paint_panel,
    snapshot_of,
    words_of,
)

_ALONE = 1.35
"""The size of the letters of a panel that is alone in its picture."""


class Thumbs(QObject):
    """The pictures of some scenes; one that is not there yet is made later.

    Signals
    -------
    made(int)
        The picture of the scene with this number is there.
    """

    made = Signal(int)

    def __init__(self, parent: QObject, *, whole: bool = True) -> None:
        """Show in a picture all that the audience sees, or else the most important panel alone."""
        super().__init__(parent)
        self._whole = whole
        self._scenes: tuple[Scene, ...] = ()
        self._pictures: dict[int, tuple[Scene, int, QPixmap]] = {}
        self._steps: tuple[int, ...] = ()
        self._look: tuple[object, ...] = ()
        self._theme: Theme | None = None
        self._language, self._size, self._ratio = "", QSizeF(), 1.0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._make_one)

    @property
    def missing(self) -> int:
        """How many pictures are not there yet."""
        return sum(not self._has(at) for at in range(len(self._scenes)))

    def show(
        self,
        scenes: Sequence[Scene],
        theme: Theme,
        language: str,
        size: QSizeF,
        ratio: float,
        steps: Sequence[int] | None = None,
    ) -> None:
        """Make the pictures of `scenes`, `ratio` device pixels in a pixel of `size`.

        Each is shown after so many of its `steps`; by default after all of them.
        """
        look = (theme, language, size.toTuple(), ratio)
        if look != self._look:
            self._pictures.clear()
            self._look = look
        self._scenes, self._theme, self._language = tuple(scenes), theme, language
        self._size, self._ratio = size, ratio
        every = tuple(last_step(self._scenes, at) for at in range(len(self._scenes)))
        self._steps = every if steps is None else tuple(map(min, steps, every))
        wanted = [*zip(self._scenes, self._steps, strict=True)]
        known = {(id(scene), step): picture for scene, step, picture in self._pictures.values()}
        self._pictures = {
            at: (scene, step, known[id(scene), step])
            for at, (scene, step) in enumerate(wanted)
            if (id(scene), step) in known
        }
        if self.missing:
            self._timer.start()

    def picture(self, scene: int) -> QPixmap | None:
        """Return the picture of a scene; None if it is not there yet."""
        return self._pictures[scene][2] if self._has(scene) else None

    def stop(self) -> None:
        """Make no more pictures."""
        self._timer.stop()

    def _has(self, scene: int) -> bool:
        return scene in self._pictures

    def _make_one(self) -> None:
        at = next((at for at in range(len(self._scenes)) if not self._has(at)), None)
        if at is None or self._theme is None or self._size.isEmpty():
            self._timer.stop()
            return
        painted = self._painted(at, self._theme)
        self._pictures[at] = self._scenes[at], self._steps[at], painted
        self.made.emit(at)

    def _painted(self, at: int, theme: Theme) -> QPixmap:
        pixels = (self._size * self._ratio).toSize()
        picture = QPixmap(pixels)
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(theme.window)
        # Its emphasis would be the only thing to be seen.
        moment = moment_at(self._scenes, Beat(at, self._steps[at]))
        moment = moment._replace(view=without_focus(moment.view))
        words = words_of(moment, snapshot_of(moment), self._language)
        painter = QPainter(picture)
        try:
            if self._whole:
                style = RoomStyle(theme, self._size.height())
                paint_moment(painter, self._size, moment, words, style)
            else:
                self._paint_panel(painter, moment, RoomStyle(theme, self._size.height(), _ALONE))
        except Exception as error:  # noqa: BLE001 - the other scenes have pictures, too
            report(error)
        finally:
            painter.end()
        return picture

    def _paint_panel(self, painter: QPainter, moment: Moment, style: RoomStyle) -> None:
        rect = QRectF(0.0, 0.0, self._size.width(), self._size.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, style.color(style.theme.card))
        panels = [KNOWN[key]() for key in panels_of(moment)]
        seen = [one for one in panels if not hides_panel(one, moment.view)]
        panel, inset = (seen or panels)[0], style.em / 2
        room = rect.adjusted(inset, inset, -inset, -inset)
        if not seen:
            paint_hidden_panel(painter, room, style)
            return
        snapshot = snapshot_of(moment)
        paint_panel(painter, panel, room, snapshot, moment.view, moment.ranges, style)
