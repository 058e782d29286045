"""What was typed after ``--choose``: choices of panels, such as "trace.axis=log"."""

from __future__ import annotations

from collections.abc import Iterable

from xentgui.model import Snapshot
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.panels import PANELS
from xentgui.program.usage import UsageError, nearest

_FORM = QT_TRANSLATE_NOOP("cli", "“{text}” is not a choice. Write it like trace.axis=log.")
_UNKNOWN = QT_TRANSLATE_NOOP(
    "cli", "There is nothing called “{value}” to choose. Choose from: {choices}."
)
_NO_VALUE = QT_TRANSLATE_NOOP("cli", "{key} cannot be “{value}”. Choose from: {choices}.")
_ONE = QT_TRANSLATE_NOOP("cli", "{key} takes one value, not {count}.")


def typed_choices(typed: Iterable[str], snapshot: Snapshot) -> dict[str, str | tuple[str, ...]]:
    """Return `View.choices` for what was typed; raises UsageError, with what there is."""
    words = [_parts(text) for text in typed]
    if not words:
        return {}
    known = {
        f"{panel.key}.{choice.key}": choice
        for panel in (panel() for panel in PANELS)
        for choice in panel.choices(snapshot)
    }
    found: dict[str, str | tuple[str, ...]] = {}
    for key, values in words:
        if key not in known:
            choices = ", ".join(known)
            raise UsageError(_UNKNOWN, near=nearest(key, known), value=key, choices=choices)
        choice = known[key]
        there = [option.value for option in choice.options]
        for value in values:
            if value not in there:
                near, choices = nearest(value, there), ", ".join(there)
                raise UsageError(_NO_VALUE, near=near, key=key, value=value, choices=choices)
        if not choice.several and len(values) != 1:
            raise UsageError(_ONE, key=key, count=len(values))
        found[key] = values if choice.several else values[0]
    return found


def _parts(text: str) -> tuple[str, tuple[str, ...]]:
    key, equals, values = text.partition("=")
    if not (equals and key.strip()):
        raise UsageError(_FORM, text=text)
    parts = (part.strip().lower() for part in values.split(","))
    return key.strip().lower().replace("-", "_"), tuple(part for part in parts if part)
