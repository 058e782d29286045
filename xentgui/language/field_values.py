"""What fields stand for: every number that can be named, and a few words, as people read them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from xentgui.language.numbers import in_unit, number, probability, typed
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.named_numbers import KINDS, Named, is_information
from xentgui.model.naming import name_of
from xentgui.model.view import View

DECIMALS: Final = 3
NONE: Final = "–"
"""Stands for a number that there is not, as of a class that was removed."""

Word = Callable[[Snapshot, View], str]


PREPARED: Final = "prepared"
"""The field that says nothing, but that its text is about the numbers as they were prepared."""


def _nothing(_snapshot: Snapshot, _view: View) -> str:
    return ""


def _steps(_snapshot: Snapshot, view: View) -> str:
    run = view.training_run or view.run
    return "0" if run is None else str(run.step)


def _prediction(snapshot: Snapshot, _view: View) -> str:
    return ", ".join(name_of(snapshot.state.names, k) for k in snapshot.prediction[:3])


# A document knows the names of fields also where there is no Qt, which translates: hence the imports
# where a word is read.


def _loss_name(snapshot: Snapshot, _view: View) -> str:
    from xentgui.language.text import loss_name  # noqa: PLC0415

    return loss_name(chosen_loss(snapshot.state))


def _loss_unit(snapshot: Snapshot, view: View) -> str:
    from xentgui.language.text import loss_unit  # noqa: PLC0415

    return loss_unit(chosen_loss(snapshot.state), view.unit)


def _unit(_snapshot: Snapshot, view: View) -> str:
    from xentgui.language.text import unit_name  # noqa: PLC0415

    return unit_name(view.unit)


WORDS: Final[Mapping[str, Word]] = MappingProxyType(
    {
        "loss_name": _loss_name,
        "loss_unit": _loss_unit,
        "unit": _unit,
        "prediction": _prediction,
        "steps": _steps,
        PREPARED: _nothing,
    }
)
"""The fields that are no numbers of the state alone, by name."""

ALIASES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "H(y)": "floor",
        "H(p)": "entropy",
        "H(y,p)": "cross_entropy",
        "H(p,y)": "reverse",
        "D(y,p)": "kl",
        "D(y‖p)": "kl",
        "ε": "epsilon",
    }
)
"""Fields as a formula writes them."""

_SET: Final = frozenset({"z", "T", "epsilon", "x", "w", "b", "y_sum", "z_sum", "gap"})
_SIGNED: Final = frozenset({"g", "dw"})


def leaders(snapshot: Snapshot) -> tuple[int, ...]:
    """Return the two most probable classes, the first one first."""
    order = sorted(range(len(snapshot.logits)), key=lambda k: -snapshot.logits[k])
    return tuple(order[:2])


def number_text(name: Named, snapshot: Snapshot, view: View, decimals: int = DECIMALS) -> str:
    """Return the number with this name, in the unit and language of the moment."""
    value = name.value(snapshot)
    if math.isnan(value):
        return NONE
    if name.kind in {"p", "p_true", "p_max"}:
        k = (
            name.at[0]
            if name.at
            else snapshot.largest_target
            if name.kind == "p_true"
            else int(snapshot.probabilities.argmax())
        )
        complement, information = snapshot.complements.item(k), snapshot.information.item(k)
        return probability(snapshot.probabilities.item(k), complement, decimals, information)
    return value_text(name, value, snapshot, view, decimals)


def value_text(
    name: Named, value: float, snapshot: Snapshot, view: View, decimals: int = DECIMALS
) -> str:
    """Return `value`, in nats, as the number with this name is written."""
    if is_information(name, snapshot):
        return number(in_unit(value, view.unit), decimals)
    if name.kind == "K":
        return str(int(value))
    if KINDS[name.kind].is_share and name.kind != "epsilon":
        return probability(value, 1.0, decimals)
    if name.kind in _SET or name.kind == "y":
        return _as_set(value, decimals)
    return number(value, decimals, signed=name.kind in _SIGNED)


def _as_set(value: float, decimals: int) -> str:
    """Return a number that a person sets: with all its digits, unless it is on its way."""
    if not math.isfinite(value):
        return typed(value)
    short = round(value, 4)  # a sum of such numbers is one of them, but for its last bits
    is_short = abs(value - short) <= 1e-12 * max(abs(value), 1.0)
    return typed(short) if is_short else number(value, decimals)


CLASSES: Final = "p1, y1, z1, h1, g1, name1, gap:1,2, ratio:1,2, x1, w1,2, b1, dw1,2"
"""Fields that count something, as examples."""

UNKNOWN: Final = QT_TRANSLATE_NOOP(
    "errors",
    "There is no field {value}, at character {place} of “{text}”. Choose one of: {choices}; "
    "and {classes} for class 1, 2 and so on. Write {brace} for a brace.",
)
NO_CLASS: Final = QT_TRANSLATE_NOOP(
    "errors",
    "The field {value}, at character {place} of “{text}”, is of a class that is not there. "
    "There are {count} classes.",
)
