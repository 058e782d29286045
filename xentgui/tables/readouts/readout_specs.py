"""The lines of the card At a glance: caption, value, and value in full."""

from __future__ import annotations

import math
from collections.abc import Callable
from operator import attrgetter
from typing import NamedTuple

from xentgui.language.numbers import perplexity_text, sum_of_probabilities, without_rounding
from xentgui.language.text import (
    QT_TRANSLATE_NOOP,
    exponential,
    in_unit,
    loss_in_unit,
    loss_name,
    loss_unit,
    translate,
    typed,
    unit_name,
)
from xentgui.language.units import UNITS, with_logarithm
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.losses import Loss
from xentgui.model.naming import name_of
from xentgui.tables.column import TableView

_MOST_TIED = 3  # names that are listed for a tie
_WHOLE = 1_000_000  # characters of a name that is written in full

_TIE = QT_TRANSLATE_NOOP("tables", "{names} (tie)")
_TIE_OF_MANY = QT_TRANSLATE_NOOP("tables", "{names} = … (tie of {count})")
_RIGHT = QT_TRANSLATE_NOOP("tables", "{name} ✓")


class ReadoutSpec(NamedTuple):
    """One line.

    Attributes
    ----------
    key
        Its name in the program; its value's widget is ``glance.<key>``.
    caption, tip
        In English, marked in the context "tables"; ``{base}`` becomes the base of the unit,
        ``{loss}`` the name of the chosen loss.
    shown, full
        The value in the format of the view, and with all its digits.
    same
        Whether two snapshots give the same value; it is found without the text.
    bold
        Whether it is the main line of the card.
    has_unit
        Whether it ends with the unit of the view.
    is_name
        Whether it is text, not a number.
    present
        Whether the line is shown; None for always.
    """

    key: str
    caption: str
    tip: str
    shown: Callable[[TableView], str]
    full: Callable[[TableView], str]
    same: Callable[[Snapshot, Snapshot], bool]
    bold: bool = False
    has_unit: bool = False
    is_name: bool = False
    present: Callable[[Snapshot], bool] | None = None

    def caption_text(self, unit: str, loss: Loss) -> str:
        """Return the caption in the current language, for `unit` and `loss`."""
        name = f"{loss_name(loss)} {loss.formulas.value}"
        name = name[0].upper() + name[1:]
        return translate("tables", self.caption).format(base=UNITS[unit].base, loss=name)

    def is_present(self, snapshot: Snapshot) -> bool:
        """Return whether the line is shown."""
        return self.present is None or self.present(snapshot)

    def unit_text(self, unit: str) -> str:
        """Return the unit after the number, in the current language."""
        return f" {unit_name(unit)}" if self.has_unit else ""

    def tip_text(self, unit: str) -> str:
        """Return the tool-tip of the line, in the current language and for `unit`."""
        return with_logarithm(translate("tables", self.tip), unit)


def _amount(key: str, caption: str, tip: str, *, bold: bool = False) -> ReadoutSpec:
    def value(table_view: TableView) -> float:
        nats: float = getattr(table_view.snapshot, key)
        return in_unit(nats, table_view.view.unit)

    return ReadoutSpec(
        key,
        caption,
        tip,
        lambda table_view: (
            f"{table_view.number(value(table_view))} {unit_name(table_view.view.unit)}"
        ),
        lambda table_view: f"{typed(value(table_view))} {unit_name(table_view.view.unit)}",
        _same(key),
        bold=bold,
        has_unit=True,
    )


def _surplus(table_view: TableView, written: Callable[[float], str]) -> str:
    unit = table_view.view.unit
    return f"{written(in_unit(table_view.snapshot.target_sum - 1.0, unit))} {unit_name(unit)}"


def _same(key: str) -> Callable[[Snapshot, Snapshot], bool]:
    """Return a function that compares the field `key` of two snapshots."""
    number = attrgetter(key)
    return lambda one, other: bool(number(one) == number(other))


def _has_other_loss(snapshot: Snapshot) -> bool:
    """Return whether the loss is not the cross-entropy, which has its own line."""
    return snapshot.loss_terms is not snapshot.contributions


def _same_loss(one: Snapshot, other: Snapshot) -> bool:
    return one.loss == other.loss and chosen_loss(one.state) is chosen_loss(other.state)


def _loss_text(table_view: TableView) -> str:
    return _with_unit_of_loss(table_view, table_view.number)


def _loss_full(table_view: TableView) -> str:
    return _with_unit_of_loss(table_view, typed)


def _with_unit_of_loss(table_view: TableView, written: Callable[[float], str]) -> str:
    loss, unit = chosen_loss(table_view.snapshot.state), table_view.view.unit
    text = written(loss_in_unit(table_view.snapshot.loss, loss, unit))
    name = loss_unit(loss, unit)
    return f"{text} {name}" if name else text


def _perplexity_text(table_view: TableView) -> str:
    snapshot, decimals = table_view.snapshot, table_view.view.decimals
    return perplexity_text(snapshot.perplexity, snapshot.cross_entropy, decimals)


def _perplexity_full(table_view: TableView) -> str:
    perplexity = table_view.snapshot.perplexity
    if math.isinf(perplexity):  # float64 cannot hold so large a number
        return exponential(table_view.snapshot.cross_entropy, 17)
    return typed(without_rounding(perplexity))


