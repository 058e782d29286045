"""The scalar settings as a JSON text holds them, for msgspec."""

from __future__ import annotations

import math
from typing import Annotated, Any, Literal

import msgspec

from xentgui.model.setting import ChoiceSetting, NumberSetting
from xentgui.model.settings_of_state import SETTINGS


def written_type(setting: NumberSetting | ChoiceSetting) -> Any:
    """Return the type of `setting` in a text: a number within its bounds, or a text.

    JSON has no infinity, so that it is the text "inf" where a number may be as large.
    """
    if isinstance(setting, ChoiceSetting):
        return Literal[tuple(setting.choices)]
    number = Annotated[float, msgspec.Meta(ge=_finite(setting.least), le=_finite(setting.most))]
    infinities = tuple(str(end) for end in (setting.least, setting.most) if math.isinf(end))
    return number | Literal[infinities] if infinities else number


def read_settings(written: Any) -> dict[str, Any]:
    """Return the settings of a text that has been read, by their keys, for `State`."""
    return {
        key: getattr(written, key)
        if isinstance(setting, ChoiceSetting)
        else float(getattr(written, key))
        for key, setting in SETTINGS.items()
    }


def _finite(end: float) -> float | None:
    return end if math.isfinite(end) else None
