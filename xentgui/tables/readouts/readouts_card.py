"""The card At a glance: the loss, its parts, and the prediction."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot, chosen_loss, edits
from xentgui.model.losses import CROSS_ENTROPY
from xentgui.model.subjects import OnState
from xentgui.model.view import View
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import FormulaLabel, LinkButton, formula_tip
from xentgui.painting.theme import LIGHT, Theme
from xentgui.tables.column import TableView
from xentgui.tables.readouts.line_scroll import LineScroll
from xentgui.tables.readouts.readout_specs import READOUT_SPECS, ReadoutSpec, same_target
from xentgui.tables.readouts.readout_value import ReadoutValue, line_height

_NORMALISE = QT_TRANSLATE_NOOP("tables", "Normalise")
_NORMALISE_TIP = QT_TRANSLATE_NOOP(
    "tables", "Divide the target by its sum, so that it adds up to 1"
)
_STEP = QT_TRANSLATE_NOOP("tables", "Normalise Target")
_GAP = 10.0  # design pixels, also for the widths
_WIDTH, _LEAST_WIDTH = 330.0, 200.0
_BESIDE_BAR = 6.0


@guarded
class ReadoutsCard(QWidget):
    """Shows lines with a caption and a value; where not all of them have room, they scroll.

    Each line has its own layout, so that a value has all the room beside its caption.

    Signals
    -------
    edit_requested(Edit, str)
        The target is to be normalised.
    """

    title = QT_TRANSLATE_NOOP("tables", "At a glance")

    edit_requested = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("glance")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._snapshot: Snapshot | None = None
        self._view = View()
        self._style = self._style_for(LIGHT)
        self._captions = [FormulaLabel(self) for _ in READOUT_SPECS]
        self._values = [ReadoutValue(line, self._style, self._full, self) for line in READOUT_SPECS]
        self._normalise = LinkButton(self._style, self)
        self._normalise.setObjectName("glance.normalise")
        self._normalise.clicked.connect(self._on_normalise_clicked)
        self._normalise.hide()
        for caption, value in zip(self._captions, self._values, strict=True):
            # Before the first snapshot, only the lines without a condition are shown.
            caption.setHidden(value.line.present is not None)
            value.setHidden(value.line.present is not None)
        self._build_lines()
        self._scroll, self._showing = LineScroll(self), False
        self._scroll.scrolled.connect(self._show_lines)
        self.setAutoFillBackground(True)
        self.retranslate()
        self._apply_theme(LIGHT)

    def _build_lines(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._lines = [QHBoxLayout() for _ in READOUT_SPECS]
        for line, caption, value in zip(self._lines, self._captions, self._values, strict=True):
            line.addWidget(caption)
            if value.line.key == "target_sum":
                line.addWidget(self._normalise)
            line.addWidget(value, 1)
            column.addLayout(line)
        column.addStretch(1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show other numbers."""
        before, self._snapshot = self._snapshot, snapshot
        if before is None or chosen_loss(before.state) is not chosen_loss(snapshot.state):
            self.updateGeometry()
            self._show_lines()
            self.retranslate()
        else:
            if _present(before) != _present(snapshot):
                self.updateGeometry()
                self._show_lines()
            self._refresh(before)

    def _show_lines(self) -> None:
        """Show those lines that are present, as many of them as there is room for."""
        if self._snapshot is None or self._showing:
            return
        # Qt lays everything out when a line is shown, and that can change the height.
        self._showing, height = True, -1
        while height != self.height():
            height = self.height()
            self._show_seen(self._snapshot)
        self._showing = False
        self._warn(self._snapshot)

    def _show_seen(self, snapshot: Snapshot) -> None:
        present = [at for at, there in enumerate(_present(snapshot)) if there]
        seen = self._scroll.seen(present, line_height(self._style), self._style)
        for at, (caption, value) in enumerate(zip(self._captions, self._values, strict=True)):
            if value.isHidden() is (at in seen):
                caption.setVisible(at in seen)
                value.setVisible(at in seen)
        beside = self._scroll.width and self._scroll.width + round(self._style.px(_BESIDE_BAR))
        self._column.setContentsMargins(0, 0, beside, 0)

    def show_view(self, view: View) -> None:
        """Show the same numbers in another unit or with other decimals."""
        before, self._view = self._view, view
        if view.unit != before.unit:
            self.retranslate()
        elif view.decimals != before.decimals:
            self._refresh()

    def show_style(self, style: Style) -> None:
        """Apply the colours of `style`; letters have the card's own font."""
        self._apply_theme(style.theme)

    def _apply_theme(self, theme: Theme) -> None:
        self._style = self._style_for(theme)
        font = self._style.font()
        for caption, value in zip(self._captions, self._values, strict=True):
            colors = caption.palette()
            colors.setColor(caption.foregroundRole(), QColor(theme.mute))
            caption.setPalette(colors)
            caption.setFont(font)
            value.show_style(self._style)
        self._normalise.set_style(self._style)
        ground = self.palette()
        ground.setColor(self.backgroundRole(), QColor(theme.card))
        self.setPalette(ground)
        for line in self._lines:
            line.setSpacing(round(self._style.px(_GAP)))
        self._scroll.show_style(self._style)
        self._show_lines()
        self._refresh()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.setAccessibleName(translate("tables", self.title))
        loss = CROSS_ENTROPY if self._snapshot is None else chosen_loss(self._snapshot.state)
        for line, caption, value in zip(READOUT_SPECS, self._captions, self._values, strict=True):
            caption.setText(line.caption_text(self._view.unit, loss))
            words = line.tip_text(self._view.unit)
            caption.setToolTip(formula_tip(words))
            value.setAccessibleDescription(words)
        self._normalise.setText(translate("tables", _NORMALISE))
        self._normalise.setAccessibleName(translate("tables", _NORMALISE))
        self._normalise.setToolTip(translate("tables", _NORMALISE_TIP))
        self._refresh()
        for caption, value in zip(self._captions, self._values, strict=True):
            self._name(caption, value)

    def _refresh(self, before: Snapshot | None = None) -> None:
        """Show the values that differ from those of `before`, or all."""
        snapshot, view = self._snapshot, self._view
        if snapshot is None:
            return
        table_view = TableView(snapshot, view)
        for caption, value in zip(self._captions, self._values, strict=True):
            line = value.line
            if before is not None and line.same(before, snapshot):
                continue
            if value.show_value(line.shown(table_view), line.unit_text(view.unit)):
                self._name(caption, value)
        if before is None or not same_target(before, snapshot):
            self._warn(snapshot)

    def _warn(self, snapshot: Snapshot) -> None:
        one, theme = snapshot.state.target_is_normalised, self._style.theme
        for value in self._values:
            wrong = value.line.key == "target_sum" and not one
            value.show_ink(theme.warning if wrong else theme.ink)
        seen = any(
            value.line.key == "target_sum" and not value.isHidden() for value in self._values
        )
        self._normalise.setVisible(seen and not one and snapshot.target_sum > 0)

    def _full(self, line: ReadoutSpec) -> str:
        return "" if self._snapshot is None else line.full(TableView(self._snapshot, self._view))

    def _name(self, caption: QLabel, value: ReadoutValue) -> None:
        value.setAccessibleName(f"{caption.text()}: {value.shown}")

    def _on_normalise_clicked(self) -> None:
        if self._snapshot is not None and self._snapshot.target_sum > 0:
            self.edit_requested.emit(OnState(edits.normalised_target), translate("tables", _STEP))

    def _style_for(self, theme: Theme) -> Style:
        return Style(theme, QFontInfo(self.font()).pixelSize(), self.font())

    # -- Qt -----------------------------------------------------------------------------

    def whole_height(self) -> int:
        """Return the least height for every line, also for those that are not there now."""
        return len(READOUT_SPECS) * line_height(self._style)

    def sizeHint(self) -> QSize:
        """Return a size that shows every line with a margin, whichever are visible now."""
        lines = len(READOUT_SPECS) if self._snapshot is None else sum(_present(self._snapshot))
        return QSize(round(self._style.px(_WIDTH)), lines * self._values[0].sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return a size that shows two lines."""
        return QSize(round(self._style.px(_LEAST_WIDTH)), 2 * line_height(self._style))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many lines as have room now."""
        super().resizeEvent(event)
        self._show_lines()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, if not all lines have room."""
        if not self._scroll.wheel(event):
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the values: in one step, because an edit changes several of them."""
        exposed, painter = event.region(), QPainter(self)
        for value in self._values:
            if not value.isHidden() and exposed.intersects(value.geometry()):
                value.paint(painter)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Show a value's tool-tip, and keep the key that copies it: values pass both events on."""
        kind = event.type()
        if kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            value = self.childAt(event.pos())
            if isinstance(value, ReadoutValue):
                value.show_tip(event.globalPos())
                return True
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            copies = event.matches(QKeySequence.StandardKey.Copy)
            if copies and any(value.hasFocus() for value in self._values):
                event.accept()  # a menu of the window can have the same key
                return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Apply another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._apply_theme(self._style.theme)


def _present(snapshot: Snapshot) -> list[bool]:
    """Return which lines are there for `snapshot`."""
    return [line.is_present(snapshot) for line in READOUT_SPECS]
