"""Gets later scenes ready, so that little but words is left to paint when one comes in haste."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QSizeF

from xentgui.canvas.packed_pictures import PackedPictures
from xentgui.documents import moment as moments
from xentgui.documents.moment import Beat, Moment
from xentgui.documents.scene_texts import is_large, snapshot_of
from xentgui.model import Snapshot
from xentgui.painting import accessibility
from xentgui.painting.style import Style
from xentgui.window.presenting.foreseen import first_of, view_of
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.room_style import Shows
from xentgui.window.presenting.stage_cards import cards_of, panels_of
from xentgui.window.presenting.stage_panels import StagePanels
from xentgui.window.presenting.stage_picture import laid_out
from xentgui.window.presenting.words_now import WordsNow

MOST_BYTES: Final = 32 * 2**20
"""So much memory the pictures of later steps take: those of the built-in lecture, a tenth of it."""


class LaterScenes:
    """Makes the panels of each scene, its numbers, the texts for which it has room, and its pictures.

    The pictures are those that its steps show first, if nobody changes anything.  They are packed,
    and there are as many as there is memory for, those of the scenes that come next.
    """

    def __init__(
        self,
        lecture: Lecture,
        look: Shows,
        panels: StagePanels,
        words: WordsNow,
        *,
        paints: bool,
        most_bytes: int = MOST_BYTES,
    ) -> None:
        """Without `paints`, there are no pictures; else they take `most_bytes` and a scene's more."""
        self._lecture, self._look, self._panels, self._words = lecture, look, panels, words
        self._packs = PackedPictures() if paints else None
        self._most_bytes = most_bytes
        self._ready: dict[int, tuple[object, ...]] = {}

    def get_ready(self, size: QSizeF, style: Style) -> Iterator[None]:
        """Get each scene ready once for each look, the next one first, a part each time."""
        lecture, here, packs = self._lecture, self._lecture.beat.scene, self._packs
        room = self._most_bytes
        for number in (*range(here, len(lecture.scenes)), *range(here)):
            look = self._look.language, style, size.toTuple(), accessibility.motion_is_reduced()
            now = lecture.scenes[number], look, room > 0
            if self._ready.get(number) != now:
                yield from self._made(number)
                if packs is not None:
                    packs.begin(number)
                    if room > 0:
                        yield from self._steps_painted(number, size, style, packs)
                self._ready[number] = now
            if packs is not None:
                room -= packs.bytes_of(number)

    def _made(self, number: int) -> Iterator[None]:
        """Make the panels, the numbers and the texts with which a scene begins."""
        moment = self._lecture.moment_at(Beat(number))
        yield
        for key in panels_of(moment):
            self._panels.view(key)
            yield
        if not is_large(moment.subject):  # what is found now would not be kept until then
            snapshot = snapshot_of(moment.subject)
            yield
            self._words.of(moment, snapshot, self._look.language)
            yield

    def _steps_painted(
        self, number: int, size: QSizeF, style: Style, packs: PackedPictures
    ) -> Iterator[None]:
        lecture = self._lecture
        beat: Beat | None = Beat(number)
        while beat is not None and beat.scene == number:
            moment, before = lecture.moment_at(beat), moments.before(lecture.scenes, beat)
            start = moment if before is None else lecture.moment_at(before)
            first = first_of(start.subject, moment)
            yield
            if not is_large(first) and not is_large(moment.subject):
                yield from self._painted(moment, snapshot_of(first), size, style, packs)
            beat = moments.after(lecture.scenes, beat)

    def _painted(
        self,
        moment: Moment,
        snapshot: Snapshot,
        size: QSizeF,
        style: Style,
        packs: PackedPictures,
    ) -> Iterator[None]:
        """Paint what a step shows first, which has these numbers."""
        view = view_of(self._lecture, moment)
        yield
        words = self._words.of(moment, snapshot, self._look.language)
        yield
        layout = laid_out(size, words, style, panels_of(moment))
        cards = cards_of(layout, snapshot, view, formulas="formulas" not in moment.hidden)
        shown = layout, cards, moment.ranges, snapshot, view
        yield from self._panels.paint_ahead(*shown, packs=packs)
