"""The quantities of all formats: a column for each array, a line for each single number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from xentgui.export.numbers.looks import Looks
from xentgui.language.numbers import (
    in_unit,
    loss_in_unit,
    number,
    perplexity_text,
    probability,
    sum_of_probabilities,
    tied_share,
    typed,
)
from xentgui.language.units import with_logarithm
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.setting import Setting
from xentgui.model.settings_of_state import SETTINGS, mentioned


@dataclass(frozen=True, slots=True)
class ClassQuantity:
    """A quantity with one number for each class.

    Attributes
    ----------
    field
        Its name in `Snapshot`.
    singular
        Its name as the heading of a column.
    heading, latex
        Its name in tables for people, as text and as LaTeX; "" if it is left out.
    texts
        Formats the numbers of all classes for people.
    """

    field: str
    singular: str
    heading: str
    latex: str
    texts: Callable[[Snapshot, Looks], list[str]]

    def values(self, snapshot: Snapshot) -> list[float]:
        """Return the exact numbers."""
        values: list[float] = getattr(snapshot, self.field).tolist()
        return values


@dataclass(frozen=True, slots=True)
class SingleQuantity:
    """A single number, or the key of a choice; names are those of `ClassQuantity`.

    Attributes
    ----------
    value
        Returns the exact value.
    show
        Formats it for people.
    """

    field: str
    heading: str
    latex: str
    value: Callable[[Snapshot], float | str]
    show: Callable[[Snapshot, Looks], str]


def _typed(field: str) -> Callable[[Snapshot, Looks], list[str]]:
    return lambda snapshot, _looks: list(map(typed, getattr(snapshot, field).tolist()))


def _plain(field: str, *, signed: bool = False) -> Callable[[Snapshot, Looks], list[str]]:
    def texts(snapshot: Snapshot, looks: Looks) -> list[str]:
        values, decimals = getattr(snapshot, field).tolist(), looks.decimals
        return [number(value, decimals, signed=signed) for value in values]

    return texts


def _amount(field: str) -> Callable[[Snapshot, Looks], list[str]]:
    def texts(snapshot: Snapshot, looks: Looks) -> list[str]:
        values, decimals = in_unit(getattr(snapshot, field), looks.unit).tolist(), looks.decimals
        return [number(value, decimals) for value in values]

    return texts


def _probabilities(snapshot: Snapshot, looks: Looks) -> list[str]:
    decimals = looks.decimals
    columns = (snapshot.probabilities, snapshot.complements, snapshot.information)
    return [
        probability(p, complement, decimals, information)
        for p, complement, information in zip(*(one.tolist() for one in columns), strict=True)
    ]


def _hardmax(snapshot: Snapshot, _looks: Looks) -> list[str]:
    tied = len(snapshot.prediction)
    return [tied_share(share, tied) for share in snapshot.hardmax.tolist()]


COLUMNS = (
    ClassQuantity(
        "logits", "logit", QT_TRANSLATE_NOOP("export", "logit z"), "$z$", _typed("logits")
    ),
    ClassQuantity(
        "target", "target", QT_TRANSLATE_NOOP("export", "target y"), "$y$", _typed("target")
    ),
    ClassQuantity("effective_target", "effective_target", "", "", _plain("effective_target")),
    ClassQuantity(
        "probabilities",
        "probability",
        QT_TRANSLATE_NOOP("export", "softmax p"),
        "$p$",
        _probabilities,
    ),
    ClassQuantity("complements", "complement", "", "", _plain("complements")),
    ClassQuantity("log_probabilities", "log_probability", "", "", _amount("log_probabilities")),
    ClassQuantity(
        "hardmax",
        "hardmax",
        QT_TRANSLATE_NOOP("export", "hardmax"),
        r"$\mathrm{hardmax}$",
        _hardmax,
    ),
    ClassQuantity("information", "information", "−log p", r"$-\log p$", _amount("information")),
    ClassQuantity(
        "contributions", "contribution", "−y·log p", r"$-y\log p$", _amount("contributions")
    ),
    ClassQuantity(
        "gradient", "gradient", "∂L/∂z", r"$\partial L/\partial z$", _plain("gradient", signed=True)
    ),
)
"""All arrays of a snapshot; those without a heading are in the exact formats only."""


_PREDICTED = ClassQuantity(
    "probabilities",
    "probability",
    QT_TRANSLATE_NOOP("export", "entmax p̂"),
    r"$\hat p$",
    _probabilities,
)
"""The probabilities of a loss that does not predict with softmax."""


def _reading(field: str, heading: str, latex: str) -> SingleQuantity:
    value = attrgetter(field)

    def show(snapshot: Snapshot, looks: Looks) -> str:
        return number(in_unit(float(value(snapshot)), looks.unit), looks.decimals)

    return SingleQuantity(field, heading, latex, value, show)


def _setting(setting: Setting) -> SingleQuantity:
    value = attrgetter(f"state.{setting.key}")

    def show(snapshot: Snapshot, looks: Looks) -> str:
        known = value(snapshot)
        return known if isinstance(known, str) else number(known, looks.decimals)

    return SingleQuantity(setting.key, setting.heading, setting.latex, value, show)


def _perplexity(snapshot: Snapshot, looks: Looks) -> str:
    return perplexity_text(snapshot.perplexity, snapshot.cross_entropy, looks.decimals)


def _probability_sum(snapshot: Snapshot, looks: Looks) -> str:
    return sum_of_probabilities(snapshot.probability_sum, looks.decimals)


def _target_sum(snapshot: Snapshot, looks: Looks) -> str:
    normalised = snapshot.state.target_is_normalised
    return "1" if normalised else number(snapshot.target_sum, looks.decimals)


_NUMBERS = (
    _reading("cross_entropy", QT_TRANSLATE_NOOP("export", "cross-entropy H(y, p)"), "$H(y, p)$"),
    _reading("entropy", QT_TRANSLATE_NOOP("export", "entropy H(p)"), "$H(p)$"),
    _reading("target_entropy", QT_TRANSLATE_NOOP("export", "entropy H(y)"), "$H(y)$"),
    _reading(
        "kl_divergence",
        QT_TRANSLATE_NOOP("export", "KL divergence D(y‖p)"),
        r"$D_\mathrm{KL}(y \,\|\, p)$",
    ),
    SingleQuantity(
        "perplexity",
        QT_TRANSLATE_NOOP("export", "perplexity"),
        r"$e^{H(y, p)}$",
        attrgetter("perplexity"),
        _perplexity,
    ),
    SingleQuantity(
        "probability_sum",
        "Σp",
        r"$\sum p$",
        attrgetter("probability_sum"),
        _probability_sum,
    ),
    SingleQuantity("target_sum", "Σy", r"$\sum y$", attrgetter("target_sum"), _target_sum),
)

READOUTS = (*_NUMBERS, *map(_setting, SETTINGS.values()))
"""All single numbers of a snapshot, and all settings of its state."""


def columns_of(snapshot: Snapshot) -> tuple[ClassQuantity, ...]:
    """Return all arrays of `snapshot`, with the loss's terms if they are not those of H(y, p)."""
    if snapshot.loss_terms is snapshot.contributions:
        return COLUMNS
    loss = chosen_loss(snapshot.state)
    columns: tuple[ClassQuantity, ...] = COLUMNS
    if loss.predictor != "softmax":
        columns = tuple(_PREDICTED if one.field == _PREDICTED.field else one for one in COLUMNS)

    def texts(one: Snapshot, looks: Looks) -> list[str]:
        values = loss_in_unit(one.loss_terms, loss, looks.unit).tolist()
        return [number(value, looks.decimals) for value in values]

    formulas = loss.formulas
    term = ClassQuantity(
        "loss_terms", "loss_term", formulas.term, f"${formulas.term_latex}$", texts
    )
    return (*columns[:-1], term, columns[-1])


