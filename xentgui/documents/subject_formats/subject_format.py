"""How a kind of subject stands in a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from xentgui.documents.json_shape import Node
from xentgui.model.message import RefusedError
from xentgui.model.subjects import Subject


@dataclass(frozen=True, slots=True)
class SubjectFormat:
    """One kind of subject, to and from the keys that it adds to its scene.

    Attributes
    ----------
    key
        What the scene says under "subject"; that of bare logits is understood.
    kind
        The class of the subject.
    required, optional
        The keys of the scene that are its own.
    write
        Yields each of them with pieces of its JSON, in order; pieces take little time each.
    read
        Makes the subject of a scene whose keys are right.  Raises MisfitError for a value, and
        MeaninglessError for values that do not go together.
    version
        Returns the least version of documents that can hold a subject of this kind.
    newest
        The greatest of these, settings aside.
    remedies
        What to write at a key, or at ``key[]`` for an entry of its list; in the context "errors".
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


class MeaninglessError(ValueError):
    """Values that are fine one by one and not together; says where they stand."""

    def __init__(self, place: str, reason: RefusedError) -> None:
        super().__init__(place, reason)
        self.place, self.reason = place, reason
