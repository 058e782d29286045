"""Finds the state from which a figure was made in the figure's file, without trusting the file."""

from xentgui.documents.embedded.reading import read_state_document

__all__ = ["read_state_document"]
