"""A third subject: points and a weight for each class; the logits are those of the chosen point.

It names its parts, so that a step holds only the numbers that changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import numpy as np

from xentgui.documents import json_lines
from xentgui.documents.json_shape import Node
from xentgui.documents.subject_formats.subject_format import SubjectFormat
from xentgui.model import RefusedError, State
from xentgui.model.rows import Array


class Points:
    """N points with D coordinates, a row of weights for each of K classes, and the chosen point."""

    def __init__(self, inputs: Array, weights: Array, chosen: int = 0, name: str = "") -> None:
        self.inputs, self.weights = np.asarray(inputs, float), np.asarray(weights, float)
        self.chosen, self.name = chosen, name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Points) and all(
            np.array_equal(one, another)
            for one, another in zip(_parts(self).values(), _parts(other).values(), strict=True)
        )

    __hash__ = None  # type: ignore[assignment]

    @cached_property
    def _state(self) -> State:
        logits = self.weights @ self.inputs[self.chosen]
        return State([f"class {k}" for k in range(len(logits))], logits, np.eye(len(logits))[0])

    def resolve(self) -> State:
        return self._state

    def absorb(self, state: State) -> Points:
        raise RefusedError("The logits follow from the weights. Change these.")


def _parts(points: Points) -> dict[str, Any]:
    return {
        "inputs": points.inputs,
        "weights": points.weights,
        "chosen": points.chosen,
        "name": points.name,
    }


def _with_parts(points: Points, parts: Mapping[str, Any]) -> Points:
    return Points(**{**_parts(points), **parts})


def _write(points: Points) -> Iterator[tuple[str, Iterable[str]]]:
    yield "inputs", json_lines.numbers(points.inputs.ravel().tolist())
    yield "weights", json_lines.numbers(points.weights.ravel().tolist())
    yield "chosen", (json_lines.number(points.chosen),)
    yield "name", (json_lines.text(points.name),)


def _read(scene: Node) -> Points:
    inputs = scene["inputs"].numbers(2, 10_000_000).reshape(-1, 2)
    weights = scene["weights"].numbers(4, 10_000).reshape(-1, 2)
    return Points(inputs, weights, scene["chosen"].whole(), scene["name"].text())


POINTS = SubjectFormat(
    key="points",
    kind=Points,
    required=("inputs", "weights", "chosen", "name"),
    optional=(),
    write=_write,
    read=_read,
    version=lambda _points: 7,
    newest=7,
    remedies={},
    parts=_parts,
    with_parts=_with_parts,
)
