"""Pictures that may be seen much later, packed without loss: most of them to a fiftieth, or less."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, Protocol, TypeVar

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QImage, QPainter, QPixmap

from xentgui.model import Snapshot

Pixels = npt.NDArray[np.uint32]

_DEPTH = 32  # bits of a pixel
_LEVEL = 1  # of zlib: higher ones take several times as long, and save little more


class Seen(Protocol):
    """All that a picture depends on."""

    @property
    def snapshot(self) -> Snapshot:
        """The numbers in it."""

    def is_that_of(self, other: Any) -> bool:
        """Return whether both give the same picture: of the very same numbers, not of equal ones."""


_Seen = TypeVar("_Seen", bound=Seen)


class _Packed(NamedTuple):
    scene: int
    panel: str
    seen: Seen
    runs: bytes  # the colours of all runs of equal pixels, and then their lengths
    size: QSize
    format: QImage.Format
    ratio: float


class PackedPictures:
    """The pictures of many scenes, each known by its panel and by all that it depends on."""

    def __init__(self) -> None:
        self._by_numbers: dict[int, list[_Packed]] = {}
        self._scene = 0

    def begin(self, scene: int) -> None:
        """Pack for this scene from now on; what was packed for it before is given up."""
        self.forget_scene(scene)
        self._scene = scene

    def bytes_of(self, scene: int) -> int:
        """Return how much memory the pictures of a scene take."""
        return sum(len(one.runs) for one in self._all() if one.scene == scene)

    def forget_scene(self, scene: int) -> None:
        """Give up the pictures of a scene."""
        self._keep([one for one in self._all() if one.scene != scene])

    def forget_panel(self, panel: str) -> None:
        """Give up the pictures of a panel."""
        self._keep([one for one in self._all() if one.panel != panel])

    def has(self, panel: str, seen: Seen) -> bool:
        """Return whether a picture is there."""
        return self._found(panel, seen) is not None

    def of_panel(self, panel: str, before: Unpacked | None = None) -> Unpacked:
        """Return what draws the pictures of a panel: `before`, if that does."""
        return before if before is not None and before.packs is self else Unpacked(panel, self)

    def unpacked(self, panel: str, seen: Seen) -> tuple[QImage, Pixels] | None:
        """Return a picture, and the pixels that it shows; None if it is not there."""
        found = self._found(panel, seen)
        if found is None:
            return None
        colors, lengths = np.frombuffer(zlib.decompress(found.runs), np.uint32).reshape(2, -1)
        pixels = np.repeat(colors, lengths)
        wide, high = found.size.toTuple()
        image = QImage(pixels.data, wide, high, 4 * wide, found.format)
        image.setDevicePixelRatio(found.ratio)
        return image, pixels

    def pack(self, panel: str, seen: Seen, picture: QPixmap) -> Iterator[None]:
        """Pack a picture, a part each time."""
        scene, image = self._scene, picture.toImage()
        if image.depth() != _DEPTH:
            image = image.convertToFormat(QImage.Format.Format_RGB32)
        pixels = np.frombuffer(image.constBits(), np.uint32)
        starts = np.flatnonzero(np.diff(pixels, prepend=~pixels[:1]))
        lengths = np.diff(starts, append=len(pixels))
        runs = np.stack((pixels[starts], lengths.astype(np.uint32)))
        yield
        packed = zlib.compress(runs.tobytes(), _LEVEL)
        form = image.size(), image.format(), picture.devicePixelRatio()
        one = _Packed(scene, panel, seen, packed, *form)
        # `one` holds the numbers, so that no others have their id.
        self._by_numbers.setdefault(id(seen.snapshot), []).append(one)

    def _found(self, panel: str, seen: Seen) -> _Packed | None:
        for one in self._by_numbers.get(id(seen.snapshot), ()):
            if one.panel == panel and one.seen.is_that_of(seen):
                return one
        return None

    def _all(self) -> Iterator[_Packed]:
        for some in self._by_numbers.values():
            yield from some

    def _keep(self, those: list[_Packed]) -> None:
        self._by_numbers = {}
        for one in those:
            self._by_numbers.setdefault(id(one.seen.snapshot), []).append(one)


class Unpacked:
    """The picture of one panel that is seen, if it was packed: unpacked once, while it is seen."""

    def __init__(self, panel: str, packs: PackedPictures) -> None:
        self._panel, self.packs = panel, packs
        self._seen: Seen | None = None
        self._image: tuple[QImage, Pixels] | None = None

    @property
    def is_there(self) -> bool:
        """Whether what was drawn last is unpacked."""
        return self._image is not None

    def draw(self, painter: QPainter, at: QPointF, seen: Seen) -> bool:
        """Draw the picture; return False if it is not there."""
        if self._seen is None or not self._seen.is_that_of(seen):
            self._seen = self._image = None  # gives its memory back first
            self._image = self.packs.unpacked(self._panel, seen)
            self._seen = seen if self._image is not None else None
        if self._image is None:
            return False
        painter.drawImage(at, self._image[0])
        return True

    def has(self, seen: Seen) -> bool:
        """Return whether a picture is packed."""
        return self.packs.has(self._panel, seen)

    def pack(
        self,
        seen: _Seen,
        painting: Iterator[None],
        painted: Callable[[_Seen], QPixmap | None],
    ) -> Iterator[None]:
        """Pack what `painting` paints, and `painted` then returns, unless it is there; in parts."""
        if self.has(seen):
            return
        yield from painting
        yield
        picture = painted(seen)
        assert picture is not None
        yield from self.packs.pack(self._panel, seen, picture)

    def forget(self) -> None:
        """Have no picture, and none that was packed."""
        self._seen = self._image = None
        self.packs.forget_panel(self._panel)
