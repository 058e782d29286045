"""Commands that share the present scene."""

from __future__ import annotations

from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP

SHARE = (
    ActionSpec(
        key="share.token",
        text=QT_TRANSLATE_NOOP("actions", "Copy Scene as &Token"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "A short text that pastes into a chat, and back into this window"
        ),
        run=lambda host: host.sharing.copy_token(),
    ),
    ActionSpec(
        key="share.controls",
        text=QT_TRANSLATE_NOOP("actions", "&What Others May Use…"),
        tip=QT_TRANSLATE_NOOP("actions", "Choose the controls that this document shows to a class"),
        run=lambda host: host.withholding.ask(),
    ),
    ActionSpec(
        key="share.show_all",
        text=QT_TRANSLATE_NOOP("actions", "Show &All Controls"),
        tip=QT_TRANSLATE_NOOP("actions", "Show also the controls that this document withholds"),
        run=lambda host: host.withholding.toggle_all(),
        enabled=lambda host: host.withholding.can_show_all,
        checked=lambda host: host.withholding.can_show_all and host.withholding.shows_all,
    ),
)