def shown_columns(snapshot: Snapshot, looks: Looks) -> tuple[ClassQuantity, ...]:
    """Return the columns of tables for people: those that `looks` chooses, in its order."""
    shown = {one.field: one for one in columns_of(snapshot) if one.heading}
    return tuple(shown[field] for field in looks.columns if field in shown) or tuple(shown.values())


def readouts_of(snapshot: Snapshot, looks: Looks) -> tuple[SingleQuantity, ...]:
    """Return all single numbers of `snapshot`; the loss comes first if it is not H(y, p)."""
    known = {*(one.field for one in _NUMBERS), *mentioned(snapshot.state)}
    shown = tuple(one for one in READOUTS if one.field in known)
    if snapshot.loss_terms is snapshot.contributions:
        return shown
    loss = chosen_loss(snapshot.state)

    def show(one: Snapshot, looks: Looks) -> str:
        return number(loss_in_unit(one.loss, loss, looks.unit), looks.decimals)

    heading = f"{looks.translate('losses', loss.name)} {loss.formulas.value}"
    latex = f"${loss.formulas.value_latex}$"
    value = SingleQuantity(loss.key, heading, latex, attrgetter("loss"), show)
    return (value, *shown)


def has_unit(readout: SingleQuantity, snapshot: Snapshot) -> bool:
    """Return whether a single number is an amount of information."""
    loss = chosen_loss(snapshot.state)
    return loss.unit is not None if readout.field == loss.key else readout.field in AMOUNTS


CLASS = QT_TRANSLATE_NOOP("export", "class")
PREDICTION = QT_TRANSLATE_NOOP("export", "prediction")


def table(snapshot: Snapshot, looks: Looks) -> tuple[list[str], list[list[str]]]:
    """Return headings and rows for people: one row for each class, which begins with its name."""
    shown = shown_columns(snapshot, looks)
    headings = [
        with_logarithm(looks.translate("export", column.heading), looks.unit) for column in shown
    ]
    columns = (column.texts(snapshot, looks) for column in shown)
    rows = [list(row) for row in zip(snapshot.state.labels, *columns, strict=True)]
    return [looks.translate("export", CLASS), *headings], rows


def readouts(snapshot: Snapshot, looks: Looks) -> list[tuple[str, str]]:
    """Return the single numbers for people: the name of each, with its unit, and its value."""
    unit = looks.translate("units", looks.unit)
    lines = []
    for readout in readouts_of(snapshot, looks):
        heading = looks.translate("export", readout.heading)
        if has_unit(readout, snapshot):
            heading = f"{heading} [{unit}]"
        lines.append((heading, readout.show(snapshot, looks)))
    lines.append((looks.translate("export", PREDICTION), prediction(snapshot)))
    return lines


AMOUNTS = frozenset({"cross_entropy", "entropy", "target_entropy", "kl_divergence"})
"""The single numbers that are amounts of information, which have a unit."""


def prediction(snapshot: Snapshot) -> str:
    """Return the names of the classes with the largest logit."""
    return " = ".join(snapshot.state.labels[k] or f"#{k + 1}" for k in snapshot.prediction)
