"""Commands that concern the program and its documents as a whole."""

from __future__ import annotations

from xentgui.actions.spec import ActionSpec
from xentgui.text import QT_TRANSLATE_NOOP

FILE = (
    ActionSpec(
        key="quit",
        text=QT_TRANSLATE_NOOP("actions", "&Quit"),
        tip=QT_TRANSLATE_NOOP("actions", "Close the window and end the program"),
        run=lambda window: window.quit(),
        shortcuts=("Ctrl+Q",),
    ),
)
