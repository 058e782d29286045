"""The card Descent: how to walk, the buttons that walk, and what the walk does to the loss."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from xentgui.language.text import (
    QT_TRANSLATE_NOOP,
    loss_in_unit,
    loss_unit,
    number,
    translate,
)
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.descent import length_of, safe_rate
from xentgui.model.recipes import Method, Walk
from xentgui.model.setting import LinearScale
from xentgui.model.view import View
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import PlainLabel
from xentgui.window.descent.playing_card import Played, StepPlace, card_sheet
from xentgui.window.descent.segments import MethodRow, walk_by
from xentgui.window.descent.transport import Actions, Transport
from xentgui.window.descent.walk_lines import WalkLines
from xentgui.window.descent.walk_number import RatioScale, WalkNumber

_PLAY, _PAUSE = QT_TRANSLATE_NOOP("descent", "Play"), QT_TRANSLATE_NOOP("descent", "Pause")
_BUTTONS = ("walk.start", "walk.back", "walk.play", "walk.step", "walk.end", "walk.reset")
_READOUTS = {
    "change": QT_TRANSLATE_NOOP("descent", "Change in this step"),
    "distance": QT_TRANSLATE_NOOP("descent", "Σ|p − y|"),
    "slope": QT_TRANSLATE_NOOP("descent", "‖∂L/∂z‖"),
}
_SAFE = QT_TRANSLATE_NOOP(
    "descent", "The tick is at 4T²/Σy = {rate}: below it, the loss cannot rise."
)
_RATES = RatioScale()
_ANY_WIDTH = (1 << 24) - 1  # QWIDGETSIZE_MAX
_BETAS = LinearScale(0.0, 0.99, 99)


@guarded
class DescentCard(QWidget):
    """Chooses how to walk, and shows how the walk goes.

    Where there is little room, the last read-outs are left out.

    Signals
    -------
    walk_requested(Walk)
        Somebody wants to walk in another way; `refuse` says that it is not possible.
    """

    walk_requested = Signal(object)

    def __init__(self, walking: Played, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descent")
        self._walking = walking
        self._snapshot: Snapshot | None = None
        self._view = View()
        self._style: Style | None = None
        self._asking: WalkNumber | None = None
        self.place = StepPlace("descent")
        self._methods = MethodRow(self)
        self.rate = WalkNumber(
            "rate",
            _RATES,
            QT_TRANSLATE_NOOP("descent", "Rate η"),
            QT_TRANSLATE_NOOP("descent", "How far a step against the gradient goes"),
            self,
        )
        self.momentum = WalkNumber(
            "momentum",
            _BETAS,
            QT_TRANSLATE_NOOP("descent", "Momentum β"),
            QT_TRANSLATE_NOOP("descent", "The share of the step before that is taken along"),
            self,
        )
        self._transport = Transport("descent", _BUTTONS, actions, (_PLAY, _PAUSE), self)
        self._lines = WalkLines(_READOUTS, self)
        self._verdict = PlainLabel(self)
        self._verdict.setObjectName("descent.verdict")
        self._verdict.setWordWrap(True)
        self._build()
        self._methods.chosen.connect(self._on_method)
        self.rate.chosen.connect(self._on_rate)
        self.rate.slider.reset_requested.connect(lambda: self._on_rate(Walk().rate))
        self.momentum.chosen.connect(self._on_momentum)
        self.momentum.slider.reset_requested.connect(lambda: self._on_momentum(0.0))
        self.retranslate()

    def _build(self) -> None:
        self._verdict.hide()
        self._column = column = QVBoxLayout(self)
        self._grid = grid = QGridLayout()
        self._method_label = PlainLabel(self)
        grid.addWidget(self._method_label, 0, 0)
        grid.addWidget(self._methods, 0, 1, 1, 2)
        self.rate.place(grid, 1)
        self.momentum.place(grid, 2)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addLayout(self._transport)
        column.addWidget(self._verdict)
        column.addWidget(self._lines, 1)

    # What is shown

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show other numbers."""
        before, self._snapshot = self._snapshot, snapshot
        if (
            before is None
            or safe_rate(before) != safe_rate(snapshot)
            or (before.state.loss != snapshot.state.loss)
        ):
            self._show_safe_rate()
        self._show_walk()

    def show_view(self, view: View) -> None:
        """Show how the walk goes now, in the unit of `view`."""
        before, self._view = self._view, view
        if view.walk != before.walk or self._style is None:
            self._show_method()
        if self._snapshot is not None and (view.run, view.unit, view.decimals) != (
            before.run,
            before.unit,
            before.decimals,
        ):
            self._show_walk()

    def show_walking(self) -> None:
        """Show whether it plays, and why it has stopped."""
        self._transport.show_plays(plays=self._walking.plays)
        self._show_walk()

    def refuse(self, reason: str) -> None:
        """Show at the box why what somebody wants is not possible; nothing typed is lost."""
        if self._asking is not None:
            self._asking.refuse(reason)
        else:
            self._show_method()
            self._write_verdict(reason)

    def _show_method(self) -> None:
        walk = self._view.walk
        self._methods.show_walk(walk)
        has_rate = walk.method is Method.GRADIENT
        self.rate.show_value(walk.rate, enabled=has_rate)
        self.momentum.show_value(walk.momentum, enabled=has_rate)

    def _show_safe_rate(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        rate = safe_rate(snapshot)
        holds = snapshot.state.loss in {"cross_entropy", "kl_forward"} and math.isfinite(rate)
        if holds and _RATES.has(rate):
            words = translate("descent", _SAFE).format(rate=number(rate, 3))
            self.rate.show_mark(_RATES.position_of(rate), words)
        else:
            self.rate.show_mark(None, "")

    def _show_walk(self) -> None:
        snapshot, view, walking = self._snapshot, self._view, self._walking
        if snapshot is None or not self.isVisible():  # an edit need not wait for what is not seen
            return
        loss, decimals = chosen_loss(snapshot.state), view.decimals
        self.place.show_step(walking)

        def in_unit(value: float, *, signed: bool = False) -> str:
            shown = number(loss_in_unit(value, loss, view.unit), decimals, signed=signed)
            return f"{shown} {loss_unit(loss, view.unit)}".rstrip()

        run = view.run
        change = "–"
        if run is not None and run.at > 0:
            with np.errstate(invalid="ignore"):
                change = in_unit(
                    float(np.diff(run.losses[run.at - 1 : run.at + 1])[0]), signed=True
                )
        distance = float(np.abs(snapshot.probabilities - snapshot.effective_target).sum())
        slope = length_of(snapshot.gradient)
        self._lines.write("change", change)
        self._lines.write("distance", number(distance, decimals))
        self._lines.write("slope", number(slope, decimals))
        self._write_verdict(walking.ending)

    def _write_verdict(self, text: str) -> None:
        if text != self._verdict.text():
            self._verdict.setText(text)
            self._verdict.setAccessibleName(text)
            self._verdict.setVisible(bool(text))

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Distribute the new width."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Give the methods the whole row where their names have no room beside the caption."""
        margins, gap = self._column.contentsMargins(), self._grid.horizontalSpacing()
        captions = (self._grid.itemAtPosition(row, 0) for row in (1, 2))
        beside = max(item.sizeHint().width() for item in captions if item is not None) + gap
        wanted = self._methods.wanted_width
        room = self.width() - margins.left() - margins.right()
        alone = beside + wanted > room
        if alone != (self._method_label.maximumWidth() == 0):
            self._method_label.setMaximumWidth(0 if alone else _ANY_WIDTH)
            self._grid.removeWidget(self._methods)
            self._grid.addWidget(self._methods, 0, *((0, 1, 3) if alone else (1, 1, 2)))

    def whole_height(self) -> int:
        """Return the height at which everything is shown."""
        spacing, margins = self._column.spacing(), self._column.contentsMargins()
        heights = [self._grid.sizeHint().height(), self._transport.sizeHint().height()]
        if self._verdict.text():
            heights.append(self._verdict.heightForWidth(max(self.width(), 1)))
        heights.append(self._lines.whole_height())
        return margins.top() + margins.bottom() + sum(heights) + spacing * (len(heights) - 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the numbers of the edits that were made while it was hidden."""
        super().showEvent(event)
        self._show_walk()

    # Colours and texts

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._style = style
        self._column.setSpacing(round(style.px(7)))
        self._column.setContentsMargins(*(round(style.px(side)) for side in (8, 2, 8, 2)))
        self._grid.setHorizontalSpacing(round(style.px(8)))
        self._grid.setVerticalSpacing(round(style.px(7)))
        self.setStyleSheet(card_sheet(style, "descent", _READOUTS, "walk.play"))
        self._transport.show_style(style)
        for control in (self.rate, self.momentum):
            control.show_style(style)
        self.place.show_style(style)
        line = self.place.fontMetrics().height()
        self._lines.show_size(round(line * 1.1), round(style.px(6)))
        self._show_method()
        self._share_width()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self._method_label.setText(translate("descent", "Method"))
        self._methods.retranslate()
        for control in (self.rate, self.momentum):
            control.retranslate()
        for key, caption in _READOUTS.items():
            self._lines.captions[key].setText(translate("descent", caption))
        self._lines.show_size(*self._lines.sizes)
        self._transport.retranslate()
        self._show_safe_rate()
        self._show_walk()
        self._share_width()

    # What somebody wants

    def _on_method(self, key: str) -> None:
        self._ask(walk_by(key, self._view.walk), None)

    def _on_rate(self, rate: float) -> None:
        self._ask(self._view.walk._replace(rate=rate), self.rate)

    def _on_momentum(self, momentum: float) -> None:
        self._ask(self._view.walk._replace(momentum=momentum), self.momentum)

    def _ask(self, walk: Walk, control: WalkNumber | None) -> None:
        self._asking = control
        self.walk_requested.emit(walk)
        self._asking = None
