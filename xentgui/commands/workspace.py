"""Commands that go from one workspace to another."""

from __future__ import annotations

from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP

WORKSPACE_TEXTS = (
    (
        "explore",
        QT_TRANSLATE_NOOP("actions", "Explore"),
        QT_TRANSLATE_NOOP("actions", "Tables and panels to see what follows from each number"),
    ),
    (
        "learn",
        QT_TRANSLATE_NOOP("actions", "Learn"),
        QT_TRANSLATE_NOOP("actions", "Walk down the loss and watch p go to y"),
    ),
    (
        "classify",
        QT_TRANSLATE_NOOP("actions", "Classify"),
        QT_TRANSLATE_NOOP("actions", "Logits that follow from an input, and where the error flows"),
    ),
    (
        "sample",
        QT_TRANSLATE_NOOP("actions", "Sample"),
        QT_TRANSLATE_NOOP("actions", "Draw from p, and see what a sampler keeps and what one pays"),
    ),
)
"""Key, name and tip of every workspace, in the order of their keys: Ctrl+1, Ctrl+2 …"""


def _go(key: str, text: str, tip: str, number: int) -> ActionSpec:
    return ActionSpec(
        key=f"workspace.{key}",
        text=text,
        tip=tip,
        run=lambda host: host.cards.show_workspace(key),
        shortcuts=(f"Ctrl+{number}",),
        checked=lambda host: host.cards.workspace == key,
    )


WORKSPACE = tuple(
    _go(key, text, tip, number) for number, (key, text, tip) in enumerate(WORKSPACE_TEXTS, 1)
)
