"""The window under a real Wayland compositor, where one is installed."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QRect, QSize

from tests.walks.wayland.compositor import lacking
from tests.walks.wayland.told_window import KINDS
from tests.walks.wayland.walk import FIRST, SECOND, is_whole, walk
from xentgui.window.window_place import size_on_any

OUTPUTS = {"output 1": (FIRST, 0), "output 2": (SECOND, FIRST.size[0])}
EACH = pytest.mark.parametrize("name", OUTPUTS)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What was seen on each output."""
    if lack := lacking():
        pytest.skip(f"needs {', '.join(lack)}")
    return walk(tmp_path_factory.mktemp("wayland"))


@pytest.mark.long
@EACH
def test_that_the_first_window_is_whole_on_the_output_with_the_focus(
    found: dict[str, dict[str, Any]], name: str
) -> None:
    output, left = OUTPUTS[name]

    assert is_whole(found[name]["start"], output, left), found[name]["start"]


@pytest.mark.long
@EACH
def test_that_a_drag_moves_one_class_and_a_number_can_be_typed(
    found: dict[str, dict[str, Any]], name: str
) -> None:
    before, after = found[name]["drag"]

    assert after[0] < before[0]
    assert after[1:] == before[1:]
    assert found[name]["type"] == [4.25, *before[1:]]


@pytest.mark.long
@EACH
def test_that_a_copied_panel_arrives_as_it_left_with_its_state(
    found: dict[str, dict[str, Any]], name: str
) -> None:
    copied = found[name]["copy"]

    assert copied["same"] == dict.fromkeys(KINDS, True)
    assert found[name]["svg"].startswith("<?xml")
    assert copied["document"]["scenes"][0]["logits"][0] == 4.25


@pytest.mark.long
@EACH
def test_that_full_screen_is_on_the_same_output_and_gives_the_window_back(
    found: dict[str, dict[str, Any]], name: str
) -> None:
    output, left = OUTPUTS[name]
    whole, after = found[name]["fill"]

    assert whole == (left, 0, *output.size)
    assert is_whole(after, output, left), after


def test_that_a_window_whose_screen_nobody_knows_fits_on_every_one() -> None:
    large, small = QRect(0, 0, 1600, 1000), QRect(1600, 0, 1280, 720)

    size = size_on_any(QSize(1440, 900), [large, small])

    assert QSize(1440, 900) == size_on_any(QSize(1440, 900), [large])
    assert size.width() <= 1280
    assert size.height() < 720, "with a frame"
    assert size_on_any(QSize(900, 600), [large, small]) == QSize(900, 600)
