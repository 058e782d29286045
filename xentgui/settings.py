"""What the program remembers from one start to the next; never part of a document."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

CONFIG_VARIABLE = "XENTGUI_CONFIG_DIR"
"""The environment variable that names another folder for settings, recovery files and the log."""

FOLLOW_SYSTEM = -1
"""What a setting is of which the system has the say."""

_MOST_BYTES = 1 << 24  # of the file with the settings; ours has some thousand

_Value = TypeVar("_Value", bound="str | float | bytes")


def directory() -> Path:
    """Return the folder for settings, recovery files and the log; it may not exist yet."""
    chosen = os.environ.get(CONFIG_VARIABLE)
    if chosen:
        return Path(chosen)
    location = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(location)) / "xentgui"


class _Setting(Generic[_Value]):
    """One remembered value; a missing or invalid one is replaced by the default."""

    def __init__(
        self,
        key: str,
        default: _Value,
        read: Callable[[Any], _Value],
        legal: Callable[[_Value], bool] = lambda value: True,
    ) -> None:
        self._key, self._default, self._read, self._legal = key, default, read, legal

    def __get__(self, settings: Settings, owner: type[Settings]) -> _Value:
        try:
            value = self._read(settings.store.value(self._key))
        except (TypeError, ValueError):
            return self._default
        return value if self._legal(value) else self._default

    def _holds(self, settings: Settings, value: _Value) -> bool:
        try:
            return bool(self._read(settings.store.value(self._key)) == value)
        except (TypeError, ValueError):
            return False

    def __set__(self, settings: Settings, value: _Value) -> None:
        if self._holds(settings, value):
            return  # with each value that is set, Qt writes the file anew
        settings.store.setValue(self._key, QByteArray(value) if isinstance(value, bytes) else value)


def _is_usable(file: Path) -> bool:
    """Return whether Qt can read and write `file`: it would wait for ever for a pipe."""
    try:
        status = file.stat()
    except OSError:
        return True  # Qt makes it
    return stat.S_ISREG(status.st_mode) and status.st_size <= _MOST_BYTES


def _text(stored: object) -> str:
    if not isinstance(stored, str):
        raise TypeError
    return stored


def _bytes(stored: object) -> bytes:
    if not isinstance(stored, QByteArray):
        raise TypeError
    return bytes(stored.data())


def _is_unit(key: str) -> bool:
    # Units import the model, and so numpy; the first window must not wait for that.
    from xentgui.language.units import UNITS  # noqa: PLC0415

    return key in UNITS


class Settings:
    """The settings with their types, stored in a QSettings, which the tests inject.

    Attributes
    ----------
    theme, language
        A key, or "" to follow the system.
    unit, decimals
        How numbers are shown.
    choices
        What was chosen about panels, as JSON.
    walk
        How somebody walks down the loss, as JSON.
    training
        How somebody trains a classifier, as JSON.
    reduced_motion
        1 if movements are switched off.
    sound
        1 if the loss can be heard while a value is moved.
    zoom
        The size of everything, as a multiple of the design's.
    geometry, layout
        The results of `QMainWindow.saveGeometry` and `saveState` when the program last ended.
    sizes
        The sizes that a person gave to the cards, as JSON.
    workspace, arrangements
        The workspace that was shown last, and the arrangements of all but the first, as JSON.
    readings
        The roles that were chosen for texts, as JSON.
    screens
        Which screen is the audience's, for each arrangement of screens, as JSON.
    minutes
        How long a lecture is to take.
    notes_size
        The size of the lecturer's notes, as a multiple of the usual one.
    hints, tour
        1 while something is to be said at the start: what can be pulled, and that there is a tour.
    recent, folder
        The files that were open, as JSON, and the folder of the last one.
    """

    theme = _Setting("view/theme", "", _text, {"", "light", "dark"}.__contains__)
    language = _Setting("view/language", "", _text)
    unit = _Setting("view/unit", "nats", _text, _is_unit)
    decimals = _Setting("view/decimals", 4, int, range(1, 16).__contains__)
    choices = _Setting("view/choices", "", _text)
    walk = _Setting("view/walk", "", _text)
    training = _Setting("view/training", "", _text)
    reduced_motion = _Setting(
        "view/reduced_motion", FOLLOW_SYSTEM, int, {FOLLOW_SYSTEM, 0, 1}.__contains__
    )
    sound = _Setting("view/sound", 0, int, {0, 1}.__contains__)
    zoom = _Setting("view/zoom", 1.0, float, lambda zoom: 0.5 <= zoom <= 4.0)
    geometry = _Setting("window/geometry", b"", _bytes)
    layout = _Setting("window/layout", b"", _bytes)
    sizes = _Setting("window/sizes", "", _text)
    workspace = _Setting("window/workspace", "", _text)
    arrangements = _Setting("window/arrangements", "", _text)
    readings = _Setting("reading/roles", "", _text)
    screens = _Setting("presenting/screens", "", _text)
    minutes = _Setting("presenting/minutes", 45, int, range(1, 1000).__contains__)
    notes_size = _Setting("presenting/notes_size", 1.4, float, lambda size: 0.8 <= size <= 4.0)
    hints = _Setting("first_minute/hints", 1, int, {0, 1}.__contains__)
    tour = _Setting("first_minute/tour", 1, int, {0, 1}.__contains__)
    recent = _Setting("files/recent", "", _text)
    folder = _Setting("files/folder", "", _text)

    def __init__(self, store: QSettings) -> None:
        self.store = store

    @classmethod
    def of_person(cls) -> Settings:
        """Return the settings of the person who runs the program."""
        file = directory() / "settings.ini"
        if not _is_usable(file):
            import tempfile  # noqa: PLC0415 - nearly no start needs it

            file = Path(tempfile.mkdtemp(prefix="xentgui-")) / file.name
        return cls(QSettings(str(file), QSettings.Format.IniFormat))

    def save(self) -> None:
        """Write everything to the disk now."""
        self.store.sync()
