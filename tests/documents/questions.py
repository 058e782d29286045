"""A lecture of two scenes that asks: numbers and panels to guess, choices, and a task."""

from __future__ import annotations

from typing import Final

from tests.documents.lecture import _WORKED, _state
from xentgui.documents.questions import Question, Task
from xentgui.documents.scene import Document, Scene
from xentgui.documents.staging import Staging, Step
from xentgui.model.goals import Goal
from xentgui.model.named_numbers import named
from xentgui.model.subjects import BareLogits

_PREDICT = Scene(
    BareLogits(_WORKED),
    {"en": "Nobody moves alone", "zh_CN": "谁也不能独自动"},
    {
        "en": "p₁ is {p1}. Raise z₃ = {z3} by one, and all others give way.",
        "zh_CN": "p₁ = {p1}。只把 z₃ = {z3} 抬高 1。",
    },
    ("distribution", "gradient"),
    staging=Staging(
        notes={"en": "p₁ goes to {then:p1}.", "zh_CN": "p₁ 变成 {then:p1}。"},
        hidden=("panel:gradient", "p:2"),
        steps=(
            Step(
                subject=BareLogits(_state(2.33, -1.46, 1.56)),
                caption={
                    "en": "Class 3 won what the others lost: p₁ is {p1}.",
                    "zh_CN": "类别 3 多拿的，就是别人少拿的：p₁ = {p1}。",
                },
                question=Question(
                    {"en": "Where does p₁ go?", "zh_CN": "p₁ 会到哪里？"}, named("p:1")
                ),
            ),
            Step(
                question=Question(
                    {"en": "And how large is p₂?", "zh_CN": "p₂ 有多大？"}, named("p:2")
                )
            ),
            Step(reveal=("panel:gradient",)),
        ),
    ),
)

_CHOOSE = Scene(
    BareLogits(_state(5.0, 0.0, 0.0, target=(0, 1, 0))),
    {"en": "Sure, and wrong", "zh_CN": "信心满满地错"},
    {"en": "The model gives class 1 {p1}.", "zh_CN": "模型给类别 1 的是 {p1}。"},
    ("information", "distribution"),
    staging=Staging(
        hidden=("loss", "h:2"),
        answer={"en": "C: {then:loss} {unit}", "zh_CN": "C：{then:loss} {unit}"},
        steps=(
            Step(
                reveal=("loss", "h:2"),
                question=Question(
                    {
                        "en": "Class 2 is right. What is the loss?",
                        "zh_CN": "类别 2 才对。损失是多少？",
                    },
                    choices=(
                        {"en": "{h1} {unit}"},
                        {"en": "{log_k} {unit}"},
                        {"en": "{then:loss} {unit}"},
                        {"en": "infinite", "zh_CN": "无穷大"},
                    ),
                    right=2,
                ),
            ),
            Step(
                task=Task(
                    Goal("wins", named("p:2")),
                    {"en": "Make class 2 win.", "zh_CN": "让类别 2 取胜。"},
                    {"en": "Now the loss is {loss}.", "zh_CN": "现在损失是 {loss}。"},
                )
            ),
        ),
    ),
)

QUESTIONS: Final = Document((_PREDICT, _CHOOSE))
PREDICT, CHOOSE = 0, 1
"""The numbers of the scene with guesses, and of that with choices."""
