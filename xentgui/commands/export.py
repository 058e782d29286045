"""Commands that export figures and numbers, and share the present scene."""

from __future__ import annotations

from xentgui.commands.host import Host
from xentgui.commands.spec import ActionSpec
from xentgui.export.file_formats import NUMBER_FORMATS, NumberFormat
from xentgui.language.text import QT_TRANSLATE_NOOP

_TIP = QT_TRANSLATE_NOOP("actions", "Copy all numbers, to be pasted into another program")


def _numbers(written: NumberFormat) -> ActionSpec:
    def run(host: Host) -> None:
        host.exports.copy_numbers(written.key)

    return ActionSpec(key=f"numbers.{written.key}", text=written.command, tip=_TIP, run=run)


EXPORT = (
    ActionSpec(
        key="export.figure",
        text=QT_TRANSLATE_NOOP("actions", "Export Fi&gure…"),
        tip=QT_TRANSLATE_NOOP("actions", "Save panels as PNG, SVG or PDF, or copy them"),
        run=lambda host: host.exports.ask_figure(),
        shortcuts=("Ctrl+E",),
        icon="export",
    ),
    ActionSpec(
        key="export.animation",
        text=QT_TRANSLATE_NOOP("actions", "Export Anima&tion…"),
        tip=QT_TRANSLATE_NOOP("actions", "Save a parameter sweep as an animation"),
        run=lambda host: host.exports.ask_animation(),
    ),
    ActionSpec(
        key="export.numbers",
        text=QT_TRANSLATE_NOOP("actions", "Export Nu&mbers…"),
        tip=QT_TRANSLATE_NOOP("actions", "Save all numbers as CSV, JSON, Markdown, LaTeX or code"),
        run=lambda host: host.exports.ask_numbers(),
    ),
    ActionSpec(
        key="export.handout",
        text=QT_TRANSLATE_NOOP("actions", "Export Hando&ut…"),
        tip=QT_TRANSLATE_NOOP("actions", "Save all scenes as a PDF for the class, a page for each"),
        run=lambda host: host.exports.ask_handout(),
    ),
    ActionSpec(
        key="export.copy_panel",
        text=QT_TRANSLATE_NOOP("actions", "Copy Panel as &Image"),
        tip=QT_TRANSLATE_NOOP("actions", "Copy the panel under the pointer, as pixels and as SVG"),
        run=lambda host: host.exports.copy_panel(),
        shortcuts=("Ctrl+Shift+C",),
        icon="image",
    ),
    *map(_numbers, NUMBER_FORMATS.values()),
)


SHARE = (
    ActionSpec(
        key="share.token",
        text=QT_TRANSLATE_NOOP("actions", "Copy Scene as &Token"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "A short text that pastes into a chat, and back into this window"
        ),
        run=lambda host: host.sharing.copy_token(),
    ),
    ActionSpec(
        key="share.controls",
        text=QT_TRANSLATE_NOOP("actions", "&What Others May Use…"),
        tip=QT_TRANSLATE_NOOP("actions", "Choose the controls that this document shows to a class"),
        run=lambda host: host.withholding.ask(),
    ),
    ActionSpec(
        key="share.show_all",
        text=QT_TRANSLATE_NOOP("actions", "Show &All Controls"),
        tip=QT_TRANSLATE_NOOP("actions", "Show also the controls that this document withholds"),
        run=lambda host: host.withholding.toggle_all(),
        enabled=lambda host: host.withholding.can_show_all,
        checked=lambda host: host.withholding.can_show_all and host.withholding.shows_all,
    ),
)
