"""The scalar settings as a JSON text holds them."""

from __future__ import annotations

import math

from xentgui.documents.json_shape import Node
from xentgui.model.setting import ChoiceSetting, NumberSetting
from xentgui.model.settings_of_state import SETTINGS


def read_settings(node: Node) -> dict[str, float | str]:
    """Return the settings in a JSON object, by key, as `State` takes them; raises MisfitError."""
    return {key: _value(node[key], setting) for key, setting in SETTINGS.items() if key in node}


def _value(node: Node, setting: NumberSetting | ChoiceSetting) -> float | str:
    if isinstance(setting, ChoiceSetting):
        return node.word(setting.choices)
    # JSON has no infinity, so the text "inf" stands for it where a setting allows it.
    ends = {str(end): end for end in (setting.least, setting.most) if math.isinf(end)}
    return node.number(setting.least, setting.most, ends)
