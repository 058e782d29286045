"""All the numbers of a class for the read-out beside the pointer."""

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
    typed,
    unit_name,
)
from xentgui.language.units import with_logarithm
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.naming import name_of
from xentgui.model.view import View
from xentgui.panels.panel import ReadOut

_PREDICTED = QT_TRANSLATE_NOOP("panels", "entmax p̂")
_RANK = QT_TRANSLATE_NOOP("panels", "rank by z")
_FEW = 12  # classes whose ranks are seen at a glance
_MOST = 10  # characters of a number; a dragged one has more, which nobody needs
_LONGEST_NAME = 1000  # characters


def class_read_out(snapshot: Snapshot, index: int, view: View) -> ReadOut:
    """Return every number of class `index`, information in the unit of `view`."""
    logit, unit = float(snapshot.logits[index]), view.unit
    loss = chosen_loss(snapshot.state)
    is_softmax = loss.predictor == "softmax"
    whole = typed(logit)
    lines = [
        (translate("panels", "logit z"), whole if len(whole) <= _MOST else number(logit, 6)),
        (
            translate("panels", "softmax p" if is_softmax else _PREDICTED),
            probability(
                float(snapshot.probabilities[index]),
                float(snapshot.complements[index]),
                6,
                float(snapshot.information[index]),
            ),
        ),
        (translate("panels", "hardmax"), number(float(snapshot.hardmax[index]))),
        (translate("panels", "target y"), number(float(snapshot.effective_target[index]), 6)),
        (
            with_logarithm(translate("panels", "information −log p"), unit),
            f"{number(in_unit(float(snapshot.information[index]), unit), 6)} {unit_name(unit)}",
        ),
        (
            with_logarithm(translate("panels", "contribution −y·log p"), unit),
            f"{number(in_unit(float(snapshot.contributions[index]), unit), 6)} {unit_name(unit)}",
        ),
        (
            translate("panels", "gradient ∂L/∂z"),
            number(float(snapshot.gradient[index]), 6, signed=True),
        ),
    ]
    if not is_softmax:
        softmax = number(snapshot.softmax.item(index), 6)
        lines.insert(2, (translate("panels", "softmax p"), softmax))
    if snapshot.loss_terms is not snapshot.contributions:
        term = number(loss_in_unit(float(snapshot.loss_terms[index]), loss, unit), 6)
        caption = with_logarithm(f"{loss_name(loss)} {loss.formulas.term}", unit)
        lines.insert(-1, (caption, f"{term} {loss_unit(loss, unit)}".rstrip()))
    if len(snapshot.logits) > _FEW:
        rank = int(np.count_nonzero(snapshot.logits > snapshot.logits[index])) + 1
        lines.append((translate("panels", _RANK), f"{rank} / {len(snapshot.logits)}"))
    return ReadOut(name_of(snapshot.state.names, index, _LONGEST_NAME), tuple(lines))
