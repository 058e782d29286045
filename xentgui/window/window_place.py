"""The place of the window on the screen: the last one, moved if it would not be all visible.

Qt restores a window only on a screen like the one where it was; on others it would get its least
size.  So this module reads the data that Qt has saved, and fits them to the current screens.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QDataStream, QMargins, QObject, QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

DESIGN_SIZE = (1440, 900)
"""The size at the first start, if it fits on the screen with a frame."""

_FRAME = QMargins(4, 40, 4, 8)
"""The assumed margins of a frame while they are not known; no desktop has thicker ones."""

_MAGIC = 0x1D9D0CB  # the magic number of QWidget::saveGeometry

_FULL = 0.9
"""A window with this share of the width of its screen counts as one that had all of it."""


class SavedPlace(NamedTuple):
    """The data of `QWidget.saveGeometry`.

    Attributes
    ----------
    frame, inside
        The window with and without its frame, while it was neither maximized nor full screen.
    maximized, full_screen
        Whether it was maximized or full screen.
    screen_width
        The width of its screen; 0 if it is not known.
    """

    frame: QRect
    inside: QRect
    maximized: bool
    full_screen: bool
    screen_width: int

    @classmethod
    def decode(cls, saved: bytes) -> SavedPlace | None:
        """Return the place in `saved`; None if Qt did not write it."""
        data = QByteArray(saved)  # the stream does not keep the array alive
        stream = QDataStream(data)
        stream.setVersion(QDataStream.Version.Qt_4_0)
        if len(saved) < 4 or stream.readUInt32() != _MAGIC:
            return None
        major, _minor = stream.readUInt16(), stream.readUInt16()
        frame, inside = QRect(), QRect()
        stream >> frame >> inside
        stream.readInt32()  # the number of the screen, which can be another one now
        maximized, full_screen = bool(stream.readUInt8()), bool(stream.readUInt8())
        width = stream.readInt32() if major > 1 else 0
        if stream.status() != QDataStream.Status.Ok or inside.isEmpty():
            return None
        return cls(frame, inside, maximized, full_screen, width)

    @property
    def had_all(self) -> bool:
        """Whether the window covered its screen, or nearly."""
        wide = 0 < self.screen_width <= self.inside.width() / _FULL
        return self.maximized or self.full_screen or wide

    @property
    def margins(self) -> QMargins:
        """The margins of the frame."""
        if self.maximized or self.full_screen or not self.frame.contains(self.inside):
            return _FRAME
        frame, inside = self.frame, self.inside
        return QMargins(
            inside.left() - frame.left(),
            inside.top() - frame.top(),
            frame.right() - inside.right(),
            frame.bottom() - inside.bottom(),
        )


def place(window: QWidget, saved: bytes) -> None:
    """Place `window`, which is not shown yet, where it was, or where it is all visible."""
    rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    was = SavedPlace.decode(saved) if saved else None
    if _is_secret():
        size = QSize(*DESIGN_SIZE) if was is None else was.inside.size()
        window.resize(size_on_any(size, rooms))
    elif was is None:
        # The system chooses the position, because it knows the frame.
        room = QGuiApplication.primaryScreen().availableGeometry().marginsRemoved(_FRAME)
        window.resize(QSize(*DESIGN_SIZE).boundedTo(room.size()))
    else:
        window.setGeometry(inside_of(was, rooms))
    if was is not None and (was.full_screen or was.maximized):
        # The very first window must not wait for this namespace.
        from PySide6.QtCore import Qt  # noqa: PLC0415

        state = (
            Qt.WindowState.WindowFullScreen if was.full_screen else Qt.WindowState.WindowMaximized
        )
        window.setWindowState(state)


def _is_secret() -> bool:
    """Return whether no program learns or chooses where its windows are, as under Wayland."""
    return QGuiApplication.platformName().startswith("wayland")


def size_on_any(size: QSize, rooms: Sequence[QRect]) -> QSize:
    """Return `size`, or as much of it as each of `rooms` shows with a frame.

    Where the system keeps to itself on which screen a window will open, it has to fit on all.
    """
    for room in rooms:
        size = size.boundedTo(room.marginsRemoved(_FRAME).size())
    return size


def inside_of(was: SavedPlace, rooms: Sequence[QRect]) -> QRect:
    """Return the rectangle, without its frame, of a window on screens with the areas `rooms`."""
    room = _room_for(was.inside, rooms)
    wanted = QRect(was.inside)
    if was.had_all:
        wanted.setSize(wanted.size().expandedTo(room.size() / 2))
    return fitted(wanted, room.marginsRemoved(was.margins))


def fitted(window: QRect, room: QRect) -> QRect:
    """Return `window` within `room`: its own size if that fits, moved as little as possible."""
    size = window.size().boundedTo(room.size())
    left = min(max(window.left(), room.left()), room.left() + room.width() - size.width())
    top = min(max(window.top(), room.top()), room.top() + room.height() - size.height())
    return QRect(QPoint(left, top), size)


def _room_for(window: QRect, rooms: Sequence[QRect]) -> QRect:
    """Return the one of `rooms` that shows most of `window`, or the first if none shows any."""

    def seen(room: QRect) -> int:
        part = room.intersected(window)
        return part.width() * part.height() if not part.isEmpty() else 0

    return max(rooms, key=seen)


class OnScreen(QObject):
    """Keeps a window visible when screens change, come or go."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        for screen in application.screens():
            self._follow(screen)
        application.screenAdded.connect(self._follow)
        application.screenRemoved.connect(self.bring_back)
        if (handle := window.windowHandle()) is not None:
            handle.screenChanged.connect(self.bring_back)

    def _follow(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self.bring_back)

    def bring_back(self, *_: object) -> None:
        """Move the window, or make it smaller, if it is not all visible."""
        window = self._window
        if window.isMaximized() or window.isFullScreen() or not window.isVisible():
            return  # then the system keeps it there
        if _is_secret():
            own = window.screen().availableGeometry()
            if size_on_any(window.size(), [own.marginsAdded(_FRAME)]) != window.size():
                window.resize(size_on_any(window.size(), [own]))
            return
        frame, inside = window.frameGeometry(), window.geometry()
        margins = QMargins(
            inside.left() - frame.left(),
            inside.top() - frame.top(),
            frame.right() - inside.right(),
            frame.bottom() - inside.bottom(),
        )
        rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        room = _room_for(frame, rooms)
        if rooms and not room.contains(frame):
            window.setGeometry(fitted(inside, room.marginsRemoved(margins)))
