"""Where a note stands: within the room, and off the part that it is about."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from xentgui.window.helping.note import beside

_SIDES = st.integers(1, 600)
_ROOM = QRect(10, 80, 1004, 650)


@given(st.integers(0, 1000), st.integers(0, 700), _SIDES, _SIDES, _SIDES, _SIDES)
def test_that_a_note_covers_nothing_of_its_part(
    left: int, top: int, width: int, height: int, wide: int, high: int
) -> None:
    part, size = QRect(left, top, width, height), QSize(wide, high)

    place = beside(part, _ROOM, size)

    if place is not None:
        assert _ROOM.contains(QRect(place, size))
        assert not part.intersects(QRect(place, size))


def test_that_the_right_side_comes_first() -> None:
    place = beside(QRect(20, 100, 200, 100), _ROOM, QSize(300, 200))

    assert place is not None
    assert (place.x() > 220, place.y()) == (True, 100)


def test_that_a_part_that_fills_the_room_leaves_no_place() -> None:
    assert beside(_ROOM, _ROOM, QSize(300, 200)) is None
