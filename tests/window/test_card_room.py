"""No card is smaller than can be read: where there is little room, the less important stand aside."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from xentgui.window.card_room import Seats, least_of, seats
from xentgui.window.card_sizes import CardSizes
from xentgui.window.card_splits import leaves, redrawn, shape, split_of
from xentgui.window.workspaces import WORKSPACES

GAP = 6
EXPLORE = WORKSPACES["explore"]
ROOMS = tuple(product((300, 500, 800, 1004, 1420, 2540), (120, 300, 520, 640, 780, 1310)))


def _seats(
    room: tuple[int, int], scale: float = 1.0, order: tuple[str, ...] = EXPLORE.order
) -> Seats:
    return seats(EXPLORE.sizes, room, "logit_table", scale, GAP, order)


@pytest.mark.parametrize("scale", [1.0, 1.1, 1.331, 1.611, 2.0])
@pytest.mark.parametrize("room", ROOMS)
def test_that_no_card_is_smaller_than_can_be_read_unless_it_is_alone(
    room: tuple[int, int], scale: float
) -> None:
    found = _seats(room, scale)

    assert found.places.keys() | found.aside == EXPLORE.sizes.places.keys()
    assert not found.places.keys() & found.aside
    for key, (left, top, right, bottom) in found.places.items():
        width, height = least_of(key, scale)
        alone = len(found.places) == 1
        assert alone or right - left >= width + GAP - 1
        assert alone or bottom - top >= height + GAP - 1


@pytest.mark.parametrize("room", ROOMS)
def test_that_the_cards_with_room_fill_it_and_do_not_overlap(room: tuple[int, int]) -> None:
    places = _seats(room).places.values()

    areas = [(right - left) * (bottom - top) for left, top, right, bottom in places]
    assert sum(areas) == room[0] * room[1]
    assert all(left >= 0 and right <= room[0] for left, _, right, _ in places)
    assert all(top >= 0 and bottom <= room[1] for _, top, _, bottom in places)


def test_that_a_larger_scale_leaves_room_for_fewer_cards_and_a_larger_room_for_more() -> None:
    scales = [1.1**step for step in range(9)]
    by_scale = [len(_seats((1004, 640), scale).places) for scale in scales]
    by_room = [len(_seats((width, width * 2 // 3), 1.5).places) for width in range(400, 2000, 100)]

    assert by_scale == sorted(by_scale, reverse=True)
    assert by_scale[0] == 8 > by_scale[-1]
    assert by_room == sorted(by_room)


def test_that_the_most_important_card_keeps_its_room_whichever_it_is() -> None:
    for key in EXPLORE.sizes.places:
        assert key in _seats((420, 260), 1.0, (key, *EXPLORE.order)).places


def test_that_the_tables_become_narrower_before_a_panel_stands_aside() -> None:
    sizes = EXPLORE.sizes._replace(column=500.0)
    wide = seats(sizes, (1420, 780), "logit_table", 1.0, GAP, EXPLORE.order)
    narrow = seats(sizes, (1004, 640), "logit_table", 1.0, GAP, EXPLORE.order)

    assert wide.places["logit_table"][2] == 500
    assert narrow.places["logit_table"][2] < 500
    assert narrow.aside == frozenset()


def test_that_the_rows_of_a_grid_are_not_taken_for_columns() -> None:
    found = split_of(EXPLORE.sizes.places, "logit_table")

    rows = (False, (True, "distribution", "information"), (True, "gradient", "derivation"))
    assert shape(found) == (True, (False, "loss", "logit_table", "target_table", "glance"), rows)


def test_that_a_line_dragged_while_cards_stand_aside_moves_only_that_line() -> None:
    room = (1004, 560)
    whole = split_of(EXPLORE.sizes.mapped(room, "logit_table", 1.5), "logit_table")
    assert whole is not None
    first = {leaf.key: leaf.rect for leaf in leaves(whole)}
    before = {key: first[key] for key in ("logit_table", "glance", "distribution")}
    line = before["logit_table"][3]
    after = before | {
        "logit_table": (*before["logit_table"][:3], line + 20.0),
        "glance": (before["glance"][0], before["glance"][1] + 20.0, *before["glance"][2:]),
    }

    now = redrawn(whole, before, after)

    assert now["target_table"][3] - now["target_table"][1] == pytest.approx(
        first["target_table"][3] - first["target_table"][1]
    )
    assert now["logit_table"][3] == pytest.approx(line + 20.0)
    for key in ("distribution", "information", "gradient", "derivation"):
        assert now[key] == pytest.approx(first[key])


def test_that_places_which_no_docks_can_have_are_still_given_room() -> None:
    pinwheel = {
        "distribution": (0.0, 0.0, 60.0, 40.0),
        "information": (60.0, 0.0, 100.0, 60.0),
        "gradient": (40.0, 60.0, 100.0, 100.0),
        "derivation": (0.0, 40.0, 40.0, 100.0),
        "logit_table": (40.0, 40.0, 60.0, 60.0),
    }

    found = seats(CardSizes((100.0, 100.0), pinwheel, 300.0), (900, 1200), "glance", 1.0, GAP, ())

    assert len(found.places) == 5
    assert all(
        one[3] <= other[1]
        for one, other in pairwise(sorted(found.places.values(), key=lambda r: r[1]))
    )
