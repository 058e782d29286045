"""Where a second start finds the window of the first, and hands it its file: a socket of one person.

It is for one person, one screen and one folder of settings.  Nothing here imports Qt, because a
second start has to end at once.

A request is a line of JSON: the file, and what the desktop gives a program so that it may come to
the front.  The answer is `TAKEN`, as soon as the window opens the file, or `BUSY` while it shows a
dialog.  Without `TAKEN` the second start opens a window of its own, so that no file is lost; a
request whose sender has gone is not carried out.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
import socket
import stat
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from xentgui.documents.token_text import token_in

PATIENCE_S: Final = 10.0
"""How long the window may take to answer.  Then this start opens a window of its own."""

_PERMISSIONS: Final = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")

TAKEN: Final = b"taken\n"
BUSY: Final = b"busy!\n"
LONGEST: Final = 1 << 16
"""The bytes of a request: a path, and a few words."""

_LONGEST_PATH: Final = 100  # bytes that the name of a socket may have
_OF_ONE_SCREEN: Final = (
    "XENTGUI_CONFIG_DIR", "XDG_CONFIG_HOME", "HOME", "DISPLAY", "WAYLAND_DISPLAY",
    "QT_QPA_PLATFORM",
)  # fmt: skip


class Place(NamedTuple):
    """A place to meet.

    Attributes
    ----------
    path
        The socket; where the system has none with names, a file that names a port.
    """

    path: Path

    @property
    def lock(self) -> Path:
        """The file that the program holds whose window answers."""
        return self.path.with_suffix(".lock")


class Listening(NamedTuple):
    """The socket of the first window, and a secret that requests have to name, or ""."""

    socket: socket.socket
    secret: str


def here() -> Place | None:
    """Return the place of this person and screen, or None if there is no safe folder for it."""
    words = [os.environ.get(name, "") for name in _OF_ONE_SCREEN]
    key = hashlib.sha256("\0".join(words).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    folder = _private_folder()
    if folder is None:
        return None
    path = folder / f"xentgui-{key}.socket"
    return Place(path) if len(os.fsencode(path)) <= _LONGEST_PATH else None


def _private_folder() -> Path | None:
    """Return a folder into which nobody else can put anything."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or tempfile.gettempdir())
    given = os.environ.get("XDG_RUNTIME_DIR")
    if given and _is_ours(Path(given)):
        return Path(given)
    own = Path(tempfile.gettempdir()) / f"xentgui-{os.getuid()}"
    try:
        own.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return None
    return own if _is_ours(own) else None


def _is_ours(path: Path) -> bool:
    try:
        status = path.lstat()
    except OSError:
        return False
    closed = not stat.S_ISDIR(status.st_mode) or not status.st_mode & 0o077
    return status.st_uid == os.getuid() and closed


def listen(place: Place) -> Listening:
    """Open the place; who calls this holds its lock, so that what is there is left over.

    Raises OSError.
    """
    place.path.unlink(missing_ok=True)
    if has_names():
        waiting = socket.socket(socket.AF_UNIX)
        try:
            waiting.bind(str(place.path))
            place.path.chmod(0o600)
            waiting.listen()
        except OSError:
            waiting.close()
            raise
        return Listening(waiting, "")
    waiting = socket.socket(socket.AF_INET)
    try:
        waiting.bind(("127.0.0.1", 0))
        waiting.listen()
        secret = secrets.token_hex(16)
        port = waiting.getsockname()[1]
        place.path.write_text(json.dumps({"port": port, "secret": secret}), "utf-8")
    except OSError:
        waiting.close()
        raise
    return Listening(waiting, secret)


def leave(place: Place) -> None:
    """Remove the folder of the place, if it is ours alone and empty."""
    if place.path.parent.name.startswith("xentgui-"):
        with contextlib.suppress(OSError):  # another window is there, for another screen
            place.path.parent.rmdir()


def has_names() -> bool:
    """Return whether sockets can be files here, which only this person can reach."""
    return hasattr(socket, "AF_UNIX")


def reach(place: Place) -> Listening | None:
    """Return a connection to the window that listens at `place`, or None."""
    try:
        if not has_names():
            named = json.loads(place.path.read_text("utf-8"))
            address = ("127.0.0.1", int(named["port"]))
            return Listening(socket.create_connection(address, 1), str(named["secret"]))
        if not _is_ours(place.path):
            return None
        connection = socket.socket(socket.AF_UNIX)
    except (OSError, ValueError, KeyError):
        return None
    connection.settimeout(1)
    try:
        connection.connect(str(place.path))
    except OSError:
        connection.close()
        return None
    return Listening(connection, "")


def handed_over(file: Path) -> bool:
    """Return whether the window of another start has taken `file`, which can also be a token."""
    place = here()
    is_there = bool(token_in(file)) or file.exists()
    reached = reach(place) if place is not None and is_there else None
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
