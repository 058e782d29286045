"""What a scene can withhold: controls that the window does not show with it.

It keeps a class from being distracted, and is no lock: everyone can have all controls back.
"""

from __future__ import annotations

from typing import Final

WITHHOLDABLE: Final = (
    *("tables", "glance", "loss_card"),
    *("examples", "losses", "temperature", "smoothing", "unit", "workspaces", "panels"),
    *("classes", "walk", "sampling", "training"),
)
"""The words for it; `xentgui.commands.withheld` says what belongs to each."""

SINCE: Final = 5
"""The version of documents that knows them."""
