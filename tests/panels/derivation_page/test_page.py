from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSizeF, QTranslator
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from xentgui.language.text import translated_by
from xentgui.language.translation import install
from xentgui.model import State, derive
from xentgui.model.mark import ClassMark
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.derivation_page.formula import formula
from xentgui.panels.derivation_page.page import Page, height_of, page_of
from xentgui.panels.derivation_page.page_layout import PageLayout

CARD = (490.0, 350.0)
SMALL_CARDS = [(282.0, 262.0), (240.0, 266.0), (343.0, 242.0), (410.0, 332.0), (620.0, 422.0)]
"""In windows of 1024×768, the second after it was larger, 1280×720, 1440×900 and 1920×1080."""

READABLE = 11
SIZES = [(320.0, 230.0), CARD, (900.0, 670.0), (300.0, 900.0), (1200.0, 300.0)]
COUNTS = [2, 3, 5, 8, 12, 50]


@pytest.fixture
def style(qapp: QApplication) -> Style:
    return Style(LIGHT, 13.0, fonts.ui_font(13.0))


def _state(count: int, *, temperature: float = 1.0) -> State:
    logits = np.random.default_rng(count).normal(0.0, 1.5, count).round(2)
    target = [0.0] * count
    target[count // 2] = 1.0
    return State([f"class {k + 1}" for k in range(count)], logits, target, temperature=temperature)


def _page(state: State, size: tuple[float, float], style: Style, view: View | None = None) -> Page:
    return page_of(QRectF(0, 0, *size), derive(state), view or View(), style)


def _high_page(state: State, size: tuple[float, float], style: Style) -> Page:
    """Return the page as high as it has to be."""
    snapshot = derive(state)
    height = height_of(QSizeF(*size), snapshot, View(), style)
    return page_of(QRectF(0, 0, size[0], height), snapshot, View(), style)


def _boxes(page: Page) -> list[QRectF]:
    """Return the boxes of all numbers, formulas and results, generously high."""
    sheet, em, found = page.sheet, page.sheet.em, []
    for line, head, rooms in zip(page.working.lines, sheet.heads, sheet.rooms, strict=True):
        template = line.head if sheet.upright else line.column
        if head is not None:
            shape = formula(template)
            top = head.y() - shape.ascent * em
            found.append(
                QRectF(head.x(), top, shape.width * em, (shape.ascent + shape.descent) * em)
            )
        found += [
            QRectF(room.left, room.baseline - 0.65 * em, room.right - room.left, 0.65 * em)
            for room in rooms
        ]
    return found


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("temperature", [1.0, 0.5])
def test_that_nothing_overlaps_and_all_is_on_the_page(
    style: Style, size: tuple[float, float], count: int, temperature: float
) -> None:
    page = _page(_state(count, temperature=temperature), size, style)

    _check_places(page, size)


def _check_places(page: Page, size: tuple[float, float]) -> None:
    boxes = _boxes(page)

    for one, other in combinations(boxes, 2):
        assert not one.intersects(other), (one, other)
    whole = QRectF(0, 0, *size).adjusted(-1, -1, 1, 1)
    for box in boxes:
        assert whole.contains(box.translated(page.left, page.top)), box


@pytest.mark.parametrize("size", SMALL_CARDS, ids=str)
@pytest.mark.parametrize("count", [*range(2, 14), 50])
@pytest.mark.parametrize("temperature", [1.0, 0.5])
def test_that_letters_can_be_read_on_every_screen(
    style: Style, size: tuple[float, float], count: int, temperature: float
) -> None:
    """A page that would need smaller letters is folded, or higher than its card."""
    page = _high_page(_state(count, temperature=temperature), size, style)
    sheet = page.sheet

    assert sheet.em >= READABLE
    assert sheet.text * sheet.em >= READABLE
    assert QFontMetricsF(fonts.math_font(sheet.em)).tightBoundingRect("8").height() >= 7.0
    height = page.measures.height + 2 * style.px(3)
    _check_places(page, (size[0], height))
    # Blocks stand below each other, and the last one ends within the page.
    bands = [band for band in sheet.bands if not band.isEmpty()]
    assert max(band.bottom() for band in bands) <= page.measures.height + 1.0


@pytest.mark.parametrize("card", [CARD, SMALL_CARDS[0]], ids=str)
@pytest.mark.parametrize("count", [3, 8])
@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_that_letters_keep_up_with_the_text_around_and_the_page_gets_higher(
    qapp: QApplication, zoom: float, count: int, card: tuple[float, float]
) -> None:
    larger = Style(LIGHT, 13.0 * zoom, fonts.ui_font(13.0 * zoom))

    page = _high_page(_state(count), card, larger)

    assert page.sheet.em >= READABLE * zoom * (0.95 if card is SMALL_CARDS[0] else 1.0)
    _check_places(page, (card[0], page.measures.height + 2 * larger.px(3)))


def test_that_a_page_is_only_as_high_as_it_must_be(style: Style) -> None:
    heights = {
        count: _high_page(_state(count), SMALL_CARDS[0], style).measures.height
        for count in (3, 4, 6, 8, 12, 50)
    }
    there = SMALL_CARDS[0][1] - 2 * style.px(3)

    assert {count for count, height in heights.items() if height > there} == {8, 12}
    assert heights[12] < 1.7 * there


def test_that_a_folded_table_has_every_class_in_each_block_and_leaves_thoughts_whole(
    style: Style,
) -> None:
    sheet = _high_page(_state(6), SMALL_CARDS[0], style).sheet
    page = _high_page(_state(6), SMALL_CARDS[0], style)
    tops = {
        line.stage.key: band.top()
        for line, band in zip(page.working.lines, sheet.bands, strict=True)
        if not band.isEmpty()
    }

    assert [len(names) for names in sheet.names] == [6, 6]
    assert len({tops[key] for key in ("logits", "shift", "exponent", "probability")}) == 1
    assert len({tops[key] for key in ("information", "weight", "sum", "gradient")}) == 1
    assert tops["information"] > tops["logits"]


@pytest.mark.parametrize("count", COUNTS)
def test_that_a_figure_of_the_panel_is_in_one_piece(style: Style, count: int) -> None:
    sheet = _page(_state(count), (1280.0, 760.0), style).sheet

    assert len(sheet.names) == 1
    assert sheet.em >= 20


@pytest.mark.parametrize("count", COUNTS)
def test_that_letters_on_a_card_are_legible(style: Style, count: int) -> None:
    assert _page(_state(count), CARD, style).sheet.em >= 12


def test_that_few_classes_stand_side_by_side_and_a_dozen_below_each_other(style: Style) -> None:
    upright = {count: _page(_state(count), CARD, style).sheet.upright for count in COUNTS}

    assert upright == {2: True, 3: True, 5: True, 8: False, 12: False, 50: True}


def test_that_a_larger_page_has_larger_letters(style: Style) -> None:
    sizes = [_page(_state(3), size, style).sheet.em for size in SIZES[:3]]

    assert sizes[0] < sizes[1] < sizes[2]


@pytest.mark.parametrize("count", [3, 8])
def test_that_nothing_moves_while_a_logit_is_dragged(style: Style, count: int) -> None:
    """From a probability of 2e−4 to 0.9998: signs come and go, and numbers become powers."""
    state, sheets = _state(count), set[PageLayout]()
    for logit in np.linspace(-6.0, 11.0, 171).round(2):
        dragged = replace(state, logits=(float(logit), *state.logits[1:]))
        sheets.add(_page(dragged, CARD, style).sheet)

    assert len(sheets) == 1


@pytest.mark.parametrize("count", [3, 8])
def test_that_a_high_page_keeps_its_height_while_a_logit_is_dragged(
    style: Style, count: int
) -> None:
    state, heights = _state(count), set[float]()
    for logit in np.linspace(-6.0, 9.0, 76).round(2):
        dragged = replace(state, logits=(float(logit), *state.logits[1:]))
        heights.add(height_of(QSizeF(*SMALL_CARDS[0]), derive(dragged), View(), style))

    assert len(heights) == 1


def test_that_nothing_moves_while_a_target_is_dragged(style: Style) -> None:
    sheets = {
        _page(replace(_state(3), target=(value, 1.0 - value, 0.0)), CARD, style).sheet
        for value in np.linspace(0.0, 1.0, 101).round(3).tolist()
    }

    assert len(sheets) == 1


@pytest.mark.parametrize("count", [3, 8, 50])
def test_that_nothing_moves_when_a_class_is_pointed_at(style: Style, count: int) -> None:
    state = _state(count)
    sheets = {
        _page(state, CARD, style, View(highlight=ClassMark(index))).sheet
        for index in (None, *range(min(count, 9)))
    }

    assert len(sheets) == 1


def test_that_what_is_far_too_wide_gets_more_room(style: Style) -> None:
    """8.5e−18 from 1 is told in full; it must neither collide nor be cut."""
    usual = _page(_state(3), CARD, style)
    sure = _page(replace(_state(3), logits=(40.0, 0.0, 0.0)), CARD, style)

    def cell(page: Page) -> float:
        room = page.sheet.rooms[0][0]
        return (room.right - room.left) / page.sheet.em

    assert cell(sure) > cell(usual)
    for one, other in pairwise(sure.sheet.rooms[4]):
        assert one.right < other.left


def test_that_a_window_being_resized_keeps_its_letters_for_a_while(style: Style) -> None:
    sizes = [
        _page(_state(3), (490.0 + pixel, 350.0 + pixel), style).sheet.em for pixel in range(40)
    ]

    assert sizes == sorted(sizes)
    assert len(set(sizes)) <= 4


def test_that_captions_give_way_on_a_narrow_page(style: Style) -> None:
    assert _page(_state(3), CARD, style).sheet.has_captions
    assert not _page(_state(5), (300.0, 300.0), style).sheet.has_captions


@pytest.mark.parametrize("label", ["class 1", "类别 1", "Wm 12"])
@pytest.mark.parametrize("size", [*SMALL_CARDS, (1200.0, 700.0)], ids=str)
def test_that_a_short_name_is_told_in_full(
    style: Style, label: str, size: tuple[float, float]
) -> None:
    for count in (6, 8, 12):
        sheet = _high_page(replace(_state(count), labels=(label,) * count), size, style).sheet
        font = style.metrics(sheet.text * sheet.em / style.em, bold=True)
        dot_and_gap = 0.9 * sheet.em
        for names in sheet.names:
            assert names[0].width() - dot_and_gap >= font.horizontalAdvance(label)


def test_that_a_page_speaks_the_language_of_the_moment(style: Style) -> None:
    """Pages are kept: the same snapshot may be wanted in another language."""

    class Shouting(QTranslator):
        def translate(self, _context: str, text: str, *_rest: object) -> str:
            return text.upper()

    snapshot = derive(_state(3))

    def captions() -> tuple[str, ...]:
        return page_of(QRectF(0, 0, *CARD), snapshot, View(), style).captions

    usual = captions()
    with translated_by(Shouting()):
        assert captions() == tuple(map(str.upper, usual))
    assert captions() == usual


def test_that_a_page_follows_a_language_that_is_installed(qapp: QApplication, style: Style) -> None:
    snapshot = derive(_state(3))

    def captions() -> tuple[str, ...]:
        return page_of(QRectF(0, 0, *CARD), snapshot, View(), style).captions

    install(qapp, "en")
    usual = captions()
    try:
        install(qapp, "zh_CN")
        assert captions() != usual
    finally:
        install(qapp, "en")
    assert captions() == usual
