"""What has to be said of the simplex in words, at its upper left."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, number, translate
from xentgui.model import Snapshot
from xentgui.model.simplex import Corners
from xentgui.model.simplex_surface import MOST_CLASSES, surface
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.panels.shown_losses import predicted_symbol
from xentgui.panels.simplex_choices import CONTOURS, ENTROPY, HEAT, background_of
from xentgui.panels.simplex_mark import standings

_OTHERS = QT_TRANSLATE_NOOP("panels", "other classes: {symbol} {p}, y {y}")
_NOTHING = QT_TRANSLATE_NOOP("panels", "{symbol} of these three classes is 0: no point")
_TOO_MANY = QT_TRANSLATE_NOOP("panels", "no contours with more than {count} classes")
_INFINITE = QT_TRANSLATE_NOOP("panels", "L = ∞ everywhere: smooth the target")
_ON_EDGE = QT_TRANSLATE_NOOP("panels", "on an edge, L can be larger")
_WIDEST = "0.00e−00"
_SIZE, _LEAST, _SMALLER = 0.85, 0.62, 0.95  # em; smaller letters are not read in print
_EDGE = 52.0  # design pixels
_ABOVE_NAME = 2.0  # design pixels
_PLACE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


def notes_in(
    snapshot: Snapshot,
    corners: Corners,
    view: View,
    *,
    widest: bool = False,
    over: Snapshot | None = None,
) -> list[str]:
    """Return the sentences, translated, the most important first.

    The contours are those of the snapshot `over`.  If `widest`, they have the widest numbers instead of those of `snapshot`.
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
        values = surface(over or snapshot, corners)
        if values is not None and not np.isfinite(values).any():
            found.append(translate("panels", _INFINITE))
        shares = known.p.shares
        is_sparse = snapshot.probabilities is not snapshot.softmax
        if is_sparse and shares is not None and (shares == 0.0).any():
            found.append(translate("panels", _ON_EDGE))
    return found


def places_of(frame: Frame, notes: list[str]) -> list[QRectF]:
    """Return where the sentences stand, below each other, to the left of the triangle."""
    return list(_set_in(frame, tuple(notes)).places)


def draw_notes(painter: QPainter, frame: Frame, notes: list[str]) -> None:
    """Write the sentences at their places."""
    style, found = frame.style, _set_in(frame, tuple(notes))
    painter.setFont(style.font(found.size))
    painter.setPen(style.color(style.theme.mute))
    for text, place in zip(notes, found.places, strict=True):
        painter.drawText(place.adjusted(0.0, 0.0, 1.0, 1.0), _PLACE, text)


class _Set(NamedTuple):
    """The size of the letters in em, and where each sentence stands."""

    size: float
    places: tuple[QRectF, ...]


@lru_cache(maxsize=8)
def _set_in(frame: Frame, notes: tuple[str, ...]) -> _Set:
    """Return the sentences in smaller letters where they would reach the name of a corner.

    Those with the widest numbers are the same from step to step, in a frame that stays.
    """
    found = _at(frame, notes, _SIZE)
    end = frame.rect.bottom() - frame.style.px(_ABOVE_NAME)
    while found.places and found.places[-1].bottom() > end and found.size > _LEAST:
        found = _at(frame, notes, max(found.size * _SMALLER, _LEAST))
    return found


def _at(frame: Frame, notes: tuple[str, ...], size: float) -> _Set:
    style, outer, places = frame.style, frame.outer, list[QRectF]()
    left, top = outer.left() + style.px(8), frame.rect.top() + style.px(2)
    # Three lines further down, the left edge is there, with numbers beside it.
    room = frame.rect.center().x() - style.px(_EDGE) - left
    metrics = style.metrics(size)
    for text in notes:
        free = QRectF(left, top, room, max(frame.rect.bottom() - top, 1.0))
        places.append(metrics.boundingRect(free, int(_PLACE), text))
        top = places[-1].bottom() + style.px(3)
    return _Set(size, tuple(places))
