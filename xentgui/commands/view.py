"""Commands that change the look, or go to another workspace, but change no number."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.language.translation import languages
from xentgui.language.units import UNITS, Unit
from xentgui.painting import accessibility

if TYPE_CHECKING:
    from xentgui.commands.host import Host


WORKSPACE_TEXTS = (
    (
        "explore",
        QT_TRANSLATE_NOOP("actions", "Explore"),
        QT_TRANSLATE_NOOP("actions", "Tables and panels to see what follows from each number"),
    ),
    (
        "learn",
        QT_TRANSLATE_NOOP("actions", "Learn"),
        QT_TRANSLATE_NOOP("actions", "Walk down the loss and watch p go to y"),
    ),
    (
        "classify",
        QT_TRANSLATE_NOOP("actions", "Classify"),
        QT_TRANSLATE_NOOP("actions", "Logits that follow from an input, and where the error flows"),
    ),
    (
        "sample",
        QT_TRANSLATE_NOOP("actions", "Sample"),
        QT_TRANSLATE_NOOP("actions", "Draw from p, and see what a sampler keeps and what one pays"),
    ),
)
"""Key, name and tip of every workspace, in the order of their keys: Ctrl+1, Ctrl+2 …"""


def _workspace(key: str, text: str, tip: str, number: int) -> ActionSpec:
    return ActionSpec(
        key=f"workspace.{key}",
        text=text,
        tip=tip,
        run=lambda host: host.cards.show_workspace(key),
        shortcuts=(f"Ctrl+{number}",),
        checked=lambda host: host.cards.workspace == key,
    )


WORKSPACE = tuple(
    _workspace(key, text, tip, number) for number, (key, text, tip) in enumerate(WORKSPACE_TEXTS, 1)
)

MOST_DECIMALS = 15
ZOOM_STEP = 1.1

_THEMES = {
    "": (
        QT_TRANSLATE_NOOP("actions", "Use &System Setting"),
        QT_TRANSLATE_NOOP("actions", "Follow the system's light or dark setting"),
    ),
    "light": (
        QT_TRANSLATE_NOOP("actions", "&Light"),
        QT_TRANSLATE_NOOP("actions", "Dark ink on white, for a bright room"),
    ),
    "dark": (
        QT_TRANSLATE_NOOP("actions", "&Dark"),
        QT_TRANSLATE_NOOP("actions", "Light ink on black, for a dark room"),
    ),
}

_LANGUAGE_TIP = QT_TRANSLATE_NOOP("actions", "Show the whole program in this language, from now on")


def _unit(unit: Unit) -> ActionSpec:
    return ActionSpec(
        key=f"unit.{unit.key}",
        text=unit.command,
        tip=unit.tip,
        run=lambda host: host.store.show(replace(host.store.view, unit=unit.key)),
        checked=lambda host: host.store.view.unit == unit.key,
    )


def _theme(key: str) -> ActionSpec:
    text, tip = _THEMES[key]
    return ActionSpec(
        key=f"theme.{key or 'system'}",
        text=text,
        tip=tip,
        run=lambda host: host.look.choose(key),
        checked=lambda host: host.look.chosen == key,
    )


def _language(code: str, own_name: str) -> ActionSpec:
    return ActionSpec(
        key=f"language.{code}",
        text=own_name,  # its name in the language itself, never translated
        tip=_LANGUAGE_TIP,
        run=lambda host: host.look.choose_language(code),
        checked=lambda host: host.look.chosen_language == code,
        context="",
    )


def _decimals(host: Host, step: int) -> None:
    view = host.store.view
    decimals = min(max(view.decimals + step, 1), MOST_DECIMALS)
    host.store.show(replace(view, decimals=decimals))


def _toggle_theme(host: Host) -> None:
    host.look.choose("light" if host.look.theme.key == "dark" else "dark")


def _switch_areas(host: Host) -> None:
    view = host.store.view
    host.store.show(replace(view, areas=not view.areas))


UNIT = tuple(_unit(unit) for unit in UNITS.values())
THEME = tuple(_theme(key) for key in _THEMES)

LANGUAGE = (
    ActionSpec(
        key="language.system",
        text=QT_TRANSLATE_NOOP("actions", "Use &System Setting"),
        tip=QT_TRANSLATE_NOOP("actions", "Follow the language of the system"),
        run=lambda host: host.look.choose_language(""),
        checked=lambda host: host.look.chosen_language == "",
    ),
    *(_language(language.code, language.name) for language in languages()),
)

VIEW = (
    *UNIT,
    ActionSpec(
        key="decimals.more",
        text=QT_TRANSLATE_NOOP("actions", "&More Decimals"),
        tip=QT_TRANSLATE_NOOP("actions", "Show one decimal place more"),
        run=lambda host: _decimals(host, +1),
        shortcuts=("Ctrl+.",),
        enabled=lambda host: host.store.view.decimals < MOST_DECIMALS,
    ),
    ActionSpec(
        key="decimals.fewer",
        text=QT_TRANSLATE_NOOP("actions", "&Fewer Decimals"),
        tip=QT_TRANSLATE_NOOP("actions", "Show one decimal place fewer"),
        run=lambda host: _decimals(host, -1),
        shortcuts=("Ctrl+,",),
        enabled=lambda host: host.store.view.decimals > 1,
    ),
    ActionSpec(
        key="information.areas",
        text=QT_TRANSLATE_NOOP("actions", "Information as Ar&eas"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Rectangles of width y and height h(p): their area is the cross-entropy"
        ),
        run=_switch_areas,
        shortcuts=("Ctrl+Shift+A",),
        checked=lambda host: host.store.view.areas,
    ),
    *THEME,
    ActionSpec(
        key="theme.toggle",
        text=QT_TRANSLATE_NOOP("actions", "To&ggle Light and Dark"),
        tip=QT_TRANSLATE_NOOP("actions", "Change between the light and the dark theme"),
        run=_toggle_theme,
        shortcuts=("Ctrl+Shift+L",),
        icon="theme",
    ),
    ActionSpec(
        key="zoom.in",
        text=QT_TRANSLATE_NOOP("actions", "Zoom &In"),
        tip=QT_TRANSLATE_NOOP("actions", "Make text, lines and marks bigger"),
        run=lambda host: host.look.zoom_by(ZOOM_STEP),
        shortcuts=("Ctrl+=", "Ctrl++"),
    ),
    ActionSpec(
        key="zoom.out",
        text=QT_TRANSLATE_NOOP("actions", "Zoom &Out"),
        tip=QT_TRANSLATE_NOOP("actions", "Make text, lines and marks smaller"),
        run=lambda host: host.look.zoom_by(1 / ZOOM_STEP),
        shortcuts=("Ctrl+-",),
    ),
    ActionSpec(
        key="zoom.reset",
        text=QT_TRANSLATE_NOOP("actions", "Normal Si&ze"),
        tip=QT_TRANSLATE_NOOP("actions", "Show text, lines and marks at their normal size"),
        run=lambda host: host.look.zoom_to(1.0),
        shortcuts=("Ctrl+0",),
        enabled=lambda host: host.look.zoom != 1.0,
    ),
    ActionSpec(
        key="motion.reduce",
        text=QT_TRANSLATE_NOOP("actions", "Re&duce Motion"),
        tip=QT_TRANSLATE_NOOP("actions", "Move axes and pages without animation"),
        run=lambda host: host.look.reduce_motion(reduced=not accessibility.motion_is_reduced()),
        checked=lambda host: accessibility.motion_is_reduced(),
    ),
    ActionSpec(
        key="sound",
        text=QT_TRANSLATE_NOOP("actions", "&Hear the Loss"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Play a tone while a value is moved: it falls as the loss falls"
        ),
        run=lambda host: host.sound.switch(),
        checked=lambda host: host.sound.is_on,
    ),
    ActionSpec(
        key="full_screen",
        text=QT_TRANSLATE_NOOP("actions", "Full Scree&n"),
        tip=QT_TRANSLATE_NOOP("actions", "Use the whole screen"),
        run=lambda host: host.toggle_full_screen(),
        shortcuts=("F11",),
        checked=lambda host: host.is_full_screen,
    ),
)
