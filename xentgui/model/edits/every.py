"""Every edit, by its name; `xentgui.model.edits` has them when one is first asked for."""

from xentgui.model.edits.classes import (
    add_classes,
    duplicate_classes,
    remove_classes,
    reorder_classes,
)
from xentgui.model.edits.handles import FARTHEST, with_information, with_probability, with_softmax
from xentgui.model.edits.simplex import with_logits_of, with_target_shares
from xentgui.model.edits.target import (
    hardmax_target,
    normalised_target,
    one_hot,
    uniform_target,
    with_target_scaled,
)
from xentgui.model.edits.values import (
    Field,
    with_label,
    with_labels,
    with_logit,
    with_names_moved,
    with_setting,
    with_target,
    with_values,
)

__all__ = [
    "FARTHEST",
    "Field",
    "add_classes",
    "duplicate_classes",
    "hardmax_target",
    "normalised_target",
    "one_hot",
    "remove_classes",
    "reorder_classes",
    "uniform_target",
    "with_information",
    "with_label",
    "with_labels",
    "with_logit",
    "with_logits_of",
    "with_names_moved",
    "with_probability",
    "with_setting",
    "with_softmax",
    "with_target",
    "with_target_scaled",
    "with_target_shares",
    "with_values",
]
