"""A row for each stage of the sampler, with what it keeps and what it drops."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF
from PySide6.QtGui import QPainter

from xentgui.language.text import number, translate
from xentgui.model import Snapshot
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.naming import name_of
from xentgui.model.sampling.sampler import sampled
from xentgui.model.settings_of_state import SETTINGS
from xentgui.model.subjects import Edit
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.labels import draw_x_axis
from xentgui.painting.marks import draw_handle
from xentgui.panels.axis_limits import Zoom, within
from xentgui.panels.later_of_many import SamplerPanel
from xentgui.panels.marked_panel import REACH, Hold, Way
from xentgui.panels.panel import ReadOut
from xentgui.panels.sampler_words import entropies, entropies_beside, write, write_lines
from xentgui.panels.setting_edits import setting_edit, setting_step
from xentgui.panels.stage_bars import BAR, height_of, paint_bar, paint_grip
from xentgui.panels.stage_marks import (
    CutHold,
    CutMark,
    StageHold,
    StageMark,
    nudged_cut,
    nudged_stage,
    row_of,
)
from xentgui.panels.stage_rows import StageRow, difference, stage_rows, stage_text, verdict_text

_LEAST_ROW = 29.0  # design pixels
_NAMES = 158.0  # design pixels to the left of the plot


class SamplerRows(SamplerPanel):
    """A bar of all probability for each stage, cut where it stops, and one for what is left."""

    zoom = Zoom()
    in_rows = True
    measured = "bottom"

    def margins(self, view: View) -> QMarginsF:
        """Return the room for the names of stages, with what is said of each."""
        return QMarginsF(_NAMES, 24, 14, 24)

    def least_plot_for(self, snapshot: Snapshot, view: View) -> tuple[float, float]:
        """Return the least size of the plot, in which each row has room for its two lines."""
        width, height = self.least_plot(view)
        return width, max(height, _LEAST_ROW * (len(stage_rows(snapshot)) + 1))

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return p in 0 … 1, a row for each stage, and one for what is left."""
        return Ranges(0.0, 1.0, 0.0, len(stage_rows(snapshot)) + 1.0)

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached axes, which have nothing of the state."""
        return None

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the axis of p."""
        draw_x_axis(painter, frame)

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the rows, and above them what the orders of two libraries differ in."""
        style, theme = frame.style, frame.style.theme
        rows = stage_rows(snapshot)
        for nth, row in enumerate(rows):
            self._paint_stage(painter, frame, snapshot, view, nth, row)
        found = sampled(snapshot)
        some = found.ranking[:60]
        self.paint_row(painter, frame, len(rows), some, found.probabilities, snapshot, view, None)
        lines = entropies_beside(frame, snapshot, view)
        write_lines(painter, frame, len(rows), lines, theme.ink, theme.ink)
        words = difference(snapshot)
        room = frame.outer.width() - style.px(16)
        box = QRectF(frame.outer.left() + style.px(8), frame.outer.top(), room, style.px(22))
        write(painter, style, box, words, theme.accent)

    def _paint_stage(
        self,
        painter: QPainter,
        frame: Frame,
        snapshot: Snapshot,
        view: View,
        nth: int,
        row: StageRow,
    ) -> None:
        style, theme, stage = frame.style, frame.style.theme, row.stage
        y = height_of(frame, nth)
        self.paint_row(painter, frame, nth, row.classes, stage.before, snapshot, view, row)
        ink = theme.ink if stage.is_on else theme.mute
        if view.handles:
            paint_grip(painter, frame, y)
        lines = stage_text(stage), verdict_text(stage)
        write_lines(painter, frame, nth, lines, ink, theme.mute, bold=stage.is_on)
        if stage.key == "temperature":
            return
        at = self.locate(CutMark(stage.key), frame, snapshot, view)
        half = frame.lift * BAR / 2 + style.px(4)
        if stage.is_on:
            painter.setPen(style.pen(theme.accent, 2.0))
            painter.drawLine(QLineF(at.x(), at.y() - half, at.x(), at.y() + half))
        if view.handles:
            draw_handle(painter, style, at, theme.accent if stage.is_on else theme.mute)

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
        """Paint the classes of a row, of which a stage keeps some; None for what is left."""
        paint_bar(painter, frame, nth, classes, p, snapshot, view, row)

    def cut_of(self, row: StageRow, snapshot: Snapshot) -> float:
        """Return where along the axis the stage of `row` stops."""
        return within(row.cut, 0.0, 1.0)

    def sum_at(self, row: StageRow, snapshot: Snapshot, x: float) -> float:
        """Return the sum of probability that is at a place along the axis."""
        return x

    def class_at(self, classes: np.ndarray, ends: np.ndarray, snapshot: Snapshot, x: float) -> int:
        """Return which of `classes` is at a place along the axis, or their number for none."""
        return int(np.searchsorted(ends, x))

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return what each stage does, and what is left."""
        lines = [
            f"{stage_text(row.stage)}: {verdict_text(row.stage)}" for row in stage_rows(snapshot)
        ]
        lines += [*entropies(snapshot, view), difference(snapshot)]
        return "; ".join(filter(None, lines))

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return what a stage does, or what each stage leaves of a class."""
        if isinstance(mark, StageMark | CutMark):
            stage = row_of(mark.key, snapshot).stage
            return ReadOut(stage_text(stage), ((verdict_text(stage), ""),))
        if not isinstance(mark, ClassMark) or not mark.is_in(snapshot.state):
            return None
        found = sampled(snapshot)
        rank = int(np.flatnonzero(found.ranking == mark.index)[0]) + 1
        lines = [(translate("panels", "rank"), f"{rank} / {len(found.ranking)}")]
        lines += [
            (stage_text(stage), number(float(stage.after[mark.index]), 6)) for stage in found.stages
        ]
        return ReadOut(name_of(snapshot.state.names, mark.index, 1000), tuple(lines))

    # The marks: each stage by its name, and its cut

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the stage whose name, or whose cut, is at `point`."""
        nth = int(np.floor(frame.ranges.top - frame.y_value(point.y())))
        rows = stage_rows(snapshot)
        if not 0 <= nth < len(rows):
            return None
        key = rows[nth].stage.key
        if frame.outer.left() <= point.x() < frame.rect.left() - frame.style.px(REACH):
            return StageMark(key)
        if key == "temperature":
            return None
        x = self.locate(CutMark(key), frame, snapshot, view).x()
        return CutMark(key) if abs(point.x() - x) <= frame.style.px(REACH) else None

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the mark to which a key leads: through each row, and from row to row."""
        marks: list[Mark] = []
        for row in stage_rows(snapshot):
            marks.append(StageMark(row.stage.key))
            if row.stage.key != "temperature":
                marks.append(CutMark(row.stage.key))
        if way in (Way.FIRST, Way.LAST) or mark not in marks:
            return marks[-1 if way in (Way.LAST, Way.PREVIOUS) else 0]
        at = marks.index(mark) + (1 if way in (Way.NEXT, Way.RIGHT, Way.DOWN) else -1)
        if not 0 <= at < len(marks):
            return None if way in (Way.NEXT, Way.PREVIOUS) else mark
        return marks[at]

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Mark | None:
        """Return the class whose stretch is at `point`, or the mark there."""
        found = self.mark_at(frame, snapshot, view, point)
        if found is not None or not frame.rect.contains(point):
            return found
        nth = int(np.floor(frame.ranges.top - frame.y_value(point.y())))
        rows = stage_rows(snapshot)
        if nth < len(rows):
            classes, ends = rows[nth].classes, rows[nth].ends
        else:
            classes = sampled(snapshot).ranking[:60]
            ends = np.add.accumulate(sampled(snapshot).probabilities[classes])
        at = self.class_at(classes, ends, snapshot, frame.x_value(point.x()))
        return ClassMark(int(classes[at])) if at < len(classes) else None

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return the place of a cut, or of the grip of a stage."""
        if not isinstance(mark, StageMark | CutMark):
            raise TypeError(f"there is no {mark!r} here")
        rows = stage_rows(snapshot)
        nth = next(at for at, row in enumerate(rows) if row.stage.key == mark.key)
        if isinstance(mark, StageMark):
            return QPointF(frame.outer.left() + frame.style.px(12), height_of(frame, nth))
        return QPointF(frame.x(self.cut_of(rows[nth], snapshot)), height_of(frame, nth))

    def extent_of(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QRectF | None:
        """Return the row of a stage."""
        if not isinstance(mark, StageMark | CutMark):
            return None
        y, half = self.locate(mark, frame, snapshot, view).y(), frame.lift / 2
        return QRectF(frame.outer.left(), y - half, frame.outer.width(), 2 * half)

    def step_name(self, mark: Mark, snapshot: Snapshot) -> str:
        """Return the name of a move."""
        return setting_step(mark.key if isinstance(mark, CutMark) else "order")

    def hold(self, mark: Mark, snapshot: Snapshot, view: View) -> Hold:
        """Begin to drag a stage or a cut."""
        assert isinstance(mark, StageMark | CutMark)
        if isinstance(mark, StageMark):
            return StageHold(mark.key, snapshot)
        row = row_of(mark.key, snapshot)
        return CutHold(mark.key, snapshot, lambda x: self.sum_at(row, snapshot, x))

    def nudge(
        self, mark: Mark, snapshot: Snapshot, view: View, way: tuple[int, int], size: float
    ) -> Edit | None:
        """Return the edit for a key: a stage goes up and down, a cut to the left and right."""
        if isinstance(mark, StageMark) and way[1]:
            return nudged_stage(snapshot, mark.key, way[1])
        if isinstance(mark, CutMark) and way[0]:
            return nudged_cut(snapshot, mark.key, way[0], size)
        return None

    def captions(self, mark: Mark, view: View) -> tuple[str, ...]:
        """Return the symbol of the value of the stage."""
        assert isinstance(mark, StageMark | CutMark)
        return (SETTINGS[mark.key].symbol,)

    def numbers_of(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[float, ...]:
        """Return the value of the stage."""
        assert isinstance(mark, StageMark | CutMark)
        return (float(getattr(snapshot.state, mark.key)),)

    def typed(self, mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
        """Return the edit for a typed value."""
        assert isinstance(mark, StageMark | CutMark)
        return setting_edit(**{mark.key: values[0]})