def _probability_sum_text(table_view: TableView) -> str:
    return sum_of_probabilities(table_view.snapshot.probability_sum, table_view.view.decimals)


def _target_sum_text(table_view: TableView) -> str:
    if table_view.snapshot.state.target_is_normalised:
        return "1"
    return f"{table_view.number(table_view.snapshot.target_sum)} ≠ 1"


def _prediction_text(table_view: TableView) -> str:
    snapshot, labels = table_view.snapshot, table_view.snapshot.state.names
    tied = snapshot.prediction
    if len(tied) > 1:
        names = " = ".join(name_of(labels, k) for k in tied[:_MOST_TIED])
        sentence = _TIE if len(tied) <= _MOST_TIED else _TIE_OF_MANY
        return translate("tables", sentence).format(names=names, count=len(tied))
    name = name_of(labels, tied[0])
    return translate("tables", _RIGHT).format(name=name) if _is_right(snapshot) else name


def _is_right(snapshot: Snapshot) -> bool:
    target = snapshot.target
    wanted = target[snapshot.prediction[0]]
    return bool(wanted == target.max() and wanted > target.min())


def same_target(one: Snapshot, other: Snapshot) -> bool:
    """Return whether two snapshots share their target, which is so while logits are edited."""
    return one.target is other.target


def _same_prediction(one: Snapshot, other: Snapshot) -> bool:
    before, now = one.prediction, other.prediction
    return (
        before[:_MOST_TIED] == now[:_MOST_TIED]
        and len(before) == len(now)
        and one.state.names is other.state.names
        and same_target(one, other)
    )


def _prediction_names(table_view: TableView) -> str:
    labels = table_view.snapshot.state.labels
    return " = ".join(name_of(labels, k, _WHOLE) for k in table_view.snapshot.prediction)


READOUT_SPECS = (
    ReadoutSpec(
        "loss",
        "{loss}",  # the name alone, which is translated itself
        QT_TRANSLATE_NOOP("tables", "The chosen loss."),
        _loss_text,
        _loss_full,
        _same_loss,
        bold=True,
        present=_has_other_loss,
    ),
    _amount(
        "cross_entropy",
        QT_TRANSLATE_NOOP("tables", "Cross-entropy H(y, p)"),
        QT_TRANSLATE_NOOP(
            "tables",
            "The surprise to expect when the target is true and p is believed: the mean of −log p, weighted with y.",
        ),
        bold=True,
    ),
    _amount(
        "entropy",
        QT_TRANSLATE_NOOP("tables", "Entropy H(p)"),
        QT_TRANSLATE_NOOP(
            "tables", "The surprise to expect when p is true: the mean of −log p, weighted with p."
        ),
    ),
    _amount(
        "target_entropy",
        QT_TRANSLATE_NOOP("tables", "Entropy H(y)"),
        QT_TRANSLATE_NOOP(
            "tables", "The lower bound of the cross-entropy: it is reached when p = y."
        ),
    ),
    _amount(
        "kl_divergence",
        QT_TRANSLATE_NOOP("tables", "KL divergence D(y‖p)"),
        QT_TRANSLATE_NOOP("tables", "The extra cost of believing p when y is true."),
    ),
    ReadoutSpec(
        "surplus",
        QT_TRANSLATE_NOOP("tables", "Surplus Σy − 1"),
        QT_TRANSLATE_NOOP(
            "tables",
            "While the targets do not add up to 1, H(y, p) = H(y) + D(y‖p) + Σy − 1.",
        ),
        lambda table_view: _surplus(table_view, table_view.number),
        lambda table_view: _surplus(table_view, typed),
        _same("target_sum"),
        has_unit=True,
        present=lambda snapshot: not snapshot.state.target_is_normalised,
    ),
    ReadoutSpec(
        "perplexity",
        QT_TRANSLATE_NOOP("tables", "Perplexity {base}^H(y, p)"),
        QT_TRANSLATE_NOOP(
            "tables",
            "As surprised, on average, as by a fair choice among this many classes; the same in every unit.",
        ),
        _perplexity_text,
        _perplexity_full,
        _same("cross_entropy"),
    ),
    ReadoutSpec(
        "prediction",
        QT_TRANSLATE_NOOP("tables", "Prediction"),
        QT_TRANSLATE_NOOP(
            "tables", "The class with the largest logit; ✓ if the target is largest there, too."
        ),
        _prediction_text,
        _prediction_names,
        _same_prediction,
        is_name=True,
    ),
    ReadoutSpec(
        "probability_sum",
        QT_TRANSLATE_NOOP("tables", "Sum Σp"),
        QT_TRANSLATE_NOOP("tables", "The probabilities from softmax always add up to 1."),
        _probability_sum_text,
        lambda table_view: typed(table_view.snapshot.probability_sum),
        _same("probability_sum"),
    ),
    ReadoutSpec(
        "target_sum",
        QT_TRANSLATE_NOOP("tables", "Sum Σy"),
        QT_TRANSLATE_NOOP("tables", "The targets have to add up to 1 to be a distribution."),
        _target_sum_text,
        lambda table_view: typed(table_view.snapshot.target_sum),
        same_target,
    ),
)
