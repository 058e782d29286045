"""The two tables of classes: that of logits, and that of targets."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.tables.class_model import ClassModel
from xentgui.tables.class_table import ClassTable
from xentgui.tables.logit_columns import LOGIT, LOGIT_COLUMNS
from xentgui.tables.target_columns import TARGET, TARGET_COLUMNS


class LogitsModel(ClassModel):
    """The typed logits, with softmax and hardmax."""

    field = "logits"
    value_key = LOGIT.key
    all_columns = LOGIT_COLUMNS
    step = QT_TRANSLATE_NOOP("tables", "Logit of {label}")
    clear_step = QT_TRANSLATE_NOOP("tables", "Set Logits to 0")


class LogitTable(ClassTable):
    """Class, logit, softmax, hardmax."""

    title = QT_TRANSLATE_NOOP("tables", "Logits")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LogitsModel(), parent)
        self.setObjectName("logit_table")
        self.retranslate()


class TargetModel(ClassModel):
    """The typed targets, with the contribution of each class to the cross-entropy."""

    field = "target"
    value_key = TARGET.key
    all_columns = TARGET_COLUMNS
    step = QT_TRANSLATE_NOOP("tables", "Target of {label}")
    clear_step = QT_TRANSLATE_NOOP("tables", "Set Targets to 0")


class TargetTable(ClassTable):
    """Class, target, information, contribution."""

    title = QT_TRANSLATE_NOOP("tables", "Target")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TargetModel(), parent)
        self.setObjectName("target_table")
        self.retranslate()
