"""A document as text: JSON that is pleasant to read, to write by hand and to compare.

Needs no msgspec, whose import takes longer than the writing of most documents.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeVar

from xentgui.documents.scene import Document, Scene
from xentgui.model.settings_of_state import mentioned

T = TypeVar("T")

FORMAT: Final = "xentgui-document"
VERSION: Final = 1

_WIDTH: Final = 100  # columns; what is longer has an entry a line
_INDENT: Final = " " * 6  # of what stands in a scene
_SLICE: Final = 1000  # entries; takes less than a millisecond
_BREAK: Final = ",\n" + _INDENT + "  "

_LINE: Final = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": "))
_LINES: Final = json.JSONEncoder(ensure_ascii=False, separators=(_BREAK, ": "))


def encode(document: Document) -> str:
    """Return `document` as text, from which `document.decode` makes it again, to the last bit.

    Keys have a fixed order, arrays and texts by language are on one line if they are short, and
    numbers are the shortest that read back the same.  Half of a surrogate pair, which UTF-8
    cannot hold, is written as U+FFFD.
    """
    return "".join(pieces(document))


def pieces(document: Document) -> Iterator[str]:
    """Yield the text of `encode` in pieces, none of which takes long to make."""
    yield f'{{\n  "format": "{FORMAT}",\n  "version": {VERSION},\n  "scenes": ['
    for at, scene in enumerate(document.scenes):
        yield ",\n    {" if at else "\n    {"
        for place, (key, value) in enumerate(_entries(scene)):
            yield f'{"," if place else ""}\n{_INDENT}"{key}": '
            yield from map(_without_halves, value)
        yield "\n    }"
    yield "\n  ]\n}\n"


def _entries(scene: Scene) -> Iterator[tuple[str, Iterable[str]]]:
    state = scene.state
    if scene.title:
        yield "title", _texts(scene.title)
    if scene.caption:
        yield "caption", _texts(scene.caption)
    if scene.panels:
        yield "panels", _list(scene.panels, _strings)
    yield "unit", (_LINE.encode(scene.unit),)
    yield "labels", _list(state.labels, _strings)
    yield "logits", _list(state.logits, _numbers)
    yield "target", _list(state.target, _numbers)
    for key, value in mentioned(state).items():
        text = _strings((value,), "") if isinstance(value, str) else _numbers((value,), "")
        yield key, (text,)


def _texts(texts: Mapping[str, str]) -> Iterator[str]:
    line = _LINE.encode(dict(texts))
    yield line if len(line) <= _WIDTH else _on_lines(_LINES.encode(dict(texts)))


def _list(values: Sequence[T], write: Callable[[Sequence[T], str], str]) -> Iterator[str]:
    """Yield the text of a list; `write` gives that of some entries with a text between them."""
    line = write(values, ", ") if len(values) <= _WIDTH // 2 else " " * _WIDTH
    if len(line) + 2 <= _WIDTH:
        yield f"[{line}]"
        return
    yield f"[\n{_INDENT}  "
    for start in range(0, len(values), _SLICE):
        yield (_BREAK if start else "") + write(values[start : start + _SLICE], _BREAK)
    yield f"\n{_INDENT}]"


def _strings(values: Sequence[str], between: str) -> str:
    # Python's fast encoder cannot indent, but it can be told what to put between entries.
    return (_LINE if between == ", " else _LINES).encode(values)[1:-1]


def _numbers(values: Sequence[float], between: str) -> str:
    line = _LINE.encode(values).replace(".0, ", ", ").replace(".0]", "]").replace("e+", "e")
    if "I" in line:
        line = line.replace("-Infinity", '"-inf"').replace("Infinity", '"inf"')
    return line[1:-1].replace(", ", between)


def _on_lines(text: str) -> str:
    return f"{text[0]}\n{_INDENT}  {text[1:-1]}\n{_INDENT}{text[-1]}"


def _without_halves(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return re.sub("[\ud800-\udfff]", "\ufffd", text)
    return text
