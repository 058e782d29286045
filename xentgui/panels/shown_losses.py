"""What panels say of losses: which stand side by side, their names with their settings, and a note."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, loss_name, loss_title, translate, typed
from xentgui.model import Snapshot, State, chosen_loss
from xentgui.model.losses import CROSS_ENTROPY, LOSSES
from xentgui.model.pull_on_truth import DRAWN, drawn_as
from xentgui.model.settings_of_state import SETTINGS, ScalarSettings
from xentgui.model.view import View
from xentgui.painting.fitting_text import fitting_text
from xentgui.painting.style import Style
from xentgui.panels.choice import Choice, Option

_NAME = QT_TRANSLATE_NOOP("panels", "Losses side by side")
_NOTE = QT_TRANSLATE_NOOP("panels", "About cross-entropy; the chosen loss is {loss}.")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SIZE, _HEIGHT, _PAD = 0.85, 18.0, 4.0  # em, and design pixels


def choice_of_losses(keys: tuple[str, ...] = DRAWN) -> Choice:
    """Return the choice among the losses with these keys; usually all are shown."""
    options = tuple(Option(key, loss_title(LOSSES[key])) for key in keys)
    return Choice("losses", translate("panels", _NAME), options, keys, several=True)


def drawn_losses(panel: str, state: State, view: View) -> tuple[str, ...]:
    """Return the keys of the losses to draw, in the order of all losses."""
    chosen = {drawn_as(state.loss), *view.choices.get(f"{panel}.losses", DRAWN)}
    return tuple(key for key in DRAWN if key in chosen)


def loss_with_parameters(key: str, settings: ScalarSettings) -> str:
    """Return the name of a loss with the values of its own settings: "focal loss, γ = 2"."""
    return loss_name(LOSSES[key]) + parameters_of(key, settings)


def parameters_of(key: str, settings: ScalarSettings) -> str:
    """Return the values of a loss's own settings: ", γ = 2"; "" if it has none."""
    loss = LOSSES[key]
    values = (
        f"{SETTINGS[one].symbol} = {typed(getattr(settings, one))}" for one in loss.parameters
    )
    return "".join(f", {one}" for one in values)


def predicted_symbol(snapshot: Snapshot) -> str:
    """Return the symbol of what the loss predicts with: p of softmax, or p̂."""
    return "p" if snapshot.probabilities is snapshot.softmax else "p̂"


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
