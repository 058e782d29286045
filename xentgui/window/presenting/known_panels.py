"""The panels that can stand in the picture for a room, by their keys, and those of a moment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from xentgui.documents.moment import Moment
from xentgui.panels import PANELS, Panel
from xentgui.panels.page_panel import PagePanel

USUAL_PANELS: Final = ("distribution", "information")
"""What a scene shows that names no panels."""

KNOWN: Final[Mapping[str, type[Panel]]] = {panel.key: panel for panel in PANELS}
"""Every panel that this program has."""


def panels_of(moment: Moment, turn: int = 0) -> tuple[str, ...]:
    """Return the panels of a moment that this program has, turned by so many places."""
    found = tuple(key for key in moment.panels if key in KNOWN) or USUAL_PANELS
    turn %= len(found)
    return found[turn:] + found[:turn]


def has_stages(panel: type[Panel]) -> bool:
    """Return whether a panel is a page with stages."""
    return issubclass(panel, PagePanel) and panel.staged
