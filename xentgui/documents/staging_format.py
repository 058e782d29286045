"""The staging of a scene in a document: keys of the scene, beside those of its subject.

{
  "notes": {"en": "Say it slowly."},        all of them may be left out
  "answer": {"en": "worse: ln 3"},
  "transition": "slow",                     cut, quick (250 ms), calm (400 ms), slow (800 ms)
  "focus": 0,                               a class, from 0; or "p:2", "loss", "term:gradient:3"
  "hidden": ["values", "p:2"],              title, caption, loss, formulas, values, handles;
                                            from version 5 also p of class 2, and "panel:gradient"
  "stage": 3,                               of the derivation
  "areas": true,
  "choices": {"trace.axis": "log"},
  "workspace": "explore",
  "ranges": {"information": [0, 1, 0, 5]},  left, right, bottom, top
  "pinned": {"logits": [1, 0], "target": [1, 0]},
  "steps": [
    {"reveal": ["values"]},
    {"logits": [2.33, -3, 0.56], "focus": 1, "caption": {"en": "…"}, "transition": "slow",
     "question": {…}}
  ],
  "walk": {"rate": 1},                      from version 5: rate, momentum, method
  "withheld": ["examples", "panels"],       what the window does not show, from version 5
  "task": {…}                               question and task: see `question_format`
}

A step names what it changes: of the numbers, those keys of the subject that are not as they were.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final

from xentgui.documents import json_lines, question_format, walk_format
from xentgui.documents.json_shape import Node
from xentgui.documents.json_text import parse
from xentgui.documents.staging import (
    HIDEABLE,
    PLAIN,
    TRANSITIONS,
    WITHHOLDABLE,
    Staging,
)
from xentgui.documents.staging_parts import (
    choices_at,
    focus_at,
    hidden_at,
    key_at,
    ranges_at,
    texts_at,
    truth_at,
    withheld_at,
)
from xentgui.documents.step_format import object_text, read_steps, subject_texts, write_steps
from xentgui.documents.subject_formats import BARE_LOGITS, SubjectFormat
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.state import State
from xentgui.model.subjects import BareLogits, Subject, resolve

SINCE: Final = 4
"""The version of documents that knows these keys."""

KEYS: Final = (
    *("notes", "answer", "transition", "focus", "hidden", "stage", "areas", "choices"),
    *("workspace", "ranges", "pinned", "steps", "walk", "task", "withheld"),
)

_WORDS = QT_TRANSLATE_NOOP("errors", "Write a text for each language, such as {example}.")
_HIDDEN = QT_TRANSLATE_NOOP(
    "errors",
    "Write a list of what is hidden, each once: “title”, “caption”, “loss”, “formulas”, “values” or “handles”, a number such as “p:2”, or a panel such as “panel:gradient”.",
)
REMEDIES: Final = {
    **dict.fromkeys(("notes", "answer"), _WORDS),
    **dict.fromkeys(("hidden", "hidden[]", "reveal", "reveal[]"), _HIDDEN),
    "transition": QT_TRANSLATE_NOOP("errors", "Write “cut”, “quick”, “calm” or “slow”."),
    "focus": QT_TRANSLATE_NOOP(
        "errors",
        "Write the number of a class, from 0, or “p:2”, “loss”, “panel:gradient”, “formula:gradient” or “term:gradient:3”.",
    ),
    "stage": QT_TRANSLATE_NOOP("errors", "Write a whole number from 0."),
    "areas": QT_TRANSLATE_NOOP("errors", "Write true or false."),
    "choices": QT_TRANSLATE_NOOP(
        "errors", "Write what is chosen about each panel, such as {choices}."
    ),
    "workspace": QT_TRANSLATE_NOOP("errors", "Write the key of a workspace, such as “explore”."),
    "ranges": QT_TRANSLATE_NOOP(
        "errors", "Write left, right, bottom and top of the axes of each panel, such as {ranges}."
    ),
    "pinned": QT_TRANSLATE_NOOP("errors", "Write logits and a target, as in a scene."),
    "steps": QT_TRANSLATE_NOOP("errors", "Write a list of steps, each with what it changes."),
    "steps[]": QT_TRANSLATE_NOOP(
        "errors", "Write a step with what it changes; the classes stay as they are."
    ),
    **dict.fromkeys(
        ("withheld", "withheld[]"),
        QT_TRANSLATE_NOOP(
            "errors", "Write a list of what the window withholds, each once, of: {withholdable}."
        ),
    ),
    **question_format.REMEDIES,
    **walk_format.REMEDIES,
}
EXAMPLES: Final = {
    "choices": '{"trace.axis": "log"}',
    "ranges": '{"information": [0, 1, 0, 5]}',
    "withholdable": ", ".join(f"“{key}”" for key in WITHHOLDABLE),
    **question_format.EXAMPLES,
    **walk_format.EXAMPLES,
}


def version(staging: Staging) -> int:
    """Return the least version of documents that can hold `staging`, apart from its subjects."""
    steps = staging.steps
    hides = (*staging.hidden, *(key for step in steps for key in step.reveal))
    asks = any(step.question is not None or step.task is not None for step in steps)
    more = staging.task is not None or staging.walk is not None or bool(staging.withheld)
    foci = staging.focus, *(step.focus for step in steps)
    named = any(isinstance(one, str) for one in foci)
    newer = asks or more or named or not set(hides) <= set(HIDEABLE)
    return question_format.SINCE if newer else SINCE


def write(staging: Staging, subject: Subject | None) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield each key with the pieces of its JSON, in order; what is as usual is left out.

    `subject` is that of the scene: the steps name what they change in it.  Without it, they name
    all.
    """
    for key in ("notes", "answer"):
        if texts := getattr(staging, key):
            yield key, json_lines.texts_by_key(texts)
    if staging.transition:
        yield "transition", (json_lines.text(staging.transition),)
    if staging.focus is not None:
        yield "focus", (json.dumps(staging.focus),)
    if staging.hidden:
        yield "hidden", json_lines.texts(staging.hidden)
    if staging.stage is not None:
        yield "stage", (str(staging.stage),)
    yield from _look(staging)
    if staging.pinned is not None:
        yield "pinned", (object_text(subject_texts(BareLogits(staging.pinned))),)
    if staging.steps:
        yield "steps", write_steps(staging.steps, subject)
    if staging.walk is not None:
        yield "walk", (walk_format.text_of(staging.walk),)
    if staging.task is not None:
        yield "task", (question_format.task_text(staging.task),)
    if staging.withheld:
        yield "withheld", json_lines.texts(staging.withheld)


