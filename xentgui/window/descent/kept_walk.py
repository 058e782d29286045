"""How somebody walks, as text: it is so at the next start, too."""

from __future__ import annotations

import json
import sys
from typing import TypeGuard

from xentgui.model.recipes import USUAL_WALK, Method, Walk


def as_text(walk: Walk) -> str:
    """Return what can be chosen about `walk` as it is kept; "" for the usual walk.

    >>> as_text(USUAL_WALK._replace(rate=0.5, momentum=0.9))
    '{"method": "gradient", "rate": 0.5, "momentum": 0.9}'
    """
    if walk == USUAL_WALK:
        return ""
    return json.dumps(
        {"method": walk.method.value, "rate": walk.rate, "momentum": walk.momentum},
        allow_nan=False,
    )


def from_text(text: str) -> Walk:
    """Return the walk that `as_text` wrote; what cannot be read, or walked, is as usual.

    >>> from_text('{"method": "newton", "rate": 0, "momentum": 0.5}') == Walk(
    ...     Method.NEWTON, USUAL_WALK.rate, 0.5, USUAL_WALK.tolerance
    ... )
    True
    """
    try:
        read = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return USUAL_WALK
    if not isinstance(read, dict):
        return USUAL_WALK
    method, rate, momentum = (read.get(key) for key in ("method", "rate", "momentum"))
    walk = USUAL_WALK
    if method in list(Method):
        walk = walk._replace(method=Method(method))
    # NaN is in no interval, and an integer can be larger than every float.
    if _is_number(rate) and 0.0 < rate <= sys.float_info.max:
        walk = walk._replace(rate=float(rate))
    if _is_number(momentum) and 0.0 <= momentum < 1.0:
        walk = walk._replace(momentum=float(momentum))
    return walk


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
