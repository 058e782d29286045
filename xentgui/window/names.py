"""All object names, with which tests and scripts can address the parts of the window.

They are stable and never translated.
"""

from __future__ import annotations

from xentgui.canvas.page_controls import stage_button_name
from xentgui.commands.bars import TOOLBAR
from xentgui.commands.registry import ACTIONS, MENUS
from xentgui.commands.view import WORKSPACE
from xentgui.language.units import UNITS
from xentgui.model.settings_of_state import SLIDES
from xentgui.panels import PANELS
from xentgui.window.card_registry import TABLE_TITLES
from xentgui.window.controls.choice_button import offers_choices
from xentgui.window.helping.help_buttons import help_button_name

TABLES = tuple(TABLE_TITLES)

CONTROLS = (
    "control.presets",
    *(f"control.{slide.control}{part}" for slide in SLIDES.values() for part in ("", "_value")),
    "control.unit",
    "control.loss",
    "control.workspace",
    *(f"control.{spec.key}" for spec in WORKSPACE),
    *(f"control.unit.{unit}" for unit in UNITS),
    "control.language",
    "control.samples",
    "control.sample.first",
    "control.sample.previous",
    "control.sample.position",
    "control.sample.next",
    "control.sample.last",
    "control.sample.slider",
    "control.sample.order",
    "control.sample.only_wrong",
    "control.sample.progress",
    "control.sample.stop",
    "control.sample.close",
    *(f"control.{entry}" for entry in TOOLBAR if entry in ACTIONS),
)

PARTS_OF_WINDOW = (
    "window.main",
    "toolbar.main",
    "toolbar.reading",
    "toolbar.samples",
    "status.sum",
    "status.message",
    "status.discard",
    "status.language",
)


def panel_names() -> tuple[str, ...]:
    """Return the names of the panels, ``panel.<key>``."""
    return tuple(f"panel.{panel.key}" for panel in PANELS)


def choice_names() -> tuple[str, ...]:
    """Return the names of the buttons that choose what a panel shows."""
    return tuple(f"control.choices.{one.key}" for one in PANELS if offers_choices(one()))


def stage_names() -> tuple[str, ...]:
    """Return the names of the buttons that take and show the stages of a panel."""
    staged = [one for one in PANELS if getattr(one, "staged", False)]
    return tuple(stage_button_name(one.key, way) for one in staged for way in ("back", "forward"))


def help_names() -> tuple[str, ...]:
    """Return the names of the buttons that explain a card."""
    return tuple(help_button_name(key) for key in (*TABLES, *(panel.key for panel in PANELS)))


def dock_names() -> tuple[str, ...]:
    """Return the names of the cards, ``dock.<key>``."""
    keys = (*TABLES, *(panel.key for panel in PANELS))
    return tuple(f"dock.{key}" for key in keys)


def action_names() -> tuple[str, ...]:
    """Return the names of the commands, ``action.<key>``."""
    return tuple(f"action.{key}" for key in ACTIONS)


def menu_names() -> tuple[str, ...]:
    """Return the names of the menus, ``menu.<key>``."""
    return tuple(f"menu.{key}" for key in MENUS)


def all_names() -> tuple[str, ...]:
    """Return every object name."""
    return (
        *PARTS_OF_WINDOW,
        *TABLES,
        *CONTROLS,
        *choice_names(),
        *stage_names(),
        *help_names(),
        *panel_names(),
        *dock_names(),
        *action_names(),
        *menu_names(),
    )
