"""Holds the screen saver off while a lecture goes on, where the desktop lets us."""

from __future__ import annotations

from typing import Final

_SERVICE: Final = "org.freedesktop.ScreenSaver"
_PATHS: Final = ("/org/freedesktop/ScreenSaver", "/ScreenSaver")


_CONNECTION: Final = "xentgui-presenting"
_WAIT_MS: Final = 500


class ScreenSaver:
    """Asks the desktop over D-Bus, as its players of films do.

    It asks on a connection of its own, and what was asked ends with the connection.

    Attributes
    ----------
    is_held_off
        Whether the desktop has agreed.  If not, the lecturer is told.
    """

    def __init__(self) -> None:
        self.is_held_off = False

    def hold_off(self, name: str, reason: str) -> bool:
        """Ask that the screen stay on; return whether it was granted."""
        if self.is_held_off:
            return True
        try:
            from PySide6 import QtDBus  # noqa: PLC0415 - some systems and bundles have none
        except ImportError:
            return False
        kind = QtDBus.QDBusConnection.BusType.SessionBus
        bus = QtDBus.QDBusConnection.connectToBus(kind, _CONNECTION)
        for path in _PATHS if bus.isConnected() else ():
            interface = QtDBus.QDBusInterface(_SERVICE, path, _SERVICE, bus)
            interface.setTimeout(_WAIT_MS)
            reply = interface.call("Inhibit", name, reason)
            if reply.type() == QtDBus.QDBusMessage.MessageType.ReplyMessage:
                self.is_held_off = True
                return True
        QtDBus.QDBusConnection.disconnectFromBus(_CONNECTION)
        return False

    def let_go(self) -> None:
        """Let the screen saver come again."""
        if self.is_held_off:
            from PySide6 import QtDBus  # noqa: PLC0415

            self.is_held_off = False
            QtDBus.QDBusConnection.disconnectFromBus(_CONNECTION)
