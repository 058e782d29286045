"""What the bars of the window show of the commands, which is all of them that a picture waits for."""

from __future__ import annotations

from xentgui.commands.edit import EDIT
from xentgui.commands.scenes import PRESENT
from xentgui.commands.spec import ActionSpec
from xentgui.commands.view import VIEW, WORKSPACE
from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.model.settings_of_state import LOSS_SETTINGS, SLIDES

MENU_BAR: dict[str, str] = {
    "file": QT_TRANSLATE_NOOP("actions", "&File"),
    "edit": QT_TRANSLATE_NOOP("actions", "&Edit"),
    "classes": QT_TRANSLATE_NOOP("actions", "&Classes"),
    "view": QT_TRANSLATE_NOOP("actions", "&View"),
    "lecture": QT_TRANSLATE_NOOP("actions", "&Lecture"),
    "help": QT_TRANSLATE_NOOP("actions", "&Help"),
}
"""The menus of the menu bar, with their English titles; the others are inside these."""

TOOLBAR: tuple[str | None, ...] = (
    "control.workspace",
    None,
    "control.presets",
    "undo",
    "redo",
    None,
    *(
        entry
        for key, slide in SLIDES.items()
        if key not in LOSS_SETTINGS
        for entry in (f"control.{slide.control}", None)
    ),
    "control.unit",
    None,
    "control.loss",
    *(f"control.{slide.control}" for key, slide in SLIDES.items() if key in LOSS_SETTINGS),
    "stretch",
    "present",
    "reset",
    "theme.toggle",
    "control.language",
)
"""The toolbar from left to right: commands and controls; None is a gap, "stretch" a wide one."""

SHOWN: tuple[ActionSpec, ...] = (
    *WORKSPACE,
    *(spec for spec in (*EDIT, *PRESENT, *VIEW) if spec.key in TOOLBAR),
)
"""The commands of these buttons."""
