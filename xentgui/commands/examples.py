"""One command for each preset; the files are read when the menu opens."""

from __future__ import annotations

from itertools import groupby

from xentgui.commands.spec import ActionSpec
from xentgui.documents.presets import Preset, presets
from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.paths import resource

_TIP = QT_TRANSLATE_NOOP(
    "actions", "Take these logits and this target; undo brings the old ones back"
)


def preset(key: str) -> Preset:
    """Return the preset called `key`; raises PresetError if a file is damaged."""
    return next(preset for preset in presets() if preset.key == key)


def _example(key: str) -> ActionSpec:
    return ActionSpec(
        key=f"preset.{key}",
        text=key.partition("-")[2].replace("-", " ").capitalize(),
        tip=_TIP,
        run=lambda host: host.examples.take(key),
        label=lambda host: preset(key).title(host.look.language),
        context="",
    )


_KEYS = sorted(path.stem for path in resource("presets").glob("*.json"))

EXAMPLES = tuple(_example(key) for key in _KEYS)


def entries() -> tuple[str | None, ...]:
    """Return the keys for the menu; a separator stands between the tens of the numbering."""
    parts = [[f"preset.{key}" for key in part] for _, part in groupby(_KEYS, lambda key: key[0])]
    return tuple(entry for part in parts for entry in (None, *part))[1:]
