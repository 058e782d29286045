"""Every change of a state, as a pure function State -> State.

An edit never changes the state that it gets.  It returns a new one, which shares the arrays of the
fields that stay the same.  Every edit raises InvalidStateError, and nothing else, on bad input.
Classes are counted from 0.

The edits are imported when one is first asked for: a picture waits for none of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xentgui.model.edits.every import *  # noqa: F403


def __getattr__(name: str) -> Any:
    """Return an edit, or `__all__`, the names of all of them."""
    # Python and PySide look for names of their own in every module.
    if name.startswith("_") and name != "__all__":
        raise AttributeError(name)
    found = globals()[name] = getattr(import_module("xentgui.model.edits.every"), name)
    return found
