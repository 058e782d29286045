"""Commands that choose the loss, one for each entry of `LOSSES`, and set the target it is of."""

from __future__ import annotations

from xentgui.commands.host import Host
from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP, loss_title, translate
from xentgui.model import edits
from xentgui.model.losses import LOSSES, Loss
from xentgui.model.naming import name_of
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


def _one_hot(host: Host) -> None:
    before, at = host.store.snapshot.state, host.current_class
    step = translate("actions", "One-Hot Target at {label}")
    edit = OnState(lambda state: edits.one_hot(state, at))
    host.store.edit(edit, step.format(label=name_of(before.labels, at)))


def _uniform(host: Host) -> None:
    host.store.edit(OnState(edits.uniform_target), translate("actions", "Uniform Target"))


def _normalised(host: Host) -> None:
    host.store.edit(OnState(edits.normalised_target), translate("actions", "Normalise Target"))


def _hardmax(host: Host) -> None:
    host.store.edit(OnState(edits.hardmax_target), translate("actions", "Target = Hardmax"))


TARGET = (
    ActionSpec(
        key="target.one_hot",
        text=QT_TRANSLATE_NOOP("actions", "&Make This Class the Target"),
        tip=QT_TRANSLATE_NOOP("actions", "Set the target to 1 for this class and 0 for all others"),
        run=_one_hot,
        shortcuts=("Ctrl+T",),
        icon="one-hot",
    ),
    ActionSpec(
        key="target.uniform",
        text=QT_TRANSLATE_NOOP("actions", "Uni&form Target"),
        tip=QT_TRANSLATE_NOOP("actions", "Give every class the target 1/K"),
        run=_uniform,
        shortcuts=("Ctrl+U",),
        icon="uniform",
    ),
    ActionSpec(
        key="target.normalise",
        text=QT_TRANSLATE_NOOP("actions", "Normali&se Target"),
        tip=QT_TRANSLATE_NOOP("actions", "Scale the target so that it sums to 1"),
        run=_normalised,
        shortcuts=("Ctrl+M",),
        enabled=lambda host: not host.store.snapshot.state.target_is_normalised,
        icon="normalise",
    ),
    ActionSpec(
        key="target.hardmax",
        text=QT_TRANSLATE_NOOP("actions", "Target = &Hardmax"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Put all of the target on the largest logit; ties share it"
        ),
        run=_hardmax,
        shortcuts=("Ctrl+H",),
        icon="hardmax",
    ),
)
