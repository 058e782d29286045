"""All the numbers of the class under the pointer."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QHideEvent, QTextDocumentFragment
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from xentgui.language.text import (
    in_unit,
    loss_in_unit,
    loss_name,
    loss_unit,
    number,
    probability,
    translate,
    typed,
    unit_name,
)
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.naming import name_of
from xentgui.painting.style import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from xentgui.canvas.page_view import PageView
    from xentgui.canvas.plot_view import PlotView
    from xentgui.model.view import View

_PATIENCE_MS = 350
_MOST = 10  # characters of a number; one that was pulled has more, and nobody needs them
_LONGEST_NAME = 1000  # characters; what the panel is too narrow for is cut


class ClassReadout(QFrame):
    """A small card beside the pointer; comes when the pointer rests, goes when it leaves.

    It lies over the whole window, not over one panel: in a small one it would have to cover
    the very mark that is pointed at.
    """

    def __init__(self, view: PlotView | PageView, look: Callable[[], View]) -> None:
        """Speak of the snapshot of `view`, in the unit of `look`."""
        super().__init__(view)
        self._view = view
        self._look = look
        self._index: int | None = None
        self._point = QPointF()
        self.setObjectName(f"readout.{view.panel.key}")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(10, 7, 10, 7)
        self._layout.addWidget(self._text)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE_MS)
        self._timer.timeout.connect(self._come)
        self.hide()

    def show_style(self, style: Style) -> None:
        """Take on colours and sizes."""
        theme = style.theme
        self._text.setFont(style.font(0.92))
        self.setStyleSheet(
            f"QFrame#{self.objectName().replace('.', '_')} {{}}"
            f"QFrame {{ background: {theme.card}; color: {theme.ink}; border: 1px solid {theme.line};"
            f" border-radius: 6px; }} QLabel {{ border: none; }}"
        )

    def point_at(self, index: int | None, point: QPointF) -> None:
        """Speak of class `index`, soon, beside `point`."""
        self._point = QPointF(point)
        if index is None:
            self._timer.stop()
            self._index = None
            self.hide()
        elif index != self._index:
            self._index = index
            if self.isVisible():
                self._come()
            else:
                self._timer.start()
        elif self.isVisible():
            self._place()

    def refresh(self) -> None:
        """Say the numbers of now."""
        if self.isVisible():
            self._come()

    def words(self) -> str:
        """Return what is said, as plain text."""
        return QTextDocumentFragment.fromHtml(self._text.text()).toPlainText()

    def _come(self) -> None:
        snapshot = self._view.snapshot
        if snapshot is None or self._index is None or self._index >= len(snapshot.logits):
            self.hide()
            return
        name = self._cut(name_of(snapshot.state.labels, self._index, _LONGEST_NAME))
        self._text.setText(_table(snapshot, self._index, name, self._look().unit))
        if self.parentWidget() is not self._view.window():
            self.setParent(self._view.window())
        self.adjustSize()
        self._place()
        if self.isHidden():
            self._view.installEventFilter(self)
            self.show()
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go with the panel, if it is hidden or taken to another window."""
        if event.type() in (QEvent.Type.Hide, QEvent.Type.ParentChange):
            self.hide()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """Need to know no more of the panel."""
        super().hideEvent(event)
        self._view.removeEventFilter(self)

    def _cut(self, name: str) -> str:
        """Return the name of a class, with … where the panel is too narrow for it."""
        font = self._text.font()
        font.setBold(True)
        margins = self.contentsMargins() + self._layout.contentsMargins()
        room = self._view.width() - margins.left() - margins.right() - 4
        return QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideMiddle, room)

    def _place(self) -> None:
        gap, window = 16, self._view.window()
        at = self._view.mapTo(window, self._point)
        x, y = at.x() + gap, at.y() + gap
        if x + self.width() > window.width():
            x = at.x() - gap - self.width()
        if y + self.height() > window.height():
            y = at.y() - gap - self.height()
        self.move(max(0, int(x)), max(0, int(y)))


def _table(snapshot: Snapshot, index: int, name: str, unit: str) -> str:
    logit = float(snapshot.logits[index])
    whole = typed(logit)
    loss = chosen_loss(snapshot.state)
    rows = [
        (translate("panels", "logit z"), whole if len(whole) <= _MOST else number(logit, 6)),
        (
            translate("panels", "softmax p"),
            probability(
                float(snapshot.probabilities[index]),
                float(snapshot.complements[index]),
                6,
                float(snapshot.information[index]),
            ),
        ),
        (translate("panels", "hardmax"), number(float(snapshot.hardmax[index]))),
        (translate("panels", "target y"), number(float(snapshot.effective_target[index]), 6)),
        (
            translate("panels", "information −log p"),
            f"{number(in_unit(float(snapshot.information[index]), unit), 6)} {unit_name(unit)}",
        ),
        (
            translate("panels", "contribution −y·log p"),
            f"{number(in_unit(float(snapshot.contributions[index]), unit), 6)} {unit_name(unit)}",
        ),
        (
            translate("panels", "gradient ∂L/∂z"),
            number(float(snapshot.gradient[index]), 6, signed=True),
        ),
    ]
    if snapshot.loss_terms is not snapshot.contributions:
        term = number(loss_in_unit(float(snapshot.loss_terms[index]), loss, unit), 6)
        caption = f"{loss_name(loss)} {loss.formulas.term}"
        rows.insert(-1, (caption, f"{term} {loss_unit(loss, unit)}".rstrip()))
    cells = "".join(
        f"<tr><td>{caption}&nbsp;&nbsp;</td><td align='right'>{value}</td></tr>"
        for caption, value in rows
    )
    return f"<b>{escape(name)}</b><table cellspacing='0' cellpadding='1'>{cells}</table>"
