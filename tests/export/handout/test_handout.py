"""The handout of a lecture: what stands on each page, where, and that its bytes stay the same."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from tests.documents.lecture import LECTURE
from tests.export.written_texts import SLACK, Written, WrittenTexts
from xentgui.documents.moment import last_step
from xentgui.documents.presets import presets
from xentgui.documents.questions import Question
from xentgui.documents.scene import Document, Scene
from xentgui.documents.staging import Staging, Step
from xentgui.export.animation.animation import CancelledError
from xentgui.export.figure import speaking
from xentgui.export.formats.pdf_objects import objects_of
from xentgui.export.handout.handout import Handout
from xentgui.export.handout.pages import Page, notes_of, pages_of
from xentgui.export.handout.paper import PAPERS, page_style
from xentgui.export.handout.pdf import handout_pdf, notes_pdf
from xentgui.export.handout.scene_page import ScenePage
from xentgui.language.translation import languages
from xentgui.model import State
from xentgui.model.named_numbers import Named
from xentgui.model.subjects import BareLogits
from xentgui.panels import PANELS

pytestmark = pytest.mark.usefixtures("qapp")

CODES = tuple(one.code for one in languages())
MANY = State(
    tuple(f"word {k}" for k in range(300)), tuple(k / 50 for k in range(300)), (1.0, *[0.0] * 299)
)


def texts(page: Page, language: str = "") -> list[Written]:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = WrittenTexts(image)
    with speaking(language):
        page.paint(painter, page_style())
    painter.end()
    return painter.texts


def said(page: Page, language: str = "") -> str:
    return " ".join(one.text for one in texts(page, language))


def scene(*panels: str, state: State = MANY, **words: dict[str, str]) -> Scene:
    return Scene(BareLogits(state), panels=panels, **words)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", CODES)
def test_that_each_scene_has_a_page_as_it_is_after_its_last_step(language: str) -> None:
    *pages, answers = pages_of(Handout(LECTURE, language))

    assert len(pages) == len(LECTURE.scenes)
    for nth, (page, one) in enumerate(zip(pages, LECTURE.scenes, strict=True), start=1):
        words = said(page, language)
        steps = one.staging.steps
        caption = next((step.caption for step in reversed(steps) if step.caption), one.caption)
        assert f"{nth}   {one.title[language]}" in words
        assert caption[language].split()[0] in words
        assert isinstance(page, ScenePage)
        assert page.figure is not None
        assert page.figure.spec.panels == one.panels
    for one in LECTURE.scenes:
        if one.staging.answer:
            assert one.staging.answer[language] in said(answers, language)


def test_that_every_step_has_a_page_of_its_own_on_request() -> None:
    *pages, _answers = pages_of(Handout(LECTURE, "en", every_step=True))

    count = sum(1 + last_step(LECTURE.scenes, nth) for nth in range(len(LECTURE.scenes)))
    assert len(pages) == count
    assert "4.0   " in said(pages[count - 5])
    first, then = pages[-5], pages[-4]
    assert isinstance(first, ScenePage)
    assert isinstance(then, ScenePage)
    assert first.snapshot.loss != then.snapshot.loss


@pytest.mark.expensive
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", CODES)
def test_that_nothing_is_cut_and_nothing_overlaps(paper: str, language: str) -> None:
    preset = [one for one in presets() if one.key in {"52-vocabulary", "71-penguins"}]
    scenes = (
        *LECTURE.scenes,
        scene(*(panel.key for panel in PANELS), title={"en": "A long title " * 12}),
        scene("distribution", caption={"en": "Many words. " * 900}),
        *(Scene(one.subject(), panels=("distribution",)) for one in preset),
    )
    faults = []
    for nth, page in enumerate(pages_of(Handout(Document(scenes), language, paper))):
        # The measures of bold letters are whole pixels.
        room = PAPERS[paper].room.adjusted(0.0, 0.0, 1.5, 0.0)
        small = [
            (one.text, one.ink.adjusted(SLACK, SLACK, -SLACK, -SLACK))
            for one in texts(page, language)
        ]
        faults += [f"{nth}: cut {text}" for text, ink in small if not room.contains(ink)]
        faults += [
            f"{nth}: {one} over {other}"
            for (one, ink), (other, more) in combinations(small, 2)
            if ink.isValid() and more.isValid() and ink.intersects(more)
        ]
    assert faults == []


def test_that_panels_without_room_on_a_page_go_on_on_the_next_one() -> None:
    keys = tuple(panel.key for panel in PANELS)
    pages = list(pages_of(Handout(Document((scene(*keys),)), "en")))

    shown = [key for page in pages if isinstance(page, ScenePage) for key in _panels(page)]
    assert shown == list(keys)
    assert [page.has_numbers for page in pages if isinstance(page, ScenePage)][-1]
    assert len(pages) > 1


def _panels(page: ScenePage) -> tuple[str, ...]:
    return () if page.figure is None else page.figure.spec.panels


def test_that_there_is_a_line_for_a_guess_where_the_scene_has_an_answer_and_no_answers_without_one() -> (
    None
):
    plain, asking = scene("distribution"), scene("distribution")
    asking = replace(asking, staging=Staging(answer={"en": "It falls."}))
    pages = list(pages_of(Handout(Document((plain, asking)), "en")))

    assert ["My guess:" in said(page) for page in pages] == [False, True, False]
    assert "It falls." in said(pages[2])
    assert len(list(pages_of(Handout(Document((plain,)), "en")))) == 1


def test_that_fields_are_filled_in_and_one_of_a_class_that_is_not_there_is_a_dash() -> None:
    known = scene("distribution", caption={"en": "There are {K} classes, {p1}, {p301}."})
    (page,) = pages_of(Handout(Document((known,)), "en"))

    assert "There are 300 classes, " in said(page)
    assert "–." in said(page)
    assert "{" not in said(page)


def test_that_questions_stand_before_the_figure_and_their_answers_at_the_end() -> None:
    state = State(("a", "b"), (1.0, 0.0), (1.0, 0.0))
    later = BareLogits(replace(state, logits=(3.0, 0.0)))
    last = BareLogits(replace(state, logits=(5.0, 0.0)))
    staging = Staging(
        answer={"en": "It rose to {p1}."},
        steps=(
            Step(subject=later, question=Question({"en": "Where does p go?"}, Named("p", (0,)))),
            Step(
                question=Question(
                    {"en": "From {z1}?"}, choices=({"en": "up"}, {"en": "down"}), right=1
                )
            ),
            Step(subject=last),
        ),
    )
    asking = replace(scene("distribution", state=state), staging=staging)
    page, answers = pages_of(Handout(Document((asking,)), "en"))

    assert said(page).count("My guess:") == 2
    for words in ("Where does p go?", "From 3?", "A   up", "B   down"):
        assert words in said(page)
    for words in ("p₁ = 0.953", "B   down", "It rose to 0.953."):
        assert words in said(answers)
    assert "A   up" not in said(answers)

    *pages, answers = pages_of(Handout(Document((asking,)), "en", every_step=True))
    assert said(answers).count("It rose to 0.953.") == 1
    assert [said(one).count("My guess:") for one in pages] == [1, 1, 0, 0]


def test_that_numbers_which_the_scene_hides_to_its_end_are_left_to_be_filled_in() -> None:
    state = State(("a", "b"), (1.25, 0.0), (1.0, 0.0))
    open_, closed = scene("logits", state=state), scene("logits", state=state)
    closed = replace(closed, staging=Staging(hidden=("values", "title")), title={"en": "Secret"})
    first, second = pages_of(Handout(Document((open_, closed)), "en"))

    assert "1.25" in said(first)
    assert "1.25" not in said(second)
    assert "logit z" in said(second)
    assert "Secret" not in said(second)


def test_that_the_notes_hold_what_the_lecturer_says_and_the_handout_does_not() -> None:
    long = {"en": "Say this slowly. " * 2000}
    scenes = (*LECTURE.scenes, replace(scene("distribution"), staging=Staging(notes=long)))
    handout = Handout(Document(scenes), "en")
    notes = list(notes_of(handout))
    words = " ".join(said(page) for page in notes)

    for one in LECTURE.scenes:
        assert one.staging.notes["en"].split()[0] in words
    assert "Step 1: Closer to the truth, the price falls." in words
    assert words.count("slowly") == 2000
    assert len(notes) > 2
    for page in notes:
        assert all(PAPERS["a4"].room.adjusted(0, 0, 0, 1).contains(one.ink) for one in texts(page))
    assert all("Say this slowly" not in said(page) for page in pages_of(handout))
    assert b"slowly" not in handout_pdf(handout)


def test_that_fonts_are_embedded_and_pages_have_the_size_of_the_paper() -> None:
    for paper, (width, height) in {"a4": (595.276, 841.89), "letter": (612.0, 792.0)}.items():
        pdf = handout_pdf(Handout(LECTURE, "zh_CN", paper))
        objects, _ = objects_of(pdf)
        heads = [body.partition(b"stream\n")[0] for body in objects.values()]
        descriptors = [head for head in heads if b"/Type /FontDescriptor" in head]
        assert descriptors
        assert all(b"/FontFile" in head for head in descriptors)
        boxes = [head for head in heads if b"/MediaBox" in head]
        assert len(boxes) == len(LECTURE.scenes) + 1
        assert all(b" %.3f " % width in box for box in boxes)
        assert QRectF(0, 0, width, height).isValid()
        assert b"/Subtype /Image" not in pdf


def test_that_a_handout_can_be_cancelled() -> None:
    seen = []

    def stop(done: int, count: int) -> bool:
        seen.append((done, count))
        return len(seen) < 3

    with pytest.raises(CancelledError):
        handout_pdf(Handout(LECTURE, "en"), stop)
    assert seen == [(0, 5), (1, 5), (2, 5)]


_SCRIPT = """
import hashlib
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
from tests.documents.lecture import LECTURE
from xentgui.export.handout.handout import Handout
from xentgui.export.handout.pdf import handout_pdf, notes_pdf
made = Handout(LECTURE, "zh_CN", every_step=True)
print(hashlib.sha256(handout_pdf(made)).hexdigest(), hashlib.sha256(notes_pdf(made)).hexdigest())
"""


@pytest.mark.long
def test_that_two_processes_write_the_same_bytes_and_another_lecture_gives_others() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    written = {
        subprocess.run(
            [sys.executable, "-c", _SCRIPT],
            env={**environment, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("0", "1")
    }

    assert len(written) == 1
    assert notes_pdf(Handout(LECTURE, "en")) != notes_pdf(Handout(LECTURE, "zh_CN"))
