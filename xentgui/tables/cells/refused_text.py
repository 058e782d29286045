"""Typed text that was refused, kept in its cell so that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class RefusedText:
    """One refused text.

    Attributes
    ----------
    index
        The cell, wherever it moves.
    text, reason
        What was typed, and why it could not be taken.
    """

    index: QPersistentModelIndex
    text: str
    reason: str


@dataclass(slots=True)
class RefusedTexts:
    """The refused texts of a table; false if there are none, as there nearly always are."""

    all: list[RefusedText] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.all)

    def at(self, row: int, column: int) -> RefusedText | None:
        """Return the refused text that a cell holds."""
        for draft in self.all:
            if draft.index.row() == row and draft.index.column() == column:
                return draft
        return None

    def keep(self, index: QModelIndex | QPersistentModelIndex, text: str, reason: str) -> None:
        """Let a cell hold a text instead of the one that it may hold already."""
        self.drop(index.row(), index.column())
        self.all.append(RefusedText(QPersistentModelIndex(index), text, reason))

    def drop(self, row: int, column: int) -> bool:
        """Forget the text of a cell; return whether there was one."""
        draft = self.at(row, column)
        if draft is not None:
            self.all.remove(draft)
        return draft is not None

    def keep_only(self, wanted: Callable[[int, int], bool]) -> None:
        """Forget the texts of cells that are gone, or are not `wanted` by row and column."""
        self.all = [
            draft
            for draft in self.all
            if draft.index.isValid() and wanted(draft.index.row(), draft.index.column())
        ]
