"""A derivation ready to be painted: the lines and their places."""

from __future__ import annotations

import math
import operator
from collections import deque
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSizeF

from xentgui.language.text import language, loss_unit, translate
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.mark import TermMark
from xentgui.model.naming import name_of
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.panels.derivation_page import column_layout as columns
from xentgui.panels.derivation_page import row_layout as rows
from xentgui.panels.derivation_page.column_layout import ColumnLayout
from xentgui.panels.derivation_page.formula import formula
from xentgui.panels.derivation_page.glyph_writer import LEAST_SIZE, OVERHANG, numeral_width
from xentgui.panels.derivation_page.page_layout import CAPTION, UNIT_GAP, PageLayout, PageMeasures
from xentgui.panels.derivation_page.row_layout import RowLayout
from xentgui.panels.derivation_page.stage import MOST, SlotText, places_of
from xentgui.panels.derivation_page.stages import Working, working

_READABLE_PX, _LEAST_PX, _MOST_PX = 11.0, 12.0, 34.0  # the size of letters, in design pixels
_SIDE, _TOP = 9.0, 3.0
_FLOOR_PX = 11.0
"""The least size of letters in real pixels, whatever the size of the text around them."""

_FEW = 3
"""Up to so many classes are placed side by side if they are legible."""

_CLOSE = 0.9
_NAME_OF_MANY = 4.0
"""The width of names of many classes, whichever are shown, so that the page does not jump."""


class Page(NamedTuple):
    """The content of the page and its layout.

    Attributes
    ----------
    working, sheet
        The lines and the places.
    measures
        The measures from which the places follow.
    left, top
        The top left corner of the sheet.
    captions
        The caption of each line, in the current language.
    unit
        The name of the unit of the loss; "" if it has none.
    """

    working: Working
    sheet: PageLayout
    measures: PageMeasures
    left: float
    top: float
    captions: tuple[str, ...]
    unit: str


_latest: deque[tuple[tuple[object, ...], tuple[object, ...], Page]] = deque(maxlen=3)


def page_of(rect: QRectF, snapshot: Snapshot, view: View, style: Style) -> Page:
    """Return the derivation of `snapshot` laid out within `rect`."""
    found = working(snapshot, view.unit, view.decimals, view.highlighted_class)
    # The last page is kept by identity, because its height, its static and its changing parts need
    # the same page.  To compare the content of pages would take longer than all else.
    same = found, snapshot, style, language()
    equal = rect.getRect(), view.decimals, view.unit
    for others, values, page in _latest:
        if values == equal and all(map(operator.is_, others, same)):
            return page
    captions = _captions(found, snapshot.state.label_smoothing > 0.0, language())
    unit = loss_unit(chosen_loss(snapshot.state), view.unit)
    measures = _measures_on(rect.size(), found, snapshot, view, style)
    left, top = rect.left() + style.px(_SIDE), rect.top() + style.px(_TOP)
    page = Page(found, _sheet(measures), measures, left, top, captions, unit)
    _latest.appendleft((same, equal, page))
    return page


def height_of(size: QSizeF, snapshot: Snapshot, view: View, style: Style) -> float:
    """Return the height in pixels that a page of this width needs for legible letters.

    It is the height of `size` if they are legible there.
    """
    found = working(snapshot, view.unit, view.decimals, view.highlighted_class)
    return _height(_measures_on(size, found, snapshot, view, style)) + 2 * style.px(_TOP)


def _measures_on(
    size: QSizeF, found: Working, snapshot: Snapshot, view: View, style: Style
) -> PageMeasures:
    """Return the measures for a page of `size`; pages of all sizes share nearly all of them."""
    captions = _captions(found, snapshot.state.label_smoothing > 0.0, language())
    unit = loss_unit(chosen_loss(snapshot.state), view.unit)
    measures = _measured(found, snapshot, view.decimals, style, captions, unit)
    across, down = 2 * style.px(_SIDE), 2 * style.px(_TOP)
    return _on_page(measures, size.width() - across, size.height() - down)


@lru_cache(maxsize=4)
def _measured(
    found: Working,
    snapshot: Snapshot,
    decimals: int,
    style: Style,
    captions: tuple[str, ...],
    unit: str,
) -> PageMeasures:
    """Return the measures for a page without a size."""
    names = tuple(name_of(snapshot.state.names, index) for index in found.shown)
    lines = found.lines
    places = places_of(decimals)
    widest = [_widest_number(line.cells) for line in lines]
    many = len(snapshot.logits) > MOST
    tails = [_width(line.tail, line.tail_words) for line in lines]
    unit_width = _widest((unit,), style)
    total = next(width for width, line in zip(tails, lines, strict=True) if line.stage.is_result)
    usual_tail = total + UNIT_GAP + unit_width * CAPTION
    return PageMeasures(
        width=0.0,
        height=0.0,
        readable_px=style.px(_READABLE_PX) * style.page_letters,
        least_px=style.px(_LEAST_PX) * style.page_letters,
        most_px=style.px(_MOST_PX),
        stages=tuple([line.stage for line in lines]),
        heads=tuple([_width(line.head, line.head_words) for line in lines]),
        columns=tuple([_width(line.column, line.column_words) for line in lines]),
        classes=len(found.shown),
        many=many,
        places=places,
        excess=_excess(max(widest), rows.usual_cell(places)),
        column_excess=tuple(
            _excess(width, columns.usual_cell(line.stage, places)) if line.column else 0.0
            for width, line in zip(widest, lines, strict=True)
        ),
        caption=_widest(captions, style),
        name=_NAME_OF_MANY if many else 1.1 * _widest(names, style),  # they are bold
        unit=unit_width,
        # Numbers of the usual width do not change the measures, so that the layout stays.
        tail=max(usual_tail, *tails),
        total=total,
    )


