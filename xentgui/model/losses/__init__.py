"""The losses: one file a loss, and a line in `LOSSES`."""

from xentgui.model.losses.cross_entropy import CROSS_ENTROPY
from xentgui.model.losses.loss import Loss

LOSSES: dict[str, Loss] = {loss.key: loss for loss in (CROSS_ENTROPY,)}
"""All losses that a state may choose, by key."""

__all__ = ["CROSS_ENTROPY", "LOSSES", "Loss"]
