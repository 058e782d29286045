"""The card At a glance: the loss, what it is made of, and what is predicted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, tip, translate
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.edits import normalised_target
from xentgui.model.losses import CROSS_ENTROPY
from xentgui.model.subjects import OnState
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT, Theme
from xentgui.tables.readouts.link_button import LinkButton
from xentgui.tables.readouts.readout_specs import READOUT_SPECS, ReadoutSpec, same_target
from xentgui.tables.readouts.readout_value import ReadoutValue
from xentgui.tables.table_view import TableView

_NORMALISE = QT_TRANSLATE_NOOP("tables", "Normalise")
_NORMALISE_TIP = QT_TRANSLATE_NOOP(
    "tables", "Divide the target by its sum, so that it adds up to 1"
)
_STEP = QT_TRANSLATE_NOOP("tables", "Normalise Target")
_PITCH = 27.0  # design pixels from line to line
_LEAST_PITCH = 17.5
_GAP = 10.0
_MOST_TOLD = 1000  # characters that a tool-tip has room for


class ReadoutsCard(QWidget):
    """Lines of a caption and a value.

    The lines are placed by hand: a layout would be worked out anew for every number.

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
        self._captions = [QLabel(self) for _ in READOUT_SPECS]
        self._values = [ReadoutValue(line, self._style, self._full, self) for line in READOUT_SPECS]
        self._normalise = LinkButton(self._style, self)
        self._normalise.setObjectName("glance.normalise")
        self._normalise.clicked.connect(self._on_normalise_clicked)
        self._normalise.hide()
        for caption, value in zip(self._captions, self._values, strict=True):
            # Until there is a snapshot, those lines are there that always are.
            caption.setHidden(value.line.present is not None)
            value.setHidden(value.line.present is not None)
        for caption in self._captions:
            caption.setTextFormat(Qt.TextFormat.PlainText)
        # With a ground of its own, the card has nothing painted anew under it.
        self.setAutoFillBackground(True)
        self.retranslate()
        self._apply_theme(LIGHT)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show other numbers."""
        before, self._snapshot = self._snapshot, snapshot
        if before is None or chosen_loss(before.state) is not chosen_loss(snapshot.state):
            self._show_lines(snapshot)
            self.retranslate()
        else:
            self._refresh(before)

    def _show_lines(self, snapshot: Snapshot) -> None:
        """Show the lines that `snapshot` has."""
        for caption, value in zip(self._captions, self._values, strict=True):
            is_present = value.line.is_present(snapshot)
            caption.setVisible(is_present)
            value.setVisible(is_present)

    def _lines(self) -> list[tuple[QLabel, ReadoutValue]]:
        """Return the captions and the values of the lines that are shown."""
        lines = zip(self._captions, self._values, strict=True)
        return [(caption, value) for caption, value in lines if not value.isHidden()]

    def show_view(self, view: View) -> None:
        """Show the same numbers in another unit or with other decimals."""
        before, self._view = self._view, view
        if view.unit != before.unit:
            self.retranslate()
        elif view.decimals != before.decimals:
            self._refresh()

    def show_style(self, style: Style) -> None:
        """Take on the colours of `style`; letters are those of the card's own font."""
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
        self._place()
        self._refresh()
        self.updateGeometry()

    def retranslate(self) -> None:
        """Say everything in the current language."""
        self.setAccessibleName(translate("tables", self.title))
        loss = CROSS_ENTROPY if self._snapshot is None else chosen_loss(self._snapshot.state)
        for line, caption, value in zip(READOUT_SPECS, self._captions, self._values, strict=True):
            caption.setText(line.caption_text(self._view.unit, loss))
            caption.setToolTip(line.tip_text())
            value.setAccessibleDescription(line.tip_text())
        self._normalise.setText(translate("tables", _NORMALISE))
        self._normalise.setAccessibleName(translate("tables", _NORMALISE))
        self._normalise.setToolTip(translate("tables", _NORMALISE_TIP))
        self._place()
        self._refresh()
        for caption, value in zip(self._captions, self._values, strict=True):
            self._name(caption, value)

    def _refresh(self, before: Snapshot | None = None) -> None:
        """Say what is another value than `before`, or all."""
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
            value.show_colors(theme.warning if wrong else theme.ink, theme.selection)
        self._normalise.setVisible(not one and snapshot.target_sum > 0)

    def _full(self, line: ReadoutSpec) -> str:
        return "" if self._snapshot is None else line.full(TableView(self._snapshot, self._view))

    def _name(self, caption: QLabel, value: ReadoutValue) -> None:
        value.setAccessibleName(f"{caption.text()}: {value.shown}")

    def _on_normalise_clicked(self) -> None:
        if self._snapshot is not None and self._snapshot.target_sum > 0:
            self.edit_requested.emit(OnState(normalised_target), translate("tables", _STEP))

    # -- places -------------------------------------------------------------------------

    def _style_for(self, theme: Theme) -> Style:
        return Style(theme, QFontInfo(self.font()).pixelSize(), self.font())

    def _place(self) -> None:
        wanted = self._style.px(_PITCH)
        lines = self._lines()
        pitch = min(wanted, max(self.height() / len(lines), self._style.px(_LEAST_PITCH)))
        gap = round(self._style.px(_GAP))
        for nth, (caption, value) in enumerate(lines):
            top, bottom = round(nth * pitch), round((nth + 1) * pitch)
            wide = caption.fontMetrics().horizontalAdvance(caption.text()) + 2
            caption.setGeometry(0, top, wide, bottom - top)
            left = min(wide + gap, self.width() - 1)
            value.place(left, top, self.width() - left, bottom - top)
        self._place_link(top, bottom)

    def _place_link(self, top: int, bottom: int) -> None:
        size = self._normalise.sizeHint()
        caption = self._captions[-1]
        left = caption.geometry().right() + round(self._style.px(_GAP))
        self._normalise.setGeometry(
            left, top + (bottom - top - size.height()) // 2, size.width(), size.height()
        )

    def sizeHint(self) -> QSize:
        """Return a size that shows every line with air around."""
        return QSize(round(self._style.px(330)), round(self._style.px(_PITCH) * len(self._lines())))

    def minimumSizeHint(self) -> QSize:
        """Return a size that shows every line."""
        width, height = self._style.px(240), self._style.px(_LEAST_PITCH) * len(self._lines())
        return QSize(round(width), round(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the values that have changed."""
        painter, region = QPainter(self), event.region()
        for _, value in self._lines():
            value.paint(painter, region)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the lines anew."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Answer for the values: their tool-tips, and the key that copies them."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            value = self.childAt(self.mapFromGlobal(event.globalPos()))
            if isinstance(value, ReadoutValue):
                # Made when it is wanted: eight tool-tips a frame would cost more than the text.
                QToolTip.showText(event.globalPos(), tip(value.full[:_MOST_TOLD]), value)
                return True
        elif (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            event.accept()  # a menu of the window may have the same key
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take on another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._apply_theme(self._style.theme)