@lru_cache(maxsize=32)
def _on_page(measures: PageMeasures, width: float, height: float) -> PageMeasures:
    return measures._replace(width=max(width, 1.0), height=max(height, 1.0))


@lru_cache(maxsize=16)
def _widest(texts: tuple[str, ...], style: Style) -> float:
    """Return the width of the widest text, in em of its own font."""
    metrics = style.metrics()
    return max(metrics.horizontalAdvance(text) for text in texts) / style.em


@lru_cache(maxsize=4)
def _captions(found: Working, smoothed: bool, _spoken: object) -> tuple[str, ...]:  # noqa: FBT001
    """Return the caption of each line in the current language."""
    texts = [line.stage.caption(smoothed=smoothed) for line in found.lines]
    return tuple([translate("panels", text) for text in texts])


@lru_cache(maxsize=256)
def _width(template: str, words: tuple[SlotText, ...]) -> float:
    """Return the width of a formula, in em; it is larger if the numbers are too wide."""
    if not template:
        return 0.0
    found = formula(template)
    width = found.width
    for slot, word in zip(found.slots, words, strict=True):
        least = 1.0 if word.bold else LEAST_SIZE  # the result is not drawn smaller
        width += _excess(numeral_width(word.text) * slot.size, slot.width, least)
    return width


@lru_cache(maxsize=64)
def _widest_number(cells: tuple[str, ...]) -> float:
    return max(map(numeral_width, cells))


def _excess(wanted: float, there: float, least: float = LEAST_SIZE) -> float:
    """Return the room, in em, that a number lacks after it has shrunk and overhangs."""
    missing = least * wanted - there - OVERHANG
    return math.ceil(2.0 * missing) / 2.0 if missing > 0.0 else 0.0


@lru_cache(maxsize=32)
def _sheet(measures: PageMeasures) -> PageLayout:
    return _arranged(measures).sheet()


# The height of the page and its content need the same layouts.


@lru_cache(maxsize=32)
def _in_rows(measures: PageMeasures) -> RowLayout:
    return RowLayout(measures)


@lru_cache(maxsize=32)
def _folded(measures: PageMeasures) -> ColumnLayout:
    return ColumnLayout(measures, folded=True)


@lru_cache(maxsize=32)
def _arranged(measures: PageMeasures) -> RowLayout | ColumnLayout:
    """Return the layout with the larger letters; rows, if the sizes are nearly the same.

    A table is folded if its letters would not be legible otherwise.
    """
    lines, table = _in_rows(measures), ColumnLayout(measures)
    few = measures.many or measures.classes <= _FEW
    whole = lines if few or lines.em >= _CLOSE * table.em else table
    if whole.em >= measures.readable_px:
        return whole
    return max(whole, table, _folded(measures), key=lambda one: one.em)


@lru_cache(maxsize=256)  # a figure tries many widths
def _height(measures: PageMeasures) -> float:
    """Return the height of `measures`, or the larger height that legible letters need."""
    if _arranged(measures).em >= measures.readable_px:
        return measures.height
    return max(math.ceil(_least_height(measures)), measures.height)


def _least_height(measures: PageMeasures) -> float:
    """Return the least height with letters of the desired size.

    They are smaller only on a page that is too narrow for a single column of them.
    """
    lines, folded = _in_rows(measures), _folded(measures)
    least = math.ceil(_FLOOR_PX)
    for em in range(max(math.ceil(measures.readable_px), least), least - 1, -1):
        height = lines.height_at(em) or folded.height_at(em)
        if height is not None:
            return height
    return measures.height


def emphasised_band(page: Page, view: View) -> QRectF | None:
    """Return the place of the stage on its page; None if none is meant, or it is not shown.

    A quotient in a table stands above the line that it belongs to.
    """
    mark = view.highlight
    if not isinstance(mark, TermMark) or (view.stage is not None and mark.number > view.stage):
        return None
    bands = page.sheet.bands
    for index, line in enumerate(page.working.lines):
        if line.number == mark.number:
            return next((band for band in bands[index:] if not band.isEmpty()), None)
    return None
