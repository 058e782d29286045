"""Commands that choose the loss: one for each entry of `LOSSES`."""

from __future__ import annotations

from xentgui.commands.host import Host
from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP, loss_title, translate
from xentgui.model import edits
from xentgui.model.losses import LOSSES, Loss
from xentgui.model.subjects import OnState

_STEP = QT_TRANSLATE_NOOP("actions", "Choose the Loss")


def _choose(host: Host, loss: Loss) -> None:
    edit = OnState(lambda state: edits.with_setting(state, "loss", loss.key))
    host.store.edit(edit, translate("actions", _STEP))


def _loss(loss: Loss) -> ActionSpec:
    return ActionSpec(
        key=f"loss.{loss.key}",
        text=loss.name,
        tip=loss.tip,
        run=lambda host: _choose(host, loss),
        checked=lambda host: host.store.snapshot.state.loss == loss.key,
        label=lambda _host: loss_title(loss),
        context="losses",
        tip_context="losses",
    )


LOSS = tuple(_loss(loss) for loss in LOSSES.values())
