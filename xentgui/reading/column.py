"""The known names of columns, and the role that each name gives to a column."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """What a column, or a named array, holds."""

    LABEL = "label"
    LOGIT = "logit"
    TARGET = "target"
    PROBABILITY = "probability"
    INDEX = "index"
    OTHER = "other"


_NAMES: Final = {
    Role.LABEL: (
        "label", "labels", "class", "classes", "name", "names", "class name", "class names",
        "class label", "class labels", "category", "categories",
        "类别", "类", "类名", "类别名", "类别名称", "标签", "名称", "分类",
    ),
    Role.LOGIT: (
        "logit", "logits", "z", "logit z", "logits z", "score", "scores", "output", "outputs",
        "logit值", "逻辑值", "得分", "分数", "对数几率",
    ),
    Role.TARGET: (
        "target", "targets", "y", "target y", "targets y", "y true", "true", "true label", "truth",
        "ground truth", "label prob", "label probability", "one hot", "onehot",
        "目标", "目标 y", "目标y", "目标分布", "目标概率", "真值", "真实标签",
    ),
    Role.PROBABILITY: (
        "probability", "probabilities", "prob", "probs", "p", "softmax", "softmax p", "概率",
    ),
    Role.INDEX: (
        "", "#", "index", "id", "row", "sample", "sample id", "example", "file", "filename",
        "序号", "编号", "样本",
    ),
}  # fmt: skip
_ROLES: Final = {name: role for role, names in _NAMES.items() for name in names}


def role_of(name: str) -> Role:
    """Return what a column called `name` holds; OTHER if the name is not known.

    >>> role_of("True_Label").value, role_of("logits").value, role_of("cat").value
    ('target', 'logit', 'other')
    """
    return _ROLES.get(re.sub(r"[\s_-]+", " ", name).strip().casefold(), Role.OTHER)
