"""The target's table: class, target, information, contribution."""

from __future__ import annotations

from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.tables.class_model import ClassModel
from xentgui.tables.target_columns import TARGET, TARGET_COLUMNS


class TargetModel(ClassModel):
    """Targets that are typed, and what each class adds to the cross-entropy."""

    field = "target"
    value_key = TARGET.key
    all_columns = TARGET_COLUMNS
    step = QT_TRANSLATE_NOOP("tables", "Target of {label}")
    clear_step = QT_TRANSLATE_NOOP("tables", "Set Targets to 0")
