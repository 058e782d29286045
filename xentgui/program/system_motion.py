"""Reads from the system whether animations are switched off; Qt does so from 6.12 on."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import SLOT, QObject, QProcess, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusVariant,
)

from xentgui.painting import accessibility

_DESKTOP = (
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
)
_LONGEST_MS = 2000

# Each desktop has one of these settings; the first one that exists counts.
_KEYS = (
    ("org.freedesktop.appearance", "reduced-motion"),  # 1: reduced
    ("org.gnome.desktop.interface", "enable-animations"),  # false: reduced
)


_CLIENT_AREA_ANIMATION = 0x1042  # of Windows: SPI_GETCLIENTAREAANIMATION
_DEFAULTS = ("/usr/bin/defaults", ["read", "com.apple.universalaccess", "reduceMotion"])


class SystemMotion(QObject):
    """Reads the setting once, without waiting, and then follows its changes.

    Linux desktops give it on D-Bus, through their portal; without a portal nothing is read.
    Windows and macOS are asked once.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: dict[str, QDBusPendingCallWatcher] = {}
        self._said: dict[str, bool] = {}
        self._bus = QDBusConnection.sessionBus() if sys.platform.startswith("linux") else None

    def ask(self) -> None:
        """Pass the system's setting on to `motion`, now and after every change."""
        if sys.platform == "win32":
            self._ask_windows()
        elif sys.platform == "darwin":
            self._ask_macos()
        if self._bus is None or not self._bus.isConnected():
            return
        slot = SLOT("_on_changed(QString,QString,QDBusVariant)")
        self._bus.connect(*_DESKTOP, "SettingChanged", self, slot)  # type: ignore[call-overload] # not bytes
        for namespace, key in _KEYS:
            call = QDBusMessage.createMethodCall(*_DESKTOP, "Read")
            call.setArguments([namespace, key])
            watcher = QDBusPendingCallWatcher(self._bus.asyncCall(call, _LONGEST_MS), self)
            watcher.finished.connect(lambda done, key=key: self._on_answer(key, done))
            self._waiting[key] = watcher

    def _ask_windows(self) -> None:
        if sys.platform == "win32":
            import ctypes  # noqa: PLC0415 - only there

            moves = ctypes.c_int(1)
            answer = ctypes.byref(moves)
            if ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, answer, 0):
                accessibility.system_says_motion(reduced=not moves.value)

    def _ask_macos(self) -> None:
        asked = QProcess(self)
        # It prints 1, or 0, or nothing where nobody has ever set it.
        asked.finished.connect(
            lambda: accessibility.system_says_motion(
                reduced=asked.readAllStandardOutput().trimmed() == b"1"
            )
        )
        asked.start(*_DEFAULTS)

    def _on_answer(self, key: str, watcher: QDBusPendingCallWatcher) -> None:
        reply = watcher.reply()
        if reply.type() == QDBusMessage.MessageType.ReplyMessage:
            self._take(key, reply.arguments()[0])
        del self._waiting[key]
        watcher.deleteLater()

    @Slot(str, str, QDBusVariant)
    def _on_changed(self, namespace: str, key: str, value: QDBusVariant) -> None:
        if (namespace, key) in _KEYS:
            self._take(key, value)

    def _take(self, key: str, value: Any) -> None:
        while isinstance(value, QDBusVariant):
            value = value.variant()
        if isinstance(value, (bool, int)):
            self._said[key] = bool(value) if key == "reduced-motion" else not value
            first = next(self._said[key] for _, key in _KEYS if key in self._said)
            accessibility.system_says_motion(reduced=first)
