"""Commands for undo and redo, and for copy and paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit

from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from xentgui.commands.host import Host


def _undo_label(host: Host) -> str:
    step = host.store.history.undoText().replace("&", "&&")
    if not step:
        return translate("actions", "&Undo")
    return translate("actions", "&Undo {step}").format(step=step)


def _redo_label(host: Host) -> str:
    step = host.store.history.redoText().replace("&", "&&")
    if not step:
        return translate("actions", "&Redo")
    return translate("actions", "&Redo {step}").format(step=step)


def _copy(host: Host) -> None:
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit):
        focus.copy()
    else:
        host.table_commands.copy()


def _paste(host: Host) -> None:
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit):
        focus.paste()
    else:
        host.table_commands.paste()


def _reset(host: Host) -> None:
    opening = host.documents.opening_subject
    host.store.edit(lambda _: opening, translate("actions", "Reset"))


EDIT = (
    ActionSpec(
        key="undo",
        text=QT_TRANSLATE_NOOP("actions", "&Undo"),
        tip=QT_TRANSLATE_NOOP("actions", "Undo the last change"),
        run=lambda host: host.store.history.undo(),
        shortcuts=("Ctrl+Z",),
        enabled=lambda host: host.store.history.canUndo() or host.store.gesture is not None,
        label=_undo_label,
        icon="undo",
    ),
    ActionSpec(
        key="redo",
        text=QT_TRANSLATE_NOOP("actions", "&Redo"),
        tip=QT_TRANSLATE_NOOP("actions", "Redo the change that was undone"),
        run=lambda host: host.store.history.redo(),
        shortcuts=("Ctrl+Shift+Z", "Ctrl+Y"),
        enabled=lambda host: host.store.history.canRedo(),
        label=_redo_label,
        icon="redo",
    ),
    ActionSpec(
        key="reset",
        text=QT_TRANSLATE_NOOP("actions", "Re&set"),
        tip=QT_TRANSLATE_NOOP("actions", "Go back to where the program or the document opened"),
        run=_reset,
        shortcuts=("Ctrl+R",),
        icon="reset",
    ),
    ActionSpec(
        key="copy",
        text=QT_TRANSLATE_NOOP("actions", "&Copy"),
        tip=QT_TRANSLATE_NOOP("actions", "Copy the selected cells, for a spreadsheet or for text"),
        run=_copy,
        shortcuts=("Ctrl+C",),
        icon="copy",
    ),
    ActionSpec(
        key="paste",
        text=QT_TRANSLATE_NOOP("actions", "&Paste"),
        tip=QT_TRANSLATE_NOOP(
            "actions",
            "Paste numbers from a spreadsheet, CSV text, or what numpy and PyTorch print; or a scene",
        ),
        run=_paste,
        shortcuts=("Ctrl+V",),
        icon="paste",
    ),
)
