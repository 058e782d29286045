"""Splits a typed expression into tokens: numbers, names and signs, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.literal import SPACES, exact, without_groups
from xentgui.reading.read_error import NumberError

# Chinese input methods type full-width forms; papers and web pages use other signs.
_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SIGNS: Final = _FULL_WIDTH | str.maketrans(
    "−‐‑‒–﹣×⋅·∙∗÷∕⁄。．，\u3000", "-" * 6 + "*" * 5 + "///" + ".., "
)
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
_SPACED: Final = f"[{SPACES}]"

NOT_UNDERSTOOD = QT_TRANSLATE_NOOP(
    "errors",
    "{text} is not a number: {found} at character {place} is not understood. "
    "Write for example 2.33, 1/3, ln(2) or -inf.",
)
SEPARATORS = QT_TRANSLATE_NOOP(
    "errors",
    "{text} is not a number: the points and commas at character {place} are ambiguous. "
    "Write decimals with “{decimal_point}” and no separator for thousands, for example {example}.",
)
TOO_LARGE = QT_TRANSLATE_NOOP(
    "errors",
    "{text} is too large to compute with. Write a number of less than 308 digits, or inf or -inf.",
)
TOO_SMALL = QT_TRANSLATE_NOOP(
    "errors",
    "{text} is too small to be told from 0. Write 0, or a number above 5e-324.",
)


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of an expression.

    Attributes
    ----------
    kind : str
        "number", "name", "end", or the sign itself: one of ``+-*/^()%‰√``.
    place : int
        The position of its first character in the text as typed, from 1.
    value : Fraction
        The exact value of a number; otherwise 0.
    name : str
        The name in lower case; otherwise "".
    """

    kind: str
    place: int
    value: Fraction = Fraction(0)
    name: str = ""


def plain_signs(text: str) -> str:
    """Return `text` with ASCII digits and signs in place of other forms; the length stays."""
    return text.translate(_SIGNS)


def tokens(text: str, *, decimal_point: str, group: str) -> list[Token]:
    """Return the tokens of `text`, the last of kind "end"; raises NumberError."""
    line = plain_signs(text)
    thousands = "[ " + SPACES + "]" if group.isspace() else _SPACED
    run = re.compile(
        rf"(?=[.,]?[0-9])[0-9]*(?:(?:[.,'’]|{thousands}(?=[0-9]{{3}}(?![0-9])))[0-9]+)*[.,]?"
    )
    found: list[Token] = []
    at = 0
    while at < len(line):
        character = line[at]
        place = at + 1
        if character.isspace():
            at += 1
        elif digits := run.match(line, at):
            exponent = re.compile(r"[eE]([+-]?[0-9]+)").match(line, digits.end())
            at = exponent.end() if exponent else digits.end()
            plain = without_groups(
                digits.group(),
                decimal_point=decimal_point,
                group=group,
                scientific=exponent is not None,
                alone=_is_alone(line[: digits.start()], line[at:]),
            )
            if plain is None:
                example = f"1234{decimal_point}5"
                raise NumberError(
                    SEPARATORS,
                    text=shown(text), place=place, decimal_point=decimal_point, example=example,
                )  # fmt: skip
            power = int(exponent.group(1)[:9]) if exponent else 0
            value = exact(plain, power)
            if value is None:
                raise NumberError(TOO_LARGE if power > 0 else TOO_SMALL, text=shown(text))
            found.append(Token("number", place, value))
        elif name := re.compile(r"[A-Za-z]+(?:2|10)?(?![A-Za-z0-9])").match(line, at):
            found.append(Token("name", place, name=name.group().lower()))
            at = name.end()
        elif raised := re.compile(r"[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+").match(line, at):
            found.append(Token("^", place))
            number = int(raised.group().translate(_SUPERSCRIPT))
            found.append(Token("number", place, Fraction(number)))
            at = raised.end()
        elif character in _VULGAR:
            found.append(Token("number", place, Fraction(*_VULGAR[character])))
            at += 1
        elif character in "∞πΠ":
            found.append(Token("name", place, name="inf" if character == "∞" else "pi"))
            at += 1
        elif line.startswith("**", at):
            found.append(Token("^", place))
            at += 2
        elif character in "+-*/^()%‰√":
            found.append(Token(character, place))
            at += 1
        else:
            raise NumberError(NOT_UNDERSTOOD, text=shown(text), found=shown(text[at]), place=place)
    return [*found, Token("end", len(text) + 1)]


def _is_alone(before: str, after: str) -> bool:
    """Whether a number has only signs around it."""
    return not before.strip(" +-=") and not after.strip(" %‰")
