"""Commands that read logits from files and step through samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xentgui.commands.host import Host
from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable


def _is_open(host: Host) -> bool:
    return host.samples.is_open


def _step(key: str) -> Callable[[Host], None]:
    return lambda host: host.samples.step(key)


SAMPLES = (
    ActionSpec(
        key="file.import",
        text=QT_TRANSLATE_NOOP("actions", "&Import Logits…"),
        tip=QT_TRANSLATE_NOOP(
            "actions",
            "Import logits from .npy, .npz, CSV or text; step through the rows of a matrix",
        ),
        run=lambda host: host.samples.ask(),
        shortcuts=("Ctrl+I",),
    ),
    ActionSpec(
        key="sample.next",
        text=QT_TRANSLATE_NOOP("actions", "&Next Sample"),
        tip=QT_TRANSLATE_NOOP("actions", "Show the next row of the matrix"),
        run=_step("next"),
        shortcuts=("Alt+Right",),
        enabled=_is_open,
        in_burst=True,
    ),
    ActionSpec(
        key="sample.previous",
        text=QT_TRANSLATE_NOOP("actions", "&Previous Sample"),
        tip=QT_TRANSLATE_NOOP("actions", "Show the row of the matrix before this one"),
        run=_step("previous"),
        shortcuts=("Alt+Left",),
        enabled=_is_open,
        in_burst=True,
    ),
    ActionSpec(
        key="sample.first",
        text=QT_TRANSLATE_NOOP("actions", "&First Sample"),
        tip=QT_TRANSLATE_NOOP("actions", "Show the first row in the chosen order"),
        run=_step("first"),
        shortcuts=("Alt+Home",),
        enabled=_is_open,
        in_burst=True,
    ),
    ActionSpec(
        key="sample.last",
        text=QT_TRANSLATE_NOOP("actions", "&Last Sample"),
        tip=QT_TRANSLATE_NOOP("actions", "Show the last row in the chosen order"),
        run=_step("last"),
        shortcuts=("Alt+End",),
        enabled=_is_open,
        in_burst=True,
    ),
    ActionSpec(
        key="sample.close",
        text=QT_TRANSLATE_NOOP("actions", "&Close Samples"),
        tip=QT_TRANSLATE_NOOP("actions", "Hide the sample bar; the current numbers stay"),
        run=lambda host: host.samples.close(),
        enabled=_is_open,
    ),
)
