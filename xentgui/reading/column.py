"""The roles of columns, and the known names that give a column its role."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """What a column, or a named array, holds."""

    LABEL = "label"
    LOGIT = "logit"
    PROBABILITY = "probability"
    PERCENT = "percent"  # a probability of 83.8 that means 0.838
    LOG_PROBABILITY = "log-probability"
    TARGET = "target"  # how much of a class is asked for: one-hot or soft
    TARGET_CLASS = "target-class"  # a class, by its name or its number from 0
    TARGET_FROM_ONE = "target-from-one"  # a class, by its number from 1
    INDEX = "index"
    OUT = "out"  # left out
    INPUT = "input"  # of points
    POINT_CLASS = "point-class"  # the class of each point, by its name
    OTHER = "other"  # no known name; a finished reading has no such column


SCALES: Final = (Role.LOGIT, Role.PROBABILITY, Role.PERCENT, Role.LOG_PROBABILITY)
"""The roles of numbers that give logits."""

FIELDS: Final = {Role.LABEL, Role.TARGET, *SCALES}
"""The roles of named arrays."""

CLASSES: Final = (Role.TARGET_CLASS, Role.TARGET_FROM_ONE)
"""The roles of columns with the class of each row."""

_NAMES: Final = {
    Role.LABEL: (
        "label", "labels", "class", "classes", "name", "names", "class name", "class names",
        "class label", "class labels", "category", "categories", "token", "tokens", "tok str",
        "token str", "word", "species", "answer", "decoded token", "text",
        "klasse", "klassen", "bezeichnung", "kategorie", "classe", "étiquette", "catégorie",
        "clase", "etiqueta", "categoría", "nombre",
        "类别", "类", "类名", "类别名", "类别名称", "标签", "名称", "分类", "词", "词元",
    ),
    Role.LOGIT: (
        "logit", "logits", "z", "logit z", "logits z", "score", "scores", "output", "outputs",
        "prediction", "predictions", "raw score", "raw scores", "decision function",
        "logit值", "逻辑值", "得分", "分数", "对数几率", "模型输出",
    ),
    Role.TARGET: (
        "target", "targets", "y", "target y", "targets y", "y true", "true", "true label", "truth",
        "ground truth", "label prob", "label probability", "one hot", "onehot", "gt", "label id",
        "label ids", "label idx", "label index", "class id", "class idx", "target id", "gold",
        "gold label", "actual", "true class",
        "ziel", "wahrheit", "cible", "objetivo",
        "目标", "目标 y", "目标y", "目标分布", "目标概率", "真值", "真实标签", "真实类别", "标注",
    ),
    Role.PROBABILITY: (
        "probability", "probabilities", "prob", "probs", "p", "softmax", "softmax p", "proba",
        "probas", "confidence", "confidences", "likelihood", "predict proba", "predicted probability",
        "wahrscheinlichkeit", "wahrscheinlichkeiten", "probabilité", "probabilités", "probabilidad",
        "probabilidades", "konfidenz",
        "概率", "预测概率", "置信度", "可能性", "类别概率", "softmax概率",
    ),
    Role.PERCENT: ("percent", "percentage", "prozent", "pourcentage", "porcentaje", "百分比", "%"),
    Role.LOG_PROBABILITY: (
        "logprob", "logprobs", "log prob", "log probs", "log probability", "log probabilities",
        "logp", "log p", "ln p", "lnp", "log softmax", "logsoftmax", "log proba", "token logprob",
        "predict log proba", "对数概率", "log 概率",
    ),
    Role.INDEX: (
        "", "#", "index", "id", "row", "sample", "sample id", "example", "file", "filename", "idx",
        "image id", "imageid", "image", "path", "file path", "filepath", "key", "uid", "guid",
        "text id", "row id", "step", "epoch", "iteration", "no", "no.", "nr", "nr.",
        "序号", "编号", "样本", "样本编号", "文件", "文件名", "图片",
    ),
    Role.OUT: (
        "pred", "preds", "y pred", "predicted", "predicted label", "predicted class", "argmax",
        "prediction label", "loss", "train loss", "val loss", "accuracy", "acc", "lr",
        "learning rate", "correct", "bytes", "rank", "split", "time", "timestamp", "sequence",
        "预测", "预测类别", "预测标签", "损失", "准确率",
    ),
}  # fmt: skip
_ROLES: Final = {name: role for role, names in _NAMES.items() for name in names}

# What a scale is called in front of the name of a class: logit_cat, prob_cat, p(cat).
_PREFIX: Final = re.compile(
    r"(?P<scale>logits?|probs?|probas?|p|probability|score|confidence|log_?probs?|logp)"
    r"(?:[_:/ .-]\s*(?P<name>.+)|\((?P<inner>.+)\)|\[(?P<item>.+)\])",
    re.IGNORECASE,
)
_CURVE: Final = re.compile(
    r"(?:__(?:min|max)$)|(?:^|[\W_])(?:loss|accuracy|learning[ _]rate)(?:$|[\W_])", re.IGNORECASE
)
_UNNAMED: Final = re.compile(r"unnamed: \d+(?:_level_\d+)?")
_LONGEST: Final = 60  # characters of a name that is looked up


def role_of(name: str) -> Role:
    """Return what a column called `name` holds; OTHER if the name is not known.

    >>> role_of("True_Label").value, role_of("logits").value, role_of("cat").value
    ('target', 'logit', 'other')
    >>> role_of("Unnamed: 0").value, role_of("Probability %").value
    ('index', 'percent')
    """
    if len(name) > _LONGEST:
        return Role.OTHER
    plain = re.sub(r"[\s_-]+", " ", name).strip().casefold()
    found = _ROLES.get(plain)
    if found is not None:
        return found
    if _UNNAMED.fullmatch(plain):
        return Role.INDEX
    if plain.endswith(("%", "(%)", "[%]")):
        inner = _ROLES.get(plain.rstrip("%()[] "), Role.OTHER)
        return Role.PERCENT if inner in {Role.PROBABILITY, Role.LOGIT} else Role.OTHER
    if plain.endswith(" id") or _CURVE.search(name):
        return Role.INDEX if plain.endswith(" id") else Role.OUT
    return Role.OTHER


def prefixed(name: str) -> tuple[Role, str]:
    """Return the scale in front of the name of a class, and that name; OTHER without a scale.

    >>> prefixed("prob_cat"), prefixed("cat")
    ((<Role.PROBABILITY: 'probability'>, 'cat'), (<Role.OTHER: 'other'>, 'cat'))
    """
    found = _PREFIX.fullmatch(name.strip()) if len(name) <= _LONGEST else None
    if found is None:
        return Role.OTHER, name
    scale = role_of(found["scale"])
    return scale, found["name"] or found["inner"] or found["item"]
