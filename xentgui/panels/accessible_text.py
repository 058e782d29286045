"""What a panel shows, in words, for those who do not see it."""

from __future__ import annotations

import numpy as np

from xentgui.language.text import in_unit, number, translate, unit_name
from xentgui.model import Snapshot
from xentgui.model.naming import name_of
from xentgui.model.view import View

_MOST = 10  # classes; nobody listens to more


def amounts_in_words(snapshot: Snapshot, view: View, nats: np.ndarray) -> str:
    """Return `nats`, shape (K,), of the classes with the largest targets, in the unit of `view`."""
    form = translate("panels", "{label}: {value} {unit}")
    order = np.argsort(-snapshot.effective_target, kind="stable")[:_MOST]
    return "; ".join(
        form.format(
            label=name_of(snapshot.state.labels, index),
            value=number(in_unit(float(nats[index]), view.unit)),
            unit=unit_name(view.unit),
        )
        for index in order
    )
