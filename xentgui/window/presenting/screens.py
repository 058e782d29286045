"""The screens of a lecture: which is the audience's in each arrangement, and how they stay on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from xentgui.settings import Settings

_SERVICE: Final = "org.freedesktop.ScreenSaver"
_PATHS: Final = ("/org/freedesktop/ScreenSaver", "/ScreenSaver")
_CONNECTION: Final = "xentgui-presenting"
_WAIT_MS: Final = 500


class Monitor(NamedTuple):
    """What tells one screen from another: its name, and its place and size."""

    name: str
    left: int
    top: int
    width: int
    height: int


class Chosen(NamedTuple):
    """The numbers of the two screens; without a second one, the lecturer has none."""

    audience: int
    lecturer: int | None


def monitors() -> list[Monitor]:
    """Return the screens there are; screens that show the same are one."""
    return [_monitor(screen) for screen in QGuiApplication.screens()]


def _monitor(screen: QScreen) -> Monitor:
    rect = screen.geometry()
    return Monitor(screen.name(), rect.left(), rect.top(), rect.width(), rect.height())


def arrangement(screens: Sequence[Monitor]) -> str:
    """Return the key of an arrangement: names and sizes, in whatever order they are reported.

    >>> arrangement([Monitor("HDMI-1", 0, 0, 1920, 1080)])
    'HDMI-1 1920x1080'
    """
    return " + ".join(sorted(f"{one.name} {one.width}x{one.height}" for one in screens))


def chosen(screens: Sequence[Monitor], own: int, remembered: str) -> Chosen:
    """Return which screen is whose; `own` is the number of the one with the program's window.

    `remembered` is the text that `with_choice` wrote.  Where nothing is remembered, the audience
    has the other screen.
    """
    if len(screens) < 2:
        return Chosen(0, None)
    name = _read(remembered).get(arrangement(screens))
    audience = next((at for at, one in enumerate(screens) if one.name == name), None)
    if audience is None:
        audience = next(at for at in range(len(screens)) if at != own)
    lecturer = own if own != audience else next(i for i in range(len(screens)) if i != audience)
    return Chosen(audience, lecturer)


def with_choice(screens: Sequence[Monitor], audience: int, remembered: str) -> str:
    """Return `remembered` with the choice for this arrangement."""
    return json.dumps(_read(remembered) | {arrangement(screens): screens[audience].name})


def _read(remembered: str) -> dict[str, str]:
    try:
        found = json.loads(remembered or "{}")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {key: name for key, name in found.items() if isinstance(name, str)}


def number_of(widget: QWidget) -> int:
    """Return the number of the screen that shows `widget`."""
    screens = QGuiApplication.screens()
    screen = widget.screen()
    return next((at for at, one in enumerate(screens) if one is screen), 0)


def fill(window: QWidget, at: int) -> None:
    """Let `window` fill the screen with the number `at`."""
    screen = QGuiApplication.screens()[at]
    if window.isVisible() and window.isFullScreen() and window.screen() is screen:
        return
    window.winId()  # so that it has a handle, which Wayland asks for the screen
    handle = window.windowHandle()
    # On X11 the geometry decides, and has to be set before; elsewhere the handle does.
    window.showNormal() if window.isVisible() else None
    window.setGeometry(QRect(screen.geometry()))
    if handle is not None:
        handle.setScreen(screen)
    window.showFullScreen()


def read_settings(settings: Settings, own: int) -> Chosen:
    """Return which screen is whose now."""
    return chosen(monitors(), own, settings.screens)


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
