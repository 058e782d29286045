"""A panel without axes: what stands still is kept, what lives is painted at every edit."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.panels.panel import Panel


class PagePanel(Panel):
    """A panel that is laid out like a page of a book.

    Attributes
    ----------
    staged
        Whether it can be revealed stage by stage, as `View.stage` says.
    """

    staged: ClassVar[bool] = False

    def paint(
        self, painter: QPainter, rect: QRectF, snapshot: Snapshot, view: View, style: Style
    ) -> None:
        """Paint the whole page."""
        self.paint_still(painter, rect, snapshot, view, style)
        self.paint_live(painter, rect, snapshot, view, style)

    def paint_still(
        self, painter: QPainter, rect: QRectF, snapshot: Snapshot, view: View, style: Style
    ) -> None:
        """Paint what stays the same while `still_key` does."""

    def paint_live(
        self,
        painter: QPainter,
        rect: QRectF,
        snapshot: Snapshot,
        view: View,
        style: Style,
        parts: frozenset[int] | None = None,
    ) -> None:
        """Paint what follows from the numbers: all, or those of `live_parts` with these indices.

        There is at least one.
        """
        raise NotImplementedError

    def live_parts(
        self, rect: QRectF, snapshot: Snapshot, view: View, style: Style
    ) -> tuple[object, ...]:
        """Return what each part of what lives depends on, beside `still_key` and the style."""
        return ((snapshot, view),)

    def still_key(self, rect: QRectF, snapshot: Snapshot, view: View, style: Style) -> object:
        """Return what, beside the style, `paint_still` depends on."""
        return None

    def height(self, size: QSizeF, snapshot: Snapshot, view: View, style: Style) -> float:
        """Return how high a page as wide as `size` has to be for its letters to be read.

        That is the height of `size`, or more; what is painted on a page that is not high enough
        is as small as it must be.
        """
        return size.height()

    def stage_place(
        self, rect: QRectF, snapshot: Snapshot, view: View, style: Style
    ) -> QRectF | None:
        """Return where on the page the stage that came last is; None if none did."""
        return None

    def class_places(
        self, rect: QRectF, snapshot: Snapshot, view: View, style: Style, index: int
    ) -> tuple[QRectF, ...]:
        """Return where on the page class `index` is."""
        return ()

    def class_at_point(
        self, rect: QRectF, snapshot: Snapshot, view: View, style: Style, point: QPointF
    ) -> int | None:
        """Return the class that what is painted at `point` speaks of, or None."""
        return None

    def is_prepared(self, snapshot: Snapshot, view: View) -> bool:
        """Return whether painting takes no longer than a frame."""
        return True

    def prepare(self, snapshot: Snapshot, view: View) -> None:
        """Do beforehand what takes long, first for `snapshot`; may run in a thread of its own."""

    def stage_beside(self, snapshot: Snapshot, stage: int | None, way: int) -> int | None:
        """Return the stage after `stage` (1) or before it (-1); the same at the ends."""
        return stage
