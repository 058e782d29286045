"""The units of information: one entry here, and menus, buttons, documents and options follow."""

from __future__ import annotations

import math
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
