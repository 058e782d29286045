"""The names of very many classes, which the scenes of a document share in memory and in its file.

A scene whose classes have the names of those of an earlier scene can write the number of that
scene, from 0, in place of them: with 50 257 classes, a document would consist of names otherwise.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from xentgui.documents.json_shape import Node
from xentgui.documents.scene import Scene
from xentgui.model.edits.copying import copied
from xentgui.model.subjects import BareLogits

SINCE: Final = 5
"""The version of documents that knows it."""

MANY: Final = 1000
"""Classes whose names are worth it; fewer are written in each scene, which people can read."""


def labels_of(scene: Scene) -> tuple[str, ...] | None:
    """Return the names that a scene shares with others; None if it shares none."""
    if not isinstance(scene.subject, BareLogits):
        return None
    labels = scene.subject.state.labels
    return labels if len(labels) >= MANY else None


class Written:
    """The names that are written already, with the number of the first scene that has them."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, ...], int] = {}
        self._count = 0

    def earlier(self, scene: Scene) -> int | None:
        """Return the number of the earlier scene that the next one, `scene`, can name, or None."""
        number, labels = self._count, labels_of(scene)
        self._count += 1
        if labels is None:
            return None
        first = self._first.setdefault(labels, number)
        return None if first == number else first


def put_in(node: Node, before: list[Scene]) -> Node:
    """Return a scene with names in place of the number of one of the scenes `before`."""
    found = node.value.get("labels") if isinstance(node.value, dict) else None
    if type(found) is not float or not 0 <= found < len(before) or found % 1:
        return node
    subject = before[int(found)].subject
    if not isinstance(subject, BareLogits):
        return node
    return Node({**node.value, "labels": list(subject.state.labels)}, node.steps)


def sharing(scene: Scene, before: list[Scene]) -> Scene:
    """Return `scene` with the very names that the last of the scenes `before` has, if they are equal."""
    labels = labels_of(scene)
    known = labels_of(before[-1]) if before else None
    if labels is None or labels != known:
        return scene
    assert isinstance(scene.subject, BareLogits)
    return replace(scene, subject=BareLogits(copied(scene.subject.state, labels=known)))
