"""What a figure says in words of its numbers: fields in its sentences, and settings that are not usual."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from xentgui.export.spec import FigureSpec
from xentgui.language.fields import SWEPT, filled, names_in
from xentgui.language.numbers import lowered
from xentgui.language.text import MINUS, number, typed
from xentgui.model import Snapshot, State
from xentgui.model.settings_of_state import SETTINGS
from xentgui.model.view import View

_SAID = {"temperature": "T", "label_smoothing": "epsilon"}
"""The settings that are said if they are not usual, and the fields that say them, too."""

_LOGIT = re.compile(r"logit([0-9]+)")
_MOST_MOVED = 3  # logits; of more, no name helps
_SHORT = 6  # characters
_LEAST_FIXED, _MOST_FIXED = 0.01, 1e4


def moving(states: Sequence[State]) -> tuple[str, ...]:
    """Return what differs between `states`: keys of settings, and "logit1", "logit2" and so on.

    >>> moving([State(("a", "b"), (1.0, 2.0), (1.0, 0.0)), State(("a", "b"), (1.0, 3.0), (1.0, 0.0))])
    ('logit2',)
    """
    first = states[0]
    found = [
        key
        for key in SETTINGS
        if any(getattr(state, key) != getattr(first, key) for state in states)
    ]
    if len({len(state.labels) for state in states}) == 1:
        moved = [
            k
            for k in range(min(len(first.labels), 1000))
            if any(state.logits[k] != first.logits[k] for state in states)
        ]
        found += [f"logit{k + 1}" for k in moved] if len(moved) <= _MOST_MOVED else []
    return tuple(found)


def swept_text(spec: FigureSpec, snapshot: Snapshot) -> str:
    """Return the present value of everything that moves; "" if nothing does."""
    return ", ".join(_said(key, snapshot.state, is_moving=True) for key in spec.moving)


def note(spec: FigureSpec, snapshot: Snapshot) -> str:
    """Return what is written above the panels: settings that are not usual, and what moves.

    What the heading or the caption says with a field is not said twice.
    """
    fields = names_in(spec.heading) | names_in(spec.caption)
    state, parts = snapshot.state, []
    for key, field in _SAID.items():
        unusual = getattr(state, key) != SETTINGS[key].default
        if unusual and key not in spec.moving and field not in fields:
            parts.append(_said(key, state, is_moving=False))
    if SWEPT not in fields:
        parts += [
            _said(key, state, is_moving=True)
            for key in spec.moving
            if _SAID.get(key, key) not in fields
        ]
    return ", ".join(parts)


def told(spec: FigureSpec, snapshot: Snapshot, view: View) -> FigureSpec:
    """Return `spec` with the fields of its heading and its caption filled in, and with its note.

    Raises RefusedError on a field that is not known.
    """
    swept = swept_text(spec, snapshot)
    return replace(
        spec,
        note=note(spec, snapshot),
        heading=filled(spec.heading, snapshot, view, swept),
        caption=filled(spec.caption, snapshot, view, swept),
    )


def _said(key: str, state: State, *, is_moving: bool) -> str:
    found = _LOGIT.fullmatch(key)
    value = state.logits[int(found[1]) - 1] if found else getattr(state, key)
    symbol = f"z{lowered(found[1])}" if found else SETTINGS[key].symbol
    if not isinstance(value, int | float):
        return f"{symbol}: {value}"
    text = typed(value)
    if is_moving and _LEAST_FIXED <= abs(value) < _MOST_FIXED:  # so that its width stays the same
        text = f"{value:.3f}".replace("-", MINUS)
    return f"{symbol} = {text if len(text) <= _SHORT or is_moving else number(value, 3)}"
