"""The points of a classifier as a table to type in and to sort."""

from __future__ import annotations

from PySide6.QtCore import Qt

from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.model import Snapshot
from xentgui.painting.handlers import guarded
from xentgui.tables.numbers.number_table import NumberTable
from xentgui.tables.numbers.points_model import PointsModel


@guarded
class PointsTable(NumberTable):
    """The table of the points; a click on a heading sorts them."""

    title = QT_TRANSLATE_NOOP("tables", "Points")

    def __init__(self) -> None:
        model = PointsModel()
        super().__init__(model)
        self.setObjectName("point_table")
        self._points = model
        self._chosen = -1
        self.header.setSectionsClickable(True)
        self.header.setCursor(Qt.CursorShape.PointingHandCursor)
        self.header.sectionClicked.connect(model.sort_by)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show other points, and scroll to another chosen one."""
        super().show_snapshot(snapshot)
        subject = self._points.subject
        if subject is not None and subject.chosen != self._chosen:
            self._chosen = subject.chosen
            self._bring_chosen()

    def _lay_out(self) -> None:
        super()._lay_out()
        self._bring_chosen()

    def _bring_chosen(self) -> None:
        subject = self._points.subject
        if subject is not None and self.isVisible():
            row = self._points.row_of(subject.chosen)
            self.scrollTo(self._points.index(row, 0))
