"""What the commands of a table need from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QModelIndex, SignalInstance

from xentgui.reading.offer import ReadingDesk
from xentgui.tables.cells.cell_delegate import Ending
from xentgui.tables.cells.row_painter import Cells


class TableHost(Protocol):
    """A table of classes as its commands see it; its signals are those of `ClassTable`."""

    @property
    def edit_requested(self) -> SignalInstance:
        """Emitted with an edit and the name of its step."""

    @property
    def message(self) -> SignalInstance:
        """Emitted with a sentence about what just happened."""

    @property
    def batch_pasted(self) -> SignalInstance:
        """Emitted with a block of numbers that is more than a table can hold."""

    @property
    def token_pasted(self) -> SignalInstance:
        """Emitted with a text that is a whole scene, and not a block for the table."""

    @property
    def desk(self) -> ReadingDesk:
        """What reads pasted texts, and asks about them."""

    def takes_points(self, text: str) -> bool:
        """Take a text with many samples as points, where points are shown; return whether so."""

    def current_class(self) -> int | None:
        """Return the class that keys act on."""

    def selected_classes(self) -> list[int]:
        """Return the classes with a selected cell, in order."""

    def selected_cells(self) -> list[Cells]:
        """Return the blocks of selected cells."""

    def select_classes(self, rows: Iterable[int]) -> None:
        """Select the numbers of the classes."""

    def go(self, ending: Ending) -> None:
        """Go from the current cell to the one that `ending` says."""

    def explain_derived(self) -> None:
        """Say why nothing can be typed in the current cell."""

    def currentIndex(self) -> QModelIndex:
        """Return the current cell."""

    def setCurrentIndex(self, index: QModelIndex) -> None:
        """Make another cell the current one."""

    def edit(self, index: QModelIndex) -> None:
        """Open the editor of a cell."""
