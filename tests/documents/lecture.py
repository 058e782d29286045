"""A lecture of five scenes, in both languages, which uses everything that a scene can say."""

from __future__ import annotations

from typing import Final

from xentgui.documents.scene import Document, Scene
from xentgui.documents.staging import Staging, Step
from xentgui.model import State
from xentgui.model.subjects import BareLogits

_LABELS = ("class 1", "class 2", "class 3")


def _state(*logits: float, target: tuple[float, ...] = (1, 0, 0), **settings: float) -> State:
    return State(_LABELS, logits, target, **settings)  # type: ignore[arg-type]


_WORKED = _state(2.33, -1.46, 0.56)

_ONE_NUMBER = Scene(
    BareLogits(_WORKED),
    {"en": "One number to make small", "zh_CN": "只有一个数要变小"},
    {
        "en": "Training has one aim: make this number as small as we can.",
        "zh_CN": "训练只为一件事：让这个数尽量小。",
    },
    ("distribution", "information"),
    staging=Staging(
        notes={
            "en": "Everything we do today serves one number, the loss. By the end you will be able "
            "to say where every digit of it comes from.",
            "zh_CN": "今天讲的一切，都围着一个数转，它叫损失。下课的时候，大家应该能说出它的每一位数字从哪里来。",
        },
        answer={"en": "Worse: ln 3 = 1.0986", "zh_CN": "更差：ln 3 = 1.0986"},
        hidden=("values",),
        steps=(Step(reveal=("values",)),),
    ),
)

_SCORES = Scene(
    BareLogits(_WORKED),
    {"en": "Scores, not probabilities", "zh_CN": "只是得分，不是概率"},
    {
        "en": "Logits are only scores: any sign, any size, any sum.",
        "zh_CN": "logit 只是得分：可正可负，和也不必是 1。",
    },
    ("logits", "distribution"),
    staging=Staging(
        notes={
            "en": "The last layer hands us one score per class, and nobody has promised that they behave.",
            "zh_CN": "网络最后一层给每个类别打一个分，没人保证这些分数像概率。",
        },
        focus=1,
        transition="slow",
        steps=(
            Step(subject=BareLogits(_state(2.33, -3.0, 0.56))),
            Step(subject=BareLogits(_WORKED), transition="quick"),
        ),
    ),
)

_STAGES = Scene(
    BareLogits(_WORKED),
    {"en": "Gaps become ratios", "zh_CN": "差距变成倍数"},
    {
        "en": "Exponentiate, then share out one whole.",
        "zh_CN": "先取指数，再按比例分一整份。",
    },
    ("derivation",),
    staging=Staging(
        notes={
            "en": "Equal gaps in score become equal ratios of chance.",
            "zh_CN": "得分相差一样多，可能性之比就一样大。",
        },
        stage=1,
        steps=(Step(stage=3), Step(stage=4), Step(stage=5)),
    ),
)

_SOFT = Scene(
    BareLogits(_state(2.33, -1.46, 0.56, target=(0.6, 0.1, 0.3))),
    {"en": "Two distributions in one formula", "zh_CN": "一个公式，两个分布"},
    {
        "en": "Truth decides how often, the prediction decides how much.",
        "zh_CN": "真实分布定次数，预测定单价。",
    },
    ("information", "distribution"),
    "bits",
    Staging(
        notes={
            "en": "Width times height, three rectangles: their whole area is the cross-entropy.",
            "zh_CN": "宽乘高，三个矩形的总面积就是交叉熵。",
        },
        answer={"en": "Neither: class 3", "zh_CN": "都不是：类别 3"},
        areas=True,
        pinned=_state(0.0, 0.0, 0.0, target=(0.6, 0.1, 0.3)),
        ranges={"distribution": (-0.5, 2.5, 0.0, 1.1)},  # type: ignore[dict-item]
        steps=(
            Step(
                subject=BareLogits(_state(1.0, -0.8, 0.3, target=(0.6, 0.1, 0.3))),
                caption={
                    "en": "Closer to the truth, the price falls.",
                    "zh_CN": "离真相越近，代价越低。",
                },
                focus=2,
            ),
        ),
    ),
)

_GRADIENT = Scene(
    BareLogits(_state(0.3, 0.6, -0.23)),
    {"en": "The gradient is a difference", "zh_CN": "梯度就是一次减法"},
    {"en": "What we said minus what is true.", "zh_CN": "预测减目标。"},
    ("gradient", "distribution"),
    staging=Staging(
        notes={
            "en": "All that algebra, and what is left is a subtraction.",
            "zh_CN": "算了一大圈，最后只剩一次减法。",
        },
        focus=0,
        choices={"trace.axis": "log"},
        workspace="learn",
        transition="calm",
        steps=(
            Step(subject=BareLogits(_state(1.3, 0.3, -0.4))),
            Step(subject=BareLogits(_state(2.4, 0.0, -0.6, temperature=2.0)), transition="slow"),
        ),
    ),
)

LECTURE: Final = Document((_ONE_NUMBER, _SCORES, _STAGES, _SOFT, _GRADIENT))
SOFT: Final = 3
"""The number of the scene with a soft target."""
