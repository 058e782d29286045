"""Commands for documents and tables of points, for the program itself, and for help."""

from __future__ import annotations

from xentgui.commands.host import Host
from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP

_MOST_RECENT = 9

FILE = (
    ActionSpec(
        key="file.new",
        text=QT_TRANSLATE_NOOP("actions", "&New"),
        tip=QT_TRANSLATE_NOOP("actions", "Start over with the worked example"),
        run=lambda host: host.documents.new(),
        shortcuts=("Ctrl+N",),
        icon="new",
    ),
    ActionSpec(
        key="file.open",
        text=QT_TRANSLATE_NOOP("actions", "&Open…"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Open a document, logits, or the numbers behind a figure that was exported"
        ),
        run=lambda host: host.documents.open(),
        shortcuts=("Ctrl+O",),
        icon="open",
    ),
    ActionSpec(
        key="file.save",
        text=QT_TRANSLATE_NOOP("actions", "&Save"),
        tip=QT_TRANSLATE_NOOP("actions", "Save the document"),
        run=lambda host: host.documents.saving.save(),
        shortcuts=("Ctrl+S",),
        icon="save",
    ),
    ActionSpec(
        key="file.save_as",
        text=QT_TRANSLATE_NOOP("actions", "Save &As…"),
        tip=QT_TRANSLATE_NOOP("actions", "Save under another name and continue with that file"),
        run=lambda host: host.documents.saving.save_as(),
        shortcuts=("Ctrl+Shift+S",),
    ),
    ActionSpec(
        key="file.revert",
        text=QT_TRANSLATE_NOOP("actions", "Re&vert"),
        tip=QT_TRANSLATE_NOOP("actions", "Go back to the document as it was saved; can be undone"),
        run=lambda host: host.documents.saving.revert(),
        enabled=lambda host: host.documents.is_modified,
    ),
    ActionSpec(
        key="file.discarded",
        text=QT_TRANSLATE_NOOP("actions", "Restore &Discarded Work"),
        tip=QT_TRANSLATE_NOOP("actions", "Open what was last closed without being saved"),
        run=lambda host: host.documents.open_discarded(),
        enabled=lambda host: host.documents.has_discarded,
    ),
    ActionSpec(
        key="quit",
        text=QT_TRANSLATE_NOOP("actions", "&Quit"),
        tip=QT_TRANSLATE_NOOP("actions", "Close the window and end the program"),
        run=lambda host: host.quit(),
        shortcuts=("Ctrl+Q",),
    ),
)


def _recent(place: int) -> ActionSpec:
    def run(host: Host) -> None:
        host.documents.open_path(host.documents.recent.paths()[place])

    def is_there(host: Host) -> bool:
        return place < len(host.documents.recent.paths())

    def label(host: Host) -> str:
        paths = host.documents.recent.paths()
        name = paths[place].name.replace("&", "&&") if place < len(paths) else ""
        return f"&{place + 1}  {name}"

    return ActionSpec(
        key=f"recent.{place + 1}",
        text=f"&{place + 1}  …",
        tip=QT_TRANSLATE_NOOP("actions", "Open this file again"),
        run=run,
        enabled=is_there,
        visible=is_there,
        label=label,
        context="",
    )


RECENT = (
    *map(_recent, range(_MOST_RECENT)),
    ActionSpec(
        key="recent.clear",
        text=QT_TRANSLATE_NOOP("actions", "&Clear List"),
        tip=QT_TRANSLATE_NOOP("actions", "Clear this list; the files are kept"),
        run=lambda host: host.documents.recent.clear(),
        enabled=lambda host: bool(host.documents.recent.paths()),
    ),
)

HELP = (
    ActionSpec(
        key="help.guide",
        text=QT_TRANSLATE_NOOP("actions", "&Guide"),
        tip=QT_TRANSLATE_NOOP("actions", "Read about all panels, losses, files and commands"),
        run=lambda host: host.show_guide(),
        shortcuts=("Shift+F1",),
    ),
    ActionSpec(
        key="help.shortcuts",
        text=QT_TRANSLATE_NOOP("actions", "&Keyboard Shortcuts"),
        tip=QT_TRANSLATE_NOOP("actions", "Show every command and its keys"),
        run=lambda host: host.show_shortcuts(),
        shortcuts=("F1", "Ctrl+/"),
        icon="help",
    ),
    ActionSpec(
        key="help.card",
        text=QT_TRANSLATE_NOOP("actions", "What This &Card Shows"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Explain the card that has the keys: three sentences, a formula, a source"
        ),
        run=lambda host: host.helping.explain_card(),
        shortcuts=("Ctrl+F1",),
    ),
    ActionSpec(
        key="help.tour",
        text=QT_TRANSLATE_NOOP("actions", "&Tour"),
        tip=QT_TRANSLATE_NOOP("actions", "Five steps through the window; Escape ends them"),
        run=lambda host: host.helping.begin_tour(),
    ),
    ActionSpec(
        key="help.hints",
        text=QT_TRANSLATE_NOOP("actions", "Show the &Hints Again"),
        tip=QT_TRANSLATE_NOOP("actions", "Show what can be pulled, until something is pulled"),
        run=lambda host: host.helping.show_hints(),
    ),
    ActionSpec(
        key="help.about",
        text=QT_TRANSLATE_NOOP("actions", "&About XentGUI"),
        tip=QT_TRANSLATE_NOOP("actions", "Show the version and the libraries used"),
        run=lambda host: host.show_about(),
    ),
)


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
