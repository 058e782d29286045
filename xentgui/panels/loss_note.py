"""The note on a panel about cross-entropy while another loss is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, loss_name, translate
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.losses import CROSS_ENTROPY
from xentgui.painting.fitting_text import fitting_text
from xentgui.painting.style import Style

_NOTE = QT_TRANSLATE_NOOP("panels", "About cross-entropy; the chosen loss is {loss}.")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SIZE, _HEIGHT, _PAD = 0.85, 18.0, 4.0  # em, and design pixels


def loss_note(snapshot: Snapshot) -> str:
    """Return the sentence in the current language; "" if the loss is the cross-entropy."""
    loss = chosen_loss(snapshot.state)
    if loss is CROSS_ENTROPY:
        return ""
    return translate("panels", _NOTE).format(loss=loss_name(loss))


def described_with_note(snapshot: Snapshot, words: str) -> str:
    """Return the description `words` of a panel, with the sentence before them if it is needed."""
    note = loss_note(snapshot)
    return f"{note} {words}" if note else words


def draw_loss_note(painter: QPainter, style: Style, rect: QRectF, snapshot: Snapshot) -> None:
    """Write the sentence, if it is needed, into the upper right corner of `rect`."""
    note = loss_note(snapshot)
    if not note:
        return
    pad = style.px(_PAD)
    text, size = fitting_text(style, note, rect.width() - 2 * pad, _SIZE)
    width = style.metrics(size).horizontalAdvance(text) + 2 * pad
    box = QRectF(rect.right() - width, rect.top(), width, style.px(_HEIGHT))
    painter.fillRect(box, style.color(style.theme.card))
    painter.setFont(style.font(size))
    painter.setPen(style.color(style.theme.warning))
    painter.drawText(box.adjusted(pad, 0.0, -pad, 0.0), _RIGHT, text)
