"""A table that paints all visible rows in one step, in the fonts and colours of a theme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6 import QtGui  # for QAccessible, which PySide makes when it is first named
from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from xentgui.language.text import translate
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.fingers import TouchedRows
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style, scroll_bar_sheet
from xentgui.painting.theme import LIGHT, Theme
from xentgui.tables.cells.row_painter import Cells, Marks
from xentgui.tables.cells.selected_cells import MarkedCells, selected_cells
from xentgui.tables.cells.table_keys import CellPlace
from xentgui.tables.class_model import ClassModel
from xentgui.tables.table_look import TableLook

if TYPE_CHECKING:
    from xentgui.model.found import Found


@guarded
class Viewport(QWidget):
    """The widget that the rows are painted on.

    Signals
    -------
    left()
        The pointer has left.
    """

    left = Signal()

    def leaveEvent(self, event: QEvent) -> None:
        """Report that the pointer has left."""
        super().leaveEvent(event)
        self.left.emit()


@guarded
class PaintedTable(QTableView):
    """Shows a `ClassModel`; `ClassTable` adds the input.

    Attributes
    ----------
    title
        English, marked in the context "tables".
    classes
        The model; a subclass sets it once it can show cells.
    ground
        The widget that the rows are painted on.
    """

    title = ""

    def __init__(self, model: ClassModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        model.setParent(self)
        self.classes = model
        self._highlight: int | None = None
        self._found: Found | None = None
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)  # whole rows
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # For Qt's own viewport, PySide would first create every class that it could have.
        self.ground = Viewport()
        self.setViewport(self.ground)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._touched = TouchedRows(self)
        self._look = TableLook(self, model, LIGHT)
        self._marked = MarkedCells(self)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model, and lay the table out again when its columns change."""
        super().setModel(model)
        if model is None:
            return
        # Qt's header must be updated first: until then it has columns that the model has not.
        model.columnsInserted.connect(self._look.lay_out)
        model.columnsRemoved.connect(self._look.lay_out)
        model.headerDataChanged.connect(self._look.lay_out)
        self._marked.watch()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show other numbers."""
        count, same = self.classes.rowCount(), self.classes.has_classes_of(snapshot)
        self.classes.show_snapshot(snapshot)
        if same:
            return
        self._look.names_changed()
        if self.classes.rowCount() != count:
            self._look.share_height()
            self.updateGeometry()

    def show_view(self, view: View) -> None:
        """Show the same numbers in another way, and highlight the highlighted class."""
        self.classes.show_view(view)
        if view.highlighted_class != self._highlight or view.found is not self._found:
            self._highlight, self._found = view.highlighted_class, view.found
            self.viewport().update()

    def show_style(self, style: Style) -> None:
        """Apply the colours of `style`; letters have the table's own font."""
        self._apply_theme(style.theme)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setStyleSheet(scroll_bar_sheet(style))

    def _apply_theme(self, theme: Theme) -> None:
        self._look.set_theme(theme)
        self.viewport().update()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.setAccessibleName(translate("tables", self.title))
        self.classes.retranslate()

    def selected_cells(self) -> list[Cells]:
        """Return the blocks of selected cells; without any, the current cell."""
        return selected_cells(self.selectionModel())

    def _cell(self) -> CellPlace:
        index = self.currentIndex()
        return CellPlace(index.row(), index.column())

    def _marks(self) -> Marks:
        shown = self.hasFocus() and self.currentIndex().isValid()
        cell, found = self._cell() if shown else None, self._found
        state = self.classes.state
        if found is not None and (state is None or found.labels is not state.names):
            found = None  # of other classes
        return Marks(self._highlight, self._marked.blocks(), cell, found)

    # -- Qt -----------------------------------------------------------------------------

    def dataChanged(
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Paint only the cells with another text; screen readers get the signal for all cells."""
        changed = self._look.follow(self.verticalOffset(), self.horizontalOffset())
        if changed is None or QtGui.QAccessible.isActive():
            super().dataChanged(first, last, list(roles))
        else:
            self.viewport().update(changed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the visible rows in one step."""
        painter = QPainter(self.viewport())
        self._look.paint(
            painter, event.region(), self.verticalOffset(), self.horizontalOffset(), self._marks()
        )
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Distribute the new room among columns and rows."""
        super().resizeEvent(event)
        self._look.lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out changes that came while the table was hidden."""
        super().showEvent(event)
        self._look.lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the table out again for another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._apply_theme(self._look.style.theme)

    def whole_height(self) -> int:
        """Return the least height at which every class is visible."""
        return self._look.whole_height()

    def sizeHint(self) -> QSize:
        """Return a size that shows all of a few classes, or some of many."""
        return QSize(round(self._look.style.px(340)), self._look.wanted_height())

    def minimumSizeHint(self) -> QSize:
        """Return the least useful size of the table."""
        return QSize(round(self._look.style.px(220)), self._look.least_height())
