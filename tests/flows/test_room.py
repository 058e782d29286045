"""At every size of the window and of everything in it, all that is seen is whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product

import pytest
from PySide6.QtWidgets import QApplication

from tests.pairs import in_pairs
from tests.walks.room import faults_of_room
from xentgui.window.main_window import MainWindow
from xentgui.window.workspaces import WORKSPACES

Start = Callable[..., MainWindow]
Size = tuple[int, int]
Place = tuple[int, int, int, int]

SIZES: tuple[Size, ...] = (
    (1024, 768),
    (1280, 720),
    (1366, 768),
    (1440, 900),
    (1920, 1080),
    (2560, 1440),
)
STEPS = range(6)
LANGUAGES = ("en", "zh_CN")
COUNTS = (3, 10)  # of classes
EDGES = ((1024, 768), (1280, 720), (1440, 900))


def _places(window: MainWindow) -> dict[str, Place]:
    for _ in range(4):
        QApplication.processEvents()
    return {
        key: card.geometry().getRect()
        for key, card in window.cards.by_key.items()
        if card.isVisible()
    }


def _zoom(window: MainWindow, step: int) -> None:
    window.look.zoom_to(1.1**step)
    _places(window)


def _faults(window: MainWindow, looks: Iterable[tuple[Size, int]]) -> list[str]:
    """Return what is wrong at each size of the window, so many steps bigger."""
    found = []
    for size, step in looks:
        window.resize(*size)
        _zoom(window, step)
        here = f"{size[0]}x{size[1]}, {step} steps bigger"
        if window.size().toTuple() != size:
            found.append(f"{here}: the window is {window.size().toTuple()}")
        found += [f"{here}: {fault}" for fault in faults_of_room(window)]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_everything_is_whole_where_there_is_little_room(start: Start, language: str) -> None:
    assert _faults(start(language=language), product(EDGES, (0, 3, 5))) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("workspace", [key for key in WORKSPACES if key != "explore"])
def test_that_every_workspace_is_whole_where_there_is_little_room(
    start: Start, workspace: str, language: str
) -> None:
    window = start(language=language)
    if workspace == "classify":
        window.run_command("preset.71-penguins")
    window.run_command(f"workspace.{workspace}")
    assert _faults(window, [(EDGES[0], 0)]) == []


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("classes", COUNTS)
def test_that_everything_is_whole_at_every_size(start: Start, language: str, classes: int) -> None:
    """Sizes, steps, languages and numbers of classes meet in pairs."""
    window = start(language=language)
    for _ in range(classes - 3):
        window.run_command("class.add")

    every = in_pairs(product(COUNTS, LANGUAGES, SIZES, STEPS))
    looks = [
        (size, step) for here, told, size, step in every if (here, told) == (classes, language)
    ]
    assert _faults(window, looks) == []


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_everything_is_whole_on_every_enlarged_card(start: Start, language: str) -> None:
    """Cards, languages, sizes and steps meet in pairs: a card is enlarged in each of the sizes."""
    window = start(language=language)
    found = []
    every = in_pairs(product(window.cards.by_key, LANGUAGES, SIZES, (0, 2, 5)))
    for key in window.cards.by_key:
        window.cards.enlarge(key)
        looks = [
            (size, step) for card, told, size, step in every if (card, told) == (key, language)
        ]
        found += [f"{key}, {fault}" for fault in _faults(window, looks)]
        window.cards.restore()

    assert found == []


@pytest.mark.long
@pytest.mark.parametrize("size", EDGES)
def test_that_smaller_after_bigger_gives_the_very_same_arrangement_back(
    window: MainWindow, size: Size
) -> None:
    window.resize(*size)
    before = _places(window)
    for _ in range(5):
        window.run_command("zoom.in")
        _places(window)
    assert _places(window) != before
    window.run_command("zoom.reset")

    assert _places(window) == before


def test_that_an_enlarged_card_has_larger_type_and_gives_it_back(window: MainWindow) -> None:
    before, em = _places(window), window.look.em
    for key in ("logit_table", "glance", "distribution", "derivation"):
        card = window.cards.by_key[key]
        letters = card.title_bar.title.font().pixelSize(), card.font().pixelSize()
        window.cards.enlarge(key)
        _places(window)
        enlarged = card.title_bar.title.font().pixelSize(), card.font().pixelSize()
        window.cards.restore()

        assert all(now > 1.5 * was for now, was in zip(enlarged, letters, strict=True))
        assert card.font().pixelSize() == letters[1] == round(em)
        assert _places(window) == before


def test_that_bigger_makes_an_enlarged_card_bigger_too(window: MainWindow) -> None:
    window.cards.enlarge("glance")
    _places(window)
    before = window.readouts.font().pixelSize()

    window.run_command("zoom.in")
    _places(window)

    assert window.readouts.font().pixelSize() > before


def test_that_a_card_without_room_is_offered_and_takes_the_place_of_another(
    window: MainWindow,
) -> None:
    window.resize(1024, 768)
    _zoom(window, 5)
    aside = window.cards.aside
    assert "gradient" in aside
    assert window.commands["show.gradient"].isChecked()
    assert not window.cards.by_key["gradient"].isVisible()

    window.status.card_chosen.emit("gradient")
    _places(window)

    assert window.cards.by_key["gradient"].isVisible()
    assert "gradient" not in window.cards.aside
    assert faults_of_room(window) == []
    _zoom(window, 0)
    assert window.cards.aside == ()


def test_that_the_menu_shows_a_card_without_room_instead_of_hiding_it(window: MainWindow) -> None:
    window.resize(1024, 768)
    _zoom(window, 5)
    key = window.cards.aside[0]

    window.run_command(f"show.{key}")
    _places(window)

    assert window.cards.by_key[key].isVisible()


def test_that_cards_without_room_are_there_again_after_a_restart_with_room(start: Start) -> None:
    window = start()
    before = _places(window)
    window.resize(1024, 768)
    _zoom(window, 5)
    assert window.cards.aside
    window.close()
    window.settings.zoom = 1.0
    window.settings.save()

    assert _places(start()) == before


def test_that_a_card_hidden_while_others_have_no_room_is_the_only_one_that_is_gone(
    window: MainWindow,
) -> None:
    before = _places(window)
    window.resize(1024, 768)
    _zoom(window, 5)
    window.run_command("show.distribution")
    _places(window)

    _zoom(window, 0)
    window.resize(1440, 900)

    assert _places(window).keys() == before.keys() - {"distribution"}
    for key in ("logit_table", "target_table", "glance"):
        assert _places(window)[key] == before[key]
