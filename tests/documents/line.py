"""A second subject: two classes whose names and logits follow from two numbers, z_k = a + b k."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from xentgui.documents import json_lines
from xentgui.documents.json_shape import Node
from xentgui.documents.subject_formats.subject_format import SubjectFormat
from xentgui.model import RefusedError, State
from xentgui.model.subjects import Subject


@dataclass(frozen=True)
class Line:
    """Takes edits of its logits; everything else is fixed, or follows."""

    a: float
    b: float
    _state: State = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        labels = (f"a = {self.a:g}", f"a + b, b = {self.b:g}")
        state = State(labels, (self.a, self.a + self.b), (0.0, 1.0))
        object.__setattr__(self, "_state", state)

    def resolve(self) -> State:
        return self._state

    def absorb(self, state: State) -> Line:
        if len(state.labels) != 2 or replace(state, logits=self._state.logits) != self._state:
            raise RefusedError("A line has nothing to set but its two logits. Drag one of these.")
        first, second = state.logits
        return Line(first, second - first)


def steeper(subject: Subject) -> Subject:
    """Make a line twice as steep: an edit that knows what it is about."""
    if not isinstance(subject, Line):
        raise RefusedError("Only a line can be made steeper. Open one.")
    return Line(subject.a, 2.0 * subject.b)


def _write(line: Line) -> Iterator[tuple[str, Iterable[str]]]:
    yield "a", (json_lines.number(line.a),)
    yield "b", (json_lines.number(line.b),)


def _read(scene: Node) -> Line:
    return Line(scene["a"].number(), scene["b"].number())


LINE = SubjectFormat(
    key="line",
    kind=Line,
    required=("a", "b"),
    optional=(),
    write=_write,
    read=_read,
    version=lambda _line: 7,
    newest=7,
    remedies={"a": "Write a number.", "b": "Write a number."},
)
