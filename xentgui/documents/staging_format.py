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
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from xentgui.documents import json_lines, question_format, walk_format
from xentgui.documents.focus import Focus, is_focus
from xentgui.documents.json_shape import Node
from xentgui.documents.json_text import parse
from xentgui.documents.patterns import CHOICE_KEY, PANEL_KEY, repeated
from xentgui.documents.staging import (
    HIDEABLE,
    MOST_STEPS,
    PLAIN,
    TRANSITIONS,
    Choices,
    Shown,
    Staging,
    Step,
    is_hideable,
    is_range,
)
from xentgui.documents.staging_fit import fits
from xentgui.documents.subject_formats import BARE_LOGITS, SubjectFormat, format_of
from xentgui.documents.withheld import WITHHOLDABLE
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.settings_of_state import SETTINGS
from xentgui.model.state import State
from xentgui.model.subjects import BareLogits, Subject, resolve

SINCE: Final = 4
"""The version of documents that knows these keys."""

KEYS: Final = (
    *("notes", "answer", "transition", "focus", "hidden", "stage", "areas", "choices"),
    *("workspace", "ranges", "pinned", "steps", "walk", "task", "withheld"),
)
_OF_STEP: Final = ("stage", "reveal", "focus", "caption", "transition", "question", "task")
_MOST_CHOSEN: Final = 1000
_MOST_HIDDEN: Final = 1000

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
        yield "pinned", (_object(_of(BareLogits(staging.pinned))),)
    if staging.steps:
        yield "steps", _steps(staging.steps, subject)
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
        yield "ranges", (_object(ranges),)


def as_text(staging: Staging) -> str:
    """Return all of `staging` as JSON, for `from_text`."""
    return _object({key: "".join(pieces) for key, pieces in write(staging, None)})


def from_text(text: str, kind: SubjectFormat) -> Staging:
    """Return the staging that `as_text` wrote; raises ValueError for another text."""
    return read(Node(parse(text)), kind, None)


def _focus(node: Node) -> Focus:
    if not isinstance(node.value, str):
        return node.whole(0)
    if not is_focus(node.value):
        raise node.wrong()
    return node.value


def read(scene: Node, kind: SubjectFormat, subject: Subject | None) -> Staging:
    """Return the staging in a scene whose keys were checked, and which has `subject`.

    Raises MisfitError, and MeaninglessError as the subject does.
    """
    if not any(key in scene for key in KEYS):
        return PLAIN
    return Staging(
        notes=_texts(scene, "notes"),
        answer=_texts(scene, "answer"),
        transition=scene["transition"].word(TRANSITIONS) if "transition" in scene else "",
        focus=_focus(scene["focus"]) if "focus" in scene else None,
        hidden=_hidden(scene["hidden"]) if "hidden" in scene else (),
        stage=scene["stage"].whole(0) if "stage" in scene else None,
        areas=_truth(scene["areas"]) if "areas" in scene else False,
        choices=_choices(scene["choices"]) if "choices" in scene else {},
        workspace=_key(scene["workspace"]) if "workspace" in scene else "",
        ranges=_ranges(scene["ranges"]) if "ranges" in scene else {},
        pinned=_state(scene["pinned"], subject) if "pinned" in scene else None,
        steps=tuple(_read_steps(scene, kind, subject)) if "steps" in scene else (),
        task=question_format.read_task(scene["task"]) if "task" in scene else None,
        walk=walk_format.read(scene["walk"]) if "walk" in scene else None,
        withheld=_withheld(scene["withheld"]) if "withheld" in scene else (),
    )


# Writing


def _of(subject: Subject) -> dict[str, str]:
    return {key: "".join(pieces) for key, pieces in format_of(subject).write(subject)}


def _steps(steps: tuple[Step, ...], subject: Subject | None) -> Iterator[str]:
    known = {} if subject is None else _of(subject)
    between = ",\n" + json_lines.INDENT + "  "
    for at, step in enumerate(steps):
        entries: dict[str, str] = {}
        if step.subject is not None:
            now = _of(step.subject)
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
        yield (f"[{between[1:]}" if at == 0 else between) + _object(entries)
    yield f"\n{json_lines.INDENT}]"


def _usual(key: str) -> str:
    default = SETTINGS[key].default
    return json_lines.text(default) if isinstance(default, str) else json_lines.number(default)


def _object(entries: Mapping[str, str]) -> str:
    return "{" + ", ".join(f'"{key}": {text}' for key, text in entries.items()) + "}"


# Reading


def _texts(node: Node, key: str) -> Mapping[str, str]:
    return question_format.texts_at(node[key]) if key in node else {}


def _hidden(node: Node) -> tuple[str, ...]:
    keys = node.texts(0, _MOST_HIDDEN)
    again = repeated(keys)
    for place, key in enumerate(keys):
        if place == again or not is_hideable(key):
            raise node[place].wrong()
    return keys


def _withheld(node: Node) -> tuple[str, ...]:
    keys = node.texts(0, len(WITHHOLDABLE))
    again = repeated(keys)
    for place, key in enumerate(keys):
        if key not in WITHHOLDABLE or place == again:
            raise node[place].wrong()
    return keys


def _truth(node: Node) -> bool:
    if type(node.value) is not bool:
        raise node.wrong()
    return node.value


def _key(node: Node) -> str:
    if not re.match(PANEL_KEY, node.text()):
        raise node.wrong()
    return node.text()


def _choices(node: Node) -> Choices:
    node.require_object()
    found: dict[str, str | tuple[str, ...]] = {}
    for key, value in node.value.items():
        if not re.match(CHOICE_KEY, key):
            raise node.wrong()
        one = node[key]
        found[key] = one.texts(0, _MOST_CHOSEN) if isinstance(value, list) else one.text()
    return found


def _ranges(node: Node) -> Mapping[str, Shown]:
    node.require_object()
    found: dict[str, Shown] = {}
    for key in node.value:
        shown = Shown(*node[key].numbers(4, 4).tolist())
        if not re.match(PANEL_KEY, key) or not is_range(shown):
            raise node.wrong()
        found[key] = shown
    return found


def _state(node: Node, subject: Subject | None) -> State:
    node.require_keys(BARE_LOGITS.required, BARE_LOGITS.optional)
    state = resolve(BARE_LOGITS.read(node))
    if subject is not None and len(resolve(subject).labels) != len(state.labels):
        raise node.wrong()
    return state


def _read_steps(scene: Node, kind: SubjectFormat, subject: Subject | None) -> Iterator[Step]:
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
            reveal=_hidden(node["reveal"]) if "reveal" in node else (),
            focus=_focus(node["focus"]) if "focus" in node else None,
            caption=_texts(node, "caption"),
            transition=node["transition"].word(TRANSITIONS) if "transition" in node else "",
            question=(
                question_format.read_question(node["question"]) if "question" in node else None
            ),
            task=question_format.read_task(node["task"]) if "task" in node else None,
        )
