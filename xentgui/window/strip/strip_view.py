"""The scenes side by side: a click shows one, a drag gives it another place."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting import fonts
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.window.presenting.thumbs import Thumbs

_WIDTH, _PICTURE, _TITLE, _GAP = 148.0, 80.0, 20.0, 10.0  # design pixels
_SLACK = 6.0  # design pixels that a press may move without being a drag
_NOTCH = 120.0
_NAME = QT_TRANSLATE_NOOP("window", "Scenes")
_TOLD = QT_TRANSLATE_NOOP("window", "Scene {number} of {count}: {title}")
_CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


@guarded
class StripView(QWidget):
    """Paints the scenes, and asks for what is done with them.

    Signals
    -------
    scene_chosen(int)
        This scene is to be shown.
    scene_moved(int, int)
        The scene with the first number is to have the second one.
    words_requested()
        The present scene is to be described.
    remove_requested()
        The present scene is to be removed.
    menu_requested(QPoint)
        What can be done with the present scene is to be offered there.
    """

    scene_chosen = Signal(int)
    scene_moved = Signal(int, int)
    words_requested = Signal()
    remove_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, thumbs: Thumbs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scenes.strip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._thumbs = thumbs
        thumbs.made.connect(lambda _: self.update())
        self._style = Style(LIGHT, 13.0, fonts.ui_font(13.0))
        self._titles: tuple[str, ...] = ()
        self._present, self._offset = 0, 0.0
        self._pressed: tuple[int, QPoint] | None = None
        self._drag_to: int | None = None

    # What is shown

    def show_scenes(self, titles: tuple[str, ...], present: int) -> None:
        """Show these titles, and which scene is present."""
        moved = (len(titles), present) != (len(self._titles), self._present)
        self._titles, self._present = titles, present
        self.setAccessibleName(translate("window", _NAME))
        self.setAccessibleDescription(
            translate("window", _TOLD).format(
                number=present + 1, count=len(titles), title=titles[present]
            )
        )
        if moved:
            self._bring()
        self.update()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._style = style
        self.setFixedHeight(round(style.px(_PICTURE + _TITLE + 2)))
        self.update()

    def picture_size(self) -> QSizeF:
        """Return the size of a small picture."""
        return QSizeF(self._style.px(_WIDTH), self._style.px(_PICTURE))

    def cell(self, scene: int) -> QRectF:
        """Return the place of a scene, picture and title."""
        px = self._style.px
        left = scene * px(_WIDTH + _GAP) - self._offset + 1
        return QRectF(left, 1, px(_WIDTH), px(_PICTURE + _TITLE))

    def _bring(self) -> None:
        """Scroll to the present scene."""
        self._offset += min(self.cell(self._present).left() - 1, 0.0)
        self._offset += max(self.cell(self._present).right() + 1 - self.width(), 0.0)
        self._scroll(0.0)

    def _scroll(self, by: float) -> None:
        px = self._style.px
        most = len(self._titles) * px(_WIDTH + _GAP) - px(_GAP) + 2 - self.width()
        self._offset = min(max(self._offset + by, 0.0), max(most, 0.0))
        self.update()

    def _at(self, x: float) -> int | None:
        for scene in range(len(self._titles)):
            cell = self.cell(scene)
            if cell.left() <= x <= cell.right():
                return scene
        return None

    def _slot(self, x: float) -> int:
        """Return the number that a scene would have that is dropped at `x`."""
        centers = [self.cell(scene).center().x() for scene in range(len(self._titles))]
        assert self._pressed is not None
        own = self._pressed[0]
        return sum(center < x for at, center in enumerate(centers) if at != own)

    # Qt's names from here on.

    def sizeHint(self) -> QSize:
        """Return the size at which all scenes are seen."""
        px = self._style.px
        return QSize(round(len(self._titles) * px(_WIDTH + _GAP)), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each scene, its number and title, and how many pictures are still to come."""
        painter, style = QPainter(self), self._style
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for scene, title in enumerate(self._titles):
            cell = self.cell(scene)
            if cell.right() < 0 or cell.left() > self.width():
                continue
            self._paint_cell(painter, cell, scene, title)
        if self._drag_to is not None and self._pressed is not None:
            self._paint_drop(painter, self._drag_to)
        missing = self._thumbs.missing
        if missing and self._titles:
            done = 1.0 - missing / len(self._titles)
            line = QRectF(0, self.height() - style.px(2), self.width() * done, style.px(2))
            painter.fillRect(line, style.color(style.theme.accent))
        if self.hasFocus():
            painter.setPen(style.pen(style.theme.accent, 1.0, (2.0, 1.5)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.cell(self._present).adjusted(3, 3, -3, -3))

    def _paint_cell(self, painter: QPainter, cell: QRectF, scene: int, title: str) -> None:
        style, here = self._style, scene == self._present
        painter.fillRect(cell, style.color(style.theme.card))
        picture = self._thumbs.picture(scene)
        if picture is not None:
            painter.drawPixmap(cell.topLeft(), picture)
        color = style.theme.accent if here else style.theme.line
        painter.setPen(style.pen(color, 2.0 if here else 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell, style.px(4), style.px(4))
        line = QRectF(
            cell.left() + style.px(4),
            cell.bottom() - style.px(_TITLE),
            cell.width() - style.px(8),
            style.px(_TITLE),
        )
        metrics = style.metrics(0.92, bold=here)
        words = f"{scene + 1}  {title}".rstrip()
        text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, line.width())
        painter.setFont(style.font(0.92, bold=here))
        painter.setPen(style.color(style.theme.accent if here else style.theme.ink))
        painter.drawText(line, _CENTER, text)

    def _paint_drop(self, painter: QPainter, to: int) -> None:
        assert self._pressed is not None
        own, style = self._pressed[0], self._style
        others = [at for at in range(len(self._titles)) if at != own]
        gap = style.px(_GAP) / 2
        x = self.cell(others[to]).left() - gap if to < len(others) else None
        if x is None:
            x = self.cell(others[-1]).right() + gap if others else 0.0
        painter.fillRect(
            QRectF(x - style.px(1.5), 0, style.px(3), self.height()),
            style.color(style.theme.accent),
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a scene."""
        scene = self._at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and scene is not None:
            self._pressed = scene, event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the scene would go."""
        if self._pressed is None or len(self._titles) < 2:
            return
        moved = (event.position().toPoint() - self._pressed[1]).manhattanLength()
        if self._drag_to is not None or moved > self._style.px(_SLACK):
            self._drag_to = self._slot(event.position().x())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the scene where it was dragged, or show it."""
        pressed, to = self._pressed, self._drag_to
        self._pressed = self._drag_to = None
        self.update()
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if to is None:
            self.scene_chosen.emit(pressed[0])
        elif to != pressed[0]:
            self.scene_moved.emit(pressed[0], to)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Describe the scene."""
        scene = self._at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and scene is not None:
            self.scene_chosen.emit(scene)
            self.words_requested.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the scene under the pointer."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            scene = self._at(float(event.pos().x()))
            if scene is not None:
                self.scene_chosen.emit(scene)
        self.menu_requested.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways."""
        notches = (event.angleDelta().x() + event.angleDelta().y()) / _NOTCH
        self._scroll(-notches * self._style.px(_WIDTH + _GAP))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from scene to scene, with Ctrl and Shift move it; describe or remove it."""
        key, modifiers = event.key(), event.modifiers()
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key), 0)
        if key == Qt.Key.Key_Escape and self._drag_to is not None:
            self._pressed = self._drag_to = None
            self.update()
        elif way and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.scene_moved.emit(self._present, self._present + way)
        elif way:
            self.scene_chosen.emit(self._present + way)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.words_requested.emit()
        elif key == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the present scene in view."""
        super().resizeEvent(event)
        self._bring()
