"""Letters as outlines, with the invisible text over them."""

from __future__ import annotations

import html
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath

from xentgui.export.formats.svg_emoji import pictured
from xentgui.export.written_text import typed_letters, xml_text
from xentgui.painting.letters import settle

# Each program understands another of these: MuPDF and svglib draw text of any colour, however
# transparent, and browsers lose text without one when they print.
_INVISIBLE = 'fill="none" fill-opacity="0" stroke="none" style="fill:transparent"'
_FINE = 100  # steps in a design pixel; outlines are written in such steps


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    x: float
    y: float
    width: float
    size: str
    transform: str


class Words:
    """Collects the text of a drawing in the order of drawing."""

    def __init__(self) -> None:
        self._words: list[_Word] = []

    def add(self, attributes: dict[str, str], text: str, transform: str) -> list[str]:
        """Add a text element of Qt's and return its outline, and the pictures of its emoji."""
        path, pictures, width = _outline(text, *font_of(attributes))
        x, y = float(attributes["x"]), float(attributes["y"])
        self._remember(_Word(text, x, y, width, attributes["font-size"], transform))
        place, found = f"translate({x:.6g} {y:.6g})", []
        if path:
            found.append(f'<path transform="{place} scale({1 / _FINE:g})" d="{path}"/>')
        if pictures:
            found.append(f'<g transform="{place}">{pictures}</g>')
        return found

    def _remember(self, word: _Word) -> None:
        """Keep `word`; parts that Qt separated at a change of script are joined again."""
        if self._words:
            last = self._words[-1]
            same = (last.y, last.size, last.transform) == (word.y, word.size, word.transform)
            if same and abs(last.x + last.width - word.x) < 0.05:
                whole = replace(last, text=last.text + word.text, width=last.width + word.width)
                self._words[-1] = whole
                return
        self._words.append(word)

    def definitions(self) -> list[str]:
        """Return nothing: outlines need no fonts."""
        return []

    def lines(self) -> list[str]:
        """Return the words as elements that are invisible and can be selected."""
        found = [_element(word) for word in self._words if word.text.strip()]
        if not found:
            return []
        return [f'<g {_INVISIBLE} font-family="sans-serif">', *found, "</g>"]


def _element(word: _Word) -> str:
    turned = f' transform="{word.transform}"' if word.transform else ""
    # The reader's own font is stretched to the width of the outlines.
    return (
        f'<text x="{word.x:.6g}" y="{word.y:.6g}" font-size="{word.size}" xml:space="preserve" '
        f'textLength="{word.width:.6g}" lengthAdjust="spacingAndGlyphs"{turned}>'
        f"{xml_text(typed_letters(word.text))}</text>"
    )


def font_of(attributes: dict[str, str]) -> tuple[str, str, str, str]:
    """Return family, size, weight and style of a text element of Qt's."""
    return (
        html.unescape(attributes["font-family"]),
        attributes["font-size"],
        attributes["font-weight"],
        attributes["font-style"],
    )


def made_font(family: str, size: str, weight: str, style: str) -> QFont:
    """Return the font that `font_of` describes."""
    font = QFont()
    font.setFamilies([name.strip().strip("'") for name in family.split(",")])
    font.setPixelSize(round(float(size)))
    font.setWeight(QFont.Weight(int(weight)))
    font.setItalic(style == "italic")
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@lru_cache(maxsize=2048)
def _outline(text: str, *described: str) -> tuple[str, str, float]:
    """Return the path of `text`, in `_FINE` steps, the pictures in it, and its width.

    Both start at the start of the baseline.
    """
    font = made_font(*described)
    settle(font)
    path = QPainterPath()
    elements, rest = pictured(text, font)
    for left, piece in rest:
        path.addText(left, 0.0, font, piece)
    return _data(path), "".join(elements), QFontMetricsF(font).horizontalAdvance(text)


def _data(path: QPainterPath) -> str:
    """Return `path` as SVG path data, relative and in whole steps, which is the shortest form."""
    kind = QPainterPath.ElementType
    parts: list[str] = []
    at_x = at_y = 0
    controls: list[int] = []
    for index in range(path.elementCount()):
        element = path.elementAt(index)
        x, y = round(element.x * _FINE), round(element.y * _FINE)
        step = (x - at_x, y - at_y)
        if element.type == kind.MoveToElement:
            parts.append(("z" if parts else "") + "m" + _pairs(step))
        elif element.type == kind.LineToElement:
            parts.append("l" + _pairs(step))
        else:
            controls += step
            if len(controls) < 6:
                continue
            parts.append("c" + _pairs(controls))
            controls = []
        at_x, at_y = x, y
    return "".join(parts) + "z" if parts else ""


def _pairs(numbers: tuple[int, ...] | list[int]) -> str:
    return "".join(f" {n}" if n >= 0 and k else str(n) for k, n in enumerate(numbers))
