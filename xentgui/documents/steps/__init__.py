"""Undo steps: what changed, in both directions, for the history and for the journal."""
