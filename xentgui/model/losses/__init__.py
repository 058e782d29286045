"""The losses: one file a loss, and a line in `LOSSES`."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import Protocol

from xentgui.model.losses.cross_entropy import CROSS_ENTROPY
from xentgui.model.losses.loss import Loss


class _Losses(MutableMapping[str, Loss]):
    """The losses by key; the file of each is imported when it is asked for: few starts need two."""

    def __init__(self, **places: str) -> None:
        """Each of `places` names a file in this folder, and what the loss is called in it."""
        self._places = places
        self._there: dict[str, Loss] = {}

    def __getitem__(self, key: str) -> Loss:
        loss = self._there.get(key)
        if loss is None:
            file, _, name = self._places[key].partition(".")
            loss = self._there[key] = getattr(import_module(f"{__name__}.{file}"), name)
        return loss

    def __setitem__(self, key: str, loss: Loss) -> None:
        self._places.setdefault(key, "")
        self._there[key] = loss

    def __delitem__(self, key: str) -> None:
        del self._places[key]
        self._there.pop(key, None)

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


LOSSES: MutableMapping[str, Loss] = _Losses(
    cross_entropy="cross_entropy.CROSS_ENTROPY",
    kl_forward="kl_forward.KL_FORWARD",
    kl_reverse="kl_reverse.KL_REVERSE",
    brier="brier.BRIER",
    hinge_ww="hinge_ww.HINGE_WW",
    hinge_cs="hinge_cs.HINGE_CS",
    focal="focal.FOCAL",
    gce="generalised_cross_entropy.GCE",
    fenchel_young="fenchel_young.FENCHEL_YOUNG",
)
"""All losses that a state may choose, by key."""


class ChoosesLoss(Protocol):
    """A state, or its settings."""

    @property
    def loss(self) -> str: ...


def chosen_loss(settings: ChoosesLoss) -> Loss:
    """Return the loss that a state, or its settings, choose."""
    return LOSSES[settings.loss].chosen_with(settings)


__all__ = ["CROSS_ENTROPY", "LOSSES", "Loss", "chosen_loss"]
