"""The sampler, in the picture that is chosen: sorted bars below their sum, or one bar."""

from __future__ import annotations

from functools import cache

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.painting.labels import draw_x_ticks
from xentgui.painting.qt_arrays import polygon
from xentgui.panels.choice import Choice, Option
from xentgui.panels.draws_shown import grouped
from xentgui.panels.plot_panel import PlotPanel
from xentgui.panels.sampler_rows import SamplerRows
from xentgui.panels.stage_bars import height_of
from xentgui.panels.stage_rows import StageRow

_MOST = 24
"""So many classes have a bar; the others share the last place."""

_HIGH = 0.78  # of a row
_THIN = 5.0  # design pixels of a place, below which bars touch
_RANK = QT_TRANSLATE_NOOP("panels", "rank")
_SORTED, _ONE_BAR = "sorted", "bar"
_PICTURE = QT_TRANSLATE_NOOP("panels", "Stages as")
_PICTURES = (
    (_SORTED, QT_TRANSLATE_NOOP("panels", "Bars sorted by p, with their sum")),
    (_ONE_BAR, QT_TRANSLATE_NOOP("panels", "One bar of all p")),
)


class SortedSampler(SamplerRows):
    """The axis is the rank; in each row, bars of p stand below the curve of their sum."""

    drawn_by = ("xentgui.panels.sampler", "SortedSampler")

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the number of classes, which is all that the ranks depend on."""
        return len(snapshot.logits)

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the ranks."""
        count = len(snapshot.logits)
        places, shown = _places(count), min(count, _MOST)
        ranks = sorted({1, *range(5, shown + 1, 5), shown} if shown > 6 else range(1, shown + 1))
        texts = {(rank - 0.5) / places: str(rank) for rank in ranks}
        texts[0.5 / places] = f"{translate('panels', _RANK)} 1"
        if count > shown:
            texts[(shown + 0.5) / places] = f"… {grouped(count)}"
        draw_x_ticks(painter, frame, texts, steady=True)

    def cut_of(self, row: StageRow, snapshot: Snapshot) -> float:
        """Return the place after the last class that is kept."""
        places = _places(len(row.stage.kept))
        if not row.stage.is_on:
            return 1.0
        kept = np.flatnonzero(row.stage.kept[row.order])
        last = int(kept[-1]) + 1 if kept.size else 0
        return min(last, places) / places

    def sum_at(self, row: StageRow, snapshot: Snapshot, x: float) -> float:
        """Return the sum up to a place between two ranks."""
        places, shown = _places(len(row.stage.kept)), row.ends[:_MOST]
        sums = [0.0, *shown.tolist(), *([1.0] if places > len(shown) else [])]
        return float(np.interp(x * places, np.arange(len(sums)), sums))

    def class_at(self, classes: np.ndarray, ends: np.ndarray, snapshot: Snapshot, x: float) -> int:
        """Return which of `classes` has its bar at a place."""
        at = int(x * _places(len(snapshot.logits)))
        return at if at < _MOST else len(classes)

    def paint_row(
        self,
        painter: QPainter,
        frame: Frame,
        nth: int,
        classes: np.ndarray,
        p: np.ndarray,
        snapshot: Snapshot,
        view: View,
        row: StageRow | None,
    ) -> None:
        """Paint bars, the curve of their sum, and at top-p and typical-p the sum that is asked for."""
        style, theme = frame.style, frame.style.theme
        places, shown = _places(len(p)), classes[:_MOST]
        high = frame.lift * _HIGH
        base = height_of(frame, nth) + high / 2
        wide = frame.rect.width() / places
        is_quiet = row is not None and not row.stage.is_on
        painter.setPen(style.pen(theme.grid, 1.0))
        painter.drawLine(QLineF(frame.rect.left(), base, frame.rect.right(), base))
        self._paint_bars(painter, frame, (base, high, wide), shown, p, snapshot, view, row)
        sums = np.add.accumulate(p[shown])
        if places > len(shown):
            sums = np.append(sums, 1.0)
        x = frame.rect.left() + wide * np.arange(len(sums) + 1)
        y = base - high * np.concatenate(([0.0], sums.clip(0.0, 1.0)))
        painter.setPen(style.pen(theme.mute if is_quiet else theme.ink, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(polygon(np.stack([x, y], axis=1)))
        if row is not None and row.stage.is_on and row.stage.key in {"top_p", "typical"}:
            level = base - high * row.stage.value
            to = frame.x(self.cut_of(row, snapshot))
            painter.setPen(style.pen(theme.accent, 1.2, (4.0, 3.0)))
            painter.drawLine(QLineF(frame.rect.left(), level, to, level))

    def _paint_bars(
        self,
        painter: QPainter,
        frame: Frame,
        sizes: tuple[float, float, float],
        classes: np.ndarray,
        p: np.ndarray,
        snapshot: Snapshot,
        view: View,
        row: StageRow | None,
    ) -> None:
        style, theme, lit = frame.style, frame.style.theme, view.highlighted_class
        base, high, wide = sizes
        gap = 0.16 * wide if wide >= style.px(_THIN) else 0.0
        is_quiet = row is not None and not row.stage.is_on
        for nth, index in enumerate(classes.tolist()):
            tall = high * float(p[index])
            if tall <= 0.0:
                continue
            left = frame.rect.left() + nth * wide + gap / 2
            box = QRectF(left, base - tall, wide - gap, tall)
            if row is None or row.stage.kept[index]:
                pale = lit not in (None, index) or (is_quiet and lit is None)
                look = style.faint.theme if pale else theme
                color = look.class_color(snapshot.state.color_of(index))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(style.color(color))
            else:
                painter.setPen(style.pen(theme.mute, 1.0))
                painter.setBrush(style.color(theme.grid))
            painter.drawRect(box)
        rest = 1.0 - float(p[classes].sum())
        if len(p) > len(classes) and rest > 0.0:
            left = frame.rect.left() + len(classes) * wide + gap / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.color(style.faint.theme.mute))
            painter.drawRect(QRectF(left, base - high * rest, wide - gap, high * rest))


def _places(count: int) -> int:
    """Return how many places the axis has, the last of which may be that of all others."""
    return count if count <= _MOST else _MOST + 1


def _picture() -> Choice:
    options = tuple(Option(word, translate("panels", text)) for word, text in _PICTURES)
    return Choice("picture", translate("panels", _PICTURE), options, _SORTED)


@cache
def _sorted_sampler() -> PlotPanel:
    found: PlotPanel = SortedSampler()
    return found


class Sampler(SamplerRows):
    """The rows of one bar each, unless the sorted bars are chosen."""

    def choices(self, snapshot: Snapshot) -> tuple[Choice, ...]:
        """Return what a row is a picture of."""
        return (_picture(),)

    def face(self, view: View) -> PlotPanel:
        """Return the panel of the chosen picture."""
        if _picture().chosen(self.key, view)[0] == _ONE_BAR:
            return self
        found: PlotPanel = _sorted_sampler()
        return found
