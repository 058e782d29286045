"""The steps of a scene in a document: each names what it changes, and of the numbers no more.

Of the subject, those keys stand there that are not as they were after the step before.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Final

from xentgui.documents import json_lines, question_format
from xentgui.documents.json_shape import Node
from xentgui.documents.staging import MOST_STEPS, TRANSITIONS, Step
from xentgui.documents.staging_fit import fits
from xentgui.documents.staging_parts import focus_at, hidden_at, texts_at
from xentgui.documents.subject_formats import SubjectFormat, format_of
from xentgui.model.settings_of_state import SETTINGS
from xentgui.model.subjects import Subject

_OF_STEP: Final = ("stage", "reveal", "focus", "caption", "transition", "question", "task")


def subject_texts(subject: Subject) -> dict[str, str]:
    """Return the JSON of each key of a subject."""
    return {key: "".join(pieces) for key, pieces in format_of(subject).write(subject)}


def write_steps(steps: tuple[Step, ...], subject: Subject | None) -> Iterator[str]:
    """Yield the pieces of the JSON of all steps; without the `subject` of the scene, with all keys."""
    known = {} if subject is None else subject_texts(subject)
    between = ",\n" + json_lines.INDENT + "  "
    for at, step in enumerate(steps):
        entries: dict[str, str] = {}
        if step.subject is not None:
            now = subject_texts(step.subject)
            entries = {key: text for key, text in now.items() if known.get(key) != text}
            # What is written for the one and not for the other is as usual now.
            entries |= {key: _usual(key) for key in known if key not in now}
            known = now if subject is not None else {}
        if step.stage is not None:
            entries["stage"] = str(step.stage)
        if step.reveal:
            entries["reveal"] = "".join(json_lines.texts(step.reveal))
        if step.focus is not None:
            entries["focus"] = json.dumps(step.focus)
        if step.caption:
            entries["caption"] = json.dumps(dict(step.caption), ensure_ascii=False)
        if step.transition:
            entries["transition"] = json_lines.text(step.transition)
        if step.question is not None:
            entries["question"] = question_format.question_text(step.question)
        if step.task is not None:
            entries["task"] = question_format.task_text(step.task)
        yield (f"[{between[1:]}" if at == 0 else between) + object_text(entries)
    yield f"\n{json_lines.INDENT}]"


def _usual(key: str) -> str:
    default = SETTINGS[key].default
    return json_lines.text(default) if isinstance(default, str) else json_lines.number(default)


def object_text(entries: Mapping[str, str]) -> str:
    """Return an object on one line; its values are JSON."""
    return "{" + ", ".join(f'"{key}": {text}' for key, text in entries.items()) + "}"


def read_steps(scene: Node, kind: SubjectFormat, subject: Subject | None) -> Iterator[Step]:
    """Yield the steps of a scene that has `subject`; raises MisfitError at their places."""
    own = (*kind.required, *kind.optional)
    present = {key: scene.value[key] for key in own if key in scene}
    for node in scene["steps"].entries(0, MOST_STEPS):
        node.require_keys((), (*_OF_STEP, *own))
        changes = {key: node.value[key] for key in own if key in node}
        after: Subject | None = None
        if changes:
            present = present | changes
            after = kind.read(Node(present, node.steps))
            if subject is not None and not fits(after, subject):
                raise node.wrong()
        yield Step(
            subject=after,
            stage=node["stage"].whole(0) if "stage" in node else None,
            reveal=hidden_at(node["reveal"]) if "reveal" in node else (),
            focus=focus_at(node["focus"]) if "focus" in node else None,
            caption=texts_at(node, "caption"),
            transition=node["transition"].word(TRANSITIONS) if "transition" in node else "",
            question=(
                question_format.read_question(node["question"]) if "question" in node else None
            ),
            task=question_format.read_task(node["task"]) if "task" in node else None,
        )
