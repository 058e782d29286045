"""The content of a panel in words, for people who cannot see it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from xentgui.language.text import in_unit, number, translate, unit_name
from xentgui.model import Snapshot
from xentgui.model.naming import name_of
from xentgui.model.view import View

_MOST = 10  # classes; a longer description is not listened to


def classes_in_words(snapshot: Snapshot, by: np.ndarray, text: Callable[[int], str]) -> str:
    """Return name and `text` of the classes with the largest `by`, shape (K,)."""
    form = translate("panels", "{label}: {value}")
    return "; ".join(
        form.format(label=name_of(snapshot.state.labels, index), value=text(index))
        for index in np.argsort(-by, kind="stable")[:_MOST].tolist()
    )


def amounts_in_words(snapshot: Snapshot, view: View, nats: np.ndarray) -> str:
    """Return `nats`, shape (K,), for the classes with the largest targets, in the view's unit."""

    def text(index: int) -> str:
        return f"{number(in_unit(float(nats[index]), view.unit))} {unit_name(view.unit)}"

    return classes_in_words(snapshot, snapshot.effective_target, text)
