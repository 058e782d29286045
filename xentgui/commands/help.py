"""Commands that explain."""

from __future__ import annotations

from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP

HELP = (
    ActionSpec(
        key="help.shortcuts",
        text=QT_TRANSLATE_NOOP("actions", "&Keyboard Shortcuts"),
        tip=QT_TRANSLATE_NOOP("actions", "Show every command and its keys"),
        run=lambda host: host.show_shortcuts(),
        shortcuts=("F1", "Ctrl+/"),
        icon="help",
    ),
    ActionSpec(
        key="help.about",
        text=QT_TRANSLATE_NOOP("actions", "&About XentGUI"),
        tip=QT_TRANSLATE_NOOP("actions", "Show the version, and what the program is made of"),
        run=lambda host: host.show_about(),
    ),
)
