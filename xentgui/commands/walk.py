"""Commands that walk down the loss."""

from __future__ import annotations

from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP, translate

_PLAY = QT_TRANSLATE_NOOP("actions", "&Play")
_PAUSE = QT_TRANSLATE_NOOP("actions", "&Pause")

WALK = (
    ActionSpec(
        key="walk.play",
        text=_PLAY,
        tip=QT_TRANSLATE_NOOP("actions", "Walk down the loss step by step, or pause"),
        run=lambda host: host.walking.toggle(),
        shortcuts=("Ctrl+P",),
        label=lambda host: translate("actions", _PAUSE if host.walking.plays else _PLAY),
        icon="play",
    ),
    ActionSpec(
        key="walk.step",
        text=QT_TRANSLATE_NOOP("actions", "&Step"),
        tip=QT_TRANSLATE_NOOP("actions", "Take one step down the loss"),
        run=lambda host: host.walking.forward(),
        shortcuts=("Ctrl+F",),
        icon="step",
    ),
    ActionSpec(
        key="walk.back",
        text=QT_TRANSLATE_NOOP("actions", "&Back"),
        tip=QT_TRANSLATE_NOOP("actions", "Go back one step of the walk"),
        run=lambda host: host.walking.back(),
        shortcuts=("Ctrl+B",),
        enabled=lambda host: host.walking.can_go_back,
        icon="step-back",
    ),
    ActionSpec(
        key="walk.start",
        text=QT_TRANSLATE_NOOP("actions", "To the St&art"),
        tip=QT_TRANSLATE_NOOP("actions", "Go to where the walk began"),
        run=lambda host: host.walking.to_start(),
        shortcuts=("Ctrl+Shift+B",),
        enabled=lambda host: host.walking.can_go_back,
        icon="first",
    ),
    ActionSpec(
        key="walk.end",
        text=QT_TRANSLATE_NOOP("actions", "&Run to the End"),
        tip=QT_TRANSLATE_NOOP("actions", "Walk as fast as possible, until the walk ends"),
        run=lambda host: host.walking.play(to_the_end=True),
        shortcuts=("Ctrl+Shift+F",),
        icon="last",
    ),
    ActionSpec(
        key="walk.reset",
        text=QT_TRANSLATE_NOOP("actions", "&Forget the Steps"),
        tip=QT_TRANSLATE_NOOP("actions", "Go to where the walk began, and begin a new one"),
        run=lambda host: host.walking.reset(),
        shortcuts=("Ctrl+Shift+R",),
        enabled=lambda host: host.store.view.run is not None,
        icon="reset",
    ),
    ActionSpec(
        key="walk.pin",
        text=QT_TRANSLATE_NOOP("actions", "Pi&n This Run"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Keep this run as a dotted line for comparison; choose again to remove it"
        ),
        run=lambda host: host.walking.pin(),
        shortcuts=("Ctrl+Shift+G",),
        checked=lambda host: host.store.view.pinned_run is not None,
        icon="pin",
    ),
)
