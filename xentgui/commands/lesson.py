"""Commands that show the same numbers in the way in which they are taught."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from xentgui.window.main_window import MainWindow


def _switch_areas(window: MainWindow) -> None:
    view = window.store.view
    window.show_view(replace(view, areas=not view.areas))


LESSON = (
    ActionSpec(
        key="information.areas",
        text=QT_TRANSLATE_NOOP("actions", "&Information as Areas"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Rectangles of width y and height −log p: their area is the cross-entropy"
        ),
        run=_switch_areas,
        shortcuts=("Ctrl+Shift+A",),
        checked=lambda window: window.store.view.areas,
    ),
)
