"""The scalar settings of a state: one entry here, and the whole program knows the setting.

`State` has a field for each of them.  Edits, copies, documents, JSON, the command line, sweeps,
read-outs, scripts and the toolbar walk over `SETTINGS`; nothing else names them one by one,
except the arithmetic that uses them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final

from xentgui.model.losses import CROSS_ENTROPY, LOSSES
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.sampling import settings as sampling
from xentgui.model.setting import (
    ChoiceSetting,
    LinearScale,
    LogScale,
    NumberSetting,
    Slide,
    SweepRange,
)

__all__ = [
    "LOSS_SETTINGS",
    "SETTINGS",
    "SLIDES",
    "SWEEPS",
    "ScalarSettings",
    "mentioned",
    "values_of",
]

_TEMPERATURE = NumberSetting(
    key="temperature",
    default=1.0,
    least=0.0,
    most=math.inf,
    symbol="T",
    latex="$T$",
    heading=QT_TRANSLATE_NOOP("export", "temperature T"),
    sentence=QT_TRANSLATE_NOOP(
        "errors", "The temperature is {value}. Type 0, a positive number or inf."
    ),
    remedy=QT_TRANSLATE_NOOP("errors", "Write 0, a positive number or “inf”."),
    metavar="T",
    usage="0 … inf",
    slide=Slide(
        control="temperature",
        scale=LogScale(),
        name=QT_TRANSLATE_NOOP("window", "Temperature"),
        step=QT_TRANSLATE_NOOP("window", "Temperature"),
        tip=QT_TRANSLATE_NOOP(
            "window",
            "Temperature T divides every logit: z / T.  Low T sharpens (T → 0: hardmax), high T flattens (T → ∞: uniform).  Double-click for T = 1.",
        ),
    ),
    # Equal steps are equal ratios of T, because softmax depends on ratios of temperatures.
    sweep=SweepRange(QT_TRANSLATE_NOOP("export", "Temperature"), 0.1, 10.0, by_ratio=True),
)

_LABEL_SMOOTHING = NumberSetting(
    key="label_smoothing",
    default=0.0,
    least=0.0,
    most=1.0,
    symbol="ε",
    latex=r"$\varepsilon$",
    heading=QT_TRANSLATE_NOOP("export", "label smoothing ε"),
    sentence=QT_TRANSLATE_NOOP(
        "errors", "The label smoothing is {value}. Type a number from 0 to 1."
    ),
    remedy=QT_TRANSLATE_NOOP("errors", "Write a number from 0 to 1."),
    metavar="E",
    usage="0 … 1",
    slide=Slide(
        control="smoothing",
        scale=LinearScale(),
        name=QT_TRANSLATE_NOOP("window", "Smoothing"),
        step=QT_TRANSLATE_NOOP("window", "Label Smoothing"),
        tip=QT_TRANSLATE_NOOP(
            "window",
            "Label smoothing ε: this share of the target is spread evenly over all classes, "
            "(1 − ε)·y + ε/K; double-click for none.",
        ),
    ),
    sweep=SweepRange(QT_TRANSLATE_NOOP("export", "Label smoothing"), 0.0, 1.0),
)


_LOSS = ChoiceSetting(
    key="loss",
    default=CROSS_ENTROPY.key,
    choices=LOSSES,
    symbol="L",
    latex="$L$",
    heading=QT_TRANSLATE_NOOP("export", "loss L"),
    sentence=QT_TRANSLATE_NOOP("errors", "There is no loss {value}. Choose one of the losses."),
    remedy=QT_TRANSLATE_NOOP("errors", "Write the key of a loss, such as “cross_entropy”."),
    metavar="LOSS",
    usage="the key of a loss",
    since=2,
)


_GAMMA = NumberSetting(
    key="gamma",
    default=2.0,
    least=0.0,
    most=100.0,
    symbol="γ",
    latex=r"$\gamma$",
    heading=QT_TRANSLATE_NOOP("export", "focus γ"),
    sentence=QT_TRANSLATE_NOOP(
        "errors", "The γ of the focal loss is {value}. Type a number from 0 to 100."
    ),
    remedy=QT_TRANSLATE_NOOP("errors", "Write a number from 0 to 100."),
    metavar="GAMMA",
    usage="0 … 100",
    slide=Slide(
        control="gamma",
        scale=LinearScale(0.0, 5.0),
        name=QT_TRANSLATE_NOOP("window", "Focus"),
        step=QT_TRANSLATE_NOOP("window", "Focus"),
        tip=QT_TRANSLATE_NOOP(
            "window",
            "γ of the focal loss: the larger it is, the less counts what is almost right; "
            "0 is cross-entropy; double-click for γ = 2.",
        ),
    ),
    sweep=SweepRange(QT_TRANSLATE_NOOP("export", "Focus γ"), 0.0, 5.0),
    since=2,
)

_Q = NumberSetting(
    key="q",
    default=0.7,
    least=0.0,
    most=1.0,
    symbol="q",
    latex="$q$",
    heading=QT_TRANSLATE_NOOP("export", "exponent q"),
    sentence=QT_TRANSLATE_NOOP(
        "errors", "The q of the generalised cross-entropy is {value}. Type a number from 0 to 1."
    ),
    remedy=QT_TRANSLATE_NOOP("errors", "Write a number from 0 to 1."),
    metavar="Q",
    usage="0 … 1",
    slide=Slide(
        control="q",
        scale=LinearScale(),
        name=QT_TRANSLATE_NOOP("window", "Exponent"),
        step=QT_TRANSLATE_NOOP("window", "Exponent"),
        tip=QT_TRANSLATE_NOOP(
            "window",
            "q of the generalised cross-entropy: 0 is cross-entropy, 1 is 1 − p; "
            "double-click for q = 0.7.",
        ),
    ),
    sweep=SweepRange(QT_TRANSLATE_NOOP("export", "Exponent q"), 0.0, 1.0),
    since=2,
)


_ALPHA = NumberSetting(
    key="alpha",
    default=2.0,
    least=1.0,
    most=3.0,
    symbol="α",
    latex=r"$\alpha$",
    heading=QT_TRANSLATE_NOOP("export", "sparsity α"),
    sentence=QT_TRANSLATE_NOOP(
        "errors", "The α of the Fenchel–Young loss is {value}. Type a number from 1 to 3."
    ),
    remedy=QT_TRANSLATE_NOOP("errors", "Write a number from 1 to 3."),
    metavar="A",
    usage="1 … 3",
    slide=Slide(
        control="alpha",
        scale=LinearScale(1.0, 3.0),
        name=QT_TRANSLATE_NOOP("window", "Sparsity"),
        step=QT_TRANSLATE_NOOP("window", "Sparsity"),
        tip=QT_TRANSLATE_NOOP(
            "window",
            "α of the Fenchel–Young loss: 1 is softmax, 1.5 is entmax, 2 is sparsemax; "
            "double-click for α = 2.",
        ),
    ),
    sweep=SweepRange(QT_TRANSLATE_NOOP("export", "Sparsity α"), 1.0, 3.0),
    since=2,
)


def _scalar(setting: NumberSetting | ChoiceSetting) -> Any:
    """Return the dataclass field that holds `setting`."""
    return field(default=setting.default, metadata={"setting": setting})


@dataclass(frozen=True, slots=True, kw_only=True)
class ScalarSettings:
    """The scalar settings without the classes; the base of `State`.

    Attributes
    ----------
    temperature : T, from 0 to inf; both ends are the exact limits.
    label_smoothing : the share of the target that is spread evenly, from 0 to 1.
    loss : a key of `LOSSES`.
    gamma, q, alpha : the settings of the focal loss, of the generalised cross-entropy, and of the
        Fenchel-Young losses.
    top_k, top_p, min_p, typical, order : the stages of the sampler, and which comes first.
    draws, seed : how many draws are taken, and from which sequence of random numbers.

    Raises
    ------
    InvalidStateError
        Says which setting cannot have which value, and the remedy.
    """

    temperature: float = _scalar(_TEMPERATURE)
    label_smoothing: float = _scalar(_LABEL_SMOOTHING)
    loss: str = _scalar(_LOSS)
    gamma: float = _scalar(_GAMMA)
    q: float = _scalar(_Q)
    alpha: float = _scalar(_ALPHA)
    top_k: float = _scalar(sampling.TOP_K)
    top_p: float = _scalar(sampling.TOP_P)
    min_p: float = _scalar(sampling.MIN_P)
    typical: float = _scalar(sampling.TYPICAL)
    order: str = _scalar(sampling.ORDER)
    draws: float = _scalar(sampling.DRAWS)
    seed: float = _scalar(sampling.SEED)

    @classmethod
    def of(cls, state: ScalarSettings) -> ScalarSettings:
        """Return the scalar settings of `state`, without its classes."""
        return ScalarSettings(**{key: getattr(state, key) for key in SETTINGS})

    def __post_init__(self) -> None:
        for key, setting in SETTINGS.items():
            object.__setattr__(self, key, setting.checked(getattr(self, key)))


SETTINGS: Final[Mapping[str, NumberSetting | ChoiceSetting]] = MappingProxyType(
    {one.name: one.metadata["setting"] for one in fields(ScalarSettings)}
)
"""Every scalar setting of a state, by its key, in the order in which people meet them."""

SLIDES: Final = {
    key: setting.slide
    for key, setting in SETTINGS.items()
    if isinstance(setting, NumberSetting) and setting.slide is not None
}
"""The sliders of those that have one."""

LOSS_SETTINGS: Final = frozenset(one.key for one in (_GAMMA, _Q, _ALPHA))
"""Those that only some losses depend on; their sliders are shown while such a loss is chosen."""

SWEEPS: Final = {
    key: setting.sweep
    for key, setting in SETTINGS.items()
    if isinstance(setting, NumberSetting) and setting.sweep is not None
}
"""The sweeps of those that have one."""


def mentioned(settings: ScalarSettings) -> dict[str, float | str]:
    """Return the settings that a document has to name, by key.

    A setting that version 1 of documents did not know is left out while it has its default and
    the chosen loss does not depend on it, so that older programs can read the document.
    """
    needed = LOSSES[settings.loss].parameters
    values = {key: getattr(settings, key) for key in SETTINGS}
    return {
        key: value
        for key, value in values.items()
        if SETTINGS[key].since == 1 or value != SETTINGS[key].default or key in needed
    }


values_of = attrgetter(*(key for key, one in SETTINGS.items() if not one.of_draws))
"""Return the values of the settings on which a loss or a probability can depend, in order."""