def _look(staging: Staging) -> Iterator[tuple[str, Iterable[str]]]:
    if staging.areas:
        yield "areas", ("true",)
    if staging.choices:
        yield "choices", (json.dumps(dict(staging.choices), ensure_ascii=False),)
    if staging.workspace:
        yield "workspace", (json_lines.text(staging.workspace),)
    if staging.ranges:
        ranges = {key: "".join(json_lines.numbers(one)) for key, one in staging.ranges.items()}
        yield "ranges", (object_text(ranges),)


def as_text(staging: Staging) -> str:
    """Return all of `staging` as JSON, for `from_text`."""
    return object_text({key: "".join(pieces) for key, pieces in write(staging, None)})


def from_text(text: str, kind: SubjectFormat) -> Staging:
    """Return the staging that `as_text` wrote; raises ValueError for another text."""
    return read(Node(parse(text)), kind, None)


def read(scene: Node, kind: SubjectFormat, subject: Subject | None) -> Staging:
    """Return the staging in a scene whose keys were checked, and which has `subject`.

    Raises MisfitError, and MeaninglessError as the subject does.
    """
    if not any(key in scene for key in KEYS):
        return PLAIN
    return Staging(
        notes=texts_at(scene, "notes"),
        answer=texts_at(scene, "answer"),
        transition=scene["transition"].word(TRANSITIONS) if "transition" in scene else "",
        focus=focus_at(scene["focus"]) if "focus" in scene else None,
        hidden=hidden_at(scene["hidden"]) if "hidden" in scene else (),
        stage=scene["stage"].whole(0) if "stage" in scene else None,
        areas=truth_at(scene["areas"]) if "areas" in scene else False,
        choices=choices_at(scene["choices"]) if "choices" in scene else {},
        workspace=key_at(scene["workspace"]) if "workspace" in scene else "",
        ranges=ranges_at(scene["ranges"]) if "ranges" in scene else {},
        pinned=_state(scene["pinned"], subject) if "pinned" in scene else None,
        steps=tuple(read_steps(scene, kind, subject)) if "steps" in scene else (),
        task=question_format.read_task(scene["task"]) if "task" in scene else None,
        walk=walk_format.read(scene["walk"]) if "walk" in scene else None,
        withheld=withheld_at(scene["withheld"]) if "withheld" in scene else (),
    )


def _state(node: Node, subject: Subject | None) -> State:
    node.require_keys(BARE_LOGITS.required, BARE_LOGITS.optional)
    state = resolve(BARE_LOGITS.read(node))
    if subject is not None and len(resolve(subject).labels) != len(state.labels):
        raise node.wrong()
    return state
