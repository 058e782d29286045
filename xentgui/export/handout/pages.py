"""The pages of a handout: the scenes, the answers, and the notes for the lecturer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from xentgui.documents.moment import Beat, Moment
from xentgui.documents.staging import PANEL
from xentgui.export.figure import speaking
from xentgui.export.handout.handout import Asked, Handout, Words, snapshot_of
from xentgui.export.handout.lines import Line, Paragraph, lines_of, paint_lines, spread
from xentgui.export.handout.paper import PAPERS, page_style
from xentgui.export.handout.scene_page import SceneFigures, ScenePage, SceneText, scene_pages
from xentgui.export.spec import USUAL_PANELS
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.frame import Ranges
from xentgui.painting.style import Style
from xentgui.panels import PANELS

_ANSWERS = QT_TRANSLATE_NOOP("export", "Answers")
_ANSWER = QT_TRANSLATE_NOOP("export", "Answer: {answer}")
_NOTES = QT_TRANSLATE_NOOP("export", "Notes")
_STEP = QT_TRANSLATE_NOOP("export", "Step {number}: {caption}")
_NO_NUMBERS: Final = ("title", "caption", "formulas", "handles")  # of what can be hidden
_KNOWN: Final = frozenset(panel.key for panel in PANELS)


class Page(Protocol):
    """A page; a unit of the painter is a design pixel."""

    def paint(self, painter: QPainter, style: Style) -> None:
        """Paint all but the foot of the page."""


@dataclass(frozen=True)
class TextPage:
    """A page of lines."""

    lines: list[Line]
    room: QRectF

    def paint(self, painter: QPainter, style: Style) -> None:
        """Write the lines."""
        paint_lines(painter, self.lines, style, self.room)


def pages_of(handout: Handout) -> Iterator[Page]:
    """Yield the pages of the scenes, and those of the answers.

    Raises FigureError for a language that is not known.
    """
    answers: list[Paragraph] = []
    for beat in handout.beats:
        with speaking(handout.language):
            moment = handout.moment(beat)
            words = handout.words(moment)
            asked = tuple(handout.questions(beat))
            found = _scene(handout, moment, words, asked)
            answer = handout.answer(beat.scene) if handout.is_last(beat) else ""
            answers += _answers(beat, words.title, asked, answer)
        yield from found
    if answers:
        with speaking(handout.language):
            heading = Paragraph(translate("export", _ANSWERS), 1.6, bold=True, with_next=True)
        yield from _text_pages(handout, [heading, *answers])


def notes_of(handout: Handout) -> Iterator[Page]:
    """Yield the pages of the notes: what the lecturer says, scene by scene.

    Raises FigureError for a language that is not known.
    """
    with speaking(handout.language):
        paragraphs = [Paragraph(translate("export", _NOTES), 1.6, bold=True, with_next=True)]
        for scene in range(len(handout.document.scenes)):
            paragraphs += _notes(handout, scene)
    yield from _text_pages(handout, paragraphs)


def _scene(
    handout: Handout, moment: Moment, words: Words, asked: tuple[Asked, ...]
) -> list[ScenePage]:
    beat, hidden = moment.beat, moment.hidden
    text = SceneText(
        f"{beat.scene + 1}.{beat.step}" if handout.every_step else f"{beat.scene + 1}",
        title="" if "title" in hidden else words.title,
        caption="" if "caption" in hidden else words.caption,
        task=handout.task(beat),
        questions=tuple((one.text, *one.choices) for one in asked),
        asks=bool(asked) or bool(moment.answer and not handout.every_step),
    )
    looks = SceneFigures(
        handout.language,
        formulas="formulas" not in hidden,
        ranges={key: Ranges(*one) for key, one in moment.ranges.items()},
    )
    page = ScenePage(
        PAPERS[handout.paper],
        text,
        snapshot_of(moment),
        moment.view,
        is_blank=any(one not in _NO_NUMBERS and not one.startswith(PANEL) for one in hidden),
    )
    panels = tuple(key for key in moment.panels if key in _KNOWN) or USUAL_PANELS
    panels = tuple(key for key in panels if PANEL + key not in hidden)
    return scene_pages(page, panels, looks, page_style())


def _answers(beat: Beat, title: str, asked: tuple[Asked, ...], answer: str) -> Iterator[Paragraph]:
    if not answer and not any(one.answer for one in asked):
        return
    heading = f"{beat.scene + 1}   {title}".rstrip()
    yield Paragraph(heading, bold=True, above=1.0, with_next=True)
    for one in asked:
        if one.answer:
            yield Paragraph(one.text, muted=True, above=0.2, with_next=True)
            yield Paragraph(one.answer)
    if answer:
        yield Paragraph(answer, above=0.2)


def _notes(handout: Handout, scene: int) -> Iterator[Paragraph]:
    handout = replace(handout, every_step=False)
    words = handout.words(handout.moment(Beat(scene)))
    heading = f"{scene + 1}   {words.title}".rstrip()
    yield Paragraph(heading, 1.25, bold=True, above=1.6, with_next=True)
    if words.caption:
        yield Paragraph(words.caption, muted=True, above=0.3)
    for number, step in enumerate(handout.document.scenes[scene].staging.steps, start=1):
        if step.caption:
            then = handout.words(handout.moment(Beat(scene, number)))
            said = translate("export", _STEP).format(number=number, caption=then.caption)
            yield Paragraph(said, muted=True, above=0.2, indent=1.0)
    if words.notes:
        yield Paragraph(words.notes, above=0.5)
    for one in handout.questions(Beat(scene)):
        yield Paragraph("\n".join((one.text, *one.choices)), above=0.5)
        if one.answer:
            answer = translate("export", _ANSWER).format(answer=one.answer)
            yield Paragraph(answer, bold=True, above=0.2)
    if answer := handout.answer(scene):
        yield Paragraph(translate("export", _ANSWER).format(answer=answer), bold=True, above=0.5)


def _text_pages(handout: Handout, paragraphs: list[Paragraph]) -> Iterator[TextPage]:
    room, style = PAPERS[handout.paper].room, page_style()
    lines = [line for one in paragraphs for line in lines_of(one, style, room.width())]
    for page in spread(lines, room.height()):
        yield TextPage(page, room)
