"""What each card says about itself: an entry for every table and every panel.

No start imports this package: it is needed when somebody asks.
"""

from __future__ import annotations

from xentgui.panels.card_help.classify import CLASSIFY
from xentgui.panels.card_help.entry import CardHelp
from xentgui.panels.card_help.explore import EXPLORE
from xentgui.panels.card_help.learn import LEARN
from xentgui.panels.card_help.sample import SAMPLE

CARD_HELP: dict[str, CardHelp] = {**EXPLORE, **LEARN, **CLASSIFY, **SAMPLE}
"""By the key of the card."""

SCENES: dict[str, str] = {
    "one number": "Softmax and cross-entropy",
    "scores": "Scores, not probabilities",
    "two moves": "Two moves make softmax",
    "coupling": "Nobody moves alone",
    "temperature": "Hardmax or softmax",
    "surprise": "Rare is surprising",
    "one bit": "Halve it, add one bit",
    "expected surprise": "The surprise to expect",
    "floor": "The floor",
    "one term": "One answer, one term",
    "difference": "The gradient is a difference",
    "downhill": "Walk downhill",
    "why": "Why this loss",
    "origin": "Where scores come from",
    "back": "The error flows back",
    "activation": "Without the activation",
    "careless": "What careless code does",
}
"""The English titles of scenes of the built-in lecture, by the keys that cards name."""

__all__ = ["CARD_HELP", "SCENES", "CardHelp"]
