"""Losses in words and numbers: their names, and their unit if they have one."""

from __future__ import annotations

from typing import overload

import numpy as np

from xentgui.language.text import in_unit, translate, unit_name
from xentgui.model.losses import Loss


@overload
def loss_in_unit(value: float, loss: Loss, unit: str) -> float: ...
@overload
def loss_in_unit(value: np.ndarray, loss: Loss, unit: str) -> np.ndarray: ...
def loss_in_unit(value: float | np.ndarray, loss: Loss, unit: str) -> float | np.ndarray:
    """Convert a number of `loss` to `unit`, a key of `UNITS`; a plain number stays as it is."""
    return value if loss.unit is None else in_unit(value, unit)


def loss_name(loss: Loss) -> str:
    """Return the name of `loss` in the current language, as in the middle of a sentence."""
    return translate("losses", loss.name)


def loss_unit(loss: Loss, unit: str) -> str:
    """Return the name of `unit` in the current language; "" if `loss` is a plain number."""
    return "" if loss.unit is None else unit_name(unit)
