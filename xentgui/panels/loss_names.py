"""The names of losses where several stand side by side, and what they call a probability."""

from __future__ import annotations

from xentgui.language.text import loss_name, typed
from xentgui.model import Snapshot
from xentgui.model.losses import LOSSES
from xentgui.model.settings_of_state import SETTINGS, ScalarSettings


def loss_with_parameters(key: str, settings: ScalarSettings) -> str:
    """Return the name of a loss with the values of its own settings: "focal loss, γ = 2"."""
    return loss_name(LOSSES[key]) + parameters_of(key, settings)


def parameters_of(key: str, settings: ScalarSettings) -> str:
    """Return the values of a loss's own settings: ", γ = 2"; "" if it has none."""
    loss = LOSSES[key]
    values = (
        f"{SETTINGS[one].symbol} = {typed(getattr(settings, one))}" for one in loss.parameters
    )
    return "".join(f", {one}" for one in values)


def predicted_symbol(snapshot: Snapshot) -> str:
    """Return the symbol of what the loss predicts with: p of softmax, or p̂."""
    return "p" if snapshot.probabilities is snapshot.softmax else "p̂"
