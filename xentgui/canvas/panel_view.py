"""The widget for each kind of panel, and the picture of a plot before its view exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from xentgui.canvas.page_view import PageView
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.panels.page_panel import PagePanel
from xentgui.panels.panel import Panel
from xentgui.panels.plot_panel import PlotPanel

if TYPE_CHECKING:
    from xentgui.canvas.plot_view import PlotView


@guarded
class PlotPicture(QWidget):
    """Shows one `PlotPanel` as it is at the start, without reacting to input.

    A `PlotView` needs pyqtgraph, whose import takes as long as all else that the window shows.
    Like a new view, this shows all of the plot: when the view replaces this widget, no pixel
    changes.
    """

    def __init__(self, panel: PlotPanel, snapshot: Snapshot, view: View, style: Style) -> None:
        super().__init__()
        self._face, self._snapshot, self._view, self._style = (
            panel.face(view),
            snapshot,
            view,
            style,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(120, 90)  # as in a view
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the axes and then the marks, each on the device on which a view paints them."""
        face, snapshot, view, style = self._face, self._snapshot, self._view, self._style
        rect, ratio = QRectF(self.rect()), self.devicePixelRatioF()
        frame = face.frame(rect, face.ranges(snapshot, view), view, style, ratio)
        # A thin line half-way between two pixels goes to either of them; it depends on the device.
        axes = style.blank(rect.size(), ratio)
        painter = QPainter(axes)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face.paint_below(painter, frame, snapshot, view)
        painter.end()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, axes)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face.paint_above(painter, frame, snapshot, view)
        painter.end()


def view_for(panel: Panel) -> PlotView | PageView:
    """Return a widget that shows `panel`; raises TypeError if there is none for its kind."""
    if isinstance(panel, PlotPanel):
        from xentgui.canvas.plot_view import PlotView  # noqa: PLC0415 - the first picture need not wait for pyqtgraph

        return PlotView(panel)
    if isinstance(panel, PagePanel):
        return PageView(panel)
    raise TypeError(f"no widget shows a {type(panel).__name__}")
