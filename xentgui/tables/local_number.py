"""Typed numbers with the decimal point of the locale."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from xentgui.language.text import typed


def decimal_point() -> str:
    """Return the decimal point of the locale, "." or ","."""
    return "," if QLocale().decimalPoint() == "," else "."


def read_here(text: str) -> float:
    """Return the number in `text`; raises NumberError."""
    # A start must not wait for what reads numbers in every form.
    from xentgui.reading.number import read_number  # noqa: PLC0415

    return read_number(text, decimal_point=decimal_point(), group=QLocale().groupSeparator())


def typed_here(value: float) -> str:
    """Return `value` as it is typed in this locale; `read_here` reads back the same number.

    If the decimal point is a comma, "1.234" could be read as more than a thousand.
    """
    return typed(value).replace(".", decimal_point())
