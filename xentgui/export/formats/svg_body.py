"""Makes Qt's SVG short, and independent of the fonts of the reader's machine."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from xentgui.export.written_text import without_forbidden
from xentgui.painting.parts import MARK

_TAG = re.compile(r"<(/?)([A-Za-z:]+)([^<>]*)>([^<]*)")
_ATTRIBUTE = re.compile(r'([A-Za-z:-]+)="([^"]*)"')
_UNNAMED = ("axes", "marks")  # parts that add nothing to the names of those within
_CALLED_BY_NAME = ("panel", "axes", "marks", "legend", "labels")
_MARK = re.compile(rf'points="{MARK:g},(-?\d+)')
_HEAD = ("svg", "title", "desc")
_DEFINITIONS = ("defs", "pattern", "linearGradient", "radialGradient", "mask")

# Qt repeats the font and the defaults with every change of the pen.
_STROKE = (
    "stroke-opacity",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
)
_DEFAULTS = {
    "transform": "matrix(1,0,0,1,0,0)",
    "fill-opacity": "1",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-dashoffset": "0",
    "vector-effect": "none",
    "opacity": "1",
}


class Texts(Protocol):
    """Turns texts into elements."""

    def add(self, attributes: dict[str, str], text: str, transform: str) -> list[str]:
        """Return the elements for a text element of Qt's with these `attributes`."""


def body(
    drawn: str, parts: Sequence[tuple[str, str]], texts: Texts, colors: Mapping[str, int]
) -> list[str]:
    """Return the lines of the drawing, whose texts `texts` turns into elements.

    `drawn` is the output of QSvgGenerator: a group of groups, one for each state of the
    painter, with plain elements in them, and the marks of `parts`.  What has one of `colors`
    belongs to the class with this number.
    """
    writer = _Writer(parts, texts, colors)
    start = drawn.index("</desc>") if "</desc>" in drawn else 0
    for match in _TAG.finditer(without_forbidden(drawn), start):
        closing, name, attributes, text = match.groups()
        if closing:
            writer.close(name)
        else:
            writer.open(name, attributes, text)
    return writer.lines


class _Writer:
    """Collects elements by the state of the painter with which they were drawn."""

    def __init__(
        self, parts: Sequence[tuple[str, str]], texts: Texts, colors: Mapping[str, int]
    ) -> None:
        self.lines: list[str] = []
        self._known = parts
        self._texts, self._colors = texts, colors
        self._parts: list[_Part] = []
        self._ids: Counter[str] = Counter()
        self._group: dict[str, str] = {}
        self._header = ""
        self._depth = 0
        self._kept: list[str] = []  # the depth of elements in which nothing is changed

    def open(self, name: str, written: str, text: str) -> None:
        """Add one element, with its attributes as they are `written`."""
        if name == "g":
            self._depth += 1
            self._group = _group(written) if self._depth > 1 else {}
        elif self._kept or name in _DEFINITIONS:
            alone = written.endswith("/")
            if not alone:
                self._kept.append(name)
            self._leave_group()
            self.lines.append(f"<{name}{' ' if written else ''}{written.strip()}>{text.strip()}")
        elif name == "text":
            self._add_text(dict(_ATTRIBUTE.findall(written)), html.unescape(text))
        elif name == "polyline" and (mark := _MARK.search(written)):
            self._mark(int(mark[1]))
        elif name not in _HEAD:
            self._add(name, written.rstrip("/"))

    def close(self, name: str) -> None:
        """Add the end of an element."""
        if self._kept and self._kept[-1] == name:
            self._kept.pop()
            self.lines.append(f"</{name}>")
            if self.lines[-2:] == ["<defs>", "</defs>"]:
                del self.lines[-2:]
        elif name == "g":
            self._depth -= 1
        elif name == "svg":
            self._leave_group()

    def _add(self, name: str, written: str) -> None:
        kept = " ".join(written.replace(' vector-effect="none"', "").split())
        fill = self._group.get("fill")
        if fill is not None:
            kept = kept.replace(f'fill="{fill}" ', "", 1)
        self._enter_group(self._group)
        opacity = self._group.get("opacity")
        if opacity is not None:  # it would have another meaning for the whole group
            kept += f' opacity="{opacity}"'
        self.lines.append(f"<{name} {kept}/>")

    def _add_text(self, attributes: dict[str, str], text: str) -> None:
        transform = self._group.get("transform", "")
        elements = self._texts.add(attributes, text, transform)
        if not elements:
            return
        group = {"fill": attributes["fill"], "stroke": "none"}
        opaque = attributes.get("fill-opacity", "1")  # of the pen; the group's is the brush's
        if opaque != "1":
            group["fill-opacity"] = opaque
        self._enter_group({**group, **({"transform": transform} if transform else {})})
        opacity = self._group.get("opacity")
        said = "" if opacity is None else f' opacity="{opacity}"'
        self.lines += (element.replace(" ", said + " ", 1) for element in elements)

    def _mark(self, number: int) -> None:
        """Begin the part with this number, or end the last one."""
        self._leave_group()
        if number >= 0:
            self._parts.append(_Part(*self._known[number]))
            self.lines.append("")  # known when it is clear that something is in it
            self._parts[-1].line = len(self.lines)
            return
        part = self._parts.pop()
        if len(self.lines) == part.line:
            self.lines.pop()
            return
        around = [one.id for one in self._parts if one.kind not in _UNNAMED]
        name = "-".join([*around, part.id])
        self._ids[name] += 1
        unique = name if self._ids[name] == 1 else f"{name}-{self._ids[name]}"
        self.lines[part.line - 1] = f'<g id="{unique}" class="{part.classes}">'
        self.lines.append("</g>")

    def _class_of(self, attributes: dict[str, str]) -> str:
        """Return the class of SVG for what has the colour of a class, "" for other things."""
        if any(one.kind == "class" for one in self._parts):
            return ""
        for paint in ("fill", "stroke"):
            number = self._colors.get(attributes.get(paint, "").lower())
            if number is not None:
                return f' class="class class-{number}"'
        return ""

    def _enter_group(self, attributes: dict[str, str]) -> None:
        header = _header(attributes, self._class_of(attributes))
        if header != self._header:
            self._leave_group()
            self._header = header
            self.lines.append(header)

    def _leave_group(self) -> None:
        if self._header:
            self.lines.append("</g>")
            self._header = ""


@lru_cache(maxsize=256)
def _group(written: str) -> dict[str, str]:
    """Return those attributes of a group that are not set already; must not be changed."""
    attributes = dict(_ATTRIBUTE.findall(written))
    stroked = attributes.get("stroke", "none") != "none"
    return {
        key: " ".join(value.split())
        for key, value in attributes.items()
        if not key.startswith("font-")
        and _DEFAULTS.get(key) != value
        and (stroked or key not in _STROKE)
    }


def _header(attributes: dict[str, str], classes: str) -> str:
    """Return the start tag of a group; opacity is set by its elements."""
    said = (f' {key}="{value}"' for key, value in attributes.items() if key != "opacity")
    return f"<g{classes}{''.join(said)}>"


@dataclass
class _Part:
    """A part whose end has not come: its kind and name, and how many lines its start makes."""

    kind: str
    name: str
    line: int = 0

    @property
    def id(self) -> str:
        """What it adds to the names of all that is in it."""
        return self.name if self.kind in _CALLED_BY_NAME else f"{self.kind}-{self.name}"

    @property
    def classes(self) -> str:
        """Its classes of SVG."""
        return self.kind if self.kind == self.name else f"{self.kind} {self.id}"
