"""Fields in headings and captions, such as {loss}: one table, in the language and unit of the moment.

Source of the names: a formula's symbol, or the word for the quantity.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from xentgui.language.numbers import in_unit, loss_in_unit, number, probability
from xentgui.language.text import loss_name, loss_unit, typed, unit_name
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError
from xentgui.model.naming import name_of
from xentgui.model.view import View

_FIELD = re.compile(r"\{\{|\}\}|\{\s*([A-Za-zα-ω][A-Za-zα-ω0-9_]*)\s*\}")
_OF_CLASS = re.compile(r"(p|y|z|h|g|name)([0-9]{1,9})")
_DECIMALS = 3
_UNKNOWN = QT_TRANSLATE_NOOP(
    "errors",
    "There is no field {value}, at character {place} of “{text}”. Choose one of: {choices}; "
    "and {classes} for class 1, 2 and so on. Write {brace} for a brace.",
)
_NO_CLASS = QT_TRANSLATE_NOOP(
    "errors",
    "The field {value}, at character {place} of “{text}”, is of a class that is not there. "
    "There are {count} classes.",
)

Field = Callable[[Snapshot, View], str]


class FieldError(RefusedError):
    """A field that cannot be filled in; the message names it, its place and the remedy."""


def _information(read: Callable[[Snapshot], float]) -> Field:
    return lambda snapshot, view: number(in_unit(read(snapshot), view.unit), _DECIMALS)


def _loss(snapshot: Snapshot, view: View) -> str:
    loss = chosen_loss(snapshot.state)
    return number(loss_in_unit(snapshot.loss, loss, view.unit), _DECIMALS)


def _target_probability(snapshot: Snapshot, view: View) -> str:
    return _probability(snapshot, snapshot.largest_target)


FIELDS: Final[Mapping[str, Field]] = MappingProxyType(
    {
        "T": lambda snapshot, view: typed(snapshot.state.temperature),
        "epsilon": lambda snapshot, view: typed(snapshot.state.label_smoothing),
        "K": lambda snapshot, view: str(len(snapshot.logits)),
        "loss": _loss,
        "loss_name": lambda snapshot, view: loss_name(chosen_loss(snapshot.state)),
        "loss_unit": lambda snapshot, view: loss_unit(chosen_loss(snapshot.state), view.unit),
        "unit": lambda snapshot, view: unit_name(view.unit),
        "entropy": _information(lambda snapshot: snapshot.entropy),
        "floor": _information(lambda snapshot: snapshot.target_entropy),
        "kl": _information(lambda snapshot: snapshot.kl_divergence),
        "log_k": _information(lambda snapshot: math.log(len(snapshot.logits))),
        "p_true": _target_probability,
        "prediction": lambda snapshot, view: ", ".join(
            name_of(snapshot.state.labels, k) for k in snapshot.prediction[:3]
        ),
    }
)
"""What a field stands for, by its name; those of classes are in `_of_class`."""

SWEPT: Final = "swept"
"""The field for what moves in an animation."""


def _probability(snapshot: Snapshot, k: int) -> str:
    complement, information = snapshot.complements.item(k), snapshot.information.item(k)
    return probability(snapshot.probabilities.item(k), complement, _DECIMALS, information)


def _of_class(what: str, k: int, snapshot: Snapshot, view: View) -> str:
    """Return a number of class `k`, from 0: p, y, z, h(p), or ∂L/∂z."""
    if what == "p":
        return _probability(snapshot, k)
    if what == "y":
        return probability(snapshot.effective_target.item(k), 1.0, _DECIMALS)
    if what == "z":
        return typed(snapshot.logits.item(k))
    if what == "h":
        return number(in_unit(snapshot.information.item(k), view.unit), _DECIMALS)
    if what == "g":
        return number(snapshot.gradient.item(k), _DECIMALS, signed=True)
    return name_of(snapshot.state.labels, k)


def filled(text: str, snapshot: Snapshot, view: View, swept: str = "") -> str:
    """Return `text` with each field replaced by what it stands for; ``{{`` and ``}}`` are braces.

    Braces around anything but a word are left as they are.  `swept` is what moves, such as
    "T = 0.5"; "" if nothing does.

    Raises
    ------
    FieldError
        If a field is unknown, or of a class that is not there.
    """
    if "{" not in text and "}}" not in text:
        return text

    def value(found: re.Match[str]) -> str:
        name = found[1]
        if name is None:
            return found[0][0]
        if name == SWEPT and swept:
            return swept
        if name in FIELDS:
            return FIELDS[name](snapshot, view)
        of_class = _OF_CLASS.fullmatch(name)
        place, count = found.start() + 1, len(snapshot.logits)
        if of_class is None:
            raise FieldError(
                _UNKNOWN,
                value=found[0],
                place=place,
                text=text,
                choices=", ".join((*FIELDS, *((SWEPT,) if swept else ()))),
                classes="p1, y1, z1, h1, g1, name1",
                brace="{{",
            )
        if not 1 <= int(of_class[2]) <= count:
            raise FieldError(_NO_CLASS, value=found[0], place=place, text=text, count=count)
        return _of_class(of_class[1], int(of_class[2]) - 1, snapshot, view)

    return _FIELD.sub(value, text)


def names_in(text: str) -> set[str]:
    """Return the names of the fields in `text`.

    >>> sorted(names_in("{T} and {{p1}} and { loss }"))
    ['T', 'loss']
    """
    return {found[1] for found in _FIELD.finditer(text) if found[1]}
