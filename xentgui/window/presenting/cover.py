"""What lies over the picture for a room: black, white, what is frozen, fading, or a large dot."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.window.presenting.keys import ROWS
from xentgui.window.presenting.motion_clock import MotionClock

POINTER: Final = 0.014
"""The radius of the pointer, as a share of the height."""

SLEEPS: Final = QT_TRANSLATE_NOOP("presenting", "The screen saver could not be held off.")
"""What is said below the keys, for who has no screen of a lecturer."""

_DOT, _RING = "#d81b3c", "#ffffff"
_BLANK: Final = {"black": "#000000", "white": "#ffffff"}
_CENTER = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@guarded
class Cover(QWidget):
    """Covers its parent, and lets the mouse through.

    Attributes
    ----------
    blank
        "black", "white" or "".
    frozen
        The picture that is shown instead of the present one, or None.
    fading, opacity
        The picture before, which fades, and how much of it is left.
    pointer
        Where the pointer is, as shares of width and height; None for no pointer.
    typed
        The digits of a scene's number.
    keys, note
        Whether the list of keys is shown, and a sentence below it.
    style_of_room
        Fonts and colours.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.blank = self.typed = ""
        self.frozen: QPixmap | None = None
        self.fading: QPixmap | None = None
        self.opacity = 0.0
        self.pointer: tuple[float, float] | None = None
        self.keys, self.note = False, ""
        self.style_of_room: Style | None = None
        self._fade = MotionClock(self)
        self._fade.arrived.connect(self._on_faded)
        self.hide()  # or it would be painted over every frame, and be empty

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to paint."""
        return bool(self.blank or self.typed or self.keys) or any(
            one is not None for one in (self.frozen, self.fading, self.pointer)
        )

    @property
    def fades(self) -> bool:
        """Whether a picture fades."""
        return self._fade.runs

    def refresh(self) -> None:
        """Paint what is set now."""
        self.setVisible(self.is_needed)
        self.raise_()
        self.update()

    def fade(self, before: QPixmap, milliseconds: int) -> None:
        """Let a picture fade, behind which another one is shown."""

        def show(share: float) -> None:
            self.fading, self.opacity = before, 1.0 - share
            self.refresh()

        show(0.0)  # or the first frame would be that of the end
        self._fade.start(milliseconds, show)

    def _on_faded(self) -> None:
        self.fading = None
        self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint all that lies over the picture."""
        painter, rect = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.frozen is not None:
            painter.drawPixmap(self.rect(), self.frozen)
        elif self.fading is not None:
            painter.setOpacity(self.opacity)
            painter.drawPixmap(self.rect(), self.fading)
            painter.setOpacity(1.0)
        if self.blank:
            painter.fillRect(rect, QColor(_BLANK[self.blank]))
            return
        style = self.style_of_room
        if self.pointer is not None:
            at = QPointF(self.pointer[0] * rect.width(), self.pointer[1] * rect.height())
            radius = POINTER * rect.height()
            painter.setPen(Qt.PenStyle.NoPen)
            for color, share in ((_RING, 1.0), (_DOT, 0.8)):
                painter.setBrush(QColor(color))
                painter.drawEllipse(at, radius * share, radius * share)
        if self.keys and style is not None:
            paint_keys(painter, style, rect, self.note)
        if self.typed and style is not None:
            self._paint_typed(painter, style, rect)

    def _paint_typed(self, painter: QPainter, style: Style, rect: QRectF) -> None:
        text = f"→ {self.typed}"
        width = style.metrics(2.0, bold=True).horizontalAdvance(text) + 2 * style.em
        box = QRectF(rect.center().x() - width / 2, rect.center().y(), width, 3 * style.em)
        painter.setPen(style.pen(style.theme.line))
        painter.setBrush(style.color(style.theme.card))
        painter.drawRoundedRect(box, style.em / 2, style.em / 2)
        painter.setPen(style.color(style.theme.ink))
        painter.setFont(style.font(2.0, bold=True))
        painter.drawText(box, _CENTER, text)


def paint_keys(painter: QPainter, style: Style, rect: QRectF, note: str = "") -> None:
    """Paint what each key does, and a `note` below, as large as there is room for."""
    rows = [(row.shown, translate("presenting", row.text)) for row in ROWS]
    count = len(rows) + (2 if note else 0)
    em = min(rect.height() / (1.5 * (count + 2)), rect.width() / 44)
    size = em / style.em
    painter.fillRect(rect, style.color(style.theme.card))
    font = style.font()
    font = type(font)(font)  # it is shared
    font.setPixelSize(max(1, round(style.em * size)))
    painter.setFont(font)
    top, line = rect.top() + 1.5 * em, 1.5 * em
    for at, (keys, text) in enumerate(rows):
        left = QRectF(rect.left() + 2 * em, top + at * line, 13 * em, line)
        painter.setPen(style.color(style.theme.accent))
        painter.drawText(left, _LEFT, keys)
        right = QRectF(left.right() + em, left.top(), rect.right() - left.right() - 2 * em, line)
        painter.setPen(style.color(style.theme.ink))
        painter.drawText(right, _LEFT, text)
    if note:
        box = QRectF(rect.left() + 2 * em, top + (count - 1) * line, rect.width() - 4 * em, line)
        painter.setPen(style.color(style.theme.warning))
        painter.drawText(box, _LEFT, note)
