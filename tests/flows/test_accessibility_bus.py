"""The window as a screen reader finds it, on a real accessibility bus where one is installed."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.walks import accessibility_bus, bus_session, heard_lesson

pytestmark = pytest.mark.long

_CONTAINERS = {"filler", "unknown", "invalid", "redundant object"}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    """What is showing in each place: role, name, whether it takes the focus, and the value."""
    return _listen(accessibility_bus, tmp_path_factory)


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    """Each key of the lesson, and what is said then."""
    return _listen(heard_lesson, tmp_path_factory)


def _listen(script: object, factory: pytest.TempPathFactory) -> list:
    if not bus_session.is_possible():
        pytest.skip("needs Xvfb, openbox, xdotool, D-Bus, at-spi2-core and python3-pyatspi")
    lines = bus_session.listen(Path(str(script.__file__)), factory.mktemp("bus"))
    return [json.loads(line) for line in lines]


def _is_corner(one: dict[str, object]) -> bool:
    """Return whether it is the corner of a table, to which Qt gives no name."""
    return (one["role"], one["in"]) == ("panel", "table")


def test_that_all_places_are_walked(found: list[dict[str, object]]) -> None:
    counts = Counter(str(one["place"]) for one in found)
    roles = {(one["place"], one["role"]) for one in found}

    assert set(counts) == set(accessibility_bus.PLACES)
    assert min(counts.values()) > 100
    for dialog in ("export", "animation", "scene", "staging", "shortcuts"):
        assert (dialog, "dialog") in roles
    assert len({one["name"] for one in found if one["role"] == "frame"}) >= 3


def test_that_everything_has_a_name_and_a_role(found: list[dict[str, object]]) -> None:
    assert [one for one in found if not str(one["name"]).strip() and not _is_corner(one)] == []
    assert [one for one in found if one["role"] in _CONTAINERS] == []
    lists = [one for one in found if one["role"] == "combo box"]
    assert lists
    assert [one for one in lists if not one["label"] and not one["description"]] == []


def test_that_marks_are_told_with_name_and_value(found: list[dict[str, object]]) -> None:
    shown = [one for one in found if one["place"] == "explore"]
    marks = {str(one["name"]): one["value"] for one in shown if one["role"] == "spin button"}

    assert marks["class 1: p = 0.8383"] == pytest.approx(0.8383, abs=1e-4)
    assert marks["class 3: −ln p / nats = 1.9464"] == pytest.approx(1.9464, abs=1e-4)
    assert "Distribution" in [one["name"] for one in shown if one["role"] == "chart"]


def test_that_sliders_tell_their_quantity(found: list[dict[str, object]]) -> None:
    values = {
        (one["place"], one["name"]): one["value"] for one in found if one["role"] == "spin button"
    }

    assert values["explore", "Temperature"] == 1.0
    assert values["explore", "Smoothing"] == 0.0
    assert values["learn", "Rate η"] == 1.0
    assert values["classify", "Decay λ"] == 0.0
    assert [one for one in found if one["role"] == "slider" and one["place"] != "animation"] == []


def test_that_cells_are_told_with_class_and_column(found: list[dict[str, object]]) -> None:
    cells = [one["name"] for one in found if one["role"] == "table cell"]

    assert "class 2, logit z: −1.46" in cells
    assert "class 1, target y: 1" in cells


def test_that_a_lesson_can_be_done_with_the_screen_off(heard: list[dict[str, str]]) -> None:
    said = [one["heard"] for one in heard if one.get("kind") == "announced"]

    assert "class 2: z 3; loss down to 0.4693 nats; class 2 wins now" in said
    assert "class 2: p 0.5; loss down to 0.6931 nats; class 2 wins now" in said


def test_that_no_change_goes_untold(heard: list[dict[str, str]]) -> None:
    after: list[tuple[str, list[str]]] = []
    for one in heard:
        if "pressed" in one:
            after.append((one["pressed"], []))
        elif after:
            after[-1][1].append(one["heard"])
    changing = [
        (key, said) for key, said in after if key in {"ctrl+t", "Return", "ctrl+z", "ctrl+Up"}
    ]

    assert len(changing) == 9
    assert [(key, said) for key, said in changing if not any("loss" in one for one in said)] == []
    assert [(key, said) for key, said in after if not said] == []
