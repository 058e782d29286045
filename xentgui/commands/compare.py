"""Commands that show another state or distribution beside the present one."""

from __future__ import annotations

from dataclasses import replace

from xentgui.commands.host import Host
from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP


def _pin(host: Host) -> None:
    view = host.store.view
    pinned = host.store.snapshot.state if view.pinned is None else None
    host.store.show(replace(view, pinned=pinned))


def _switch(host: Host, reference: str) -> None:
    view = host.store.view
    host.store.show(replace(view, references=view.references ^ {reference}))


COMPARE = (
    ActionSpec(
        key="compare.pin",
        text=QT_TRANSLATE_NOOP("actions", "&Pin This State"),
        tip=QT_TRANSLATE_NOOP(
            "actions",
            "Keep this state as a dotted outline for comparison; choose again to remove it",
        ),
        run=_pin,
        shortcuts=("Ctrl+G",),
        checked=lambda host: host.store.view.pinned is not None,
        icon="pin",
    ),
    ActionSpec(
        key="compare.unscaled",
        text=QT_TRANSLATE_NOOP("actions", "Softmax at &T = 1"),
        tip=QT_TRANSLATE_NOOP("actions", "Show softmax at T = 1, dotted"),
        run=lambda host: _switch(host, "unscaled"),
        checked=lambda host: "unscaled" in host.store.view.references,
    ),
    ActionSpec(
        key="compare.uniform",
        text=QT_TRANSLATE_NOOP("actions", "&Uniform 1/K"),
        tip=QT_TRANSLATE_NOOP("actions", "Show the uniform distribution, dotted"),
        run=lambda host: _switch(host, "uniform"),
        checked=lambda host: "uniform" in host.store.view.references,
    ),
)
