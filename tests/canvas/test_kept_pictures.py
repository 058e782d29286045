from __future__ import annotations

from xentgui.canvas.kept_pictures import MovingParts


def test_that_all_rests_until_something_changes() -> None:
    moving = MovingParts()

    assert moving.among("abc") == set()
    assert moving.among("abc") == set()


def test_that_what_changes_moves_from_then_on() -> None:
    moving = MovingParts()
    moving.among("abc")

    assert moving.among("xbc") == {0}
    assert moving.among("xbc") == {0}
    assert moving.among("xby") == {0, 2}


def test_that_what_has_come_to_rest_no_longer_moves_when_something_else_does() -> None:
    moving = MovingParts()
    for text in ("abc", "xbc"):
        moving.among(text)
    for nth in range(100):
        assert moving.among(("x", nth, "c"))

    assert moving.among(("x", -1, "y")) == {1, 2}


def test_that_other_parts_have_another_past() -> None:
    moving = MovingParts()
    for text in ("abc", "xbc"):
        moving.among(text)

    assert moving.among("xy") == set()
    assert moving.among("zy") == {0}
