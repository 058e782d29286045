"""The preview of a figure, as large as there is room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from xentgui.export.figure import Figure
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.handlers import guarded
from xentgui.painting.theme import THEMES

_NAME = QT_TRANSLATE_NOOP("export", "Preview")
_CHECK_PX = 8


@guarded
class FigurePreview(QWidget):
    """Paints a figure with the code that writes files, on a checkerboard if it is transparent.

    Attributes
    ----------
    figure
        What is shown; None if there is nothing.
    see_through
        Whether the file can be transparent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export.preview")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 180)
        self.figure: Figure | None = None
        self.see_through = True
        self._kept = QPixmap()
        self.retranslate()

    def show_figure(self, figure: Figure | None, *, see_through: bool = True) -> None:
        """Show another figure, or none.

        `see_through` is whether the file can be transparent; otherwise the figure is laid on the
        theme's colour of cards.
        """
        self.figure, self.see_through = figure, see_through
        self._kept = QPixmap()
        self.setAccessibleDescription(figure.description() if figure else "")
        self.update()

    def retranslate(self) -> None:
        """Paint the figure again in the current language."""
        self.setAccessibleName(translate("export", _NAME))

    def sizeHint(self) -> QSize:
        """Return a size with room for a useful preview."""
        return QSize(640, 420)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the figure, which is cached until it or the size changes."""
        if self.figure is None:
            return
        ratio = self.devicePixelRatioF()
        page = self._page()
        size = QSize(max(1, round(page.width() * ratio)), max(1, round(page.height() * ratio)))
        if self._kept.size() != size:
            self._kept = _picture(self.figure, size, see_through=self.see_through)
            self._kept.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        painter.drawPixmap(page.topLeft(), self._kept)
        painter.setPen(self.palette().mid().color())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(page.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _page(self) -> QRectF:
        """Return the rectangle of the figure: centred, and in its own shape."""
        assert self.figure is not None
        spec = self.figure.spec
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        scale = min(room.width() / spec.width, room.height() / spec.height)
        page = QRectF(0, 0, spec.width * scale, spec.height * scale)
        page.moveCenter(room.center())
        return page


def _picture(figure: Figure, size: QSize, *, see_through: bool) -> QPixmap:
    picture = QPixmap(size)
    if figure.spec.background == "transparent" and not see_through:
        picture.fill(QColor(THEMES[figure.spec.theme].card))
        painter = QPainter(picture)
    elif figure.spec.background == "transparent":
        picture.fill(QColor("#ffffff"))
        painter = QPainter(picture)
        painter.fillRect(picture.rect(), QColor("#ffffff"))
        for row in range(0, size.height(), _CHECK_PX):
            for left in range(row % (2 * _CHECK_PX), size.width(), 2 * _CHECK_PX):
                painter.fillRect(left, row, _CHECK_PX, _CHECK_PX, QColor("#dddddd"))
    else:
        painter = QPainter(picture)
    across, down = figure.spec.design_size
    painter.scale(size.width() / across, size.height() / down)
    try:
        figure.paint(painter)
    finally:
        painter.end()
    return picture
