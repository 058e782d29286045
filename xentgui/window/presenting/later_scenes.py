"""Gets later scenes ready, so that nothing but painting is left when one of them comes in haste."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSizeF

from xentgui.documents.moment import Beat, Moment
from xentgui.documents.scene_texts import is_large
from xentgui.model import Snapshot
from xentgui.painting.style import Style
from xentgui.window.presenting.known_panels import panels_of
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.shows import Shows
from xentgui.window.presenting.stage_cards import cards_of
from xentgui.window.presenting.stage_layout import StageLayout
from xentgui.window.presenting.stage_panels import StagePanels
from xentgui.window.presenting.stage_picture import laid_out, snapshot_of
from xentgui.window.presenting.words_now import WordsNow


class LaterScenes:
    """Makes the panels of each scene, its numbers, and the texts for which it has room.

    All of it is kept where it is used, and none of it is as large as a picture.
    """

    def __init__(
        self,
        lecture: Lecture,
        look: Shows,
        panels: StagePanels,
        words: WordsNow,
        *,
        paints: bool,
    ) -> None:
        """With `paints`, panels are painted, too, for what they find out; the pictures are not kept."""
        self._paints = paints
        self._lecture, self._look, self._panels, self._words = lecture, look, panels, words
        self._ready: dict[int, tuple[object, ...]] = {}

    def get_ready(self, size: QSizeF, style: Style) -> Iterator[None]:
        """Get each scene ready once for each look, the next one first, a part each time."""
        lecture, here = self._lecture, self._lecture.beat.scene
        for number in (*range(here, len(lecture.scenes)), *range(here)):
            now = lecture.scenes[number], self._look.language, style, size.toTuple()
            if self._ready.get(number) == now:
                continue
            moment = lecture.moment_at(Beat(number))
            yield
            keys = panels_of(moment)
            for key in keys:
                self._panels.view(key)
                yield
            if not is_large(moment.subject):  # what is found now would not be kept until then
                snapshot = snapshot_of(moment)
                yield
                words = self._words.of(moment, snapshot, self._look.language)
                yield
                if self._paints:
                    yield from self._painted(moment, snapshot, laid_out(size, words, style, keys))
            self._ready[number] = now

    def _painted(self, moment: Moment, snapshot: Snapshot, layout: StageLayout) -> Iterator[None]:
        view = moment.view
        cards = cards_of(layout, snapshot, view, formulas="formulas" not in moment.hidden)
        yield from self._panels.paint_ahead(
            layout, cards, moment.ranges, snapshot, view, keeps=False
        )
