"""Commands that show, hide and arrange the cards of the window."""

from __future__ import annotations

from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.panels import PANELS

CARDS = (
    ("logit_table", QT_TRANSLATE_NOOP("actions", "Table of &Logits")),
    ("target_table", QT_TRANSLATE_NOOP("actions", "Table of &Targets")),
    ("glance", QT_TRANSLATE_NOOP("actions", "&At a Glance")),
    ("descent", QT_TRANSLATE_NOOP("actions", "D&escent")),
    ("training_card", QT_TRANSLATE_NOOP("actions", "T&raining")),
    ("sampling_card", QT_TRANSLATE_NOOP("actions", "Samplin&g")),
    ("weight_table", QT_TRANSLATE_NOOP("actions", "Table of &Weights")),
    ("point_table", QT_TRANSLATE_NOOP("actions", "Table of &Points")),
    ("loss", QT_TRANSLATE_NOOP("actions", "L&oss")),
)
_TIP = QT_TRANSLATE_NOOP("actions", "Show or hide this part of the window")


def _show(key: str, text: str, context: str) -> ActionSpec:
    return ActionSpec(
        key=f"show.{key}",
        text=text,
        tip=_TIP,
        run=lambda host: host.cards.toggle(key),
        checked=lambda host: host.cards.is_shown(key),
        context=context,
    )


SHOW = (
    *(_show(key, text, "actions") for key, text in CARDS),
    *(_show(panel.key, panel.title, "panels") for panel in PANELS),
)

ARRANGE = (
    ActionSpec(
        key="panel.enlarge",
        text=QT_TRANSLATE_NOOP("actions", "Ma&ximise Panel"),
        tip=QT_TRANSLATE_NOOP("actions", "Show only the focused panel; Esc brings the others back"),
        run=lambda host: host.cards.toggle_enlarged(),
        shortcuts=("Ctrl+Return",),
        checked=lambda host: host.cards.enlarged is not None,
        icon="enlarge",
    ),
    ActionSpec(
        key="panel.restore",
        text=QT_TRANSLATE_NOOP("actions", "Show &All Panels"),
        tip=QT_TRANSLATE_NOOP("actions", "Show the other panels again"),
        run=lambda host: host.cards.restore(),
        shortcuts=("Esc",),
        enabled=lambda host: host.cards.enlarged is not None and host.store.gesture is None,
    ),
    ActionSpec(
        key="panel.next",
        text=QT_TRANSLATE_NOOP("actions", "S&witch to the Next Card"),
        tip=QT_TRANSLATE_NOOP("actions", "Go on with the keys in the next table or panel"),
        run=lambda host: host.cards.pass_keys(1),
        shortcuts=("F6",),
    ),
    ActionSpec(
        key="panel.previous",
        text=QT_TRANSLATE_NOOP("actions", "Switch &Back One Card"),
        tip=QT_TRANSLATE_NOOP("actions", "Go on with the keys in the table or panel before"),
        run=lambda host: host.cards.pass_keys(-1),
        shortcuts=("Shift+F6",),
    ),
    ActionSpec(
        key="layout.reset",
        text=QT_TRANSLATE_NOOP("actions", "&Reset Layout"),
        tip=QT_TRANSLATE_NOOP("actions", "Put every panel back in its original place"),
        run=lambda host: host.cards.reset(),
    ),
)
