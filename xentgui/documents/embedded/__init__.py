"""Finding the state that a figure was made from in its file, without trusting the file."""

from xentgui.documents.embedded.reading import read_state_document

__all__ = ["read_state_document"]
