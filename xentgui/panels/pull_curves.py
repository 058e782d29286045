"""The curves of how hard losses pull at the true class, with their names and colours."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from xentgui.model import Snapshot, State
from xentgui.model.pull_on_truth import PROBABILITIES, drawn_as, pulls_of
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.panels.beside_curves import NamedCurve
from xentgui.panels.later import WhyCrossEntropyPanel
from xentgui.panels.shown_losses import drawn_losses, loss_with_parameters

_COLORS = {"brier": 0, "focal": 1, "gce": 2, "hinge_ww": 3, "fenchel_young": 6}
"""The class colours of the curves that are not chosen; others are muted."""


class Pull(NamedTuple):
    """The curve of a loss: its key, its name with its parameter, and the pulls."""

    key: str
    name: str
    pulls: np.ndarray


def pull_curves(snapshot: Snapshot, view: View) -> list[Pull]:
    """Return the curves to draw that there are, in the order of the losses."""
    state = snapshot.state
    found = []
    for key in drawn_losses(WhyCrossEntropyPanel.key, state, view):
        if has_curve(key, state):
            pulls = pulls_of(key, state)
            shown = state.loss if drawn_as(state.loss) == key else key
            found.append(Pull(key, loss_with_parameters(shown, state), pulls))
    return found


def named_curves(frame: Frame, snapshot: Snapshot, view: View) -> list[NamedCurve]:
    """Return the curves as they are drawn; that of the chosen loss is the last."""
    chosen = drawn_as(snapshot.state.loss)
    found = []
    for one in sorted(pull_curves(snapshot, view), key=lambda one: one.key == chosen):
        points = np.stack([frame.x(PROBABILITIES), frame.y(one.pulls)], axis=1)
        color = _color(frame, one.key, is_chosen=one.key == chosen)
        found.append(NamedCurve(one.name, color, points, is_bold=one.key == chosen))
    return found


def has_curve(key: str, state: State) -> bool:
    """Return whether the loss `key` pulls with a number at every probability."""
    return not np.isnan(pulls_of(key, state)).any()


def _color(frame: Frame, key: str, *, is_chosen: bool) -> str:
    theme = frame.style.theme
    if is_chosen:
        return theme.ink
    return theme.class_color(_COLORS[key]) if key in _COLORS else theme.mute
