"""SVG: vectors that look the same in every program, with text that can be found and selected."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtSvg import QSvgGenerator

from xentgui.documents.embedded.packing import (
    PROGRAM,
    SVG_ATTRIBUTE,
    SVG_ELEMENT,
    SVG_NAMESPACE,
    packed_text,
)
from xentgui.export.figure import Figure
from xentgui.export.formats.device import painting
from xentgui.export.formats.svg_body import body
from xentgui.export.formats.svg_fonts import faces
from xentgui.export.formats.svg_text import Words, font_of
from xentgui.export.spec import FigureSpec
from xentgui.export.written_text import is_plain, xml_text
from xentgui.painting import fonts
from xentgui.painting.parts import naming
from xentgui.painting.theme import THEMES

_SANS = "Helvetica, Arial, 'Liberation Sans', sans-serif"
_MATH = "'STIX Two Math', 'Cambria Math', 'Latin Modern Math', serif"
_CHINESE = "'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"

_NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
_PLAIN = 8_192  # characters; a longer state is not written as text
_LONGEST_ATTRIBUTE = 1_000_000  # characters; programs refuse attributes of 10 MB


class LiveText:
    """Turns texts into text elements, which can be edited, and remembers what letters fonts need."""

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


def encode(figure: Figure) -> bytes:
    """Return the bytes of an SVG file, with the figure's title, description and state in it.

    Letters are outlines, because many programs do not read fonts from an SVG.  The text itself lies
    over them, invisible.  If the figure asks for it, letters are text.  Nothing is clipped and no pen is cosmetic, because QtSvg supports
    neither.
    """
    spec = figure.spec
    across, down = spec.design_size
    attribute, content = _state(figure.document)
    texts = Words() if spec.svg_text == "outlines" else LiveText(embed=spec.svg_text == "embedded")
    drawing = body(*_drawn(figure), texts, _colors(figure))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg {_NAMESPACES} version="1.1" role="img" {_size(spec)}',
        f' viewBox="0 0 {across:.6g} {down:.6g}"{attribute}>',
        f"<title>{xml_text(figure.title())}</title>",
        f"<desc>{xml_text(figure.description())}</desc>",
        f"<metadata>{_metadata(content)}</metadata>",
        *texts.definitions(),
        '<g id="figure" class="figure">',
        *drawing,
        "</g>",
        *texts.lines(),
        "</svg>",
        "",
    ]
    return "\n".join(lines).encode()


def _drawn(figure: Figure) -> tuple[str, list[tuple[str, str]]]:
    """Return Qt's SVG of the figure, and the kind and the name of each of its parts."""
    across, down = figure.spec.design_size
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)  # at other resolutions fonts get another size
    generator.setSize(QSize(round(across), round(down)))
    generator.setViewBox(QRectF(0, 0, across, down))
    with painting(generator) as painter, naming(generator) as named:
        figure.paint(painter)
    return bytes(buffer.data().data()).decode("utf-8", "replace"), named.parts


def _colors(figure: Figure) -> dict[str, int]:
    """Return the number of the class, from 1, that each colour stands for, if it is for one."""
    theme, state = THEMES[figure.spec.theme], figure.snapshot.state
    count = len(state.labels)
    if count > len(theme.classes) or theme.hatched:
        return {}
    colors = [theme.class_color(state.color_of(index)).lower() for index in range(count)]
    return {color: nth for nth, color in enumerate(colors, start=1) if colors.count(color) == 1}


def _size(spec: FigureSpec) -> str:
    if spec.unit == "cm":
        return f'width="{spec.width * 2.54 / 96:.6g}cm" height="{spec.height * 2.54 / 96:.6g}cm"'
    return f'width="{spec.width:.6g}" height="{spec.height:.6g}"'


def _state(document: str) -> tuple[str, str]:
    """Return the attribute and the metadata that hold the state; each is "" where it does not.

    The metadata are for reading, the attribute survives programs that drop metadata.
    """
    if not document:
        return "", ""
    readable = len(document) <= _PLAIN and is_plain(document)
    packed = packed_text(document)
    if len(packed) > _LONGEST_ATTRIBUTE:
        return "", f' encoding="zlib">{packed}'
    return f' {SVG_ATTRIBUTE}="{packed}"', f' encoding="text">{xml_text(document)}' * readable


def _metadata(content: str) -> str:
    """Return the metadata: the program, and the state if `content` has it."""
    head = f'<xent:{SVG_ELEMENT} xmlns:xent="{SVG_NAMESPACE}" program="{PROGRAM}"'
    return f"{head}{content}</xent:{SVG_ELEMENT}>" if content else f"{head}/>"
