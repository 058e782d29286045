"""What the card of the loss says, and the bar below: H(y), which cannot be helped, and D(y‖p), which can."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import (
    QT_TRANSLATE_NOOP,
    in_unit,
    loss_in_unit,
    loss_unit,
    number,
    translate,
    unit_name,
)
from xentgui.language.units import with_logarithm
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.snapshot import KnownLoss
from xentgui.model.view import View
from xentgui.painting.style import Style

_PINNED = QT_TRANSLATE_NOOP("tables", "since pinned: {change}")
_BRIEFLY = QT_TRANSLATE_NOOP("panels", "pinned: {what}")  # where the number needs the room

_BAR, _THIN, _TICK = 15.0, 9.0, 3.0  # design pixels: its heights, and how far the tick stands out
_ROW = 17.0  # design pixels, of a row of words
_BEYOND = 1.25  # the bar reaches this far beyond a blind guess
_SIZE = 0.92
_WITH_PARTS = {"cross_entropy", "kl_forward"}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class LossWords(NamedTuple):
    """All that is written: amounts without and with their unit, changes, and the bar's."""

    amount: str = ""
    unit: str = ""
    change: str = ""
    pinned: str = ""
    pinned_briefly: str = ""
    parts: Parts | None = None
    amounts: tuple[str, str] = ("", "")
    beside: str = ""


def words_of(
    snapshot: Snapshot, view: View, before: KnownLoss | None, pinned_loss: KnownLoss | None
) -> LossWords:
    """Return what is written of the loss of `snapshot`, and of its change since the other two."""
    loss, unit, decimals = chosen_loss(snapshot.state), view.unit, view.decimals

    def shown(value: float, *, signed: bool = False) -> str:
        return number(loss_in_unit(value, loss, unit), decimals, signed=signed)

    now = KnownLoss.of(snapshot)
    change, since = now.change_since(before), now.change_since(pinned_loss)
    parts, amounts, beside = parts_of(snapshot), ("", ""), ""
    if parts is not None:
        of_y, of_p = (in_unit(one, unit) for one in (parts.entropy, parts.divergence))
        amounts = number(of_y, decimals), number(of_p, decimals)
    elif snapshot.loss_terms is not snapshot.contributions:
        nats = in_unit(snapshot.cross_entropy, unit)
        beside = f"{number(nats, decimals)} {unit_name(unit)}"
    pinned = "" if since is None else translate("tables", _PINNED)
    return LossWords(
        shown(snapshot.loss),
        loss_unit(loss, unit),
        "" if change is None else shown(change, signed=True),
        pinned and pinned.format(change=shown(since or 0.0, signed=True)),
        pinned and translate("panels", _BRIEFLY).format(what=shown(since or 0.0, signed=True)),
        parts,
        amounts,
        beside,
    )


class Parts(NamedTuple):
    """What the bar shows, in nats.

    Attributes
    ----------
    entropy, divergence
        H(y) and D(y‖p), which add up to H(y, p).
    guess
        log K: the loss of somebody who finds all K classes equally likely.
    classes
        K.
    """

    entropy: float
    divergence: float
    guess: float
    classes: int

    @property
    def end(self) -> float:
        """The amount at the right end of the bar, above 0."""
        total = self.entropy + self.divergence
        return max(_BEYOND * self.guess, total if math.isfinite(total) else 0.0) or 1.0


def parts_of(snapshot: Snapshot) -> Parts | None:
    """Return what the bar shows; None if the loss, or a target with Σy ≠ 1, has no such parts."""
    if snapshot.state.loss not in _WITH_PARTS or not snapshot.state.target_is_normalised:
        return None
    classes = len(snapshot.logits)
    return Parts(snapshot.target_entropy, snapshot.kl_divergence, math.log(classes), classes)


def bar_heights(style: Style) -> tuple[float, float, float]:
    """Return the heights of the bar with all words, with those above it, and thin without any."""
    return style.px(_BAR + 2 * _ROW + _TICK), style.px(_BAR + _ROW), style.px(_THIN)


def paint_bar(
    painter: QPainter, area: QRectF, style: Style, parts: Parts, words: tuple[str, str], unit: str
) -> None:
    """Paint the bar and its words into `area`; `words` are the two amounts, as they are shown.

    `area` has one of the `bar_heights`.
    """
    theme, row = style.theme, style.px(_ROW)
    left, width = area.left(), area.width()
    whole, above, _ = bar_heights(style)
    thin = area.height() < above
    bar = QRectF(left, area.top() + row, width, style.px(_BAR))
    if thin:
        bar = QRectF(area)

    def x(amount: float) -> float:
        share = amount / parts.end if math.isfinite(amount) else 1.0
        return left + width * min(max(share, 0.0), 1.0)

    painter.fillRect(bar, style.color(theme.grid))
    known, total = x(parts.entropy), x(parts.entropy + parts.divergence)
    painter.fillRect(
        QRectF(known, bar.top(), total - known, bar.height()), style.color(theme.accent)
    )
    painter.fillRect(QRectF(left, bar.top(), known - left, bar.height()), style.color(theme.ink))
    guess = x(parts.guess)
    out = 0.0 if thin else style.px(_TICK)
    painter.setPen(style.pen(theme.ink, 1.2))
    painter.drawLine(QLineF(guess, bar.top(), guess, bar.bottom() + out))
    if thin:
        return
    head = QRectF(left, area.top(), width, row)
    room = _write(painter, head, style, "H(y)", words[0], theme.ink, _LEFT)
    _write(painter, head.adjusted(room, 0, 0, 0), style, "D(y‖p)", words[1], theme.accent, _RIGHT)
    if area.height() < whole:
        return
    text = with_logarithm(f"log {parts.classes}", unit)
    room = style.ruler(_SIZE).width(text) + 2
    place = min(max(guess - room / 2, left), area.right() - room)
    painter.setFont(style.font(_SIZE))
    painter.setPen(style.color(theme.mute))
    painter.drawText(QRectF(place, bar.bottom() + out, room, row), _CENTER, text)


def _write(
    painter: QPainter,
    area: QRectF,
    style: Style,
    symbol: str,
    amount: str,
    color: str,
    align: Qt.AlignmentFlag,
) -> float:
    """Write a symbol and its amount; return the width."""
    formula, math_font, symbol_width = style.symbol(symbol)
    ruler = style.ruler(_SIZE, bold=True)
    gap, amount_width = style.px(5), ruler.width(amount)
    width = symbol_width + gap + amount_width
    start = area.left() if align & Qt.AlignmentFlag.AlignLeft else area.right() - width
    if start < area.left() - 0.5:  # no room for both
        return 0.0
    middle = area.center().y()
    painter.setFont(math_font)
    painter.setPen(style.color(color))
    painter.drawText(QPointF(start, middle + ruler.rise), formula)
    painter.setFont(style.font(_SIZE, bold=True))
    painter.drawText(QPointF(start + symbol_width + gap, middle + ruler.rise), amount)
    return width + gap
