"""Every command, declared once as data; the menus and the toolbar are tuples of keys."""

from xentgui.actions import classes, compare, edit, examples, file, help, language, panels, target, view  # noqa: A004
from xentgui.actions.spec import ActionSpec, MenuSpec, by_key, lookup
from xentgui.text import QT_TRANSLATE_NOOP

ACTIONS: dict[str, ActionSpec] = by_key(
    (
        *file.FILE,
        *edit.EDIT,
        *classes.CLASSES,
        *target.TARGET,
        *examples.EXAMPLES,
        *compare.COMPARE,
        *view.VIEW,
        *language.LANGUAGE,
        *panels.SHOW,
        *panels.ARRANGE,
        *help.HELP,
    )
)
"""Every command there is, by its key."""

MENUS: dict[str, MenuSpec] = {
    "file": MenuSpec(QT_TRANSLATE_NOOP("actions", "&File"), ("presets", None, "quit")),
    "presets": MenuSpec(QT_TRANSLATE_NOOP("actions", "&Examples"), examples.entries()),
    "edit": MenuSpec(
        QT_TRANSLATE_NOOP("actions", "&Edit"),
        ("undo", "redo", "reset", None, "copy", "paste"),
    ),
    "classes": MenuSpec(
        QT_TRANSLATE_NOOP("actions", "&Classes"),
        (
            "class.add",
            "class.duplicate",
            "class.remove",
            "class.rename",
            None,
            "class.up",
            "class.down",
            None,
            "target.one_hot",
            "target.uniform",
            "target.normalise",
            "target.hardmax",
        ),
    ),
    "view": MenuSpec(
        QT_TRANSLATE_NOOP("actions", "&View"),
        (
            "panels",
            "panel.enlarge",
            "panel.restore",
            "layout.reset",
            None,
            "unit",
            "decimals.more",
            "decimals.fewer",
            None,
            "theme",
            "theme.toggle",
            "language",
            None,
            "compare",
            None,
            "zoom.in",
            "zoom.out",
            "zoom.reset",
            "full_screen",
        ),
    ),
    "compare": MenuSpec(
        QT_TRANSLATE_NOOP("actions", "&Compare With"),
        tuple(spec.key for spec in compare.COMPARE),
    ),
    "panels": MenuSpec(
        QT_TRANSLATE_NOOP("actions", "&Panels"),
        (
            *(f"show.{key}" for key, _ in panels.CARDS),
            None,
            *(spec.key for spec in panels.SHOW[len(panels.CARDS) :]),
        ),
    ),
    "unit": MenuSpec(QT_TRANSLATE_NOOP("actions", "&Unit"), tuple(spec.key for spec in view.UNIT)),
    "theme": MenuSpec(
        QT_TRANSLATE_NOOP("actions", "&Theme"), tuple(spec.key for spec in view.THEME)
    ),
    "language": MenuSpec(
        QT_TRANSLATE_NOOP("actions", "&Language"),
        tuple(spec.key for spec in language.LANGUAGE),
    ),
    "help": MenuSpec(QT_TRANSLATE_NOOP("actions", "&Help"), ("help.shortcuts", None, "help.about")),
}
"""Every menu there is, by its key."""

MENU_BAR = ("file", "edit", "classes", "view", "help")
"""The menus of the menu bar; the others are inside these."""

TOOLBAR: tuple[str | None, ...] = (
    "control.presets",
    "undo",
    "redo",
    None,
    "control.temperature",
    None,
    "control.smoothing",
    None,
    "control.unit",
    "stretch",
    "reset",
    "theme.toggle",
    "control.language",
)
"""The toolbar, from left to right: commands and controls; None is a gap, "stretch" a wide one."""

__all__ = ["ACTIONS", "MENUS", "MENU_BAR", "TOOLBAR", "ActionSpec", "MenuSpec", "lookup"]
