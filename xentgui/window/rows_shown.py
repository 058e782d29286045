"""Puts what is known of the rows of a matrix into the view, while a panel shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from xentgui.documents.store import Store

if TYPE_CHECKING:
    from xentgui.model.sampling.seen_rows import SeenRows


class RowsShown(QObject):
    """Shows the rows after the change that is being told of, and only if somebody sees them."""

    def __init__(self, store: Store, is_wanted: Callable[[], bool], parent: QObject) -> None:
        """`is_wanted` says whether any panel shows rows."""
        super().__init__(parent)
        self._store, self._is_wanted = store, is_wanted
        self._rows: SeenRows | None = None
        self._figures = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.look)

    def show_rows(self, rows: SeenRows | None) -> None:
        """Show `rows` soon."""
        self._rows = rows
        if self._wants() or rows is None:
            self._soon.start()

    def begin_figure(self) -> None:
        """Show them while somebody chooses a figure, whatever the window shows."""
        self._figures += 1
        self.look()

    def end_figure(self) -> None:
        """Show them again as the window has it."""
        self._figures -= 1
        self._soon.start()

    def _wants(self) -> bool:
        return self._figures > 0 or self._is_wanted()

    def look(self) -> None:
        """Show the last rows now, if somebody sees them."""
        wanted = self._rows if self._wants() else None
        if self._store.view.rows is not wanted:
            self._store.show(replace(self._store.view, rows=wanted))
