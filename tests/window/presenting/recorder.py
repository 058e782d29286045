"""A painter that keeps what is written instead of drawing it: where, and how high its letters are."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen


class Written(NamedTuple):
    """A text as it was drawn.

    Attributes
    ----------
    box
        From the height of capitals to the baseline, in pixels of the picture.
    capital
        The height of a capital letter.
    """

    text: str
    box: QRectF
    capital: float
    color: str


class Recorder(QPainter):
    """Records texts and the width of lines."""

    def __init__(self) -> None:
        self.device_image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        super().__init__(self.device_image)
        self.written: list[Written] = []
        self.widths: set[float] = set()

    def drawText(self, *arguments: Any) -> Any:
        """Keep the place of a text."""
        metrics = QFontMetricsF(self.font())
        place, text = arguments[0], str(arguments[-1])
        if not text.strip():
            return
        if isinstance(place, QPointF):
            corner = place - QPointF(0.0, metrics.capHeight())
            size = QSizeF(metrics.horizontalAdvance(text), metrics.capHeight())
            box = QRectF(corner, size)
        else:
            flags = arguments[1]
            box = metrics.boundingRect(QRectF(place), int(getattr(flags, "value", flags)), text)
            box.setTop(box.top() + metrics.ascent() - metrics.capHeight())
            box.setBottom(box.bottom() - metrics.descent())
        at = self.transform().mapRect(box)
        scale = math.hypot(self.transform().m12(), self.transform().m22())  # it may be turned
        color = self.pen().color()
        if color.alpha():
            name = QColor(color).name()
            self.written.append(Written(text, at, metrics.capHeight() * scale, name))

    def setPen(self, *arguments: Any) -> None:
        """Keep the width of lines."""
        super().setPen(*arguments)
        if isinstance(arguments[0], QPen):
            self.widths.add(arguments[0].widthF())
