"""The card of the loss: the largest number in the window, and what the last change did to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from xentgui.language.text import (
    QT_TRANSLATE_NOOP,
    loss_in_unit,
    loss_title,
    loss_unit,
    tip,
    translate,
    typed,
)
from xentgui.model import Snapshot, State, chosen_loss, derive
from xentgui.model.snapshot import KnownLoss
from xentgui.model.view import View
from xentgui.painting.accessibility import TEXT, give_role
from xentgui.painting.fonts import ui_font
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.tables.readouts.loss_bar import LossWords, bar_heights, paint_bar, words_of
from xentgui.tables.readouts.readout_value import CopiedValue

_CHANGE = QT_TRANSLATE_NOOP("tables", "Change since the last gesture began: {change}")
_BESIDE = QT_TRANSLATE_NOOP("tables", "Cross-entropy H(y, p)")
_GUESS = QT_TRANSLATE_NOOP(
    "tables", "The tick is the loss of a blind guess: all classes equally likely."
)
_SIZES = (2.8, 2.4, 2.0, 1.7, 1.4, 1.2, 1.0)
_LARGE = 1.7  # the number is not smaller only because the words beside it are long
_UNIT, _SMALL = 1.3, 0.88  # in em
_LINE, _CHIP, _GAP, _ROW, _PINNED_LINE = 44.0, 26.0, 6.0, 20.0, 17.0  # design pixels
_WIDTH = 330.0
_CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@guarded
class LossCard(CopiedValue):
    """Shows the loss, its change, and its parts; a click selects it, a copy has all its digits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("loss")
        give_role(self, TEXT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        # With a ground of its own, an edit paints this card, and not the windows below it.
        self.setAutoFillBackground(True)
        self._style = Style(LIGHT, 13.0, ui_font(13.0))
        self._snapshot: Snapshot | None = None
        self._view = View()
        self._before: KnownLoss | None = None
        self._pinned: tuple[State, KnownLoss] | None = None
        self._words = LossWords()

    @property
    def words(self) -> tuple[str, str, str]:
        """The loss with its unit, the change since the last gesture, and since the pinned state."""
        amount = f"{self._words.amount} {self._words.unit}".rstrip()
        return amount, self._words.change, self._words.pinned

    @property
    def full(self) -> str:
        """The loss with all its digits."""
        if self._snapshot is None:
            return ""
        loss, unit = chosen_loss(self._snapshot.state), self._view.unit
        amount = typed(loss_in_unit(self._snapshot.loss, loss, unit))
        return f"{amount} {loss_unit(loss, unit)}".rstrip()

    # What is shown

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show other numbers."""
        self._snapshot = snapshot
        self._refresh()

    def show_view(self, view: View) -> None:
        """Show the same numbers in another unit, with other decimals, or another pinned state."""
        before, self._view = self._view, view
        if (view.unit, view.decimals) != (before.unit, before.decimals) or (
            view.pinned is not before.pinned
        ):
            self._refresh()

    def show_before(self, before: KnownLoss | None) -> None:
        """Show the change since `before`; none if that is not known."""
        if before != self._before:
            self._before = before
            self._refresh()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._style = style
        ground = self.palette()
        ground.setColor(self.backgroundRole(), style.color(style.theme.card))
        self.setPalette(ground)
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self._refresh()

    def _refresh(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        words = words_of(snapshot, self._view, self._before, self._pinned_loss())
        if words == self._words:
            return
        self._words = words
        amount, change, pinned = self.words
        said = [f"{loss_title(chosen_loss(snapshot.state))}: {amount}"]
        if change:
            said.append(translate("tables", _CHANGE).format(change=change))
        if pinned:
            said.append(pinned)
        self.setAccessibleName("; ".join(said))
        described = translate("tables", _GUESS) if words.parts else ""
        if described != self.accessibleDescription():
            self.setAccessibleDescription(described)
        self.update()

    def tip_text(self) -> str:
        """Return the words of the tool-tip; "" if there is nothing to say."""
        change = self._words.change
        said = [translate("tables", _CHANGE).format(change=change)] if change else []
        return "\n".join([*said, translate("tables", _GUESS)] if self._words.parts else said)

    def _pinned_loss(self) -> KnownLoss | None:
        state = self._view.pinned
        if state is None:
            return None
        if self._pinned is None or self._pinned[0] is not state:
            self._pinned = state, KnownLoss.of(derive(state))
        return self._pinned[1]

    # Painting

    def paintEvent(self, _event: object) -> None:
        """Paint the number, the changes beside it, and the bar below."""
        style, words = self._style, self._words
        painter = QPainter(self)
        area = QRectF(self.rect())
        below = self._below(area)
        line = QRectF(area.left(), area.top(), area.width(), below.top() - style.px(_GAP / 2))
        if self.hasFocus():
            painter.fillRect(line, style.color(style.theme.selection))
        taken = self._paint_changes(painter, line)
        self._paint_number(painter, line.adjusted(0, 0, -taken, 0))
        if words.parts is not None:
            paint_bar(painter, below, style, words.parts, words.amounts, self._view.unit)
        elif words.beside:
            painter.setFont(style.font())
            painter.setPen(style.color(style.theme.mute))
            painter.drawText(below, _LEFT, translate("tables", _BESIDE))
            painter.setPen(style.color(style.theme.ink))
            painter.drawText(below, _RIGHT, words.beside)
        painter.end()

    def _below(self, area: QRectF) -> QRectF:
        """Return the room for the bar: for the thin one, where the whole one has none."""
        style = self._style
        heights = (style.px(_ROW),) if self._words.beside else bar_heights(style)
        room = area.height() - style.px(_LINE + _GAP)
        height = next((one for one in heights if one <= room + 0.5), heights[-1])
        top = min(style.px(_LINE + _GAP), area.height() - height)
        return QRectF(area.left(), area.top() + top, area.width(), height)

    def _paint_changes(self, painter: QPainter, line: QRectF) -> float:
        """Paint the change in its box, and the other one below; return the width they take."""
        style, words, taken = self._style, self._words, 0.0
        theme = style.theme
        if words.change:
            text = f"Δ {words.change}"
            width = style.ruler(bold=True).width(text) + style.px(20)
            height = style.px(_CHIP)
            if words.pinned:  # the other one stands below
                height = min(height, line.height() - style.px(_PINNED_LINE))
            top = line.top() if words.pinned else line.center().y() - height / 2
            chip = QRectF(line.right() - width, top, width, height)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.color(theme.selection))
            painter.drawRoundedRect(chip, style.px(4), style.px(4))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setFont(style.font(bold=True))
            painter.setPen(style.color(theme.accent))
            painter.drawText(chip, _CENTER, text)
            taken = width
        if words.pinned:
            metrics = style.metrics(_SMALL)
            text, width = words.pinned, metrics.horizontalAdvance(words.pinned) + 1
            if self._number_width(_LARGE) + width + style.px(8) > line.width():
                text = words.pinned_briefly
                width = metrics.horizontalAdvance(text) + 1
            height = style.px(_PINNED_LINE)
            box = QRectF(line.right() - width, line.bottom() - height, width, height)
            painter.setFont(style.font(_SMALL))
            painter.setPen(style.color(theme.mute))
            painter.drawText(box, _RIGHT, text)
            taken = max(taken, width)
        return taken + style.px(8) if taken else 0.0

    def _unit_width(self) -> float:
        style, unit = self._style, self._words.unit
        return style.ruler(_UNIT).width(unit) + style.px(9) if unit else 0.0

    def _number_width(self, size: float) -> float:
        """Return the width of the number and its unit, if its size is `size`, in em."""
        return self._style.ruler(size, bold=True).width(self._words.amount) + self._unit_width()

    def _paint_number(self, painter: QPainter, room: QRectF) -> None:
        style, words, unit_width = self._style, self._words, self._unit_width()
        fitting = (one for one in _SIZES if self._number_width(one) <= room.width())
        size = next(fitting, _SIZES[-1])
        ruler = style.ruler(size, bold=True)
        text = words.amount
        if ruler.width(text) + unit_width > room.width():
            text = ruler.cut(text, max(room.width() - unit_width, 0.0))
        baseline = room.center().y() + ruler.rise
        painter.setFont(style.font(size, bold=True, number=True))
        painter.setPen(style.color(style.theme.ink))
        painter.drawText(QPointF(room.left(), baseline), text)
        if words.unit:
            painter.setFont(style.font(_UNIT))
            painter.setPen(style.color(style.theme.mute))
            at = room.left() + ruler.width(text) + style.px(9)
            painter.drawText(QPointF(at, baseline), words.unit)

    # Room and keys

    def whole_height(self) -> int:
        """Return the height at which everything is shown, whatever the loss is."""
        return round(self._style.px(_LINE + _GAP) + bar_heights(self._style)[0])

    def sizeHint(self) -> QSize:
        """Return a size that shows everything."""
        return QSize(round(self._style.px(_WIDTH)), self.whole_height())

    def minimumSizeHint(self) -> QSize:
        """Return a size that shows the number."""
        return QSize(round(self._style.px(200)), round(self._style.px(_LINE)))

    def event(self, event: QEvent) -> bool:
        """Show the tool-tip, and keep the key that copies: a menu can have the same one."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            # Made when it is needed, because a new one for each frame costs more than the text.
            QToolTip.showText(event.globalPos(), (words := self.tip_text()) and tip(words), self)
            return True
        is_override = event.type() == QEvent.Type.ShortcutOverride
        copies = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)
        if is_override and copies:
            event.accept()
            return True
        return super().event(event)
