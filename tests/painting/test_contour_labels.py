"""Numbers lie on their lines, upright, in gaps, and apart from each other."""

import math

import numpy as np
import pytest

from xentgui.painting.contour_labels import LabelledLines, label_lines
from xentgui.painting.contours import contour_levels, contour_lines, level_texts

ROOM = (0.0, 0.0, 400.0, 300.0)
HEIGHT = 14.0


def _labelled(values: np.ndarray, most: int = 10) -> tuple[LabelledLines, list[list[np.ndarray]]]:
    x, y = np.linspace(0.0, 400.0, 97), np.linspace(0.0, 300.0, 97)
    levels = contour_levels(float(values.min()), float(values.max()), most)
    lines, texts = contour_lines(x, y, values, levels), level_texts(levels)
    return label_lines(lines, texts, [8.0 * len(text) for text in texts], HEIGHT, ROOM), lines


def _surfaces() -> dict[str, np.ndarray]:
    u, v = np.linspace(-4.0, 4.0, 97), np.linspace(-4.0, 4.0, 97).reshape(-1, 1)
    return {
        "plane": u + 0.3 * v,
        "valley": np.log(np.exp(u) + np.exp(v) + 1.0) - u,
        "bowl": u**2 + v**2,
        "waves": np.sin(2 * u) + np.cos(2 * v),
        "steep": np.exp(u + v),
    }


@pytest.mark.parametrize("name", _surfaces())
def test_every_label_is_on_its_line_in_its_room_and_apart(name: str) -> None:
    labelled, lines = _labelled(_surfaces()[name])

    whole = np.concatenate([line for level in lines for line in level])
    assert labelled.labels
    for label in labelled.labels:
        apart = np.hypot(*(whole - (label.x, label.y)).T)
        assert apart.min() < 5.0
        assert -90.0 < label.angle <= 90.0
        assert HEIGHT / 2 <= label.y <= 300.0 - HEIGHT / 2
    for nth, one in enumerate(labelled.labels):
        for other in labelled.labels[:nth]:
            assert math.dist((one.x, one.y), (other.x, other.y)) >= HEIGHT


@pytest.mark.parametrize("name", _surfaces())
def test_no_line_runs_through_a_label(name: str) -> None:
    labelled, _ = _labelled(_surfaces()[name])

    drawn = np.concatenate(labelled.lines)
    for label in labelled.labels:
        turn = math.radians(label.angle)
        away = drawn - (label.x, label.y)
        along = away @ (math.cos(turn), math.sin(turn))
        across = away @ (-math.sin(turn), math.cos(turn))
        half = 4.0 * len(label.text)
        assert not ((np.abs(along) < 0.9 * half) & (np.abs(across) < 0.4 * HEIGHT)).any()


def test_that_a_gap_is_as_wide_as_its_text_and_nothing_else_is_lost() -> None:
    line = np.stack([np.linspace(0.0, 400.0, 97), np.full(97, 150.0)], axis=1)

    labelled = label_lines([[line]], ["1.5"], [30.0], HEIGHT, ROOM)

    (label,) = labelled.labels
    left, right = labelled.lines
    assert (label.text, label.y, label.angle) == ("1.5", 150.0, 0.0)
    assert 250.0 < label.x < 300.0
    ends = (left[0, 0], left[-1, 0], right[0, 0], right[-1, 0])
    assert ends == (0.0, label.x - 15.0, label.x + 15.0, 400.0)


def test_that_what_has_no_room_has_no_label_but_its_line() -> None:
    short = np.array([[10.0, 10.0], [40.0, 10.0]])
    edge = np.stack([np.linspace(0.0, 400.0, 97), np.full(97, 2.0)], axis=1)
    close = [
        np.stack([np.linspace(0.0, 400.0, 97), np.full(97, y)], axis=1) for y in (100.0, 104.0)
    ]

    for lines in ([[short]], [[edge]], [[close[0]], [close[1]]], [[]]):
        labelled = label_lines(lines, ["1"] * len(lines), [20.0] * len(lines), HEIGHT, ROOM)
        assert not labelled.labels
        assert len(labelled.lines) == sum(map(len, lines))
