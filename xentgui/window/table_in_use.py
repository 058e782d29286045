"""The table that commands for classes act on, which is the one that last had the focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xentgui.documents.store import Store
from xentgui.tables.class_table import ClassTable


class TableInUse(QObject):
    """Remembers which table last had the focus, and gives its current class.

    Attributes
    ----------
    table
        The table; the first one until another has had the focus.
    """

    def __init__(self, tables: Sequence[ClassTable], store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._tables, self._store = tables, store
        self.table = tables[0]

    @property
    def current_class(self) -> int:
        """The class that commands apply to: that of the table in use, else the highlighted one."""
        highlighted = self._store.view.highlighted_class
        if highlighted is not None and not self.table.hasFocus():
            return highlighted
        return self.table.current_class() or 0

    def follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Remember a table that gets the focus."""
        for table in self._tables:
            if new is table:
                self.table = table
