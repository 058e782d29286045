"""The units of information: one entry here, and menus, buttons, documents and options follow.

A unit also says which logarithm stands in formulas: ln, log₂ or log₁₀.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from xentgui.model.message import QT_TRANSLATE_NOOP


class Unit(NamedTuple):
    """A unit of information; each belongs to a base of the logarithm.

    Attributes
    ----------
    key
        Used in documents, settings and options; also the English name, in the context "units".
    nats
        Its size in nats.
    base
        The base of its logarithm, as it is written in formulas.
    sign, logarithm
        Its logarithm as text, and as LaTeX.
    command, tip
        The name and the tip of the command that chooses it, in the context "actions".
    """

    key: str
    nats: float
    base: str
    sign: str
    logarithm: str
    command: str
    tip: str


_ALL = (
    Unit(
        QT_TRANSLATE_NOOP("units", "nats"),
        1.0,
        "e",
        "ln",
        r"\ln",
        QT_TRANSLATE_NOOP("actions", "&Nats"),
        QT_TRANSLATE_NOOP("actions", "Measure information with the natural logarithm"),
    ),
    Unit(
        QT_TRANSLATE_NOOP("units", "bits"),
        math.log(2.0),
        "2",
        "log₂",
        r"\log_2",
        QT_TRANSLATE_NOOP("actions", "&Bits"),
        QT_TRANSLATE_NOOP("actions", "Measure information with the logarithm to base 2"),
    ),
    Unit(
        QT_TRANSLATE_NOOP("units", "dits"),
        math.log(10.0),
        "10",
        "log₁₀",
        r"\log_{10}",
        QT_TRANSLATE_NOOP("actions", "&Dits (hartleys)"),
        QT_TRANSLATE_NOOP("actions", "Measure information with the logarithm to base 10"),
    ),
)

UNITS: Final[Mapping[str, Unit]] = MappingProxyType({unit.key: unit for unit in _ALL})
"""All units by key, in the order of menus; the first is the default."""


_LOG = re.compile(r"(?<![A-Za-z\\])log(?![A-Za-z₀-₉])")


def with_logarithm(text: str, unit: str) -> str:
    """Return `text` with the logarithm of `unit` where it says only "log".

    >>> with_logarithm("h(p) = −log p", "nats"), with_logarithm("−y·log p (bits)", "bits")
    ('h(p) = −ln p', '−y·log₂ p (bits)')
    """
    return _LOG.sub(UNITS[unit].sign, text) if "log" in text else text


def latex_with_logarithm(text: str, unit: str) -> str:
    r"""Return the LaTeX `text` with the logarithm of `unit` where it says only ``\log``.

    >>> latex_with_logarithm(r"$-\log p$", "nats")
    '$-\\ln p$'
    """
    return text.replace(r"\log", UNITS[unit].logarithm)
