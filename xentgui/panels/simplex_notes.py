"""What has to be said of the simplex in words, at its upper left."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, number, translate
from xentgui.model import Snapshot
from xentgui.model.simplex import Corners
from xentgui.model.simplex_surface import MOST_CLASSES, surface
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.panels.loss_names import predicted_symbol
from xentgui.panels.simplex_choices import CONTOURS, ENTROPY, HEAT, background_of
from xentgui.panels.simplex_mark import standings

_OTHERS = QT_TRANSLATE_NOOP("panels", "other classes: {symbol} {p}, y {y}")
_NOTHING = QT_TRANSLATE_NOOP("panels", "{symbol} of these three classes is 0: no point")
_TOO_MANY = QT_TRANSLATE_NOOP("panels", "no contours with more than {count} classes")
_INFINITE = QT_TRANSLATE_NOOP("panels", "L = ∞ everywhere: smooth the target")
_ON_EDGE = QT_TRANSLATE_NOOP("panels", "on an edge, L can be larger")
_WIDEST = "0.00e−00"
_SIZE = 0.85  # em
_EDGE = 52.0  # design pixels
_PLACE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


def notes_in(
    snapshot: Snapshot, corners: Corners, view: View, *, widest: bool = False
) -> list[str]:
    """Return the sentences, translated, the most important first.

    If `widest`, they have the widest numbers instead of those of `snapshot`.
    """
    known, symbol, found = standings(snapshot, corners), predicted_symbol(snapshot), list[str]()
    if len(snapshot.logits) > len(corners):
        p, y = (_WIDEST if widest else number(one, 3) for one in (known.p.missing, known.y.missing))
        found.append(translate("panels", _OTHERS).format(symbol=symbol, p=p, y=y))
    for name, standing in ((symbol, known.p), ("y", known.y)):
        if standing.shares is None:
            found.append(translate("panels", _NOTHING).format(symbol=name))
    word = background_of(view)
    if word in (CONTOURS, HEAT, ENTROPY) and len(snapshot.logits) > MOST_CLASSES:
        found.append(translate("panels", _TOO_MANY).format(count=MOST_CLASSES))
    elif word in (CONTOURS, HEAT):
        values = surface(snapshot, corners)
        if values is not None and not np.isfinite(values).any():
            found.append(translate("panels", _INFINITE))
        shares = known.p.shares
        is_sparse = snapshot.probabilities is not snapshot.softmax
        if is_sparse and shares is not None and (shares == 0.0).any():
            found.append(translate("panels", _ON_EDGE))
    return found


def places_of(frame: Frame, notes: list[str]) -> list[QRectF]:
    """Return where the sentences stand, below each other, to the left of the triangle."""
    style, outer, found = frame.style, frame.outer, list[QRectF]()
    left, top = outer.left() + style.px(8), frame.rect.top() + style.px(2)
    # Three lines further down, the left edge is there, with numbers beside it.
    room = frame.rect.center().x() - style.px(_EDGE) - left
    metrics = style.metrics(_SIZE)
    for text in notes:
        free = QRectF(left, top, room, max(frame.rect.bottom() - top, 1.0))
        found.append(metrics.boundingRect(free, int(_PLACE), text))
        top = found[-1].bottom() + style.px(3)
    return found


def draw_notes(painter: QPainter, frame: Frame, notes: list[str]) -> None:
    """Write the sentences at their places."""
    style = frame.style
    painter.setFont(style.font(_SIZE))
    painter.setPen(style.color(style.theme.mute))
    for text, place in zip(notes, places_of(frame, notes), strict=True):
        painter.drawText(place.adjusted(0.0, 0.0, 1.0, 1.0), _PLACE, text)
