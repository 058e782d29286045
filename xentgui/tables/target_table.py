"""The table in which targets are typed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.tables.class_table import ClassTable
from xentgui.tables.target_model import TargetModel


class TargetTable(ClassTable):
    """Class, target, information, contribution."""

    title = QT_TRANSLATE_NOOP("tables", "Target")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TargetModel(), parent)
        self.setObjectName("target_table")
        self.retranslate()
