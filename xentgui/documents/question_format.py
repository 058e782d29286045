"""Questions and tasks in a document, from version 5.

"question": {
  "text": {"en": "What happens to p₁?"},
  "predict": "p:1",                          the number that is guessed; or choices:
  "choices": [{"en": "{before:p1}"}, {"en": "{p1}"}],
  "right": "B",
  "seconds": 60
},
"task": {
  "goal": "equals",                          wins, ties, equals, above, below, matches, rests
  "of": "loss",                              a number; of "wins" that of a class, such as "p:2"
  "value": 1,                                in nats
  "tolerance": 0.01,
  "text": {"en": "Make the loss 1 nat."},
  "done": {"en": "You lost exactly one nat."}
}

All may be left out but the goal, and what belongs to it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from xentgui.documents import json_lines
from xentgui.documents.json_shape import MisfitError, Node
from xentgui.documents.questions import (
    LETTERS,
    MOST_SECONDS,
    USUAL_SECONDS,
    Question,
    Task,
)
from xentgui.documents.texts import LANGUAGE_CODE
from xentgui.model.goals import GOALS, Goal
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.named_numbers import KINDS, Named, named

SINCE: Final = 5
"""The version of documents that knows these keys."""

_USUAL: Final = Goal("ties")

_NUMBER = QT_TRANSLATE_NOOP(
    "errors", "Write the name of a number, such as “loss”, “p:2” or “gap:1,3”."
)
REMEDIES: Final = {
    "question": QT_TRANSLATE_NOOP("errors", "Write a question, such as {question}."),
    "text": QT_TRANSLATE_NOOP("errors", "Write a text for each language, such as {example}."),
    "done": QT_TRANSLATE_NOOP("errors", "Write a text for each language, such as {example}."),
    "choices[]": QT_TRANSLATE_NOOP("errors", "Write a text for each language, such as {example}."),
    "predict": _NUMBER,
    "of": _NUMBER,
    "right": QT_TRANSLATE_NOOP("errors", "Write the letter of one of the choices, such as “A”."),
    "seconds": QT_TRANSLATE_NOOP("errors", "Write a whole number of seconds, from 1 to 3600."),
    "task": QT_TRANSLATE_NOOP("errors", "Write a task, such as {task}."),
    "goal": QT_TRANSLATE_NOOP(
        "errors",
        "Write “wins”, “ties”, “equals”, “above”, “below”, “matches” or “rests”.",
    ),
    "value": QT_TRANSLATE_NOOP("errors", "Write a finite number."),
    "tolerance": QT_TRANSLATE_NOOP("errors", "Write a number from 0."),
}
EXAMPLES: Final = {
    "question": '{"text": {"en": "Where does p₁ go?"}, "predict": "p:1"}',
    "task": '{"goal": "wins", "of": "p:2", "text": {"en": "Make class 2 win."}}',
}


def question_text(question: Question) -> str:
    """Return the JSON of a question."""
    entries: dict[str, Any] = {}
    if question.text:
        entries["text"] = dict(question.text)
    if question.predict is not None:
        entries["predict"] = str(question.predict)
    if question.choices:
        entries["choices"] = [dict(one) for one in question.choices]
    if question.right is not None:
        entries["right"] = LETTERS[question.right]
    if question.seconds != USUAL_SECONDS:
        entries["seconds"] = question.seconds
    return json.dumps(entries, ensure_ascii=False)


def task_text(task: Task) -> str:
    """Return the JSON of a task."""
    goal, kind = task.goal, GOALS[task.goal.key]
    entries = {"goal": json_lines.text(goal.key)}
    if goal.of is not None:
        entries["of"] = json_lines.text(str(goal.of))
    if kind.has_value:
        entries["value"] = json_lines.number(goal.value)
    if goal.tolerance != _USUAL.tolerance:
        entries["tolerance"] = json_lines.number(goal.tolerance)
    for key, texts in (("text", task.text), ("done", task.done)):
        if texts:
            entries[key] = json.dumps(dict(texts), ensure_ascii=False)
    return "{" + ", ".join(f'"{key}": {text}' for key, text in entries.items()) + "}"


def read_question(node: Node) -> Question:
    """Return the question at `node`; raises MisfitError."""
    node.require_keys((), ("text", "predict", "choices", "right", "seconds"))
    choices: tuple[Mapping[str, str], ...] = ()
    if "choices" in node:
        choices = tuple(texts_at(one) for one in node["choices"].entries(2, len(LETTERS)))
    right = None
    if "right" in node:
        right = LETTERS.index(node["right"].word(tuple(LETTERS[: len(choices)])))
    return Question(
        text=texts_at(node["text"]) if "text" in node else {},
        predict=name_at(node["predict"]) if "predict" in node else None,
        choices=choices,
        right=right,
        seconds=node["seconds"].whole(1, MOST_SECONDS) if "seconds" in node else USUAL_SECONDS,
    )


def read_task(node: Node) -> Task:
    """Return the task at `node`; raises MisfitError."""
    node.require_keys(("goal",), ("of", "value", "tolerance", "text", "done"))
    key = node["goal"].word(GOALS)
    kind = GOALS[key]
    for name, wanted in (("of", bool(kind.needs)), ("value", kind.has_value)):
        if wanted and name not in node:
            raise MisfitError("missing", node, name)
        if not wanted and name in node:
            raise MisfitError("unknown", node, name)
    of = name_at(node["of"]) if "of" in node else None
    if of is not None and kind.needs == "class" and KINDS[of.kind].of != ("class",):
        raise node["of"].wrong()
    usual = _USUAL.tolerance
    return Task(
        Goal(
            key,
            of,
            node["value"].number() if "value" in node else 0.0,
            node["tolerance"].number(0.0) if "tolerance" in node else usual,
        ),
        texts_at(node["text"]) if "text" in node else {},
        texts_at(node["done"]) if "done" in node else {},
    )


def name_at(node: Node) -> Named:
    """Return the number whose name stands at `node`; raises MisfitError."""
    found = named(node.text())
    if found is None:
        raise node.wrong()
    return found


def texts_at(node: Node) -> Mapping[str, str]:
    """Return the texts by language at `node`; raises MisfitError."""
    node.require_object()
    for code, one in node.value.items():
        if not re.match(LANGUAGE_CODE, code) or type(one) is not str:
            raise node.wrong()
    found: Mapping[str, str] = node.value
    return found
