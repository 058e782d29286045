"""One command for each lecture that comes with the program; it is read when the menu opens."""

from __future__ import annotations

from xentgui.commands.spec import ActionSpec
from xentgui.documents import lectures
from xentgui.language.text import QT_TRANSLATE_NOOP

_TIP = QT_TRANSLATE_NOOP("actions", "Open this lecture; F5 presents it, a click goes to a scene")


def _lecture(name: str) -> ActionSpec:
    return ActionSpec(
        key=f"lecture.{name}",
        text=name.replace("-", " ").capitalize(),
        tip=_TIP,
        run=lambda host: host.documents.open_lecture(name),
        label=lambda host: lectures.title(name, host.look.language),
        context="",
    )


LECTURES = tuple(map(_lecture, lectures.names()))
