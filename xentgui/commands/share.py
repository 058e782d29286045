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
)
