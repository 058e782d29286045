"""What the panel Curves says in words and numbers."""

from __future__ import annotations

import numpy as np

from xentgui.language.text import (
    QT_TRANSLATE_NOOP,
    in_unit,
    loss_in_unit,
    loss_name,
    loss_unit,
    number,
    probability,
    translate,
    unit_name,
)
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.curves import Drawn, drawn_classes
from xentgui.model.naming import name_of
from xentgui.model.settings_of_state import LOSS_SETTINGS
from xentgui.model.view import View
from xentgui.panels.curves_axes import MOST, drawn_in, quantity_in
from xentgui.panels.quantity_mark import symbol_of, value_text
from xentgui.panels.shown_losses import predicted_symbol

_SAME = QT_TRANSLATE_NOOP("panels", "{what} does not depend on {symbol}.")
_TARGET = QT_TRANSLATE_NOOP("panels", "Dashed: the target y.")
_INFINITE = QT_TRANSLATE_NOOP("panels", "The loss is infinite all along.")

_SYMBOLS = {Drawn.PROBABILITIES: "p", Drawn.LOSS: "L", Drawn.ENTROPY: "H(p)"}


def drawn_symbol(drawn: Drawn, snapshot: Snapshot) -> str:
    """Return the symbol of what is drawn, with p̂ for p if the loss predicts with that."""
    return _SYMBOLS[drawn].replace("p", predicted_symbol(snapshot))


def unit_of(drawn: Drawn, snapshot: Snapshot, view: View) -> str:
    """Return the unit of what is drawn, translated; "" if it has none."""
    if drawn is Drawn.PROBABILITIES:
        return ""
    if drawn is Drawn.ENTROPY:
        return unit_name(view.unit)
    return loss_unit(chosen_loss(snapshot.state), view.unit)


def value_words(snapshot: Snapshot, view: View) -> str:
    """Return "z₁ = 2.33: L = 0.176 nats"."""
    drawn, words = drawn_in(view), value_text(quantity_in(snapshot, view), snapshot.state)
    if drawn is Drawn.PROBABILITIES:
        return words
    unit = unit_of(drawn, snapshot, view)
    return f"{words}: {drawn_symbol(drawn, snapshot)} = {_amount(drawn, snapshot, view, 3)} {unit}".rstrip()


def _amount(drawn: Drawn, snapshot: Snapshot, view: View, digits: int) -> str:
    if drawn is Drawn.ENTROPY:
        return number(in_unit(snapshot.entropy, view.unit), digits)
    loss = chosen_loss(snapshot.state)
    return number(loss_in_unit(snapshot.loss, loss, view.unit), digits)


def numbers_now(snapshot: Snapshot, view: View) -> list[tuple[str, str]]:
    """Return loss, entropy and probabilities at the present value, each with its name."""
    labels, quantity = snapshot.state.labels, quantity_in(snapshot, view)
    loss = (loss_name(chosen_loss(snapshot.state)), Drawn.LOSS)
    found = [
        (name, f"{_amount(drawn, snapshot, view, 6)} {unit_of(drawn, snapshot, view)}".rstrip())
        for name, drawn in (loss, (drawn_symbol(Drawn.ENTROPY, snapshot), Drawn.ENTROPY))
    ]
    form = translate("panels", "p of {label}")
    for index in drawn_classes(snapshot, quantity, MOST):
        p, q = float(snapshot.probabilities[index]), float(snapshot.complements[index])
        found.append((form.format(label=name_of(labels, index)), probability(p, q, 6)))
    return found


def sentence(snapshot: Snapshot, view: View, values: np.ndarray) -> str:
    """Return what has to be said about curves with these `values`, any shape; or ""."""
    quantity, drawn = quantity_in(snapshot, view), drawn_in(view)
    if drawn is Drawn.LOSS:
        is_infinite = not np.isfinite(values).any()
        return translate("panels", _INFINITE) if is_infinite else ""
    if quantity.key == "label_smoothing" or quantity.key in LOSS_SETTINGS - {"alpha"}:
        same = translate("panels", _SAME).format(
            what=drawn_symbol(drawn, snapshot), symbol=symbol_of(quantity)
        )
        if quantity.key == "label_smoothing" and drawn is Drawn.PROBABILITIES:
            return f"{same} {translate('panels', _TARGET)}"
        return same
    return ""
