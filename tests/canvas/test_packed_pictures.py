"""A packed picture is the same, pixel for pixel, and is that of nothing else."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from benchmarks.examples import state
from xentgui.canvas.packed_pictures import PackedPictures, Unpacked
from xentgui.model import Snapshot, derive


class _Seen(NamedTuple):
    snapshot: Snapshot
    place: int = 0

    def is_that_of(self, other: _Seen) -> bool:
        return self.snapshot is other.snapshot and self.place == other.place


def _of_pixels(pixels: np.ndarray) -> QPixmap:
    high, wide = pixels.shape
    image = QImage(pixels.data, wide, high, 4 * wide, QImage.Format.Format_RGB32).copy()
    return QPixmap.fromImage(image)


def _noise() -> QPixmap:
    return _of_pixels(np.random.default_rng(0).integers(0, 2**32, (31, 57), dtype=np.uint32))


def _flat() -> QPixmap:
    picture = QPixmap(400, 300)
    picture.fill(QColor("#a01020"))
    return picture


def _shaded() -> QPixmap:
    picture = _flat()
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(10, 200, 30, 90))
    painter.drawEllipse(QPointF(120.3, 90.7), 80.0, 60.0)
    painter.end()
    return picture


def _packed(packs: PackedPictures, seen: _Seen, picture: QPixmap) -> None:
    for _ in packs.pack("simplex", seen, picture):
        pass


def _drawn(unpacked: Unpacked, seen: _Seen, like: QPixmap) -> QImage | None:
    shown = QPixmap(like.size())
    shown.setDevicePixelRatio(like.devicePixelRatio())
    shown.fill(QColor("white"))
    painter = QPainter(shown)
    is_there = unpacked.draw(painter, QPointF(), seen)
    painter.end()
    return shown.toImage() if is_there else None


@pytest.fixture
def numbers(qtbot: QtBot) -> Snapshot:
    """Return any numbers."""
    return derive(state(3))


@pytest.mark.parametrize("ratio", [1.0, 1.5])
@pytest.mark.parametrize("paint", [_noise, _flat, _shaded])
def test_that_each_pixel_comes_back(numbers: Snapshot, paint: object, ratio: float) -> None:
    picture = paint()  # type: ignore[operator]
    picture.setDevicePixelRatio(ratio)
    packs, seen = PackedPictures(), _Seen(numbers)
    unpacked = packs.of_panel("simplex")
    packs.begin(0)
    _packed(packs, seen, picture)
    assert unpacked.has(seen)

    for _ in range(2):  # from the pack, and as it was unpacked
        drawn = _drawn(unpacked, seen, picture)
        assert drawn is not None
        assert drawn.convertToFormat(QImage.Format.Format_RGB32) == picture.toImage()
    assert unpacked.is_there


def test_that_it_is_that_of_the_very_same_numbers_of_its_panel_alone(numbers: Snapshot) -> None:
    packs, seen, picture = PackedPictures(), _Seen(numbers), _shaded()
    _packed(packs, seen, picture)

    assert packs.has("simplex", seen)
    assert not packs.has("trace", seen)
    assert not packs.has("simplex", _Seen(numbers, place=1))
    assert not packs.has("simplex", _Seen(derive(state(3))))


def test_that_something_else_that_is_seen_is_not_drawn_from_what_was_unpacked(
    numbers: Snapshot,
) -> None:
    packs, picture = PackedPictures(), _shaded()
    unpacked = packs.of_panel("simplex")
    one, other = _Seen(numbers), _Seen(numbers, place=1)
    _packed(packs, one, picture)
    assert _drawn(unpacked, one, picture) is not None

    assert _drawn(unpacked, other, picture) is None
    assert not unpacked.is_there
    assert _drawn(unpacked, one, picture) is not None
    unpacked.forget()
    assert _drawn(unpacked, one, picture) is None


def test_that_pictures_are_counted_and_given_up_by_scene(numbers: Snapshot) -> None:
    packs = PackedPictures()
    for scene in range(3):
        packs.begin(scene)
        _packed(packs, _Seen(numbers, scene), _shaded())
    pixels = 4 * _shaded().width() * _shaded().height()
    assert all(0 < packs.bytes_of(scene) < pixels / 20 for scene in range(3))

    packs.begin(1)

    assert packs.bytes_of(1) == 0
    assert [packs.has("simplex", _Seen(numbers, scene)) for scene in range(3)] == [
        True,
        False,
        True,
    ]
