"""The whole lecture, every scene and step, at four sizes, in both languages and both themes.

What is measured is the height of a capital letter, and the box from there to the baseline.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtWidgets import QApplication

from tests.documents.classifiers import SMALL
from tests.documents.lecture import LECTURE
from tests.documents.questions import QUESTIONS
from tests.window.presenting.recorder import Recorder, Written
from xentgui.documents import lectures
from xentgui.documents.moment import Beat, Moment, captions_of, moment_at
from xentgui.language.field_values import value_text
from xentgui.language.translation import install
from xentgui.model.guess import Guess
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.model.subjects import BareLogits, Subject
from xentgui.painting.theme import THEMES, Theme, contrast
from xentgui.panels import PANELS, Panel
from xentgui.panels.guess_marks import can_guess
from xentgui.panels.hidden import hides_panel
from xentgui.panels.page_panel import PagePanel
from xentgui.window.presenting.asked_words import rooms_of
from xentgui.window.presenting.asking import Asking
from xentgui.window.presenting.room_style import RoomStyle, receded
from xentgui.window.presenting.stage_cards import KNOWN, panels_of
from xentgui.window.presenting.stage_layout import inside
from xentgui.window.presenting.stage_lines import lines_of
from xentgui.window.presenting.stage_picture import (
    laid_out,
    paint_moment,
    paint_panel,
    snapshot_of,
    words_of,
)

SIZES = [(1024, 768), (1280, 720), (1920, 1080), (3840, 2160)]
OF_TESTS = (*LECTURE.scenes, *QUESTIONS.scenes)
SCENES = (*OF_TESTS, *lectures.lecture(lectures.BUILT_IN).scenes)
ALL_BEATS = [
    Beat(scene, step, asks)
    for scene, one in enumerate(SCENES)
    for step in range(len(one.staging.steps) + 1)
    for asks in (False, True)
    if not asks or (step < len(one.staging.steps) and one.staging.steps[step].question)
]
BEATS = [beat for beat in ALL_BEATS if beat.scene < len(OF_TESTS)]
BUILT_IN = [beat for beat in ALL_BEATS if beat.scene >= len(OF_TESTS)]
"""The beats of the lecture that comes with the program."""


def _name(beat: Beat) -> str:
    return f"{beat.scene + 1}.{beat.step}" + "?" * beat.asks


POINTS = SMALL.replaced(settings=ScalarSettings(), chosen=0)
FOCAL = BareLogits(replace(LECTURE.scenes[0].subject.resolve(), loss="focal"))
CAPTION, NUMBER, TICK, LINE = 0.04, 0.028, 0.025, 0.0025  # shares of the height


@pytest.fixture(autouse=True)
def _speaks_english_again(qapp: QApplication):  # type: ignore[no-untyped-def]
    yield
    install(qapp, "en")


def _moment(beat: Beat) -> Moment:
    moment, asking = moment_at(SCENES, beat), Asking()
    answers = asking.at(moment)
    if answers is not None and beat.scene < len(OF_TESTS):  # else it is where it begins
        answers.guess = 0.62
    return moment._replace(view=replace(moment.view, guess=asking.guess(moment)))


class Picture:
    """What is written at a beat, above the cards and on each of them."""

    def __init__(
        self,
        beat: Beat,
        size: tuple[int, int],
        language: str,
        theme: Theme,
        panels: tuple[str, ...] = (),
        subject: Subject | None = None,
    ) -> None:
        self.size, self.moment = QSizeF(*size), _moment(beat)
        self.moment = self.moment._replace(
            panels=panels or self.moment.panels, subject=subject or self.moment.subject
        )
        self.style = RoomStyle(theme, size[1])
        self.snapshot = snapshot_of(self.moment)
        self.words = words_of(
            self.moment,
            self.snapshot,
            language,
            place=f"{beat.scene + 1} / 5",
            captions=captions_of(SCENES[beat.scene]),
            rooms=rooms_of(SCENES, beat.scene, language),
            guess=self.moment.view.guess,
        )
        self.layout = laid_out(self.size, self.words, self.style, panels_of(self.moment))
        self.painter = Recorder()
        paint_moment(self.painter, self.size, self.moment, self.words, self.style)
        self.painter.end()

    @property
    def head(self) -> list[Written]:
        top = min(card.top() for card in self.layout.cards.values())
        return [one for one in self.painter.written if one.box.bottom() < top]

    def on_card(self, key: str) -> list[Written]:
        """Return what the panel writes; a page that is higher than its card is written whole."""
        room = inside(self.layout.cards[key], self.style.em)
        panel = KNOWN[key]()
        if isinstance(panel, PagePanel):
            panel.prepare(self.snapshot, self.moment.view)
            room.setHeight(panel.height(room.size(), self.snapshot, self.moment.view, self.style))
        painter = Recorder()
        paint_panel(
            painter, panel, room, self.snapshot, self.moment.view, self.moment.ranges, self.style
        )
        painter.end()
        self.painter.widths |= painter.widths
        return painter.written

    def room_of(self, key: str) -> QRectF:
        return inside(self.layout.cards[key], self.style.em)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("beat", BEATS, ids=_name)
def test_that_everything_can_be_read_and_nothing_is_cut_or_covered(
    qapp: QApplication, beat: Beat, size: tuple[int, int], language: str
) -> None:
    install(qapp, language)
    picture, height = Picture(beat, size, language, THEMES["light"]), size[1]

    assert picture.layout.cards
    for one in picture.head:
        assert one.capital >= CAPTION * height, one
    frame = QRectF(0, 0, *size)
    everything = list(picture.painter.written)
    for one in everything:
        assert frame.contains(one.box), one
    for key in picture.layout.cards:
        if not hides_panel(KNOWN[key](), picture.moment.view):
            _assert_readable(picture, key)
    _assert_apart(picture.head)
    lines = {width for width in picture.painter.widths if width > 0.0}
    assert min(lines) >= LINE * height * 0.999


def _assert_readable(picture: Picture, key: str) -> None:
    """Assert that a panel writes large enough, within its card, and no word over another."""
    height, slack = picture.size.height(), 1.0
    room, written = picture.room_of(key), picture.on_card(key)
    assert written
    is_page = issubclass(KNOWN[key], PagePanel)
    for one in written:
        assert one.capital >= _least(one, is_page=is_page) * height, (key, one)
        assert one.box.left() >= room.left() - slack, (key, one)
        assert one.box.right() <= room.right() + slack, (key, one)
        assert one.box.top() >= room.top() - slack, (key, one)
        if not is_page:  # a page is scrolled
            assert one.box.bottom() <= room.bottom() + slack, (key, one)
    _assert_apart(written)


def _least(one: Written, *, is_page: bool) -> float:
    if is_page:  # exponents are smaller than the numbers that they belong to
        return TICK
    return NUMBER if re.search("[0-9]", one.text) else TICK


def _assert_apart(written: list[Written]) -> None:
    for one, other in combinations(written, 2):
        if one.text == other.text and one.box == other.box:
            continue  # the same again, with a veil below it
        shared = one.box.intersected(other.box)
        assert shared.width() < 1.0 or shared.height() < 1.0, (one, other)


@pytest.mark.expensive
@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize(
    "size",
    [SIZES[0], *(pytest.param(size, marks=pytest.mark.long) for size in SIZES[1:])],
    ids=lambda size: f"{size[0]}x{size[1]}",
)
def test_that_the_built_in_lecture_can_be_read_on_every_beat(
    qapp: QApplication, size: tuple[int, int], language: str
) -> None:
    for beat in BUILT_IN:
        picture = Picture(beat, size, language, THEMES["light"])
        assert next(iter(picture.layout.cards)) == picture.moment.panels[0]
        small = {"Too small to read: enlarge", "太小，无法看清：请放大"}
        assert not small & {one.text for one in picture.painter.written}, beat
        test_that_everything_can_be_read_and_nothing_is_cut_or_covered(qapp, beat, size, language)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("beat", BEATS, ids=_name)
def test_that_all_text_has_contrast(qapp: QApplication, beat: Beat, theme: str) -> None:
    picture = Picture(beat, (1280, 720), "en", THEMES[theme])
    own = THEMES[theme]

    for one in picture.painter.written:
        grounds = [own.card, own.window, *own.classes, *receded(own).classes]
        assert max(contrast(one.color, ground) for ground in grounds) >= 4.5, one
        if one in picture.head:
            assert contrast(one.color, own.window) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_what_recedes_can_still_be_seen(theme: str) -> None:
    own, muted = THEMES[theme], receded(THEMES[theme])

    for color in muted.classes:
        assert contrast(color, own.card) >= 3.0
    for color in (muted.ink, muted.mute, muted.accent, muted.warning):
        assert contrast(color, own.card) >= 4.5
    assert muted.classes != own.classes
    assert muted.ink != own.ink


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_that_panels_give_way_before_type_shrinks(
    qapp: QApplication, size: tuple[int, int]
) -> None:
    shown = [Picture(beat, size, "en", THEMES["light"]).layout for beat in BEATS]

    for beat, layout in zip(BEATS, shown, strict=True):
        wanted = panels_of(_moment(beat))
        assert (*layout.cards, *layout.aside) == wanted
        if size[0] / size[1] > 1.7:
            assert layout.aside == ()


@pytest.mark.turns
@pytest.mark.parametrize("scene", range(len(lectures.lecture(lectures.BUILT_IN).scenes)))
def test_that_the_same_panels_stand_in_both_languages(qapp: QApplication, scene: int) -> None:
    shown = []
    for language in ("en", "zh_CN"):
        install(qapp, language)
        beat = Beat(len(OF_TESTS) + scene)
        shown.append(Picture(beat, (1920, 1080), language, THEMES["light"]).layout)

    assert [*shown[0].cards] == [*shown[1].cards]
    assert shown[0].aside == shown[1].aside


def test_that_lines_have_one_pitch_in_every_script(qapp: QApplication) -> None:
    style = RoomStyle(THEMES["light"], 1080.0)
    latin, chinese = (lines_of(text, style, 1800.0) for text in ("A line", "一行字"))

    assert latin.height == chinese.height
    assert lines_of("A line\n一行字", style, 1800.0).height == 2 * latin.height


def test_that_nothing_moves_from_step_to_step_because_a_caption_is_longer(
    qapp: QApplication,
) -> None:
    one, other = (Picture(Beat(3, step), (1280, 720), "en", THEMES["light"]) for step in (0, 1))

    assert one.words.caption != other.words.caption
    assert one.layout == other.layout


@pytest.mark.parametrize(
    ("beside", "language"),
    [
        ("", "en"),
        ("distribution", "zh_CN"),
        pytest.param("", "zh_CN", marks=pytest.mark.long),
        pytest.param("distribution", "en", marks=pytest.mark.long),
    ],
)
@pytest.mark.parametrize("subject", [None, POINTS, FOCAL], ids=["logits", "classifier", "focal"])
@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.key)
def test_that_every_panel_can_be_presented(
    qapp: QApplication, panel: type[Panel], beside: str, subject: Subject | None, language: str
) -> None:
    install(qapp, language)
    panels = tuple(dict.fromkeys(filter(None, (panel.key, beside))))
    for size in SIZES[:3]:
        picture = Picture(Beat(0, 1), size, language, THEMES["light"], panels, subject)

        assert panel.key in picture.layout.cards
        _assert_readable(picture, panel.key)


@pytest.mark.expensive
@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("is_open", [True, False], ids=["open", "revealed"])
def test_that_a_guess_covers_no_number_wherever_it_is_dragged(
    qapp: QApplication, language: str, is_open: bool
) -> None:
    install(qapp, language)
    for beat in BUILT_IN:
        question = moment_at(SCENES, beat).question
        if question is None or question.predict is None or beat.asks is not is_open:
            continue
        picture = Picture(beat, SIZES[0], language, THEMES["light"])
        shown = [
            key
            for key in picture.layout.cards
            if can_guess(key, Guess(question.predict, 0.0), picture.snapshot)
        ]
        least = -1.0 if question.predict.kind == "g" else 0.0
        for value in (least + (1.0 - least) * nth / 20 for nth in range(21)):
            guess = Guess(question.predict, value, is_open=is_open)
            view = replace(picture.moment.view, guess=guess)
            picture.moment = picture.moment._replace(view=view)
            text = value_text(guess.number, value, picture.snapshot, view) + " ?" * is_open
            for key in shown:
                _assert_readable(picture, key)
                assert text in {one.text for one in picture.on_card(key)}, (beat, value)
