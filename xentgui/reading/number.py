"""Reads a number that a person types: 2.33, 1/3, ln 2, -inf.  No eval."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.literal import plain_number
from xentgui.reading.read_error import NumberError
from xentgui.reading.token import (
    NOT_UNDERSTOOD,
    TOO_LARGE,
    TOO_SMALL,
    Token,
    plain_signs,
    tokens,
)

_LONGEST: Final = 200  # characters
_DEEPEST: Final = 40  # the deepest nesting of brackets and powers
_MOST_BITS: Final = 20_000  # the largest exponent of a power that is computed exactly

_Value = Fraction | float
_CONSTANTS: Final[dict[str, float]] = {
    "pi": math.pi, "e": math.e,
    "inf": math.inf, "infty": math.inf, "infinity": math.inf,
}  # fmt: skip
_FUNCTIONS: Final[dict[str, Callable[[float], float]]] = {
    "ln": math.log, "log": math.log, "log2": math.log2, "log10": math.log10, "lg": math.log10,
    "exp": math.exp, "sqrt": math.sqrt,
}  # fmt: skip

_EMPTY = QT_TRANSLATE_NOOP(
    "errors", "Nothing is written here. Write a number, for example 2.33, 1/3, ln(2) or -inf."
)
_TOO_LONG = QT_TRANSLATE_NOOP(
    "errors", "{text} is too long for a number: at most {limit} characters are read. Shorten it."
)
_TOO_DEEP = QT_TRANSLATE_NOOP(
    "errors",
    "{text} has brackets or powers that are nested too deeply at character {place}. Simplify it.",
)
_NAN = QT_TRANSLATE_NOOP(
    "errors", "{text} is not a number (NaN). Write a number, or -inf to switch a class off."
)
_OPERATOR = QT_TRANSLATE_NOOP(
    "errors",
    "{text} is not a number: a sign is missing before character {place}. "
    "Write for example 2*3, 2/3 or ln(2).",
)
_ENDS = QT_TRANSLATE_NOOP(
    "errors",
    "{text} is not a number: something is missing at character {place}. "
    "Write for example 2.33, 1/3, ln(2) or -inf.",
)
_UNCLOSED = QT_TRANSLATE_NOOP(
    "errors", "{text} is not a number: a “)” is missing at character {place}. Close the bracket."
)
_LOOSE = QT_TRANSLATE_NOOP(
    "errors",
    "{text} can be read in two ways at character {place}. "
    "Write brackets, for example ln(2)*3 or ln(2*3).",
)
_ZERO = QT_TRANSLATE_NOOP(
    "errors",
    "{text} divides by zero at character {place}. Write a number, or -inf to switch a class off.",
)
_UNDEFINED = QT_TRANSLATE_NOOP(
    "errors",
    "{text} cannot be evaluated at character {place}. Write a number, for example ln(2), or -inf.",
)


def read_number(text: str, *, decimal_point: str = ".", group: str = ",") -> float:
    """Return the number in `text`, correctly rounded.

    Understood are decimals, ``1e-3``, ``1×10^−3``, ``50%``, ``-inf`` and ``−∞``; the signs
    ``+ - * / ^ **`` (a power binds before a minus: ``-2^2`` is −4) and brackets; ``pi``, ``e``;
    ``ln`` and ``log`` (natural), ``log2``, ``log10`` or ``lg``, ``exp`` and ``sqrt``, with
    brackets or before one number (``ln 2``); full-width forms, and the minus and times
    signs of books.  Fractions are worked out exactly: ``0.1 + 0.2`` is 0.3.

    Where a comma or point can be read in two ways (``1,460``), the locale decides; where there is
    one way only (``1,46``), that one is taken.  `xentgui.reading.literal` has the rule.

    Parameters
    ----------
    decimal_point, group : str
        The locale's decimal point, "." or ",", and its sign between thousands.

    Raises
    ------
    NumberError
        For everything else; for NaN, 1/0, log(-1) and log(0); for values that are too large or too
        small for a float.  Infinity is accepted only if it is written as such.

    >>> read_number("1/3"), read_number("−1,46"), read_number("ln(0.5)")
    (0.3333333333333333, -1.46, -0.6931471805599453)
    >>> read_number("1,460"), read_number("1,460", decimal_point=",")
    (1460.0, 1.46)
    """
    # Numbers as programs write them are by far the most common, and a paste holds thousands: they
    # must be fast.  If the locale groups digits by points, 1.460 needs the full rule.
    if len(text) <= _LONGEST and (decimal_point != "," or "." not in text):
        plain = plain_number(text)
        if plain is not None:
            return plain
    if not text.strip():
        raise NumberError(_EMPTY)
    if len(text) > _LONGEST:
        raise NumberError(_TOO_LONG, text=shown(text), limit=_LONGEST)
    if group == decimal_point:
        group = "." if decimal_point == "," else ","
    if plain_signs(text).strip().lower().lstrip("+-") in {"nan", "#n/a", "n/a", "null", "none"}:
        raise NumberError(_NAN, text=shown(text.strip()))
    expression = _Expression(text, decimal_point=decimal_point, group=group)
    return expression.value()


class _Expression:
    """One text, read from left to right; each method reads one level of precedence."""

    def __init__(self, text: str, *, decimal_point: str, group: str) -> None:
        # Spreadsheets begin a formula with "="; a blank keeps every place as it was.
        start = len(text) - len(text.lstrip())
        if plain_signs(text[start : start + 1]) == "=":
            text = text[:start] + " " + text[start + 1 :]
        self._text = text
        self._tokens = tokens(text, decimal_point=decimal_point, group=group)
        self._next = 0
        self._depth = 0

    def value(self) -> float:
        value = self._sum()
        token = self._token
        if token.kind in {"number", "name", "(", "√"}:
            raise self._refused(_OPERATOR, token)
        if token.kind != "end":
            raise self._refused(NOT_UNDERSTOOD, token)
        return self._rounded(value)

    @property
    def _token(self) -> Token:
        return self._tokens[self._next]

    def _take(self) -> Token:
        token = self._token
        self._next += token.kind != "end"
        return token

    def _sum(self) -> _Value:
        value = self._product()
        while self._token.kind in {"+", "-"}:
            sign = self._take()
            value, other = self._alike(value, self._product())
            result = value + other if sign.kind == "+" else value - other
            value = self._checked(result, sign, value, other)
        return value

    def _product(self) -> _Value:
        value = self._signed()
        while self._token.kind in {"*", "/"}:
            sign = self._take()
            value, other = self._alike(value, self._signed())
            if sign.kind == "/" and other == 0:
                raise self._refused(_ZERO, sign)
            result = value * other if sign.kind == "*" else value / other
            value = self._checked(result, sign, value, other, may_vanish=True)
        return value

    def _signed(self) -> _Value:
        negative = False
        while self._token.kind in {"+", "-"}:
            negative ^= self._take().kind == "-"
        value = self._power()
        return -value if negative else value

    def _power(self) -> _Value:
        base = self._percent()
        if self._token.kind != "^":
            return base
        sign = self._take()
        self._deeper(sign)
        exponent = self._signed()
        self._depth -= 1
        if base == 0 and exponent < 0:
            raise self._refused(_ZERO, sign)
        if isinstance(base, Fraction) and isinstance(exponent, Fraction):
            bits = max(base.numerator.bit_length(), base.denominator.bit_length())
            if exponent.denominator == 1 and bits * abs(exponent.numerator) <= _MOST_BITS:
                return Fraction(base**exponent.numerator)
        return self._computed(math.pow, sign, base, exponent)

    def _percent(self) -> _Value:
        value = self._operand()
        while self._token.kind in {"%", "‰"}:
            sign = self._take()
            parts = value / (100 if sign.kind == "%" else 1000)
            value = self._checked(parts, sign, value, may_vanish=True)
        return value

    def _operand(self) -> _Value:
        token = self._take()
        if token.kind == "number":
            return token.value
        if token.kind == "(":
            return self._bracket(token)
        if token.kind == "√" or token.name in _FUNCTIONS:
            return self._function(token)
        if token.name in _CONSTANTS:
            return _CONSTANTS[token.name]
        if token.kind == "end":
            raise self._refused(_ENDS, token)
        raise self._refused(NOT_UNDERSTOOD, token)

    def _bracket(self, opening: Token) -> _Value:
        self._deeper(opening)
        value = self._sum()
        self._depth -= 1
        if self._token.kind == "end":
            raise self._refused(_UNCLOSED, self._token)
        if self._token.kind != ")":
            missing = self._token.kind in {"number", "name", "(", "√"}
            raise self._refused(_OPERATOR if missing else NOT_UNDERSTOOD, self._token)
        self._take()
        return value

    def _function(self, token: Token) -> _Value:
        function = math.sqrt if token.kind == "√" else _FUNCTIONS[token.name]
        if self._token.kind == "(":
            return self._computed(function, token, self._bracket(self._take()))
        negative = self._token.kind == "-" and self._take().kind == "-"
        if self._token.kind not in {"number", "name"} or self._token.name in _FUNCTIONS:
            raise self._refused(_ENDS if self._token.kind == "end" else NOT_UNDERSTOOD, self._token)
        operand = self._percent()
        if self._token.kind in {"*", "/", "^"}:
            raise self._refused(_LOOSE, self._token)  # "ln 1/3" could be ln(1/3) or ln(1)/3
        return self._computed(function, token, -operand if negative else operand)

    def _computed(self, function: Callable[..., float], token: Token, *operands: _Value) -> float:
        numbers = [self._rounded(operand) for operand in operands]
        try:
            value = function(*numbers)
        except OverflowError:
            raise NumberError(TOO_LARGE, text=shown(self._text)) from None
        except ValueError:
            raise self._refused(_UNDEFINED, token) from None
        may_vanish = function in {math.exp, math.pow}
        return float(self._checked(value, token, *numbers, may_vanish=may_vanish))

    def _checked(
        self, value: _Value, token: Token, *operands: _Value, may_vanish: bool = False
    ) -> _Value:
        """Return `value`; raises NumberError for NaN, an overflow or an underflow.

        With `may_vanish`, a `value` of 0 is an underflow, unless an operand is 0 or infinite.
        """
        if isinstance(value, Fraction):
            return value
        if math.isnan(value):
            raise self._refused(_UNDEFINED, token)
        finite = all(map(math.isfinite, operands))
        if math.isinf(value) and finite:
            raise NumberError(TOO_LARGE, text=shown(self._text))
        if value == 0 and may_vanish and finite and 0 not in operands:
            raise NumberError(TOO_SMALL, text=shown(self._text))
        return value

    def _alike(self, one: _Value, other: _Value) -> tuple[_Value, _Value]:
        """Return both numbers as fractions, or both as floats."""
        if isinstance(one, Fraction) and isinstance(other, Fraction):
            return one, other
        return self._rounded(one), self._rounded(other)

    def _rounded(self, value: _Value) -> float:
        try:
            rounded = float(value)
        except OverflowError:
            raise NumberError(TOO_LARGE, text=shown(self._text)) from None
        if rounded == 0 and value != 0:
            raise NumberError(TOO_SMALL, text=shown(self._text))
        return rounded

    def _deeper(self, token: Token) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._refused(_TOO_DEEP, token)

    def _refused(self, template: str, token: Token) -> NumberError:
        found = self._text[token.place - 1 :][: max(1, len(token.name))]
        return NumberError(
            template, text=shown(self._text.strip()), place=token.place, found=shown(found)
        )
