"""What becomes of a what-if that is kept: the values of its scene or step, or a step of its own."""

from __future__ import annotations

from dataclasses import replace

from xentgui.documents.moment import Beat
from xentgui.documents.session import Session
from xentgui.documents.staging import Step
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.subjects import Subject

_KEEP = QT_TRANSLATE_NOOP("presenting", "Keep What Was Shown")
_ADD = QT_TRANSLATE_NOOP("presenting", "Add a Step")


def keep(session: Session, beat: Beat, subject: Subject) -> None:
    """Give the scene, or the step that has moved its values, this subject."""
    text = translate("presenting", _KEEP)
    session.visit(beat.scene)
    staging = session.staging
    moved = [at for at, step in enumerate(staging.steps[: beat.step]) if step.subject is not None]
    if moved:  # the step has brought it here, and not the scene
        steps = list(staging.steps)
        steps[moved[-1]] = replace(steps[moved[-1]], subject=subject)
        moved_on = replace(staging, steps=tuple(steps))
        session.change(lambda place: place.staged(moved_on), text)
    else:
        session.keep(beat.scene, subject, text)


def add_step(session: Session, beat: Beat, subject: Subject) -> None:
    """Add a step that brings the values to this subject after `beat`."""
    session.visit(beat.scene)
    steps = list(session.staging.steps)
    steps.insert(beat.step, Step(subject=subject))
    staging = replace(session.staging, steps=tuple(steps))
    session.change(lambda place: place.staged(staging), translate("presenting", _ADD))
