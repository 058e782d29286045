"""Distributions that are drawn dotted for comparison: a pinned state, T = 1, the uniform one."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot, State, derive
from xentgui.model.class_colors import aligned, class_matching
from xentgui.model.view import View

_NAMES = {
    "pinned": QT_TRANSLATE_NOOP("panels", "pinned"),
    "unscaled": QT_TRANSLATE_NOOP("panels", "T = 1"),
    "uniform": QT_TRANSLATE_NOOP("panels", "uniform 1/K"),
}


class Ghost(NamedTuple):
    """A distribution to compare with, shape (K,), and its translated name.

    Its classes are the current ones, with NaN for a class that the pinned state does not have.
    `logits` and `gradient` are given if the ghost is a whole state.
    """

    key: str
    name: str
    probabilities: np.ndarray
    logits: np.ndarray | None = None
    gradient: np.ndarray | None = None


def ghosts(snapshot: Snapshot, view: View) -> tuple[Ghost, ...]:
    """Return the ghosts that `view` shows beside `snapshot`."""
    found = []
    if view.pinned is not None:
        pinned = _derived(view.pinned, as_it_is=True)
        rows = class_matching(snapshot.state.labels, view.pinned.labels)
        found.append(
            Ghost(
                "pinned",
                translate("panels", _NAMES["pinned"]),
                aligned(pinned.probabilities, rows),
                aligned(pinned.logits, rows),
                aligned(pinned.gradient, rows),
            )
        )
    if "unscaled" in view.references:
        plain = _derived(snapshot.state, as_it_is=False)
        found.append(
            Ghost("unscaled", translate("panels", _NAMES["unscaled"]), plain.probabilities)
        )
    if "uniform" in view.references:
        count = len(snapshot.logits)
        even = np.full(count, 1.0 / count)
        found.append(Ghost("uniform", translate("panels", _NAMES["uniform"]), even))
    return tuple(found)


def ghost_names(view: View) -> tuple[str, ...]:
    """Return the translated names of the ghosts that `view` shows, in their order."""
    others = (key for key in ("unscaled", "uniform") if key in view.references)
    return (*pinned_name(view), *(translate("panels", _NAMES[key]) for key in others))


def pinned_name(view: View) -> tuple[str, ...]:
    """Return the translated name of the pinned state, if one is shown."""
    return (translate("panels", _NAMES["pinned"]),) if view.pinned is not None else ()


def pinned_snapshot(view: View) -> Snapshot | None:
    """Return all that follows from the state that is pinned, or None."""
    return None if view.pinned is None else _derived(view.pinned, as_it_is=True)


_kept: list[tuple[State, bool, Snapshot]] = []


def _derived(state: State, *, as_it_is: bool) -> Snapshot:
    """Derive `state`, at T = 1 unless `as_it_is`; the last few are kept.

    They are found by identity, because hashing 50 000 logits takes longer than a frame.
    """
    for known, kind, snapshot in _kept:
        if known is state and kind == as_it_is:
            return snapshot
    snapshot = derive(state if as_it_is else replace(state, temperature=1.0))
    _kept.insert(0, (state, as_it_is, snapshot))
    del _kept[4:]
    return snapshot
