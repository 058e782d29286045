"""What is said of the distribution: its legend, and its numbers for those who cannot see it."""

from __future__ import annotations

import numpy as np

from xentgui.language.text import QT_TRANSLATE_NOOP, probability, translate
from xentgui.model import Snapshot
from xentgui.model.naming import name_of
from xentgui.painting.legend import Sample

_WORDS = QT_TRANSLATE_NOOP("panels", "{label}: softmax {p}, target {y}")
_SPARSE_WORDS = QT_TRANSLATE_NOOP("panels", "{label}: entmax {p}, target {y}")


def is_softmax(snapshot: Snapshot) -> bool:
    """Return whether the chosen loss predicts with softmax itself."""
    return snapshot.probabilities is snapshot.softmax


def samples_of_marks() -> tuple[Sample, ...]:
    """Return a sample of each kind of mark: the bars first, which the name of the axis explains, too."""
    return (
        Sample("bar", translate("panels", "softmax")),
        Sample("outline", translate("panels", "hardmax")),
        Sample("line", translate("panels", "target y")),
    )


def distribution_in_words(snapshot: Snapshot) -> str:
    """Return the largest probabilities with their targets."""
    order = np.argsort(snapshot.probabilities)[::-1][:10]
    line = translate("panels", _WORDS if is_softmax(snapshot) else _SPARSE_WORDS)
    return "; ".join(
        line.format(
            label=name_of(snapshot.state.labels, index),
            p=probability(
                float(snapshot.probabilities[index]),
                float(snapshot.complements[index]),
                information=float(snapshot.information[index]),
            ),
            y=probability(float(snapshot.effective_target[index]), 1.0),
        )
        for index in order
    )
