"""How a document holds one kind of subject, and the settings that any kind can have."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from xentgui.documents.json_shape import Node
from xentgui.model.message import RefusedError
from xentgui.model.setting import ChoiceSetting, NumberSetting
from xentgui.model.settings_of_state import SETTINGS
from xentgui.model.subjects import Subject


class SubjectFormat(NamedTuple):
    """Reads and writes one kind of subject as keys of its scene.

    Attributes
    ----------
    key
        Its name under "subject" in a scene; bare logits need no name.
    kind
        The class of the subject.
    required, optional
        The keys of the scene that belong to this kind.
    write
        Yields each key with the pieces of its JSON, in order; each piece takes little time.
    read
        Makes the subject of a scene whose keys were checked.  Raises MisfitError for a value, and
        MeaninglessError for values that are not valid together.
    version
        Returns the least version of documents that can hold a subject of this kind.
    newest
        The greatest of these versions, apart from settings.
    remedies
        What a person can write at a key, or at ``key[]`` for an entry of its list; in the context
        "errors".
    parts
        Returns everything that a subject of this kind holds, by name: arrays, tuples of texts, and
        single values.  Undo steps and the journal then hold only what changed in each part.
        Without `parts`, they hold the whole subject.
    room
        Returns how many numbers a subject of this kind writes, and which texts, beside those of
        the classes of its state.
    with_parts
        Returns a subject with some of its parts replaced; it may keep the arrays that it gets.
    order
        Returns the order, shape (K,), that makes a second subject of a first one, bit for bit; None
        if anything else has changed.  Without it, steps hold what a new order has changed.
    in_order
        Returns a subject with its classes in another order, which names each of them once.
    """

    key: str
    kind: type[Subject]
    required: tuple[str, ...]
    optional: tuple[str, ...]
    write: Callable[[Any], Iterator[tuple[str, Iterable[str]]]]
    read: Callable[[Node], Subject]
    version: Callable[[Any], int]
    newest: int
    remedies: Mapping[str, str]
    parts: Callable[[Any], Mapping[str, Any]] | None = None
    with_parts: Callable[[Any, Mapping[str, Any]], Subject] | None = None
    room: Callable[[Any], tuple[int, Sequence[str]]] = lambda _subject: (0, ())
    order: Callable[[Any, Any], np.ndarray | None] | None = None
    in_order: Callable[[Any, np.ndarray], Subject] | None = None


class MeaninglessError(ValueError):
    """Values that are valid alone but not together; it names their place."""

    def __init__(self, place: str, reason: RefusedError) -> None:
        super().__init__(place, reason)
        self.place, self.reason = place, reason


def read_settings(node: Node) -> dict[str, float | str]:
    """Return the settings in a JSON object, by key, as `State` takes them; raises MisfitError."""
    return {key: _value(node[key], setting) for key, setting in SETTINGS.items() if key in node}


def _value(node: Node, setting: NumberSetting | ChoiceSetting) -> float | str:
    if isinstance(setting, ChoiceSetting):
        return node.word(setting.choices)
    # JSON has no infinity, so the text "inf" stands for it where a setting allows it.
    ends = {str(end): end for end in (setting.least, setting.most) if math.isinf(end)}
    return node.number(setting.least, setting.most, ends)
