"""Commands that set the whole target at once, each by one keystroke."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xentgui.commands.spec import ActionSpec
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import edits
from xentgui.model.naming import name_of

if TYPE_CHECKING:
    from xentgui.window.main_window import MainWindow


def _one_hot(window: MainWindow) -> None:
    before, at = window.store.snapshot.state, window.current_class
    step = translate("actions", "One-Hot Target at {label}")
    window.edit(edits.one_hot(before, at), step.format(label=name_of(before.labels, at)))


def _uniform(window: MainWindow) -> None:
    state = edits.uniform_target(window.store.snapshot.state)
    window.edit(state, translate("actions", "Uniform Target"))


def _normalised(window: MainWindow) -> None:
    state = edits.normalised_target(window.store.snapshot.state)
    window.edit(state, translate("actions", "Normalise Target"))


def _hardmax(window: MainWindow) -> None:
    state = edits.hardmax_target(window.store.snapshot.state)
    window.edit(state, translate("actions", "Target = Hardmax"))


TARGET = (
    ActionSpec(
        key="target.one_hot",
        text=QT_TRANSLATE_NOOP("actions", "&One-Hot Here"),
        tip=QT_TRANSLATE_NOOP("actions", "Ask for this class, and for no other"),
        run=_one_hot,
        shortcuts=("Ctrl+1",),
        icon="one-hot",
    ),
    ActionSpec(
        key="target.uniform",
        text=QT_TRANSLATE_NOOP("actions", "Uni&form Target"),
        tip=QT_TRANSLATE_NOOP("actions", "Ask for every class alike"),
        run=_uniform,
        shortcuts=("Ctrl+U",),
        icon="uniform",
    ),
    ActionSpec(
        key="target.normalise",
        text=QT_TRANSLATE_NOOP("actions", "Normali&se Target"),
        tip=QT_TRANSLATE_NOOP("actions", "Scale the target so that it sums to 1"),
        run=_normalised,
        shortcuts=("Ctrl+M",),
        enabled=lambda window: not window.store.snapshot.state.target_is_normalised,
        icon="normalise",
    ),
    ActionSpec(
        key="target.hardmax",
        text=QT_TRANSLATE_NOOP("actions", "Target = &Hardmax"),
        tip=QT_TRANSLATE_NOOP("actions", "Ask for the class that the logits favour"),
        run=_hardmax,
        shortcuts=("Ctrl+H",),
        icon="hardmax",
    ),
)
