"""A document as text: JSON that is pleasant to read, to write by hand and to compare.

Needs no msgspec, whose import takes longer than the writing of most documents.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from xentgui.model.scene import Document, Scene

FORMAT: Final = "xentgui-document"
VERSION: Final = 1

_WIDTH: Final = 100  # columns; what is longer has an entry a line
_INDENT: Final = " " * 6  # of what stands in a scene
_BREAK: Final = ",\n" + _INDENT + "  "

# Python's fast encoder cannot indent, but it can be told what to put between entries.
_LINE: Final = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": "))
_LINES: Final = json.JSONEncoder(ensure_ascii=False, separators=(_BREAK, ": "))


def encode(document: Document) -> str:
    """Return `document` as text, from which `document.decode` makes it again, to the last bit.

    Keys have a fixed order, arrays and texts by language are on one line if they are short, and
    numbers are the shortest that read back the same.  Half of a surrogate pair, which UTF-8
    cannot hold, is written as U+FFFD.
    """
    scenes = ",\n".join(f"    {{\n{_scene(scene)}\n    }}" for scene in document.scenes)
    text = (
        f'{{\n  "format": "{FORMAT}",\n  "version": {VERSION},\n  "scenes": [\n{scenes}\n  ]\n}}\n'
    )
    return _without_halves(text)


def _scene(scene: Scene) -> str:
    return ",\n".join(f'{_INDENT}"{key}": {value}' for key, value in _entries(scene))


def _entries(scene: Scene) -> Iterator[tuple[str, str]]:
    state = scene.state
    if scene.title:
        yield "title", _json(scene.title)
    if scene.caption:
        yield "caption", _json(scene.caption)
    if scene.panels:
        yield "panels", _json(scene.panels)
    yield "unit", _json(scene.unit)
    yield "labels", _json(state.labels)
    yield "logits", _numbers(state.logits)
    yield "target", _numbers(state.target)
    yield "temperature", _numbers((state.temperature,))[1:-1]
    yield "label_smoothing", _numbers((state.label_smoothing,))[1:-1]


def _json(value: str | Sequence[str] | Mapping[str, str]) -> str:
    value = dict(value) if isinstance(value, Mapping) else value
    return _fitted(_LINE.encode(value), lambda: _LINES.encode(value))


def _numbers(values: Sequence[float]) -> str:
    line = _LINE.encode(values).replace(".0, ", ", ").replace(".0]", "]").replace("e+", "e")
    if "I" in line:
        line = line.replace("-Infinity", '"-inf"').replace("Infinity", '"inf"')
    return _fitted(line, lambda: line.replace(", ", _BREAK))


def _fitted(line: str, lines: Callable[[], str]) -> str:
    """Return `line` if it is short, else the text of `lines`, with brackets on their own lines."""
    if len(line) <= _WIDTH or line[0] == '"':
        return line
    text = lines()
    return f"{text[0]}\n{_INDENT}  {text[1:-1]}\n{_INDENT}{text[-1]}"


def _without_halves(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return re.sub("[\ud800-\udfff]", "\ufffd", text)
    return text
