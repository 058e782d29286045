"""The scalar settings of draws: how many, which ones, and what the stages of the sampler keep."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import Final

from xentgui.model.checks import MOST_CLASSES, InvalidStateError
from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.model.setting import ChoiceSetting, NumberSetting, WholeSetting

_SINCE: Final = 3  # the version of documents that knows them

STAGES: Final = ("temperature", "top_k", "top_p", "min_p", "typical")
"""The stages in the order of the transformers library, which divides by the temperature first."""

TEMPERATURE_LAST: Final = ("top_k", "typical", "top_p", "min_p", "temperature")
"""The stages in the order of llama.cpp, which divides by the temperature last."""

_OTHER_NAMES: Final = {"temp": "temperature", "typical_p": "typical", "typ_p": "typical"}

MOST_DRAWS: Final = 1_000_000
_MOST_SEED: Final = 2**53 - 1  # floats are whole up to here

TOP_K: Final = WholeSetting(
    key="top_k",
    default=0.0,
    least=0.0,
    most=float(MOST_CLASSES),
    symbol="k",
    latex="$k$",
    heading=QT_TRANSLATE_NOOP("export", "top-k"),
    sentence=QT_TRANSLATE_NOOP(
        "errors", "The k of top-k is {value}. Type a whole number from 0, which keeps all classes."
    ),
    remedy=QT_TRANSLATE_NOOP("errors", "Write a whole number from 0 to 1000000."),
    metavar="K",
    usage="0 … 1000000",
    since=_SINCE,
    of_draws=True,
)

TOP_P: Final = NumberSetting(
    key="top_p",
    default=1.0,
    least=0.0,
    most=1.0,
    symbol="top-p",
    latex=r"$p_\mathrm{top}$",
    heading=QT_TRANSLATE_NOOP("export", "top-p"),
    sentence=QT_TRANSLATE_NOOP(
        "errors", "The p of top-p is {value}. Type a number from 0 to 1, which keeps all classes."
    ),
    remedy=QT_TRANSLATE_NOOP("errors", "Write a number from 0 to 1."),
    metavar="P",
    usage="0 … 1",
    since=_SINCE,
    of_draws=True,
)

MIN_P: Final = NumberSetting(
    key="min_p",
    default=0.0,
    least=0.0,
    most=1.0,
    symbol="m",
    latex="$m$",
    heading=QT_TRANSLATE_NOOP("export", "min-p"),
    sentence=QT_TRANSLATE_NOOP(
        "errors", "The m of min-p is {value}. Type a number from 0, which keeps all classes, to 1."
    ),
    remedy=QT_TRANSLATE_NOOP("errors", "Write a number from 0 to 1."),
    metavar="M",
    usage="0 … 1",
    since=_SINCE,
    of_draws=True,
)

TYPICAL: Final = NumberSetting(
    key="typical",
    default=1.0,
    least=0.0,
    most=1.0,
    symbol="typical",
    latex=r"$p_\mathrm{typical}$",
    heading=QT_TRANSLATE_NOOP("export", "typical-p"),
    sentence=QT_TRANSLATE_NOOP(
        "errors",
        "The p of typical-p is {value}. Type a number from 0 to 1, which keeps all classes.",
    ),
    remedy=QT_TRANSLATE_NOOP("errors", "Write a number from 0 to 1."),
    metavar="P",
    usage="0 … 1",
    since=_SINCE,
    of_draws=True,
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class OrderSetting(ChoiceSetting):
    """The order of the stages; of a list of some, the others follow."""

    def checked(self, value: object) -> str:
        """Return `value` with all stages, written as a state holds it."""
        words = str(value).casefold().replace("-", "_").replace(" ", "")
        stages = tuple(_OTHER_NAMES.get(one, one) for one in words.split(",") if one)
        full = completed(stages)
        if not isinstance(value, str) or full not in self.choices:
            raise InvalidStateError(self.sentence, value=shown(value))
        return full


def completed(stages: tuple[str, ...]) -> str:
    """Return the order that begins with `stages`; the others follow in their usual order.

    >>> completed(("top_p", "temperature"))
    'top_p,temperature,top_k,min_p,typical'
    """
    return ",".join((*stages, *(one for one in STAGES if one not in stages)))


ORDER: Final = OrderSetting(
    key="order",
    default=",".join(STAGES),
    choices={",".join(one): one for one in permutations(STAGES)},
    symbol="order",
    latex=r"\text{order}",
    heading=QT_TRANSLATE_NOOP("export", "order of the sampler"),
    sentence=QT_TRANSLATE_NOOP(
        "errors",
        "The order of the sampler is {value}. Name each of temperature, top_k, top_p, min_p and "
        "typical once, with commas between them.",
    ),
    remedy=QT_TRANSLATE_NOOP(
        "errors",
        "Write temperature, top_k, top_p, min_p and typical in any order, with commas between them.",
    ),
    metavar="STAGE,…",
    usage="temperature,top_k,top_p,min_p,typical",
    since=_SINCE,
    of_draws=True,
)

DRAWS: Final = WholeSetting(
    key="draws",
    default=100.0,
    least=1.0,
    most=float(MOST_DRAWS),
    symbol="n",
    latex="$n$",
    heading=QT_TRANSLATE_NOOP("export", "draws n"),
    sentence=QT_TRANSLATE_NOOP(
        "errors", "The number of draws is {value}. Type a whole number from 1 to 1000000."
    ),
    remedy=QT_TRANSLATE_NOOP("errors", "Write a whole number from 1 to 1000000."),
    metavar="N",
    usage="1 … 1000000",
    since=_SINCE,
    of_draws=True,
)

SEED: Final = WholeSetting(
    key="seed",
    default=0.0,
    least=0.0,
    most=float(_MOST_SEED),
    symbol="seed",
    latex=r"\text{seed}",
    heading=QT_TRANSLATE_NOOP("export", "seed of the draws"),
    sentence=QT_TRANSLATE_NOOP(
        "errors", "The seed is {value}. Type a whole number from 0 to 9007199254740991."
    ),
    remedy=QT_TRANSLATE_NOOP("errors", "Write a whole number from 0 to 9007199254740991."),
    metavar="N",
    usage="0 … 9007199254740991",
    since=_SINCE,
    of_draws=True,
)
