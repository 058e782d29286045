"""Bare logits in a document: labels, logits, target and settings, flat in their scene."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import numpy as np

from xentgui.documents import json_lines
from xentgui.documents.json_shape import Node
from xentgui.documents.subject_formats.subject_format import (
    MeaninglessError,
    SubjectFormat,
    read_settings,
)
from xentgui.model.checks import MOST_CLASSES, InvalidStateError
from xentgui.model.class_colors import MOST
from xentgui.model.edits import reorder_classes
from xentgui.model.edits.copying import copied
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.rows import Array
from xentgui.model.settings_of_state import SETTINGS, mentioned
from xentgui.model.state import PARTS, State, default_labels
from xentgui.model.subjects import BareLogits

_OFF: Final = {"-inf": -math.inf}
_COLORS_SINCE: Final = 2  # the version of documents that knows the key

_NUMBERS = QT_TRANSLATE_NOOP("errors", "Write a list of numbers, from 2 to {most}.")
_REMEDIES: Final = {
    "labels": QT_TRANSLATE_NOOP("errors", "Write a list of class names, from 2 to {most}."),
    "labels[]": QT_TRANSLATE_NOOP("errors", "Write a name in quotation marks."),
    "logits": _NUMBERS,
    "logits[]": QT_TRANSLATE_NOOP(
        "errors", "Write a finite number, or “-inf” to switch the class off."
    ),
    "target": _NUMBERS,
    "target[]": QT_TRANSLATE_NOOP("errors", "Write 0 or a positive finite number."),
    "colors": QT_TRANSLATE_NOOP("errors", "Write a list of colour numbers, from 2 to {most}."),
    "colors[]": QT_TRANSLATE_NOOP("errors", "Write a whole number from 0."),
}


def _write(subject: BareLogits) -> Iterator[tuple[str, Iterable[str]]]:
    state = subject.state
    yield "labels", json_lines.texts(state.labels)
    yield "logits", json_lines.numbers(state.logits)
    yield "target", json_lines.numbers(state.target)
    if state.colors:
        yield "colors", json_lines.numbers(state.colors)
    for key, value in mentioned(state).items():
        yield key, (json_lines.text(value) if isinstance(value, str) else json_lines.number(value),)


def _read(scene: Node) -> BareLogits:
    logits = scene["logits"].numbers(2, MOST_CLASSES, words=_OFF)
    target = scene["target"].numbers(2, MOST_CLASSES, above=0.0)
    count = len(logits)
    labels = scene["labels"].texts(2, MOST_CLASSES) if "labels" in scene else default_labels(count)
    colors, settings = _colors(scene), read_settings(scene)
    try:
        return BareLogits(State(labels, logits, target, colors=colors, **settings))  # type: ignore[arg-type]
    except InvalidStateError as error:
        # Invalid single numbers were refused before, so that this error concerns all of them.
        if not len(labels) == count == len(target):
            field = scene
        elif len(colors) not in {0, count}:
            field = scene["colors"]
        elif not (logits > -math.inf).any():
            field = scene["logits"]
        else:
            field = scene["target"]
        raise MeaninglessError(field.place, error) from None


def _colors(scene: Node) -> tuple[int, ...]:
    if "colors" not in scene:
        return ()
    return tuple(number.whole(0, MOST) for number in scene["colors"].entries(2, MOST_CLASSES))


def _version(subject: BareLogits) -> int:
    least = _COLORS_SINCE if subject.state.colors else 1
    return max(least, *(SETTINGS[key].since for key in mentioned(subject.state)))


_ARRAYS: Final = {"logits": "logit_array", "target": "target_array"}


def _parts(subject: BareLogits) -> dict[str, Any]:
    # The tuples of the numbers would have to be made first.
    return {name: getattr(subject.state, _ARRAYS.get(name, name)) for name in PARTS}


def _with_parts(subject: BareLogits, parts: Mapping[str, Any]) -> BareLogits:
    return BareLogits(copied(subject.state, **parts))


def order_between(before: State, after: State) -> np.ndarray | None:
    """Return the order that makes `after` of `before`, bit for bit, shape (K,).

    None if anything else has changed, and also if the two are not known to share their names.

    >>> from xentgui.model.edits import reorder_classes
    >>> one = State(["cat", "dog", "owl"], [1, 2, 3], [1, 0, 0])
    >>> order_between(one, reorder_classes(one, [2, 0, 1])).tolist()
    [2, 0, 1]
    """
    if not after.shares_names_with(before):
        return None
    order = before.picked_names.order_to(after.picked_names)
    is_all = (
        all(getattr(before, key) == getattr(after, key) for key in SETTINGS)
        and _same_bits(before.logit_array[order], after.logit_array)
        and _same_bits(before.target_array[order], after.target_array)
        and np.array_equal(before.colors_of(order), after.color_array)
    )
    return order if is_all else None


def _same_bits(one: Array, other: Array) -> bool:
    return np.array_equal(one.view(np.uint64), other.view(np.uint64))


def _order(before: BareLogits, after: BareLogits) -> np.ndarray | None:
    return order_between(before.state, after.state)


def _in_order(subject: BareLogits, order: np.ndarray) -> BareLogits:
    return BareLogits(reorder_classes(subject.state, order))


BARE_LOGITS: Final = SubjectFormat(
    key="logits",
    kind=BareLogits,
    required=("logits", "target"),
    optional=("labels", "colors", *SETTINGS),
    write=_write,
    read=_read,
    version=_version,
    newest=_COLORS_SINCE,
    remedies=_REMEDIES,
    parts=_parts,
    with_parts=_with_parts,
    order=_order,
    in_order=_in_order,
)
