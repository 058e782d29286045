"""One command for each preset and lecture; the files are read when the menu opens."""

from __future__ import annotations

from xentgui import resource
from xentgui.commands.spec import ActionSpec
from xentgui.documents import lectures
from xentgui.documents.presets import preset
from xentgui.language.text import QT_TRANSLATE_NOOP

_TIP = QT_TRANSLATE_NOOP("actions", "Load this example; undo brings the old numbers back")


def _example(key: str) -> ActionSpec:
    return ActionSpec(
        key=f"preset.{key}",
        text=key.partition("-")[2].replace("-", " ").capitalize(),
        tip=_TIP,
        run=lambda host: host.examples.take(key),
        label=lambda host: preset(key).title(host.look.language),
        lesson=lambda host: preset(key).note(host.look.language),
        context="",
    )


_KEYS = sorted(path.stem for path in resource("presets").glob("*.json"))

EXAMPLES = tuple(_example(key) for key in _KEYS)


MISTAKES = "6"
"""The ten of the numbering that has a menu of its own, because one menu would be too high."""


def entries() -> tuple[str | None, ...]:
    """Return the keys for the menu; a separator stands between the tens of the numbering."""
    parts = [_part(ten) for ten in sorted({key[0] for key in _KEYS} - {MISTAKES})]
    return tuple(entry for part in (*parts, ("mistakes",)) for entry in (None, *part))[1:]


def mistakes() -> tuple[str, ...]:
    """Return the keys for the menu of common mistakes."""
    return _part(MISTAKES)


def _part(ten: str) -> tuple[str, ...]:
    return tuple(f"preset.{key}" for key in _KEYS if key[0] == ten)


_LECTURE_TIP = QT_TRANSLATE_NOOP(
    "actions", "Open this lecture; F5 presents it, a click goes to a scene"
)


def _lecture(name: str) -> ActionSpec:
    return ActionSpec(
        key=f"lecture.{name}",
        text=name.replace("-", " ").capitalize(),
        tip=_LECTURE_TIP,
        run=lambda host: host.documents.open_lecture(name),
        label=lambda host: lectures.title(name, host.look.language),
        context="",
    )


LECTURES = tuple(map(_lecture, lectures.names()))
