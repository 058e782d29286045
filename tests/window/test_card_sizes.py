"""The sizes of cards are those that a person gave them, after every restart and in every room."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from xentgui.panels import PANELS
from xentgui.window.arrangements import Arrangement
from xentgui.window.card_registry import TABLE_TITLES
from xentgui.window.card_sizes import CardSizes
from xentgui.window.cards import Cards
from xentgui.window.workspaces import WORKSPACES, Workspace

ROOM = (1400, 780)
INVENTED = Workspace(
    tables=(("target_table", 0.6), ("glance", 0.3), ("logit_table", 0.1)),
    panels=(("gradient",), ("logits", "naive", "information")),
)
EVERY = {**WORKSPACES, "invented": INVENTED}

Make = Callable[..., Cards]
Place = tuple[int, int, int, int]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def make(
        workspace: Workspace = WORKSPACES["explore"],
        *,
        saved: Arrangement | None = None,
        room: tuple[int, int] = ROOM,
    ) -> Cards:
        keys = (*TABLE_TITLES, *(panel.key for panel in PANELS))
        panels = [panel.key for panel in PANELS]
        cards = Cards(dict.fromkeys(keys, ""), {"one": workspace}, panels)
        qtbot.addWidget(cards)
        if saved is not None:
            assert saved.sizes is not None
            cards.load({"one": saved._replace(sizes=CardSizes.decode(saved.sizes.encode()))})
        cards.resize(*room)
        cards.show()
        return cards

    return make


def _places(cards: Cards) -> dict[str, Place]:
    """Return where every card is that can be seen."""
    QApplication.processEvents()
    inside = cards.rect()
    return {
        key: card.geometry().getRect()
        for key, card in cards.by_key.items()
        if card.isVisible() and (card.isFloating() or inside.contains(card.geometry()))
    }


def _pull(cards: Cards, line: QPoint, way: QPoint) -> None:
    """Move the line between two cards as a hand does."""
    left = Qt.MouseButton.LeftButton
    _places(cards)
    QTest.mousePress(cards, left, pos=line)
    for goal in (line + way / 2, line + way):
        QTest.mouseMove(cards, goal)
        QApplication.processEvents()
    QTest.mouseRelease(cards, left, pos=line + way)
    _places(cards)


def _right_of(cards: Cards, key: str) -> QPoint:
    place = cards.by_key[key].geometry()
    return QPoint(place.right() + 3, place.center().y())


def _below(cards: Cards, key: str) -> QPoint:
    place = cards.by_key[key].geometry()
    return QPoint(place.center().x(), place.bottom() + 3)


def _pull_lines(cards: Cards) -> None:
    _pull(cards, _right_of(cards, "logit_table"), QPoint(77, 0))
    _pull(cards, _below(cards, "logit_table"), QPoint(0, 23))
    _pull(cards, _right_of(cards, "distribution"), QPoint(-61, 0))
    _pull(cards, _below(cards, "distribution"), QPoint(0, 41))


def _lay_in_tabs(cards: Cards) -> None:
    cards.toggle("logits")
    cards.tabifyDockWidget(cards.by_key["glance"], cards.by_key["derivation"])
    _pull(cards, _right_of(cards, "logit_table"), QPoint(50, 0))
    cards.toggle("decomposition")


def _let_one_float(cards: Cards) -> None:
    floating = cards.by_key["gradient"]
    floating.setFloating(True)
    floating.setGeometry(300, 200, 411, 307)
    cards.toggle("information")


def _hide_tables(cards: Cards) -> None:
    for key in TABLE_TITLES:
        cards.toggle(key)
    _pull(cards, _right_of(cards, "distribution"), QPoint(99, 0))


def _move_the_tables_to_the_right(cards: Cards) -> None:
    across = Qt.Orientation.Horizontal
    cards.splitDockWidget(cards.by_key["information"], cards.by_key["logit_table"], across)
    cards.toggle("target_table")
    cards.toggle("glance")


DEEDS = (_pull_lines, _lay_in_tabs, _let_one_float, _hide_tables, _move_the_tables_to_the_right)


@pytest.mark.parametrize("deed", DEEDS)
def test_that_what_a_person_arranged_is_there_to_the_pixel_after_every_restart(
    make: Make, deed: Callable[[Cards], None]
) -> None:
    cards = make()
    first = _places(cards)
    deed(cards)
    arranged = _places(cards)
    assert arranged != first

    for _ in range(3):
        cards = make(saved=cards.save())
        assert _places(cards) == arranged


@pytest.mark.parametrize("deed", DEEDS)
def test_that_a_room_that_comes_back_brings_every_size_back(
    make: Make, deed: Callable[[Cards], None]
) -> None:
    cards = make()
    deed(cards)
    arranged = _places(cards)

    for room in ((1000, 560), (2400, 1300), (700, 500), (1800, 600)):
        cards.resize(*room)
        _places(cards)
    cards.resize(*ROOM)

    assert _places(cards) == arranged


@pytest.mark.parametrize("workspace", EVERY.values(), ids=EVERY)
def test_that_every_workspace_is_the_same_by_start_by_restart_and_by_reset(
    make: Make, workspace: Workspace
) -> None:
    cards = make(workspace)
    first = _places(cards)
    assert first.keys() == {
        *(key for key, _ in workspace.tables),
        *(key for row in workspace.panels for key in row),
    }
    assert _places(make(workspace, saved=cards.save())) == first

    cards.resize(900, 600)
    cards.toggle("glance")
    cards.resize(*ROOM)
    _pull(cards, _right_of(cards, "target_table"), QPoint(90, 0))
    cards.reset()

    assert _places(cards) == first


@pytest.mark.parametrize("workspace", EVERY.values(), ids=EVERY)
@pytest.mark.parametrize("room", [(1220, 640), (1900, 1000), (2540, 1330)])
def test_that_the_tables_have_their_width_in_every_room(
    make: Make, workspace: Workspace, room: tuple[int, int]
) -> None:
    table = workspace.tables[0][0]
    width = _places(make(workspace))[table][2]

    saved = make(workspace).save()

    assert _places(make(workspace, room=room))[table][2] == width
    assert _places(make(workspace, saved=saved, room=room))[table][2] == width


def test_that_a_start_in_a_smaller_room_does_not_change_the_sizes_in_a_bigger_one(
    make: Make,
) -> None:
    cards = make(room=(2400, 1300))
    _pull_lines(cards)
    arranged = _places(cards)

    smaller = make(saved=cards.save(), room=(1000, 640))
    assert _places(smaller)["logit_table"][2] == arranged["logit_table"][2]

    assert _places(make(saved=smaller.save(), room=(2400, 1300))) == arranged


@pytest.mark.parametrize(
    "panels",
    [
        ("gradient",),
        ("distribution", "information"),
        ("distribution", "gradient"),
        ("logits", "naive"),
        ("distribution", "information", "logits"),
        tuple(panel.key for panel in PANELS),
    ],
)
def test_that_panels_of_a_document_are_all_seen_beside_tables_of_the_same_width(
    make: Make, panels: tuple[str, ...]
) -> None:
    room = (2300, 3800)  # all panels together need it
    cards = make(room=room)
    before = _places(cards)
    cards.show_panels(panels)
    while_running = _places(cards)

    started = make(saved=cards.save(), room=room)
    started.show_panels(panels)

    tables = [key for key, _ in WORKSPACES["explore"].tables]
    assert while_running.keys() == {*tables, *panels}
    assert all(while_running[key] == before[key] for key in tables)
    assert _places(started) == while_running


def test_that_a_document_leaves_the_arrangement_of_a_person_as_it_was(make: Make) -> None:
    cards = make()
    _pull_lines(cards)
    arranged = _places(cards)

    cards.show_panels(("gradient",))
    assert _places(make(saved=cards.save())) == arranged

    cards.show_panels(("logits", "gradient"))
    cards.show_panels(())
    assert _places(cards) == arranged


def test_that_a_width_given_to_the_tables_beside_a_document_stays(make: Make) -> None:
    cards = make()
    cards.show_panels(("gradient",))
    _pull(cards, _right_of(cards, "logit_table"), QPoint(80, 0))
    width = _places(cards)["logit_table"][2]

    assert _places(make(saved=cards.save()))["logit_table"][2] == width
    cards.show_panels(("logits", "gradient"))
    assert _places(cards)["logit_table"][2] == width
    cards.show_panels(())
    assert _places(cards)["logit_table"][2] == width


@pytest.mark.turns
@pytest.mark.parametrize(
    "text",
    ["", "spoilt", "[]", "{}", '{"room": [1, 1], "cards": {}, "tables": 3}']
    + [
        f'{{"room": [100, 100], "cards": {{"logits": {place}}}, "tables": 3}}'
        for place in ("[0, 0, 200, 50]", "[50, 0, 20, 50]", "[0, 0, NaN, 50]", "[0]", "null")
    ],
)
def test_that_spoilt_sizes_are_passed_over(make: Make, text: str) -> None:
    assert CardSizes.decode(text) is None
    first = _places(make())

    known = make().save()
    cards = make()
    cards.load({"one": known._replace(sizes=None)})

    assert _places(cards) == first


def test_that_heights_which_follow_the_content_do_so_until_a_person_sets_them(make: Make) -> None:
    heights = {"loss": 100, "logit_table": 500, "target_table": 150, "glance": 150}
    cards = make()
    for key, height in heights.items():
        cards.by_key[key].fill(QWidget(), 4, whole_height=lambda height=height: height)
    levelled = _places(cards)
    assert levelled["logit_table"][3] > levelled["target_table"][3] + 30

    _pull(cards, _right_of(cards, "distribution"), QPoint(30, 0))
    assert all(_places(cards)[key] == levelled[key] for key in heights)
    _pull(cards, _below(cards, "logit_table"), QPoint(0, -60))
    arranged = _places(cards)
    assert arranged["logit_table"][3] == levelled["logit_table"][3] - 60

    heights["glance"] = 700
    QApplication.sendEvent(cards, QEvent(QEvent.Type.LayoutRequest))
    assert _places(cards) == arranged
    assert _places(make(saved=cards.save())) == arranged
