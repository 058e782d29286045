"""A subject that is a state: logits, target and settings as they were typed."""

from __future__ import annotations

from dataclasses import dataclass

from xentgui.model.state import State


@dataclass(frozen=True, slots=True)
class BareLogits:
    """The state as a person set it.  Its numbers depend on nothing else: all edits work."""

    state: State

    def resolve(self) -> State:
        """Return the state itself."""
        return self.state

    def absorb(self, state: State) -> BareLogits:
        """Return the subject whose state is `state`."""
        return BareLogits(state)
