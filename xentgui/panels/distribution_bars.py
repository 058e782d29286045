"""The bars of the distribution: how they stand, what stands for what, and the number at each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, probability, translate
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.painting.label_places import CEILING
from xentgui.painting.legend import Sample
from xentgui.painting.mark_labels import Edges, Label, draw_labels, draw_ranked
from xentgui.painting.turned_numbers import (
    TurnedNumber,
    draw_turned,
    has_a_number_each,
    has_turned_numbers,
    turned_boxes,
)
from xentgui.panels.choice import Choice, Option
from xentgui.panels.hidden import hidden_classes, seen_classes
from xentgui.panels.labelled_classes import labelled_classes, names_beside, spanned, with_value

KEY = "distribution.bars"
"""The choice in `View.choices`."""

UPRIGHT, ROWS, LARGEST, LOG = "upright", "rows", "largest", "log"
_BARS = QT_TRANSLATE_NOOP("panels", "Bars")
_TEXTS = {
    UPRIGHT: QT_TRANSLATE_NOOP("panels", "Upright"),
    ROWS: QT_TRANSLATE_NOOP("panels", "In rows, names beside them"),
    LARGEST: QT_TRANSLATE_NOOP("panels", "In rows, the largest first"),
    LOG: QT_TRANSLATE_NOOP("panels", "In rows, the largest first, logarithmic"),
}

BAR, HARDMAX, TARGET_LINE = 0.46, 0.57, 0.68
"""The widths of a bar, of an outline and of a target's line, as shares of a class's slot."""

OUTLINE = 10.0
"""The width of an outline where classes are dense, in design pixels."""

FEW_LINES = 12  # the most lines of a target that are distinct where classes are not
MOST_OUTLINES = 8
"""The most outlines where classes are dense."""

_BESIDE = ("right", "left")
_CROWDED = 48.0  # design pixels a class; with less, a number is wider than its bar
_WIDEST = "0.0000"  # what the widest of most numbers looks like
_TALL = 0.5  # a bar above which no other can be
_LOW, _WITHIN, _ABOVE, _LINE, _NEAR, _HANDLE = 40.0, 11.0, 9.0, 16.0, 3.0, 6.0  # design pixels
_EDGE = 2.0  # design pixels from a bar without a handle to a leader


def choice_of_bars() -> Choice:
    """Return how the bars stand: beside one another, or in rows."""
    options = tuple(Option(value, translate("panels", text)) for value, text in _TEXTS.items())
    return Choice("bars", translate("panels", _BARS), options, UPRIGHT)


def arrangement(view: View) -> str:
    """Return how the bars stand."""
    chosen = view.choices.get(KEY, UPRIGHT)
    return chosen if isinstance(chosen, str) and chosen in _TEXTS else UPRIGHT


def is_softmax(snapshot: Snapshot) -> bool:
    """Return whether the chosen loss predicts with softmax itself."""
    return snapshot.probabilities is snapshot.softmax


def samples_of_marks() -> tuple[Sample, ...]:
    """Return a sample of each kind of mark: the bars first, which the name of the axis explains, too."""
    return (
        Sample("bar", translate("panels", "softmax")),
        Sample("outline", translate("panels", "hardmax")),
        Sample("line", translate("panels", "target y")),
    )


def outline_width(frame: Frame) -> float:
    """Return the width of an outline around a bar, in pixels."""
    return max(HARDMAX * frame.slot, BAR * frame.slot + frame.style.px(6))


def hardmax_rects(
    frame: Frame, snapshot: Snapshot, won: Sequence[int], wide: float
) -> list[QRectF]:
    """Return the outlines of the classes `won`, each `wide` pixels wide."""
    zero, share = frame.y(0.0), 1.0 / len(snapshot.prediction)
    top = frame.y(min(share, frame.ranges.top))
    return [QRectF(frame.x(float(index)) - wide / 2, top, wide, zero - top) for index in won]


def paint_numbers(painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
    """Paint the numbers: all, upright or turned, or those of the most important classes."""
    style, dense = frame.style, not has_a_number_each(frame)
    ruler, taken, turned = style.ruler(0.92, bold=True), list[Edges](), set[int]()
    numbered = seen_classes(labelled_classes(frame, snapshot, view), view, "p")
    names = names_beside(snapshot, numbered) if dense else {}
    if has_turned_numbers(style, frame.slot, ruler.width(_WIDEST)):
        turned, taken = _paint_turned(painter, frame, snapshot, view)
    crowded = not dense and not turned and frame.slot < style.px(_CROWDED)
    labels = []
    for index in numbered:
        if index in turned:
            continue
        text = _text_of(snapshot, index)
        if dense:
            text = with_value(names[index], text)
        hidden = crowded and index != view.highlighted_class
        label = _label(frame, snapshot, view, index, text, hides=not hidden)
        if label is not None:
            labels.append(label)
        if dense and view.highlighted_class is None:  # a highlighted number may cover bars
            x, y = frame.x(float(index)), _top(frame, snapshot, index)
            taken.append((x - style.px(_NEAR), y, x + style.px(_NEAR), frame.rect.bottom()))
    if dense and (style.snug or view.highlighted_class is None):
        taken += _outline_edges(frame, snapshot)
    if dense:
        draw_ranked(painter, frame, labels, len(snapshot.logits), taken)
    else:
        draw_labels(painter, frame, labels, taken)


def _label(
    frame: Frame, snapshot: Snapshot, view: View, index: int, text: str, *, hides: bool
) -> Label | None:
    """Return the label of a bar; None if it would cover others, and does not hide them."""
    style, dense, x = frame.style, not has_a_number_each(frame), frame.x(float(index))
    ink, near, above = style.theme.ink, style.px(_NEAR), style.px(_ABOVE)
    line, y = style.px(_LINE), _top(frame, snapshot, index)
    wide = style.ruler(0.92, bold=True).width(text)
    target_at = frame.y(snapshot.effective_target.item(index))
    room = 0.0 if dense or style.theme.hatched else frame.slot * BAR - style.px(6)
    if y < frame.rect.bottom() - style.px(_LOW) and wide < room:
        within = style.px(_WITHIN)
        if y + within - near < target_at < y + within + line + near:
            y = target_at + near - within  # below the target's line
        color = style.theme.class_color(snapshot.state.color_of(index))
        receded = view.highlighted_class not in (None, index)
        on_bar = ink if receded else style.theme.ink_on(color)
        return Label(text, on_bar, x, y, within, ("below",), wide=wide)
    top = y - above
    if dense:
        top = min(top, frame.rect.bottom() - 2 * above)  # otherwise nothing fits beside it
    elif top - line - near < target_at < top + near:
        top = target_at - near  # above the target's line, not on it
    if not hides:
        # A short list beats an array.
        others = snapshot.probabilities[spanned(frame, index, wide)].tolist()
        if frame.y(max(others)) - style.px(_HANDLE) < top:
            return None
    if dense or top - line >= frame.rect.top() - style.px(CEILING):
        # Beside its bar, a number would cover the bars of its neighbours.
        sides = ("above", *_BESIDE) if dense else ("above",)
        rim = None if dense else style.px(_HANDLE if view.handles else _EDGE)
        return Label(text, ink, x, top + above, above, sides, True, True, wide, rim, (x, y))
    # The bars beside so tall a bar are low.
    half, beside = _half_width(frame, snapshot, index), TARGET_LINE / 2 * frame.slot + near
    return Label(text, ink, x, y + line, beside, _BESIDE, True, True, wide, half)


def _top(frame: Frame, snapshot: Snapshot, index: int) -> float:
    return frame.y(min(snapshot.probabilities.item(index), frame.ranges.top))


def _text_of(snapshot: Snapshot, index: int) -> str:
    """Return the number beside the bar of a class."""
    complement, information = snapshot.complements.item(index), snapshot.information.item(index)
    return probability(snapshot.probabilities.item(index), complement, 3, information)


def _outline_edges(frame: Frame, snapshot: Snapshot) -> list[Edges]:
    """Return the strips that the outlines of the hardmax cover where classes are dense."""
    edges = list[Edges]()
    won = snapshot.prediction[:MOST_OUTLINES] if is_softmax(snapshot) else ()
    for box in hardmax_rects(frame, snapshot, won, frame.style.px(OUTLINE)):
        left, top, right, bottom = box.left(), box.top(), box.right(), box.bottom()
        edges += (left - 1, top, left + 1, bottom), (right - 1, top, right + 1, bottom)
    return edges


def _paint_turned(
    painter: QPainter, frame: Frame, snapshot: Snapshot, view: View
) -> tuple[set[int], list[Edges]]:
    """Paint the numbers of all bars but the tallest upwards; return whose, and what they cover."""
    p, y = snapshot.probabilities, snapshot.effective_target
    shown, numbers, classes = frame.visible(len(p)), list[TurnedNumber](), list[int]()
    head = frame.style.px(_HANDLE) if view.handles else 0.0
    hardmax = frame.y(min(1.0 / len(snapshot.prediction), frame.ranges.top))
    hidden = hidden_classes(view, "p")
    for index in range(shown.start, shown.stop):
        if (
            index in hidden or p.item(index) > _TALL
        ):  # the others are low, so that there is room across them
            continue
        avoid = [frame.y(y.item(index))]
        if is_softmax(snapshot) and index in snapshot.prediction:
            avoid.append(hardmax)
        at = frame.x(float(index)), _top(frame, snapshot, index) - head
        numbers.append(TurnedNumber(_text_of(snapshot, index), *at, avoid=tuple(avoid)))
        classes.append(index)
    boxes = turned_boxes(frame, numbers)
    draw_turned(painter, frame, numbers, boxes)
    kept = {index for index, box in zip(classes, boxes, strict=True) if box is not None}
    return kept, [box for box in boxes if box is not None]


def _half_width(frame: Frame, snapshot: Snapshot, index: int) -> float:
    """Return how far what is drawn for a class reaches to the right at its top."""
    if index in snapshot.prediction and is_softmax(snapshot):
        return outline_width(frame) / 2
    return BAR / 2 * frame.slot
