"""Commands that put something beside the present state, to compare it with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from xentgui.window.main_window import MainWindow


def _pin(window: MainWindow) -> None:
    view = window.store.view
    pinned = window.store.snapshot.state if view.pinned is None else None
    window.show_view(replace(view, pinned=pinned))


def _switch(window: MainWindow, reference: str) -> None:
    view = window.store.view
    window.show_view(replace(view, references=view.references ^ {reference}))


COMPARE = (
    ActionSpec(
        key="compare.pin",
        text=QT_TRANSLATE_NOOP("actions", "&Pin This State"),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Keep this state as a dotted ghost to compare with, or let it go again"
        ),
        run=_pin,
        shortcuts=("Ctrl+G",),
        checked=lambda window: window.store.view.pinned is not None,
        icon="pin",
    ),
    ActionSpec(
        key="compare.unscaled",
        text=QT_TRANSLATE_NOOP("actions", "Softmax at &T = 1"),
        tip=QT_TRANSLATE_NOOP("actions", "Draw, dotted, what the softmax is without temperature"),
        run=lambda window: _switch(window, "unscaled"),
        checked=lambda window: "unscaled" in window.store.view.references,
    ),
    ActionSpec(
        key="compare.uniform",
        text=QT_TRANSLATE_NOOP("actions", "&Uniform 1/K"),
        tip=QT_TRANSLATE_NOOP("actions", "Draw, dotted, the distribution that knows nothing"),
        run=lambda window: _switch(window, "uniform"),
        checked=lambda window: "uniform" in window.store.view.references,
    ),
)
