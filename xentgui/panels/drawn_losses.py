"""Which losses stand side by side in a panel: those that were chosen, and always the present one."""

from __future__ import annotations

from xentgui.language.text import QT_TRANSLATE_NOOP, loss_title, translate
from xentgui.model import State
from xentgui.model.losses import LOSSES
from xentgui.model.pull_on_truth import DRAWN, drawn_as
from xentgui.model.view import View
from xentgui.panels.choice import Choice, Option

_NAME = QT_TRANSLATE_NOOP("panels", "Losses side by side")


def choice_of_losses(keys: tuple[str, ...] = DRAWN) -> Choice:
    """Return the choice among the losses with these keys; usually all are shown."""
    options = tuple(Option(key, loss_title(LOSSES[key])) for key in keys)
    return Choice("losses", translate("panels", _NAME), options, keys, several=True)


def drawn_losses(panel: str, state: State, view: View) -> tuple[str, ...]:
    """Return the keys of the losses to draw, in the order of all losses."""
    chosen = {drawn_as(state.loss), *view.choices.get(f"{panel}.losses", DRAWN)}
    return tuple(key for key in DRAWN if key in chosen)
