"""Documents to be opened and saved."""

from __future__ import annotations

import math

from xentgui.documents.scene import Document, Scene
from xentgui.model import State
from xentgui.model.subjects import BareLogits

TIE = Scene(
    BareLogits(
        State(
            ["cat", "dog"],
            [1.5, -math.inf],
            [0.25, 0.75],
            temperature=math.inf,
            label_smoothing=0.1,
        )
    ),
    {"en": "A tie", "zh_CN": "并列"},
    {"en": "Two classes share the first place."},
    ("gradient", "information"),
    "bits",
)
MASKED = Scene(BareLogits(State(["a", "b", "c"], [0.1, 0.2, 1 / 3], [0, 0, 1])), {"en": "Three"})
LECTURE = Document((TIE, MASKED, Scene(BareLogits(State(["x", "y"], [0, 7], [1, 0])))))
ONE = Document((MASKED,))
