"""What is typed into a table: numbers with the decimal point of the locale, and refused texts.

Refused texts stay in their cells, so that nothing typed is lost.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex

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


class RefusedText:
    """One refused text.

    Attributes
    ----------
    index
        The cell, also after it has moved.
    text, reason
        The typed text, and why it was refused.
    """

    __slots__ = ("index", "reason", "text")

    def __init__(self, index: QPersistentModelIndex, text: str, reason: str) -> None:
        self.index, self.text, self.reason = index, text, reason


class RefusedTexts:
    """The refused texts of a table; false if there are none, as is usual."""

    def __init__(self) -> None:
        self.all: list[RefusedText] = []

    def __bool__(self) -> bool:
        return bool(self.all)

    def at(self, row: int, column: int) -> RefusedText | None:
        """Return the refused text of a cell, or None."""
        for draft in self.all:
            if draft.index.row() == row and draft.index.column() == column:
                return draft
        return None

    def keep(self, index: QModelIndex | QPersistentModelIndex, text: str, reason: str) -> None:
        """Set the refused text of a cell; it replaces an earlier one."""
        self.drop(index.row(), index.column())
        self.all.append(RefusedText(QPersistentModelIndex(index), text, reason))

    def drop(self, row: int, column: int) -> bool:
        """Forget the text of a cell; return whether there was one."""
        draft = self.at(row, column)
        if draft is not None:
            self.all.remove(draft)
        return draft is not None

    def keep_only(self, wanted: Callable[[int, int], bool]) -> None:
        """Forget the texts of removed cells, and of those that are not `wanted`."""
        self.all = [
            draft
            for draft in self.all
            if draft.index.isValid() and wanted(draft.index.row(), draft.index.column())
        ]
