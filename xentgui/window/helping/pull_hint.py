"""A quiet cue beside a mark of a plot: it can be pulled, and so can the mark."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from xentgui.canvas.plot_view import PlotView
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.mark import Mark
from xentgui.painting import fonts
from xentgui.painting.accessibility import TEXT, give_role
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style

_WORD = QT_TRANSLATE_NOOP("window", "pull me")
_SPOKEN = QT_TRANSLATE_NOOP(
    "window", "Pull me: {mark} can be dragged, or moved with the arrow keys"
)
_SIZE = 0.88  # em


@guarded
class PullHint(QWidget):
    """Three rows of two dots, as on a handle, and two words; a press on it grabs the mark.

    Signals
    -------
    let_go()
        A press on it has ended.
    """

    let_go = Signal()

    def __init__(self, plot: PlotView) -> None:
        super().__init__(plot.viewport())
        self.setObjectName(f"pull_hint.{plot.panel.key}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        give_role(self, TEXT)
        self._plot = plot
        self._style: Style | None = None
        self._mark_at, self._pressed_at = QPointF(), QPointF()
        self._holds = False
        self.hide()

    @property
    def holds(self) -> bool:
        """Whether the mark is being pulled by this cue."""
        return self._holds

    def dress(self, style: Style) -> QSize:
        """Apply colours, sizes and language; return the size that it needs."""
        self._style = style
        metrics = QFontMetricsF(fonts.ui_font(style.em * _SIZE))
        width = metrics.horizontalAdvance(translate("window", _WORD)) + style.px(26)
        return QSize(round(width), round(metrics.height() + style.px(3)))

    def stand(self, place: QRect, mark: Mark, at: QPointF) -> None:
        """Stand at `place`, beside `mark`, whose handle is at `at` in the plot."""
        picture = self._plot.picture
        assert picture.snapshot is not None
        self._mark_at = at
        self.setGeometry(place)
        name = picture.face.name_of(mark, picture.snapshot, picture.view)
        self.setAccessibleName(translate("window", _SPOKEN).format(mark=name))
        self.setToolTip(translate("panels", picture.face.tip))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint dots and words; nothing once they have been understood."""
        style = self._style
        if style is None or self._holds:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(style.pen(style.theme.accent, 1.0))
        painter.setBrush(style.color(style.theme.card))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color(style.theme.accent))
        step, dot = style.px(4), style.px(1.1)
        for column in range(2):
            for row in (-1, 0, 1):
                at = QPointF(style.px(8) + column * step, box.center().y() + row * step)
                painter.drawEllipse(at, dot, dot)
        painter.setPen(style.color(style.theme.accent))
        painter.setFont(fonts.ui_font(style.em * _SIZE))
        words = box.adjusted(style.px(18), 0, 0, 0)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, left, translate("window", _WORD))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grab the mark: the cue is its handle."""
        self._pressed_at, self._holds = event.position(), True
        self._plot.setFocus(Qt.FocusReason.MouseFocusReason)
        self._plot.mousePressEvent(self._moved(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the mark."""
        self._plot.mouseMoveEvent(self._moved(event))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the mark go."""
        self._plot.mouseReleaseEvent(self._moved(event))
        self._holds = False
        self.update()
        self.let_go.emit()

    def _moved(self, event: QMouseEvent) -> QMouseEvent:
        """Return `event` as it would be if the press had been on the mark."""
        at = self._mark_at + event.position() - self._pressed_at
        return QMouseEvent(
            event.type(),
            at,
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
        )
