"""A loss that was seen, and how far another one is from it."""

from __future__ import annotations

import math
from typing import NamedTuple

from xentgui.model.snapshot import Snapshot


class KnownLoss(NamedTuple):
    """The key of a loss and its value, in nats or without unit: all that is remembered."""

    key: str
    value: float

    @classmethod
    def of(cls, snapshot: Snapshot) -> KnownLoss:
        """Return the loss of `snapshot`."""
        return cls(snapshot.state.loss, snapshot.loss)

    def change_since(self, before: KnownLoss | None) -> float | None:
        """Return the change since `before`.

        None if nothing is known, if that was another loss, or if both are infinite.
        """
        if before is None or before.key != self.key:
            return None
        change = self.value - before.value
        return None if math.isnan(change) else change  # from ∞ to ∞
