"""Line icons in the colours of a theme, sharp at every size and scale.

The drawings in ``resources/icons`` use one colour, ``currentColor``; it is replaced before drawing.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from xentgui import resource
from xentgui.painting.handlers import guarded
from xentgui.painting.theme import Theme

APPLICATION = "xentgui"


@cache
def icon(name: str, theme: Theme) -> QIcon:
    """Return the icon `name`, a file of ``resources/icons``, in the ink of `theme`.

    It is paler if its action is disabled, and has enough contrast in a selected menu entry.
    """
    colours = {
        QIcon.Mode.Normal: theme.ink,
        QIcon.Mode.Active: theme.ink,
        QIcon.Mode.Selected: theme.on_accent,
        QIcon.Mode.Disabled: theme.faint().mute,
    }
    return QIcon(_Engine(name, colours))


@cache
def application_icon() -> QIcon:
    """Return the program's own icon, for windows and task bars."""
    return QIcon(_Engine(APPLICATION, {}))


def paint_icon(painter: QPainter, rect: QRectF, name: str, color: str) -> None:
    """Draw the icon `name` in `color` (``#rrggbb`` or ``#aarrggbb``) into `rect`, on any device."""
    _drawing(name, color).render(painter, rect)


@guarded
class _Engine(QIconEngine):
    """Draws an icon at the requested size; QIcon applies the scale of the screen."""

    def __init__(self, name: str, colours: dict[QIcon.Mode, str]) -> None:
        super().__init__()
        self._name = name
        self._colours = colours
        self._pixmaps: dict[tuple[int, int, QIcon.Mode], QPixmap] = {}

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colours)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        del state  # the icon is the same for on and off: the button shows the difference
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, square, self._name, self._colours.get(mode, "#000000"))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        # The drawing is kept, because a button over a picture is painted with every frame.
        key = (size.width(), size.height(), mode)
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            pixmap = QPixmap(size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
            painter.end()
            self._pixmaps[key] = pixmap
        return pixmap


@cache
def _drawing(name: str, color: str) -> QSvgRenderer:
    svg = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(svg.replace("currentColor", color).encode())
