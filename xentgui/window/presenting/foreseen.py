"""What a lecture will show first when the key for the next step is pressed."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from xentgui.documents.moment import Moment
from xentgui.documents.scene_texts import snapshot_of
from xentgui.model import Snapshot
from xentgui.model.subjects import Subject, resolve
from xentgui.model.view import View
from xentgui.painting import accessibility
from xentgui.window.presenting.between import way
from xentgui.window.presenting.lecture import Lecture


class Foreseen(NamedTuple):
    """The first picture after the next step.

    Attributes
    ----------
    moment
        What is stepped to.
    snapshot, view
        The numbers that are seen first, and how.  Where values move, they are those of now.
    fades
        Whether the picture before fades.
    """

    moment: Moment
    snapshot: Snapshot
    view: View
    fades: bool


def foreseen(lecture: Lecture) -> Foreseen | None:
    """Return what the next step will show, as far as can be known; None where none can be taken.

    The numbers are derived now, and not again when the step is taken.
    """
    moment, store = lecture.next_moment, lecture.store
    if moment is None or lecture.is_moving or store.gesture is not None:
        return None
    first = first_of(store.subject, moment)
    is_here = moment.subject is store.subject
    coming = store.snapshot if is_here else snapshot_of(moment.subject)  # kept until values arrive
    if first is store.subject or resolve(first) is store.snapshot.state:
        snapshot = store.snapshot
    else:
        snapshot = store.expected = coming
    fades = moment.motion > 0 and way(store.subject, moment.subject) is None
    return Foreseen(moment, snapshot, view_of(lecture, moment), fades)


def first_of(before: Subject, moment: Moment) -> Subject:
    """Return what a step from `before` to `moment` shows first: where values move, where they begin."""
    moves = moment.motion > 0 and not accessibility.motion_is_reduced()
    return before if moves and way(before, moment.subject) is not None else moment.subject


def view_of(lecture: Lecture, moment: Moment) -> View:
    """Return how a step to `moment` shows it, as far as it has been answered."""
    return replace(moment.view, guess=lecture.asking.guess(moment))
