"""Commands that open and save the points of a classifier."""

from __future__ import annotations

from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP

POINTS = (
    ActionSpec(
        key="points.open",
        text=QT_TRANSLATE_NOOP("actions", "Open &Points…"),
        tip=QT_TRANSLATE_NOOP(
            "actions",
            "Open a table of points as CSV: a line for each, with its inputs and its class",
        ),
        run=lambda host: host.points_files.ask_open(),
    ),
    ActionSpec(
        key="points.save",
        text=QT_TRANSLATE_NOOP("actions", "Save Points as &CSV…"),
        tip=QT_TRANSLATE_NOOP("actions", "Save the points as CSV, with all digits"),
        run=lambda host: host.points_files.ask_save(),
        enabled=lambda host: host.trains.has_points,
    ),
)
