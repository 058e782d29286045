"""Cuts a text that a program printed into its tokens: strings, signs, and all between them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.patience import tell
from xentgui.reading.read_error import ReadError

_EVERY: Final = 4096  # tokens between two words about how far it is

_TOKEN: Final = re.compile(
    r"""[^\S\n]*(?:(?P<newline>\n)
    |(?P<comment>\#[^\n]*)
    |(?P<string>[rbuRBU]?(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"))
    |(?P<sign>[\[\](){},:=;])
    |(?P<atom>(?:<[^<>\n]*>|[^\s\[\](){},:=;'"\#<>])+)
    |(?P<end>\Z))""",
    re.VERBOSE,
)

BROKEN = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line}: {found} is not expected here. Copy the whole array with all its brackets.",
)


class Token(NamedTuple):
    """A piece of the text: its kind is "string", "atom", "end", or the sign itself."""

    kind: str
    text: str
    line: int
    column: int


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of `text`; raises ReadError at a sign that nothing begins with."""
    found: list[Token] = []
    at, line, column = 0, 1, 1
    while at < len(text):
        if not len(found) % _EVERY:
            tell(at / len(text) / 2)
        match = _TOKEN.match(text, at)
        if match is None:
            stranger = text[at:].lstrip()[:1]
            raise ReadError(BROKEN, line=line, found=shown(stranger))
        kind = str(match.lastgroup)
        piece = match.group(kind)
        at = match.end()
        if kind == "newline":
            line, column = line + 1, 1
        elif kind == "sign":
            found.append(Token(piece, piece, line, column))
        elif kind in {"string", "atom"}:
            found.append(Token(kind, piece, line, column))
            column += 1
    return [*found, Token("end", "", line, column)]
