"""Pictures that take long to paint and seldom change, and of a page the parts that do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import ne

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPixmap

from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.panels.page_panel import PagePanel

_ANTIALIASING = QPainter.RenderHint.Antialiasing
_RECENT = 60
"""A part that changed within so many edits is expected to change in the next one."""


class PixmapCache:
    """A picture on the card's colour, and the key that it depends on."""

    def __init__(self) -> None:
        self._picture, self._key = QPixmap(), None  # type: tuple[QPixmap, object]

    @property
    def known(self) -> QPixmap | None:
        """The last picture, whatever it depends on; None if there is none, or it is forgotten."""
        return None if self._key is None else self._picture

    def forget(self) -> None:
        """Paint the picture again the next time."""
        self._key = None

    def has(self, key: object, size: QSizeF, ratio: float, style: Style) -> bool:
        """Return whether the picture for these is there."""
        return (key, size.toTuple(), ratio, style) == self._key

    def copy(self) -> PixmapCache:
        """Return another cache with the same picture, which this one does not change."""
        other = PixmapCache()
        other._picture, other._key = QPixmap(self._picture), self._key
        return other

    def picture(
        self,
        key: object,
        size: QSizeF,
        ratio: float,
        style: Style,
        paint: Callable[[QPainter], None],
        ground: QPixmap | None = None,
        color: str = "",
    ) -> QPixmap:
        """Return the picture of `paint`, painted again if `key`, the size or the style has changed.

        `ratio` is the number of device pixels in a pixel of `size`.  It is painted over `ground`, a
        picture of that size whose own key is a part of `key`; or over `color`, or an empty card.
        A picture that was returned before is to be drawn, or copied, before the next one is asked for.
        """
        whole = key, size.toTuple(), ratio, style
        if whole != self._key:
            self._key = None  # if `paint` fails, the picture is no other key's
            if ground is None:
                self._picture = style.blank(size, ratio, color, self._picture)
            else:
                self._picture = QPixmap(ground)
            painter = QPainter(self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            paint(painter)
            painter.end()
        # Kept also if it is equal: the next comparison is faster with the same objects.
        self._key = whole
        return self._picture


class PageCache:
    """Paints the page of `panel` with the help of two pictures.

    The first picture is the static part.  The second is its visible part with the numbers that do
    not change.  An edit changes few numbers, and only those have to be written.
    """

    def __init__(self, panel: PagePanel) -> None:
        self._panel = panel
        self._static, self._resting = PixmapCache(), PixmapCache()
        self._moving = MovingParts()

    def forget(self) -> None:
        """Paint the pictures again the next time."""
        self._static.forget()

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        seen: QRect,
        ratio: float,
        snapshot: Snapshot,
        view: View,
        style: Style,
    ) -> None:
        """Paint the part `seen` of the page in `rect`.

        `ratio` is the number of device pixels in a pixel.
        """
        panel = self._panel
        static = self._static.picture(
            (rect.width(), panel.static_key(rect, snapshot, view, style)),
            QSizeF(seen.width(), rect.height()),
            ratio,
            style,
            lambda painter: panel.paint_static(painter, rect, snapshot, view, style),
        )
        parts = panel.number_parts(rect, snapshot, view, style)
        moving = self._moving.among(parts)

        def write(painter: QPainter, those: frozenset[int]) -> None:
            painter.translate(0, -seen.top())
            if rect.height() > seen.height():  # so that invisible numbers need not be written
                painter.setClipRect(seen)
            if those:
                panel.paint_numbers(painter, rect, snapshot, view, style, those)

        def rest(painter: QPainter) -> None:
            painter.setRenderHint(_ANTIALIASING, False)
            painter.drawPixmap(0, -seen.top(), static)
            painter.setRenderHint(_ANTIALIASING, True)
            write(painter, frozenset(range(len(parts))) - moving)

        key = static.cacheKey(), seen.top(), moving
        picture = self._resting.picture(key, QSizeF(seen.size()), ratio, style, rest)
        painter.drawPixmap(0, 0, picture)
        painter.setRenderHint(_ANTIALIASING, True)
        write(painter, moving)


class MovingParts:
    """Observes which parts of a page change."""

    def __init__(self) -> None:
        self._parts: Sequence[object] = ()
        self._found: frozenset[int] = frozenset()
        self._changed: dict[int, int] = {}  # part: the edit in which it last changed
        self._edits = 0

    def among(self, parts: Sequence[object]) -> frozenset[int]:
        """Return the indices of those of `parts` that change often.

        While the result stays the same, no other part changes: a part that changes is in the result
        from then on, and one that has stopped changing is removed.
        """
        self._edits += 1
        changed = [index for index, other in enumerate(map(ne, parts, self._parts)) if other]
        self._changed.update(dict.fromkeys(changed, self._edits))
        if len(parts) != len(self._parts):
            self._changed = {}
            self._found = frozenset()
        elif not self._found.issuperset(changed):
            since = self._edits - _RECENT
            self._found = frozenset(k for k, edit in self._changed.items() if edit > since)
        self._parts = parts
        return self._found
