"""The losses: one file a loss, and a line in `LOSSES`."""

from __future__ import annotations

from typing import Protocol

from xentgui.model.losses.brier import BRIER
from xentgui.model.losses.cross_entropy import CROSS_ENTROPY
from xentgui.model.losses.fenchel_young import FENCHEL_YOUNG, FENCHEL_YOUNG_OF_SOFTMAX
from xentgui.model.losses.focal import FOCAL
from xentgui.model.losses.generalised_cross_entropy import GCE
from xentgui.model.losses.hinge_cs import HINGE_CS
from xentgui.model.losses.hinge_ww import HINGE_WW
from xentgui.model.losses.kl_forward import KL_FORWARD
from xentgui.model.losses.kl_reverse import KL_REVERSE
from xentgui.model.losses.loss import Loss

LOSSES: dict[str, Loss] = {
    loss.key: loss
    for loss in (
        CROSS_ENTROPY,
        KL_FORWARD,
        KL_REVERSE,
        BRIER,
        HINGE_WW,
        HINGE_CS,
        FOCAL,
        GCE,
        FENCHEL_YOUNG,
    )
}
"""All losses that a state may choose, by key."""

KINDS: tuple[Loss, ...] = (*LOSSES.values(), FENCHEL_YOUNG_OF_SOFTMAX)
"""All of them, and those that a parameter turns them into."""


class ChoosesLoss(Protocol):
    """A state, or its settings."""

    @property
    def loss(self) -> str: ...


def chosen_loss(settings: ChoosesLoss) -> Loss:
    """Return the loss that a state, or its settings, choose."""
    return LOSSES[settings.loss].chosen_with(settings)


__all__ = ["CROSS_ENTROPY", "KINDS", "LOSSES", "Loss", "chosen_loss"]
