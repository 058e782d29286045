"""What is to be seen after so many steps of a scene."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from xentgui.documents.focus import mark_of
from xentgui.documents.questions import Question, Task
from xentgui.documents.scene import Scene
from xentgui.documents.staging import HIDEABLE, TRANSITIONS, USUAL_TRANSITION, Shown
from xentgui.documents.staging_fit import adapted
from xentgui.model.message import RefusedError
from xentgui.model.recipes import USUAL_WALK
from xentgui.model.subjects import Subject, resolve
from xentgui.model.view import View

if TYPE_CHECKING:
    from xentgui.model.run import Run


class Beat(NamedTuple):
    """A place in the lecture: the scene, and how many of its steps are done; both from 0.

    With `asks`, the question before the next step is asked.
    """

    scene: int = 0
    step: int = 0
    asks: bool = False


class Moment(NamedTuple):
    """All that belongs to a beat.

    Attributes
    ----------
    beat
        The place in the lecture.
    subject, view
        The numbers, and how they are shown.
    panels
        The keys of the panels, the most important one first; empty for the usual ones.
    title, caption, notes, answer
        Texts by language.
    hidden
        What the audience does not see.
    ranges
        The ranges of the axes that the scene fixes, by the keys of their panels.
    motion
        How long the values move to get here, in milliseconds.
    before, then
        The numbers before the last step, and after the next one; None if there is none.
    asked
        The number of the step whose question is asked, or was answered last in this scene; or None.
    question
        That question.
    unseen
        Whether the number that it asks for was hidden until then.
    task
        What there is to try, or None.
    """

    beat: Beat
    subject: Subject
    view: View
    panels: tuple[str, ...]
    title: Mapping[str, str]
    caption: Mapping[str, str]
    notes: Mapping[str, str]
    answer: Mapping[str, str]
    hidden: frozenset[str]
    ranges: Mapping[str, Shown]
    motion: int
    before: Subject | None = None
    then: Subject | None = None
    asked: int | None = None
    question: Question | None = None
    unseen: bool = False
    task: Task | None = None


def moment_at(scenes: Sequence[Scene], beat: Beat, decimals: int = 4) -> Moment:
    """Return what is to be seen at `beat`, whatever was seen before it."""
    scene = scenes[beat.scene]
    staging = adapted(scene.staging, scene.subject)
    subject, caption, stage, focus = scene.subject, scene.caption, staging.stage, staging.focus
    hidden, transition = set(staging.hidden), staging.transition
    before: Subject | None = None
    asked: int | None = None
    unseen, task = False, staging.task
    for at, step in enumerate(staging.steps[: beat.step]):
        before = subject
        subject = subject if step.subject is None else step.subject
        task = step.task or task
        if step.question is not None:
            asked = at
            unseen = step.subject is None or str(step.question.predict) in hidden
            hidden.discard(str(step.question.predict))
        caption = step.caption or caption
        stage = stage if step.stage is None else step.stage
        focus = focus if step.focus is None else step.focus
        hidden.difference_update(step.reveal)
        transition = step.transition or staging.transition
    after_next = staging.steps[beat.step] if beat.step < len(staging.steps) else None
    if beat.asks:
        asked = beat.step
    run = _run_at(scene, subject)
    view = View(
        unit=scene.unit,
        decimals=decimals,
        highlight=mark_of(focus, len(resolve(subject).labels)),
        pinned=staging.pinned,
        areas=staging.areas,
        stage=stage,
        values="values" not in hidden,
        handles="handles" not in hidden,
        choices=staging.choices,
        walk=staging.walk or USUAL_WALK,
        run=run,
        hidden=frozenset(hidden - set(HIDEABLE) | hidden & {"loss"}),
    )
    return Moment(
        beat=beat,
        subject=subject,
        view=view,
        panels=scene.panels,
        title=scene.title,
        caption=caption,
        notes=staging.notes,
        answer=staging.answer,
        hidden=frozenset(hidden),
        ranges=staging.ranges,
        motion=TRANSITIONS[transition or USUAL_TRANSITION],
        before=before,
        then=None if after_next is None else after_next.subject or subject,
        asked=asked,
        question=None if asked is None else staging.steps[asked].question,
        unseen=unseen,
        task=task,
    )


def _run_at(scene: Scene, subject: Subject) -> Run | None:
    """Return the walk that the scene shows, as far as `subject`; None if that is not on its way."""
    from xentgui.model.run import Run  # noqa: PLC0415 - few scenes walk

    walk = scene.staging.walk
    if walk is None:
        return None
    state = resolve(subject)
    try:
        run = Run.begun(resolve(scene.subject), walk)
    except RefusedError:  # this loss cannot be walked down in this way
        return None
    for _ in range(len(scene.staging.steps) + 1):
        if run.place_of(state) == run.at:
            return run
        run = run.forward()
    return None


def captions_of(scene: Scene) -> tuple[Mapping[str, str], ...]:
    """Return every caption of a scene, so that one room can be kept for all of them."""
    return (scene.caption, *(step.caption for step in scene.staging.steps if step.caption))


def last_step(scenes: Sequence[Scene], scene: int) -> int:
    """Return the number of steps of a scene."""
    return len(scenes[scene].staging.steps)


def after(scenes: Sequence[Scene], beat: Beat) -> Beat | None:
    """Return the next beat; None after the last one."""
    if beat.step < last_step(scenes, beat.scene):
        question = scenes[beat.scene].staging.steps[beat.step].question
        if question is not None and not beat.asks:
            return beat._replace(asks=True)
        return replace_step(beat, beat.step + 1)
    return Beat(beat.scene + 1) if beat.scene + 1 < len(scenes) else None


def before(scenes: Sequence[Scene], beat: Beat) -> Beat | None:
    """Return the beat before; None at the first one.  A question is not asked on the way back."""
    if beat.asks:
        return replace_step(beat, beat.step)
    if beat.step > 0:
        return replace_step(beat, beat.step - 1)
    scene = beat.scene - 1
    return Beat(scene, last_step(scenes, scene)) if scene >= 0 else None


def replace_step(beat: Beat, step: int) -> Beat:
    """Return the beat of the same scene after `step` steps."""
    return Beat(beat.scene, step)


def nearest(scenes: Sequence[Scene], beat: Beat) -> Beat:
    """Return `beat`, or the nearest one that there is."""
    scene = min(max(beat.scene, 0), len(scenes) - 1)
    if scene != beat.scene:
        return Beat(scene)
    found = Beat(scene, min(max(beat.step, 0), last_step(scenes, scene)))
    return found._replace(asks=beat.asks and after(scenes, found) == found._replace(asks=True))


def without_focus(view: View) -> View:
    """Return `view` without an emphasised mark, for the small picture of a scene."""
    return replace(view, highlight=None)
