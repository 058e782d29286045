"""Edits of the settings of draws, and what the undo steps are called."""

from __future__ import annotations

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import State, edits
from xentgui.model.sampling.settings import DRAWS, ORDER, SEED
from xentgui.model.subjects import OnState

STAGE_NAMES = {
    "temperature": QT_TRANSLATE_NOOP("panels", "temperature"),
    "top_k": "top-k",
    "top_p": "top-p",
    "min_p": "min-p",
    "typical": QT_TRANSLATE_NOOP("panels", "typical-p"),
}

_STEPS = {
    DRAWS.key: QT_TRANSLATE_NOOP("panels", "Number of Draws"),
    SEED.key: QT_TRANSLATE_NOOP("panels", "Seed of Draws"),
    ORDER.key: QT_TRANSLATE_NOOP("panels", "Order of the Sampler"),
}
_SET = QT_TRANSLATE_NOOP("panels", "Set {stage}")


def setting_edit(**values: float | str) -> OnState:
    """Return the edit that sets some settings; it is refused if one cannot have its value."""

    def apply(state: State) -> State:
        for key, value in values.items():
            state = edits.with_setting(state, key, value)
        return state

    return OnState(apply)


def setting_step(key: str) -> str:
    """Return the name of the undo step that sets the setting `key`, translated."""
    if key in _STEPS:
        return translate("panels", _STEPS[key])
    return translate("panels", _SET).format(stage=stage_name(key))


def stage_name(key: str) -> str:
    """Return the name of a stage in the current language."""
    return translate("panels", STAGE_NAMES[key])
