"""The content of a panel in words, for people who cannot see it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from xentgui.language.text import (
    QT_TRANSLATE_NOOP,
    in_unit,
    number,
    probability,
    translate,
    unit_name,
)
from xentgui.model import Snapshot
from xentgui.model.naming import name_of
from xentgui.model.view import View
from xentgui.panels.hidden import HIDDEN_WORD, hidden_classes, masked

_MOST = 10  # classes; a longer description is not listened to
_WORDS = QT_TRANSLATE_NOOP("panels", "{label}: softmax {p}, target {y}")
_SPARSE_WORDS = QT_TRANSLATE_NOOP("panels", "{label}: entmax {p}, target {y}")


def classes_in_words(
    snapshot: Snapshot,
    by: np.ndarray,
    text: Callable[[int], str],
    hidden: frozenset[int] = frozenset(),
) -> str:
    """Return name and `text` of the classes with the largest `by`, shape (K,).

    The `hidden` ones come last: their places would give away how large they are.
    """
    form, said = translate("panels", "{label}: {value}"), translate("panels", HIDDEN_WORD)
    return "; ".join(
        form.format(
            label=name_of(snapshot.state.names, index),
            value=said if index in hidden else text(index),
        )
        for index in largest_said(by, hidden)
    )


def largest_said(by: np.ndarray, hidden: frozenset[int]) -> list[int]:
    """Return the few classes to be told: those with the largest `by`, shape (K,), then the `hidden`.

    >>> largest_said(np.array([0.1, 0.5, 0.1, 0.3]), frozenset([1]))
    [3, 0, 2, 1]
    """
    is_hidden = np.isin(np.arange(len(by)), list(hidden)) if hidden else np.zeros(len(by), bool)
    places = np.flatnonzero(~is_hidden)
    falling = -by[places]
    if len(places) > _MOST:  # of very many, only those that can be among them are sorted
        near = np.flatnonzero(falling <= np.partition(falling, _MOST - 1)[_MOST - 1])
        places, falling = places[near], falling[near]
    order = places[np.argsort(falling, kind="stable")]
    return [*order.tolist(), *np.flatnonzero(is_hidden).tolist()][:_MOST]


def amounts_in_words(snapshot: Snapshot, view: View, nats: np.ndarray) -> str:
    """Return `nats`, shape (K,), for the classes with the largest targets, in the view's unit."""

    def text(index: int) -> str:
        return f"{number(in_unit(float(nats[index]), view.unit))} {unit_name(view.unit)}"

    targets = masked(snapshot, view).effective_target
    return classes_in_words(snapshot, targets, text, hidden_classes(view, "ph"))


def distribution_in_words(snapshot: Snapshot, view: View) -> str:
    """Return the largest probabilities with their targets, but for what is hidden."""
    without_p, without_y = hidden_classes(view, "p"), hidden_classes(view, "y")
    said = translate("panels", HIDDEN_WORD)
    order = largest_said(snapshot.probabilities, without_p)
    line = translate(
        "panels", _WORDS if snapshot.probabilities is snapshot.softmax else _SPARSE_WORDS
    )
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
