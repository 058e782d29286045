"""A lecture as it is to be printed, and its texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from xentgui.documents.moment import Beat, Moment, last_step, moment_at
from xentgui.documents.questions import LETTERS, Question
from xentgui.documents.scene import Document
from xentgui.documents.texts import in_language
from xentgui.language.field_values import number_text
from xentgui.language.fields import Moments, told
from xentgui.language.lecture_words import number_name
from xentgui.model import Snapshot, derive
from xentgui.model.naming import one_line
from xentgui.model.subjects import resolve


class Words(NamedTuple):
    """The texts of a moment in one language, with their fields filled in; "" for none."""

    title: str
    caption: str
    notes: str


class Asked(NamedTuple):
    """A question in one language.

    Attributes
    ----------
    text
        The question.
    choices
        What can be chosen, each with its letter; empty if a number is guessed.
    answer
        The right choice, or the number after the step; "" if nothing is right.
    """

    text: str
    choices: tuple[str, ...]
    answer: str


@dataclass(frozen=True)
class Handout:
    """What is to be written.

    Attributes
    ----------
    document
        The lecture.
    language
        A code such as "zh_CN", or "" for the current language.
    paper
        A key of `PAPERS`.
    every_step
        Whether each step has a page, instead of each scene as it is after its last step.
    title
        What the lecture is called, at the foot of each page; "" for the title of its first scene.
    """

    document: Document
    language: str = ""
    paper: str = "a4"
    every_step: bool = False
    title: str = ""

    @property
    def beats(self) -> list[Beat]:
        """The moments that have a page."""
        scenes = self.document.scenes
        ends = ((scene, last_step(scenes, scene)) for scene in range(len(scenes)))
        return [
            Beat(scene, step)
            for scene, last in ends
            for step in range(0 if self.every_step else last, last + 1)
        ]

    @property
    def named(self) -> str:
        """What the lecture is called."""
        return self.title or self.words(self.moment(Beat())).title

    def moment(self, beat: Beat) -> Moment:
        """Return what is to be seen at `beat`."""
        return moment_at(self.document.scenes, beat)

    def is_last(self, beat: Beat) -> bool:
        """Return whether `beat` is the end of its scene."""
        return beat.step == last_step(self.document.scenes, beat.scene)

    def words(self, moment: Moment) -> Words:
        """Return the texts of a moment."""
        found = (self._text(getattr(moment, name), moment) for name in Words._fields)
        title, *others = found
        return Words(one_line(title), *others)

    def answer(self, scene: int) -> str:
        """Return the answer of a scene, with the numbers after what it asks last; "" for none."""
        steps = self.document.scenes[scene].staging.steps
        asking = [nth for nth, step in enumerate(steps, start=1) if step.question is not None]
        moment = self.moment(Beat(scene, asking[-1] if asking else len(steps)))
        return self._text(moment.answer, moment, reveals=True)

    def questions(self, beat: Beat) -> Iterator[Asked]:
        """Yield what is asked in a scene; with a page for each step, what is asked on this one."""
        steps = self.document.scenes[beat.scene].staging.steps
        for number, step in enumerate(steps):
            here = number == beat.step or not self.every_step
            if step.question is not None and here:
                yield self._asked(step.question, Beat(beat.scene, number))

    def task(self, beat: Beat) -> str:
        """Return what there is to try at `beat`; "" for nothing."""
        staging = self.document.scenes[beat.scene].staging
        tasks = [staging.task, *(step.task for step in staging.steps[: beat.step])]
        task = next((one for one in reversed(tasks) if one is not None), None)
        return "" if task is None else self._text(task.text, self.moment(beat))

    def _asked(self, question: Question, beat: Beat) -> Asked:
        moment = self.moment(beat)
        choices = tuple(
            f"{letter}   {self._text(one, moment, reveals=True)}"
            for letter, one in zip(LETTERS, question.choices, strict=False)
        )
        answer = "" if question.right is None else choices[question.right]
        if question.predict is not None:
            after = self.moment(Beat(beat.scene, beat.step + 1))
            value = number_text(question.predict, snapshot_of(after), after.view)
            answer = f"{number_name(question.predict)} = {value}"
        return Asked(self._text(question.text, moment), choices, answer)

    def _text(self, texts: Mapping[str, str], moment: Moment, *, reveals: bool = False) -> str:
        text = in_language(texts, self.language)
        if "{" not in text and "}}" not in text:
            return text.strip()
        beat = moment.beat
        hidden = frozenset() if reveals else moment.hidden
        moments = Moments(snapshot_of(moment), self._at(beat, -1), self._at(beat, 1), hidden=hidden)
        return told(text, moments, moment.view).strip()

    def _at(self, beat: Beat, by: int) -> Snapshot | None:
        """Return the numbers of the same scene, so many steps further; None if there are none."""
        step = beat.step + by
        if not 0 <= step <= last_step(self.document.scenes, beat.scene):
            return None
        return snapshot_of(self.moment(Beat(beat.scene, step)))


def snapshot_of(moment: Moment) -> Snapshot:
    """Return the numbers of a moment."""
    return derive(resolve(moment.subject), moment.subject)
