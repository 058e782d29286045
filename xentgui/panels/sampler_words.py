"""The words beside the rows of the sampler, in small letters to the left of the plot."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from xentgui.language.numbers import perplexity_text
from xentgui.language.text import QT_TRANSLATE_NOOP, in_unit, number, translate
from xentgui.model import Snapshot
from xentgui.model.sampling.sampler import sampled
from xentgui.model.view import View
from xentgui.painting.fitting_text import draw_fitting
from xentgui.painting.frame import Frame
from xentgui.painting.style import Style
from xentgui.panels.stage_bars import height_of

_SMALL = 0.85  # em
_LINE = 7.0  # design pixels from the middle of a row to that of a line of text in it
_LEAST_HALF = 6.5  # design pixels, from which on letters need not be smaller
_BEFORE = QT_TRANSLATE_NOOP("panels", "H {before} → {after}")
_SHORT_PERPLEXITY = QT_TRANSLATE_NOOP("panels", "exp H {before} → {after}")
_PERPLEXITY = QT_TRANSLATE_NOOP("panels", "perplexity {before} → {after}")


def write_lines(
    painter: QPainter,
    frame: Frame,
    nth: int,
    lines: tuple[str, str],
    color: str,
    second: str,
    *,
    bold: bool = False,
) -> None:
    """Write two lines to the left of a row."""
    style, left = frame.style, frame.outer.left() + frame.style.px(22)
    wide, high = _room_beside(frame), style.px(16)
    # In low rows, all lines are equally far from one another.
    half = min(style.px(_LINE), frame.lift / 4)
    size = _SMALL * min(1.0, half / style.px(_LEAST_HALF))
    for words, ink, at in zip(lines, (color, second), (-half, half), strict=True):
        box = QRectF(left, height_of(frame, nth) + at - high / 2, wide, high)
        write(painter, style, box, words, ink, size, bold=bold and at < 0.0)


def _room_beside(frame: Frame) -> float:
    """Return the width to the left of the plot, for what is said of a row."""
    return frame.rect.left() - frame.outer.left() - frame.style.px(30)


def entropies(snapshot: Snapshot, view: View, *, short: bool = False) -> tuple[str, str]:
    """Return entropy and perplexity, before and after, in words; `short` without the long one."""
    found = sampled(snapshot)
    ends = found.entropy_before, found.entropy_after
    shown = [number(in_unit(one, view.unit), 3) for one in ends]
    entropy = translate("panels", _BEFORE).format(before=shown[0], after=shown[1])
    with np.errstate(over="ignore"):
        counts = [perplexity_text(float(np.exp(one)), one, 1) for one in ends]
    words = _SHORT_PERPLEXITY if short else _PERPLEXITY
    perplexity = translate("panels", words).format(before=counts[0], after=counts[1])
    return entropy, perplexity


def entropies_beside(frame: Frame, snapshot: Snapshot, view: View) -> tuple[str, str]:
    """Return `entropies`, short if the long words have no room to the left of the plot."""
    lines = entropies(snapshot, view)
    if frame.style.metrics(_SMALL).horizontalAdvance(lines[1]) > _room_beside(frame):
        return entropies(snapshot, view, short=True)
    return lines


def write(
    painter: QPainter,
    style: Style,
    box: QRectF,
    words: str,
    color: str,
    size: float = _SMALL,
    *,
    bold: bool = False,
) -> None:
    """Write `words` in `box`, in smaller letters if they are too long."""
    painter.setPen(style.color(color))
    draw_fitting(painter, style, box, words, size, bold=bold)
