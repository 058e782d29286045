"""The refresh of a table, beside a plain viewport that paints the same rows."""

from __future__ import annotations

import sys

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from benchmarks.examples import SIZES, edits, state
from benchmarks.findings import Finding, report
from benchmarks.screen import Watch, application, describe, settle
from benchmarks.turns import ratio, take_turns
from xentgui.model import Snapshot, derive
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.tables.logits_and_targets import LogitTable, TargetTable

_SIZE = (384, 640)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Bare(QAbstractScrollArea):
    """Dots, names, a boxed number and two plain ones, in as many rows as the table has."""

    def __init__(self, table: LogitTable | TargetTable) -> None:
        super().__init__()
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.header = table.horizontalHeader().height()
        self.row = table.verticalHeader().defaultSectionSize()
        self.edges = [
            (table.columnViewportPosition(at), table.columnWidth(at))
            for at in range(table.classes.columnCount())
        ]
        self.is_logits = isinstance(table, LogitTable)
        self.snapshot: Snapshot | None = None
        self.font_used = fonts.ui_font(13.0)
        self.colors = [QColor(color) for color in LIGHT.classes]
        self.card, self.ink = QColor(LIGHT.card), QColor(LIGHT.ink)
        self.line, self.box = QColor(LIGHT.grid), QPen(QColor(LIGHT.line), 1.2)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show other numbers."""
        self.snapshot = snapshot
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint."""
        s, width, height = self.snapshot, self.viewport().width(), self.row
        if s is None:
            return
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self.card)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font_used)
        columns = (
            (s.logits, s.probabilities, s.hardmax)
            if self.is_logits
            else (s.target, s.information, s.contributions)
        )
        for row in range(min(len(s.logits), -(-self.viewport().height() // height))):
            y = row * height
            painter.fillRect(6, y + height - 1, width - 12, 1, self.line)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colors[row % 8])
            painter.drawEllipse(QRectF(6, y + height / 2 - 4, 9, 9))
            left, wide = self.edges[1]
            painter.setPen(self.box)
            painter.setBrush(self.card)
            painter.drawRoundedRect(QRectF(left + 2, y + 2, wide - 4, height - 4), 4, 4)
            painter.setPen(self.ink)
            left, wide = self.edges[0]
            painter.drawText(QRectF(left + 22, y, wide - 22, height), _LEFT, s.state.labels[row])
            for (left, wide), values in zip(self.edges[1:], columns, strict=False):
                box = QRectF(left, y, wide - 10, height)
                painter.drawText(box, _RIGHT, f"{values[row]:.4f}")
        painter.end()


def _shown(widget: QWidget, header: int = 0) -> QWidget:
    widget.resize(_SIZE[0], _SIZE[1] - header)
    widget.show()
    return widget


def main() -> None:
    """Measure at every size."""
    application()
    medians: dict[tuple[str, int], float] = {}
    for classes in [int(word) for word in sys.argv[1:]] or SIZES:
        tables = {"logits": LogitTable(), "target": TargetTable()}
        first = derive(state(classes))
        work = {}
        shown: list[QWidget] = []
        for name, table in tables.items():
            table.show_style(Style(LIGHT, 13.0, fonts.ui_font(13.0)))
            table.retranslate()
            table.show_snapshot(first)
            shown.append(_shown(table))
            settle(0.1)
            bare = Bare(table)
            bare.show_snapshot(first)
            shown.append(_shown(bare, bare.header))
            for kind, widget in (("ours", table), ("bare", bare)):
                watch, states = Watch([widget.viewport()]), edits(state(classes))
                snapshots = [derive(next(states)) for _ in range(32)]
                turn = iter(range(10**9))

                def refresh(
                    widget: LogitTable | TargetTable | Bare = widget,
                    watch: Watch = watch,
                    snapshots: list[Snapshot] = snapshots,
                    turn: object = turn,
                ) -> None:
                    snapshot = snapshots[next(turn) % len(snapshots)]  # type: ignore[call-overload]
                    watch.paint_after(lambda: widget.show_snapshot(snapshot))

                work[f"{name}, {kind}"] = refresh
        settle()
        timings = take_turns(work)
        print(describe(shown[0]))
        print(f"K = {classes}")
        for name, timing in timings.items():
            print(f"  {name:16} {timing}")
        for name in tables:
            ours, bare_time = timings[f"{name}, ours"], timings[f"{name}, bare"]
            medians[name, classes] = ours.median
            figures = f"{ours.median * 1e3:.2f} ms, bare {bare_time.median * 1e3:.2f} ms"
            work_done = f"refresh of the table “{name}”, K = {classes}"
            report(
                Finding(work_done, "× bare viewport", ratio(ours, bare_time), 2.0, figures=figures)
            )
        for widget in shown:
            widget.close()
    for name in ("logits", "target"):
        if (name, 1000) in medians and (name, SIZES[-1]) in medians:
            growth = medians[name, SIZES[-1]] / medians[name, 1000]
            report(Finding(f"refresh of the table “{name}”", "t(50 257)/t(1000)", growth, 1.3))


if __name__ == "__main__":
    main()
