"""What Qt draws as SVG, made short and independent of the fonts of the reader's machine."""

from __future__ import annotations

import html
import re

from xentgui.export.formats.svg_text import Words
from xentgui.export.xml_text import without_forbidden

_TAG = re.compile(r"<(/?)([A-Za-z:]+)([^<>]*?)(/?)>([^<]*)")
_ATTRIBUTE = re.compile(r'([A-Za-z:-]+)="([^"]*)"')
_MATRIX = re.compile(r"matrix\(([^)]*)\)")

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


def body(drawn: str) -> tuple[list[str], list[str]]:
    """Return the lines of the drawing, and of the words that lie over it unseen.

    `drawn` is the output of QSvgGenerator: a group of groups, one for each state of the
    painter, with plain elements in them.
    """
    writer = _Writer()
    start = drawn.index("</desc>") if "</desc>" in drawn else 0
    for match in _TAG.finditer(without_forbidden(drawn), start):
        closing, name, attributes, alone, text = match.groups()
        if closing:
            writer.close(name)
        else:
            writer.open(name, dict(_ATTRIBUTE.findall(attributes)), text, alone=bool(alone))
    return writer.lines, writer.words.lines()


class _Writer:
    """Collects elements by the state of the painter they were drawn in."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.words = Words()
        self._group: dict[str, str] = {}
        self._header = ""
        self._depth = 0
        self._kept: list[str] = []  # elements within which nothing is touched

    def open(self, name: str, attributes: dict[str, str], text: str, *, alone: bool) -> None:
        """Take in one element."""
        if name in ("svg", "title", "desc"):
            return
        if self._kept or name in ("defs", "pattern", "linearGradient", "radialGradient", "mask"):
            if not alone:
                self._kept.append(name)
            self._leave_group()
            self.lines.append(_tag(name, attributes, alone=alone) + text.strip())
        elif name == "g":
            self._depth += 1
            self._group = _group(attributes) if self._depth > 1 else {}
        elif name == "text":
            self._add_text(attributes, html.unescape(text))
        else:
            self._add(name, attributes)

    def close(self, name: str) -> None:
        """Take in the end of an element."""
        if self._kept and self._kept[-1] == name:
            self._kept.pop()
            self.lines.append(f"</{name}>")
            if self.lines[-2:] == ["<defs>", "</defs>"]:
                del self.lines[-2:]
        elif name == "g":
            self._depth -= 1
        elif name == "svg":
            self._leave_group()

    def _add(self, name: str, attributes: dict[str, str]) -> None:
        kept = {key: value for key, value in attributes.items() if _DEFAULTS.get(key) != value}
        if self._group.get("fill") == kept.get("fill"):
            kept.pop("fill", None)
        for key in ("d", "points"):
            if key in kept:
                kept[key] = " ".join(kept[key].split())
        self._enter_group(self._group)
        opacity = self._group.get("opacity")
        if opacity is not None:  # to the group as a whole it would mean another thing
            kept["opacity"] = opacity
        self.lines.append(_tag(name, kept, alone=True))

    def _add_text(self, attributes: dict[str, str], text: str) -> None:
        transform = self._group.get("transform", "")
        outline = self.words.add(attributes, text, transform)
        if not outline:
            return
        group = {"fill": attributes["fill"], "stroke": "none"}
        for source in (attributes, self._group):
            if source.get("fill-opacity", "1") != "1":
                group["fill-opacity"] = source["fill-opacity"]
        self._enter_group({**group, **({"transform": transform} if transform else {})})
        opacity = self._group.get("opacity")
        self.lines.append(
            outline if opacity is None else outline.replace("<path", f'<path opacity="{opacity}"')
        )

    def _enter_group(self, attributes: dict[str, str]) -> None:
        header = _tag("g", {k: v for k, v in attributes.items() if k != "opacity"}, alone=False)
        if header != self._header:
            self._leave_group()
            self._header = header
            self.lines.append(header)

    def _leave_group(self) -> None:
        if self._header:
            self.lines.append("</g>")
            self._header = ""


def _group(attributes: dict[str, str]) -> dict[str, str]:
    """Return what of a group's attributes is not said already."""
    stroked = attributes.get("stroke", "none") != "none"
    return {
        key: " ".join(value.split())
        for key, value in attributes.items()
        if not key.startswith("font-")
        and _DEFAULTS.get(key) != value
        and (stroked or key not in _STROKE)
    }


def _tag(name: str, attributes: dict[str, str], *, alone: bool) -> str:
    said = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{said}{'/' if alone else ''}>"
