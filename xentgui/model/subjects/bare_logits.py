"""A subject that is a state: logits, target and settings as they were typed."""

from __future__ import annotations

from dataclasses import dataclass

from xentgui.model.state import State


@dataclass(frozen=True, slots=True)
class BareLogits:
    """Nothing stands behind these numbers, so every edit of them can be taken."""

    state: State

    def resolve(self) -> State:
        """Return the state itself."""
        return self.state

    def absorb(self, state: State) -> BareLogits:
        """Return the subject whose state is `state`."""
        return BareLogits(state)
