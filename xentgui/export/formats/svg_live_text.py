"""Text in an SVG as text, which can be edited, in fonts that the file brings or names."""

from __future__ import annotations

from xentgui.export.formats.svg_fonts import faces
from xentgui.export.formats.svg_text import font_of
from xentgui.export.xml_text import xml_text
from xentgui.painting import fonts

_SANS = "Helvetica, Arial, 'Liberation Sans', sans-serif"
_MATH = "'STIX Two Math', 'Cambria Math', 'Latin Modern Math', serif"
_CHINESE = "'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"


class LiveText:
    """Turns texts into text elements, and remembers which letters each font needs."""

    def __init__(self, *, embed: bool) -> None:
        self._embed = embed
        self._letters: dict[tuple[str, str, str], set[str]] = {}

    def add(self, attributes: dict[str, str], text: str, transform: str) -> list[str]:
        """Return the text element for one of Qt's."""
        if not text.strip():
            return []
        family, size, weight, style = font_of(attributes)
        self._letters.setdefault((family, weight, style), set()).update(text)
        said = "" if weight == "400" else f' font-weight="{weight}"'
        said += "" if style == "normal" else f' font-style="{style}"'
        place = f'x="{float(attributes["x"]):.6g}" y="{float(attributes["y"]):.6g}"'
        font = f'font-family="{_stack(family)}" font-size="{size}"{said}'
        return [f'<text {place} {font} xml:space="preserve">{xml_text(text)}</text>']

    def definitions(self) -> list[str]:
        """Return the fonts with the letters that are used, if they are to be in the file."""
        if not self._embed or not self._letters:
            return []
        rules = [
            rule
            for described, letters in self._letters.items()
            for rule in faces(letters, *described)
        ]
        return ["<defs>", '<style type="text/css">', *rules, "</style>", "</defs>"]

    def lines(self) -> list[str]:
        """Return nothing: there is no other text."""
        return []


def _stack(family: str) -> str:
    """Return the families in the order in which readers look for them."""
    ours = [name.strip().strip("'\"") for name in family.split(",")]
    known = fonts.install()
    others = _MATH if known.math in ours else _CHINESE if ours[0] == known.chinese else _SANS
    return ", ".join([*(f"'{xml_text(name)}'" for name in ours if name), others])
