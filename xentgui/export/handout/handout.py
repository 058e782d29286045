"""A lecture as it is to be printed, and its texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from xentgui.documents.moment import Beat, Moment, last_step, moment_at
from xentgui.documents.scene import Document, in_language
from xentgui.language.fields import filled
from xentgui.model import Snapshot, derive
from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError
from xentgui.model.naming import one_line
from xentgui.model.subjects import resolve

_ABOUT = QT_TRANSLATE_NOOP("errors", "Scene {number}: {reason}")


class Words(NamedTuple):
    """The texts of a moment in one language, with their fields filled in; "" for none."""

    title: str
    caption: str
    notes: str
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
        """Return the texts of a moment; raises RefusedError for a field that is not known."""
        snapshot = snapshot_of(moment)
        found = []
        for name in Words._fields:
            text = in_language(getattr(moment, name), self.language)
            try:
                text = filled(text, snapshot, moment.view)
            except RefusedError as error:
                number = moment.beat.scene + 1
                raise RefusedError(_ABOUT, number=number, reason=error.message) from None
            found.append(one_line(text) if name == "title" else text.strip())
        return Words(*found)


def snapshot_of(moment: Moment) -> Snapshot:
    """Return the numbers of a moment."""
    return derive(resolve(moment.subject), moment.subject)
