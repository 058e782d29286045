"""Commands that train a classifier."""

from __future__ import annotations

from xentgui.commands.host import Host
from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP, translate

_PLAY = QT_TRANSLATE_NOOP("actions", "&Train")
_PAUSE = QT_TRANSLATE_NOOP("actions", "&Pause")


def _has_points(host: Host) -> bool:
    return host.trains.has_points


TRAIN = (
    ActionSpec(
        key="train.play",
        text=_PLAY,
        tip=QT_TRANSLATE_NOOP("actions", "Train W and b step by step, or pause"),
        run=lambda host: host.trains.toggle(),
        shortcuts=("Ctrl+J",),
        enabled=_has_points,
        label=lambda host: translate("actions", _PAUSE if host.trains.plays else _PLAY),
        icon="play",
    ),
    ActionSpec(
        key="train.step",
        text=QT_TRANSLATE_NOOP("actions", "&Step"),
        tip=QT_TRANSLATE_NOOP("actions", "Take one step of training"),
        run=lambda host: host.trains.forward(),
        shortcuts=("Ctrl+K",),
        enabled=_has_points,
        icon="step",
    ),
    ActionSpec(
        key="train.back",
        text=QT_TRANSLATE_NOOP("actions", "&Back"),
        tip=QT_TRANSLATE_NOOP("actions", "Go back one step of the training"),
        run=lambda host: host.trains.back(),
        shortcuts=("Ctrl+Shift+K",),
        enabled=lambda host: host.trains.can_go_back,
        icon="step-back",
    ),
    ActionSpec(
        key="train.start",
        text=QT_TRANSLATE_NOOP("actions", "Back to the St&art"),
        tip=QT_TRANSLATE_NOOP("actions", "Go to where the training began"),
        run=lambda host: host.trains.to_start(),
        enabled=lambda host: host.trains.can_go_back,
        icon="first",
    ),
    ActionSpec(
        key="train.optimum",
        text=QT_TRANSLATE_NOOP("actions", "To the &Optimum"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Go where the mean loss is least, by Newton's method, in one step"
        ),
        run=lambda host: host.trains.to_optimum(),
        shortcuts=("Ctrl+Shift+O",),
        enabled=_has_points,
        icon="last",
    ),
    ActionSpec(
        key="train.zero",
        text=QT_TRANSLATE_NOOP("actions", "Begin at &Zero"),
        tip=QT_TRANSLATE_NOOP("actions", "Set W and b to 0, and begin a new training"),
        run=lambda host: host.trains.to_zero(),
        enabled=_has_points,
        icon="reset",
    ),
    ActionSpec(
        key="train.pin",
        text=QT_TRANSLATE_NOOP("actions", "Pi&n This Training"),
        tip=QT_TRANSLATE_NOOP(
            "actions",
            "Keep this training as a dotted line for comparison; choose again to remove it",
        ),
        run=lambda host: host.trains.pin(),
        enabled=_has_points,
        checked=lambda host: host.store.view.pinned_training is not None,
        icon="pin",
    ),
)
