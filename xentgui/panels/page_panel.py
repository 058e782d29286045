"""A panel without axes: its static part is cached, its numbers are painted at every edit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from xentgui.model import Snapshot
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.panels.marked_panel import Way
from xentgui.panels.panel import Panel


class PagePanel(Panel):
    """A panel that is laid out like a page.

    Attributes
    ----------
    staged
        Whether it can be shown stage by stage, as `View.stage` says.
    """

    staged: ClassVar[bool] = False

    def paint(
        self, painter: QPainter, rect: QRectF, snapshot: Snapshot, view: View, style: Style
    ) -> None:
        """Paint the whole page."""
        self.paint_static(painter, rect, snapshot, view, style)
        self.paint_numbers(painter, rect, snapshot, view, style)

    def paint_static(
        self, painter: QPainter, rect: QRectF, snapshot: Snapshot, view: View, style: Style
    ) -> None:
        """Paint the static part, which changes only with `static_key`."""

    def paint_numbers(
        self,
        painter: QPainter,
        rect: QRectF,
        snapshot: Snapshot,
        view: View,
        style: Style,
        parts: frozenset[int] | None = None,
    ) -> None:
        """Paint the numbers: all, or the `number_parts` at these indices.

        There is at least one.
        """
        raise NotImplementedError

    def number_parts(
        self, rect: QRectF, snapshot: Snapshot, view: View, style: Style
    ) -> tuple[object, ...]:
        """Return, for each part, what it depends on beside `static_key` and the style."""
        return ((snapshot, view),)

    def static_key(self, rect: QRectF, snapshot: Snapshot, view: View, style: Style) -> object:
        """Return the key of `paint_static`: what it depends on beside the style."""
        return None

    def height(self, size: QSizeF, snapshot: Snapshot, view: View, style: Style) -> float:
        """Return the height that a page with the width of `size` needs for legible letters.

        It is the height of `size`, or more.  On a page that is too low, everything is painted
        smaller.
        """
        return size.height()

    def rows(
        self, rect: QRectF, snapshot: Snapshot, view: View, style: Style
    ) -> Iterable[tuple[float, float]]:
        """Return top and bottom of the rows of the page, which a view does not show in part."""
        return ()

    def stage_place(
        self, rect: QRectF, snapshot: Snapshot, view: View, style: Style
    ) -> QRectF | None:
        """Return the place of the latest stage on the page; None if there is none."""
        return None

    def places_of(
        self, rect: QRectF, snapshot: Snapshot, view: View, style: Style, mark: Mark
    ) -> tuple[QRectF, ...]:
        """Return the places of `mark` on the page."""
        return ()

    def highlight_at(
        self, rect: QRectF, snapshot: Snapshot, view: View, style: Style, point: QPointF
    ) -> Mark | None:
        """Return the mark at `point`, or None."""
        return None

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the mark after (`Way.NEXT`) or before `mark`: here, from class to class."""
        last, step = len(snapshot.logits) - 1, 1 if way is Way.NEXT else -1
        if not isinstance(mark, ClassMark):
            return ClassMark(0 if step > 0 else last)
        return ClassMark(min(max(mark.index + step, 0), last))

    def is_prepared(self, snapshot: Snapshot, view: View) -> bool:
        """Return whether painting needs no long preparation."""
        return True

    def prepare(self, snapshot: Snapshot, view: View) -> None:
        """Prepare for painting, first for `snapshot`; takes long, and may run in another thread."""

    def stage_beside(self, snapshot: Snapshot, stage: int | None, way: int) -> int | None:
        """Return the stage after `stage` (1) or before it (-1); the same at the ends."""
        return stage
