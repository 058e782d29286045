"""How somebody trains, as text: it is so at the next start, too."""

from __future__ import annotations

import json
import sys
from typing import Any, Final

from xentgui.model.recipes import USUAL_TRAINING, Training

_MOST: Final = {"rate": sys.float_info.max, "momentum": 1.0, "decay": sys.float_info.max}


def as_text(training: Training) -> str:
    """Return `training` as it is kept; "" for the usual one.

    >>> as_text(USUAL_TRAINING._replace(rate=0.5))[:14]
    '{"rate": 0.5, '
    """
    if training == USUAL_TRAINING:
        return ""
    return json.dumps(training._asdict(), allow_nan=False)


def from_text(text: str) -> Training:
    """Return the training that `as_text` wrote; what cannot be read, or trained, is as usual.

    >>> from_text('{"rate": 0, "batch": 7}') == USUAL_TRAINING._replace(batch=7)
    True
    """
    try:
        read = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return USUAL_TRAINING
    if not isinstance(read, dict):
        return USUAL_TRAINING
    kept: dict[str, Any] = {}
    for name, most in _MOST.items():
        value: Any = read.get(name)
        if type(value) in (int, float) and 0.0 <= value <= most and (value or name != "rate"):
            kept[name] = float(value)
    if kept.get("momentum") == 1.0:
        del kept["momentum"]
    for name in ("batch", "seed"):
        value = read.get(name)
        if type(value) is int and 0 <= value < 2**53:
            kept[name] = value
    if type(read.get("standardise")) is bool:
        kept["standardise"] = read["standardise"]
    return USUAL_TRAINING._replace(**kept)
