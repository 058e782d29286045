"""Where the window is on the screen: as it was, as long as all of it can be seen there.

Qt brings a window back only to a screen much like the one it was on; on any other it would have
the least size that there is.  So what Qt has saved is read here, and fitted to the screens there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QDataStream, QMargins, QObject, QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

DESIGN_SIZE = (1440, 900)
"""The size at the first start, if the screen has that much room and a frame's."""

_FRAME = QMargins(4, 40, 4, 8)
"""What a frame may take, as long as nobody knows: no desktop's frame is thicker."""

_MAGIC = 0x1D9D0CB  # of QWidget::saveGeometry

_FULL = 0.9
"""A window as wide as that part of its screen had all of the screen."""


class SavedPlace(NamedTuple):
    """What `QWidget.saveGeometry` has saved.

    Attributes
    ----------
    frame, inside
        The window with and without its frame, while it was neither maximized nor full screen.
    maximized, full_screen
        Whether it was.
    screen_width
        Of the screen that it was on; 0 if nobody knows.
    """

    frame: QRect
    inside: QRect
    maximized: bool
    full_screen: bool
    screen_width: int

    @classmethod
    def decode(cls, saved: bytes) -> SavedPlace | None:
        """Return what `saved` says; None if Qt did not write it."""
        data = QByteArray(saved)  # the stream does not keep it
        stream = QDataStream(data)
        stream.setVersion(QDataStream.Version.Qt_4_0)
        if len(saved) < 4 or stream.readUInt32() != _MAGIC:
            return None
        major, _minor = stream.readUInt16(), stream.readUInt16()
        frame, inside = QRect(), QRect()
        stream >> frame >> inside
        stream.readInt32()  # the number of the screen, which may be another one today
        maximized, full_screen = bool(stream.readUInt8()), bool(stream.readUInt8())
        width = stream.readInt32() if major > 1 else 0
        if stream.status() != QDataStream.Status.Ok or inside.isEmpty():
            return None
        return cls(frame, inside, maximized, full_screen, width)

    @property
    def had_all(self) -> bool:
        """Whether the window had all of its screen, or nearly."""
        wide = 0 < self.screen_width <= self.inside.width() / _FULL
        return self.maximized or self.full_screen or wide

    @property
    def margins(self) -> QMargins:
        """How thick the frame was."""
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
    """Put `window`, which is not shown yet, where it was, or where all of it can be seen."""
    rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    was = SavedPlace.decode(saved) if saved else None
    if was is None:
        # Where it goes is left to the system, which knows its frame.
        room = QGuiApplication.primaryScreen().availableGeometry().marginsRemoved(_FRAME)
        window.resize(QSize(*DESIGN_SIZE).boundedTo(room.size()))
        return
    window.setGeometry(inside_of(was, rooms))
    if was.full_screen or was.maximized:
        # The first window of all does not wait for this namespace.
        from PySide6.QtCore import Qt  # noqa: PLC0415

        state = (
            Qt.WindowState.WindowFullScreen if was.full_screen else Qt.WindowState.WindowMaximized
        )
        window.setWindowState(state)


def inside_of(was: SavedPlace, rooms: Sequence[QRect]) -> QRect:
    """Return the place of a window without its frame on screens that show `rooms`."""
    room = _room_for(was.inside, rooms)
    wanted = QRect(was.inside)
    if was.had_all:
        wanted.setSize(wanted.size().expandedTo(room.size() / 2))
    return fitted(wanted, room.marginsRemoved(was.margins))


def fitted(window: QRect, room: QRect) -> QRect:
    """Return `window` in `room`: its own size if that fits, moved no farther than it must be."""
    size = window.size().boundedTo(room.size())
    left = min(max(window.left(), room.left()), room.left() + room.width() - size.width())
    top = min(max(window.top(), room.top()), room.top() + room.height() - size.height())
    return QRect(QPoint(left, top), size)


def _room_for(window: QRect, rooms: Sequence[QRect]) -> QRect:
    """Return the one of `rooms` that shows most of `window`; the first one, if none does."""

    def seen(room: QRect) -> int:
        part = room.intersected(window)
        return part.width() * part.height() if not part.isEmpty() else 0

    return max(rooms, key=seen)


class OnScreen(QObject):
    """Keeps all of a window on the screen when screens change, come or go."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        for screen in application.screens():
            self._follow(screen)
        application.screenAdded.connect(self._follow)
        application.screenRemoved.connect(self.bring_back)

    def _follow(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self.bring_back)

    def bring_back(self, *_: object) -> None:
        """Move the window, or make it smaller, if not all of it can be seen."""
        window = self._window
        if window.isMaximized() or window.isFullScreen() or not window.isVisible():
            return  # then it is the system that keeps it there
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
