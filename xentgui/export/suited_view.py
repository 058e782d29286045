"""What a figure chooses where nobody has: long names, and many classes, have rows."""

from __future__ import annotations

import math
from dataclasses import replace

from xentgui.export.spec import FigureSpec
from xentgui.model import Snapshot
from xentgui.model.naming import visible
from xentgui.model.view import View
from xentgui.panels.distribution_bars import KEY, LARGEST, ROWS

SUITED = KEY.partition(".")[0]
"""The key of the panel about which something is chosen."""

_LETTER, _GAP = 6.4, 8.0  # design pixels: of a name, and between two
_BESIDE = 60.0  # design pixels beside a plot, about
_FEW, _MANY = 12, 24  # classes: with so few all have rows, and with more none has its own bar


def suited(spec: FigureSpec, snapshot: Snapshot, view: View) -> View:
    """Return `view` as a figure shows `snapshot`.

    It depends on the names and on how many they are, not on the numbers, so that the frames of an
    animation are alike.
    """
    shown = replace(
        view,
        highlight=None,
        found=None,
        values=spec.values,
        handles=spec.handles,
        at_once=math.inf,  # a figure is complete, however long it takes
    )
    if not spec.look.snug:
        return shown
    shown = replace(shown, fits=True)
    if KEY in view.choices:
        return shown
    labels = snapshot.state.labels
    if len(labels) > _MANY:
        order = LARGEST
    elif len(labels) <= _FEW and not _fit_below(spec, labels):
        order = ROWS
    else:
        return shown
    return replace(shown, choices={**view.choices, KEY: order})


def unsuited(view: View) -> View:
    """Return `view` as all panels but the `SUITED` one see it."""
    if KEY not in view.choices:
        return view
    others = {key: chosen for key, chosen in view.choices.items() if key != KEY}
    return replace(view, choices=others)


def _fit_below(spec: FigureSpec, labels: tuple[str, ...]) -> bool:
    """Return whether names can stand side by side below a plot; otherwise they stand beside bars."""
    room = spec.design_size[0] / min(len(spec.panels), 2) - _BESIDE
    widest = max(len(visible(name)) for name in labels) * _LETTER + _GAP
    return widest * len(labels) <= room
