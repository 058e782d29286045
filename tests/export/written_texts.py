"""Where the letters of a figure lie: a painter that remembers them, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPainterPath

from xentgui.export.figure import Figure

SLACK = 0.2
"""Design pixels by which the measures of letters may be too large."""

_WRAPPED = Qt.TextFlag.TextWordWrap.value
_CUT = "…"
_COUNTED = re.compile(r"… and \d+ more|…… 另有 \d+ 个")  # which says how many have none
_LEAST = 3  # letters of a name that is cut
_LETTERS_BEFORE, _LETTERS_AFTER = re.compile(r"(\w{0,3})\W*$"), re.compile(r"^\W*(\w{0,3})")


class Written(NamedTuple):
    """A text, the rectangle of its ink in the figure, and what of the figure could be painted then.

    In design pixels; `within` is None where nothing was cut off.
    """

    text: str
    ink: QRectF
    within: QRectF | None = None


class WrittenTexts(QPainter):
    """Remembers texts with their places, and the borders of cards."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.texts: list[Written] = []
        self.borders: list[QRectF] = []

    def drawText(self, *how: Any) -> None:  # type: ignore[override]
        """Remember a text that can be seen."""
        place, text = how[0], str(how[-1])
        if not text.strip() or not self.pen().color().alpha():
            return
        metrics, path = QFontMetricsF(self.font()), QPainterPath()
        path.addText(QPointF(0.0, 0.0), self.font(), text)
        # Pictures such as emoji have no outlines.
        tight = metrics.tightBoundingRect(text) if path.isEmpty() else path.boundingRect()
        if isinstance(place, QRectF):
            flags = int(getattr(how[1], "value", how[1]))
            box = metrics.boundingRect(place, flags, text)
            if flags & _WRAPPED:
                ink = box
            else:
                ink = tight.translated(box.left(), box.top() + metrics.ascent())
        else:
            ink = tight.translated(QPointF(place))
        transform = self.transform()
        within = transform.mapRect(self.clipBoundingRect()) if self.hasClipping() else None
        self.texts.append(Written(text, transform.mapRect(ink), within))

    def drawRoundedRect(self, *shape: Any) -> None:  # type: ignore[override]
        """Remember a border; only cards have round corners."""
        if isinstance(shape[0], QRectF) and self.pen().style() is not Qt.PenStyle.NoPen:
            self.borders.append(QRectF(shape[0]))


def written_texts(figure: Figure) -> WrittenTexts:
    """Return what is written in `figure`."""
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = WrittenTexts(image)
    figure.paint(painter)
    painter.end()
    return painter


def faults(figure: Figure) -> list[str]:
    """Return each text that is cut or cut short, overlaps another one, or crosses a border."""
    found, painter = [], written_texts(figure)
    page = QRectF(0.0, 0.0, *figure.spec.design_size)
    names = figure.snapshot.state.labels
    small = [(one.text, one.ink.adjusted(SLACK, SLACK, -SLACK, -SLACK)) for one in painter.texts]
    for text, ink in small:
        if not page.contains(ink):
            found.append(f"cut: {text}")
        found += [
            f"border: {text}"
            for border in painter.borders
            if border.intersects(ink) and not border.contains(ink)
        ]
    for (text, ink), one in zip(small, painter.texts, strict=True):
        if one.within is not None and not one.within.contains(ink):
            found.append(f"clipped: {text}")
        if _CUT in text and not _COUNTED.fullmatch(text) and not _is_of_name(text, names):
            found.append(f"cut short: {text}")
    for (text, ink), (other, more) in combinations(small, 2):
        if ink.isValid() and more.isValid() and ink.intersects(more):
            found.append(f"overlap: {text} / {other}")
    return found


def _is_of_name(text: str, names: Sequence[str]) -> bool:
    """Return whether of `text` only the name of a class is cut, and that can still be guessed."""
    before, _, after = text.partition(_CUT)
    start, end = _LETTERS_BEFORE.findall(before)[0], _LETTERS_AFTER.findall(after)[0]
    if any(before[-_LEAST:] in name and end in name for name in names) and len(before) >= _LEAST:
        return True
    if len(start) + len(end) < _LEAST:
        return False
    return any(start in name and end in name for name in names)
