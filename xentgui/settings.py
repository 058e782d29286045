"""What is remembered from one start to the next; never part of a document."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar, overload

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from xentgui.text import UNITS

CONFIG_VARIABLE = "XENTGUI_CONFIG_DIR"
"""The environment variable that puts settings, recovery files and the log elsewhere."""

_Value = TypeVar("_Value", str, int, float, bytes)


def directory() -> Path:
    """Return the folder for settings, recovery files and the log; it may not exist yet."""
    chosen = os.environ.get(CONFIG_VARIABLE)
    if chosen:
        return Path(chosen)
    location = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(location)) / "xentgui"


class _Setting(Generic[_Value]):
    """One remembered value; what is missing, or was spoilt by hand, is the default."""

    def __init__(
        self, key: str, default: _Value, legal: Callable[[_Value], bool] = lambda value: True
    ) -> None:
        self._key, self._default, self._legal = key, default, legal

    @overload
    def __get__(self, settings: None, owner: type[Settings]) -> _Setting[_Value]: ...
    @overload
    def __get__(self, settings: Settings, owner: type[Settings]) -> _Value: ...
    def __get__(
        self, settings: Settings | None, owner: type[Settings]
    ) -> _Setting[_Value] | _Value:
        if settings is None:
            return self
        kind = type(self._default)
        stored = settings.store.value(self._key)
        try:
            value = bytes(stored.data()) if isinstance(stored, QByteArray) else kind(stored)
            return value if self._legal(value) else self._default
        except (TypeError, ValueError):
            return self._default

    def __set__(self, settings: Settings, value: _Value) -> None:
        settings.store.setValue(self._key, QByteArray(value) if isinstance(value, bytes) else value)


class Settings:
    """Typed settings over a QSettings, which the tests inject.

    Attributes
    ----------
    theme, language
        A key, or "" while the system is followed.
    unit, decimals
        How numbers are shown.
    zoom
        The size of everything, as a multiple of the design's.
    geometry, layout
        What `QMainWindow.saveGeometry` and `saveState` gave at the last end.
    """

    theme = _Setting("view/theme", "", {"", "light", "dark"}.__contains__)
    language = _Setting("view/language", "")
    unit = _Setting("view/unit", "nats", UNITS.__contains__)
    decimals = _Setting("view/decimals", 4, range(1, 16).__contains__)
    zoom = _Setting("view/zoom", 1.0, lambda zoom: 0.5 <= zoom <= 4.0)
    geometry = _Setting("window/geometry", b"")
    layout = _Setting("window/layout", b"")

    def __init__(self, store: QSettings) -> None:
        self.store = store

    @classmethod
    def of_person(cls) -> Settings:
        """Return the settings of the person who runs the program."""
        return cls(QSettings(str(directory() / "settings.ini"), QSettings.Format.IniFormat))

    def save(self) -> None:
        """Write everything to the disk now."""
        self.store.sync()
