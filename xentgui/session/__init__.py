"""The open document: where it came from, what was done to it, and how it gets to the disk."""

from xentgui.session.file_error import FileError
from xentgui.session.session import Session

__all__ = ["FileError", "Session"]
