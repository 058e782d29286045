"""Commands that add, remove and move classes."""

from __future__ import annotations

from xentgui.commands.host import Host
from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP


def _count(host: Host) -> int:
    return len(host.store.snapshot.state.names)


CLASSES = (
    ActionSpec(
        key="class.add",
        text=QT_TRANSLATE_NOOP("actions", "&Add Class"),
        tip=QT_TRANSLATE_NOOP("actions", "Add a class after all others, with logit 0 and target 0"),
        run=lambda host: host.table_commands.add_class(),
        shortcuts=("Ins",),
        icon="add",
    ),
    ActionSpec(
        key="class.duplicate",
        text=QT_TRANSLATE_NOOP("actions", "&Duplicate Class"),
        tip=QT_TRANSLATE_NOOP("actions", "Add a copy of this class beside it"),
        run=lambda host: host.table_commands.duplicate_classes(),
        shortcuts=("Ctrl+D",),
        icon="duplicate",
    ),
    ActionSpec(
        key="class.remove",
        text=QT_TRANSLATE_NOOP("actions", "&Remove Class"),
        tip=QT_TRANSLATE_NOOP("actions", "Remove the selected classes; two always remain"),
        run=lambda host: host.table_commands.remove_classes(),
        shortcuts=("Shift+Del",),
        enabled=lambda host: _count(host) > 2,
        icon="remove",
    ),
    ActionSpec(
        key="class.rename",
        text=QT_TRANSLATE_NOOP("actions", "Re&name Class"),
        tip=QT_TRANSLATE_NOOP("actions", "Rename this class"),
        run=lambda host: host.table_commands.rename_class(),
        shortcuts=("Shift+F2",),
        icon="rename",
    ),
    ActionSpec(
        key="class.up",
        text=QT_TRANSLATE_NOOP("actions", "Move &Up"),
        tip=QT_TRANSLATE_NOOP("actions", "Move this class one place up"),
        run=lambda host: host.table_commands.move_classes(-1),
        shortcuts=("Alt+Up",),
        icon="up",
    ),
    ActionSpec(
        key="class.down",
        text=QT_TRANSLATE_NOOP("actions", "Move Do&wn"),
        tip=QT_TRANSLATE_NOOP("actions", "Move this class one place down"),
        run=lambda host: host.table_commands.move_classes(1),
        shortcuts=("Alt+Down",),
        icon="down",
    ),
)
