"""Finds classes by their names: makes the bar when it is first needed, and shows the hits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from xentgui.documents.store import Store
from xentgui.model.mark import ClassMark
from xentgui.tables.class_table import ClassTable
from xentgui.window.look import Look
from xentgui.window.wiring import Wiring

if TYPE_CHECKING:
    from xentgui.window.find_bar import FindBar


class Finding(QObject):
    """The find bar, and what follows from it.

    Attributes
    ----------
    bar
        None until somebody looks for a class.
    """

    def __init__(
        self,
        window: QMainWindow,
        *,
        store: Store,
        look: Look,
        wiring: Wiring,
        tables: Sequence[ClassTable],
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._look = window, store, look
        self._wiring, self._tables = wiring, tables
        self.bar: FindBar | None = None

    def begin(self) -> None:
        """Show the bar, ready for a name."""
        if self.bar is None:
            from xentgui.window.find_bar import FindBar  # noqa: PLC0415 - no start needs it

            self.bar = FindBar(self._window)
            self._window.addToolBarBreak()
            self._window.addToolBar(self.bar)
            self.bar.show_style(self._look.style())
            self._wiring.add(self.bar)
            self._wiring.take_views_of(self.bar)
            self._wiring.show_view_in(self.bar)
            self._wiring.show_numbers_in(self.bar)
            self.bar.class_requested.connect(self._show_class)
        self.bar.begin()

    def go_on(self) -> None:
        """Go to the next hit; begin if nobody looks for anything."""
        if self.bar is None or self._store.view.found is None:
            self.begin()
        else:
            self.bar.go_on()

    def _show_class(self, index: int) -> None:
        for table in self._tables:
            table.select_classes([index])
        self._store.show(replace(self._store.view, highlight=ClassMark(index)))
