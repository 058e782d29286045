"""Commands that show the same numbers in the way in which they are taught."""

from __future__ import annotations

from dataclasses import replace

from xentgui.commands.host import Host
from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP


def _switch_areas(host: Host) -> None:
    view = host.store.view
    host.store.show(replace(view, areas=not view.areas))


LESSON = (
    ActionSpec(
        key="information.areas",
        text=QT_TRANSLATE_NOOP("actions", "&Information as Areas"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Rectangles of width y and height −log p: their area is the cross-entropy"
        ),
        run=_switch_areas,
        shortcuts=("Ctrl+Shift+A",),
        checked=lambda host: host.store.view.areas,
    ),
)
