"""The losses: one file a loss, and a line in `LOSSES`."""

from xentgui.model.losses.brier import BRIER
from xentgui.model.losses.cross_entropy import CROSS_ENTROPY
from xentgui.model.losses.fenchel_young import FENCHEL_YOUNG
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

__all__ = ["CROSS_ENTROPY", "LOSSES", "Loss"]
