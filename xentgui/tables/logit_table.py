"""The table in which logits are typed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.tables.class_table import ClassTable
from xentgui.tables.logits_model import LogitsModel


class LogitTable(ClassTable):
    """Class, logit, softmax, hardmax."""

    title = QT_TRANSLATE_NOOP("tables", "Logits")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LogitsModel(), parent)
        self.setObjectName("logit_table")
        self.retranslate()
