"""A second start hands its file to the window of the first.  It needs no Qt."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Final

from xentgui.documents.token_text import token_in
from xentgui.program import meeting_place
from xentgui.program.meeting_place import TAKEN

PATIENCE_S: Final = 10.0
"""How long the window may take to answer.  Then this start opens a window of its own."""

_PERMISSIONS: Final = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


def handed_over(file: Path) -> bool:
    """Return whether the window of another start has taken `file`, which can also be a token."""
    place = meeting_place.here()
    is_there = bool(token_in(file)) or file.exists()
    reached = meeting_place.reach(place) if place is not None and is_there else None
    if reached is None:
        return False
    permission = next(filter(None, map(os.environ.get, _PERMISSIONS)), "")
    request = {
        "secret": reached.secret,
        "file": os.fsencode(file.absolute()).hex(),
        "permission": permission,
    }
    with reached.socket as connection:
        try:
            connection.settimeout(PATIENCE_S)
            connection.sendall(json.dumps(request).encode() + b"\n")
            return connection.recv(len(TAKEN)) == TAKEN
        except OSError:  # it is busy for too long, or has just ended
            return False
