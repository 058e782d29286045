"""What is said of the distribution: its legend, and its numbers for those who cannot see it."""

from __future__ import annotations

from xentgui.language.text import QT_TRANSLATE_NOOP, probability, translate
from xentgui.model import Snapshot
from xentgui.model.naming import name_of
from xentgui.model.view import View
from xentgui.painting.legend import Sample
from xentgui.panels.accessible_text import largest_said
from xentgui.panels.hidden import HIDDEN_WORD, hidden_classes

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


def distribution_in_words(snapshot: Snapshot, view: View) -> str:
    """Return the largest probabilities with their targets, but for what is hidden."""
    without_p, without_y = hidden_classes(view, "p"), hidden_classes(view, "y")
    said = translate("panels", HIDDEN_WORD)
    order = largest_said(snapshot.probabilities, without_p)
    line = translate("panels", _WORDS if is_softmax(snapshot) else _SPARSE_WORDS)
    return "; ".join(
        line.format(
            label=name_of(snapshot.state.names, index),
            p=said
            if index in without_p
            else probability(
                float(snapshot.probabilities[index]),
                float(snapshot.complements[index]),
                information=float(snapshot.information[index]),
            ),
            y=said
            if index in without_y
            else probability(float(snapshot.effective_target[index]), 1.0),
        )
        for index in order
    )
