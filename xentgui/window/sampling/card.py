"""The card Sampling: how many draws and which, and the stages of the sampler in their order."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, explain, translate
from xentgui.model import Snapshot
from xentgui.model.message import RefusedError
from xentgui.model.sampling.sampler import PRESETS, sampled
from xentgui.model.sampling.settings import DRAWS, ORDER, SEED, STAGES
from xentgui.painting.accessibility import CHOICE, give_role
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import PlainLabel
from xentgui.panels.setting_edits import setting_edit, setting_step
from xentgui.panels.stage_marks import nudged_stage
from xentgui.panels.stage_rows import difference
from xentgui.window.controls.number_box import NumberBox
from xentgui.window.descent.playing_card import card_sheet
from xentgui.window.sampling.stage_line import StageLine

_DRAWS: Final = {
    DRAWS.key: (
        QT_TRANSLATE_NOOP("window", "Draws n"),
        QT_TRANSLATE_NOOP("window", "How many draws, from 1 to 1000000"),
    ),
    SEED.key: (
        QT_TRANSLATE_NOOP("window", "Seed"),
        QT_TRANSLATE_NOOP("window", "Which draws: the same seed gives the same ones"),
    ),
}
_ORDERS: Final = {
    "temperature_first": (
        QT_TRANSLATE_NOOP("window", "T first · transformers"),
        QT_TRANSLATE_NOOP("window", "The order of the library transformers: divide by T, then cut"),
    ),
    "temperature_last": (
        QT_TRANSLATE_NOOP("window", "T last · llama.cpp"),
        QT_TRANSLATE_NOOP("window", "The order of llama.cpp: cut, then divide by T"),
    ),
}


_VERDICTS: Final = tuple(f"{key}_verdict" for key in STAGES)


@guarded
class SamplingCard(QWidget):
    """Boxes for all numbers of draws and sampler; what is out of range is refused at its box.

    Signals
    -------
    edit_requested(Edit, str)
        The requested edit, and the name of the undo step.
    """

    edit_requested = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sampling_card")
        self._snapshot: Snapshot | None = None
        self._shown: Snapshot | None = None
        self._order: tuple[str, ...] = ()
        self._labels, self.draws = {}, {}
        for key in _DRAWS:
            self._labels[key], self.draws[key] = PlainLabel(self), NumberBox(self)
            self._labels[key].setBuddy(self.draws[key])
            self.draws[key].setObjectName(f"sampling.{key}")
        self.stages = {key: StageLine(key, self) for key in STAGES}
        self.orders = {key: QToolButton(self) for key in _ORDERS}
        self.difference = PlainLabel(self)
        self.difference.setObjectName("sampling.verdict")
        self.difference.setWordWrap(True)
        for key, button in self.orders.items():
            button.setObjectName(f"sampling.{key}")
            button.setCheckable(True)
            give_role(button, CHOICE)
            button.setProperty("segment", "first" if key == "temperature_first" else "last")
            button.clicked.connect(lambda _on=False, key=key: self._take_order(key))
        self._lay_out()
        for key, box in self.draws.items():
            box.entered.connect(lambda value, key=key, box=box: self._enter(key, box, value))
        for key, line in self.stages.items():
            line.entered.connect(
                lambda value, key=key, line=line: self._enter(key, line.box, value)
            )
            line.moved.connect(lambda way, key=key: self._move(key, way))
        self.retranslate()

    def _lay_out(self) -> None:
        self._column, self._grid = QVBoxLayout(self), QGridLayout()
        self._first = QHBoxLayout()
        for key, box in self.draws.items():
            self._first.addWidget(self._labels[key])
            self._first.addWidget(box, 1)
        segments = QHBoxLayout()
        segments.setSpacing(0)
        for button in self.orders.values():
            button.setSizePolicy(
                button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed
            )
            segments.addWidget(button, 1)
        self._grid.setColumnStretch(4, 1)
        self._column.addLayout(self._first)
        self._column.addLayout(segments)
        self._column.addLayout(self._grid)
        self._column.addWidget(self.difference)
        self.difference.hide()  # without words it would be told as a label of nothing
        self._column.addStretch(1)
        self._place(STAGES)

    def _place(self, order: tuple[str, ...]) -> None:
        if order != self._order:
            self._order = order
            for row, key in enumerate(order):
                self.stages[key].place(self._grid, row)
            boxes = [*self.draws.values(), *self.orders.values()]
            for key in order:
                boxes += [self.stages[key].up, self.stages[key].down, self.stages[key].box]
            for before, after in pairwise(boxes):
                QWidget.setTabOrder(before, after)

    def whole_height(self) -> int:
        """Return the height at which everything is shown."""
        column = self._column
        needed = column.minimumSize().height()
        if self.difference.text():
            room = max(self.width() - column.contentsMargins().left() * 2, 1)
            words = self.difference
            needed += max(0, words.heightForWidth(room) - words.minimumSizeHint().height())
        return needed

    # Showing

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show other numbers; while it is hidden, later."""
        self._snapshot = snapshot
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the numbers of the edits that were made while it was hidden."""
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        snapshot = self._snapshot
        if snapshot is None or snapshot is self._shown:
            return
        self._shown = snapshot
        state, found = snapshot.state, sampled(snapshot)
        self._place(tuple(state.order.split(",")))
        for key, box in self.draws.items():
            box.show_value(float(getattr(state, key)))
        for nth, stage in enumerate(found.stages):
            self.stages[stage.key].show_stage(stage, nth, len(found.stages))
        for key, button in self.orders.items():
            button.setChecked(state.order == ",".join(PRESETS[key]))
        words = difference(snapshot)
        if words != self.difference.text():
            self.difference.setText(words)
            self.difference.setAccessibleName(words)
            self.difference.setVisible(bool(words))

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._column.setSpacing(round(style.px(6)))
        self._column.setContentsMargins(*(round(style.px(side)) for side in (8, 2, 8, 2)))
        self._first.setSpacing(round(style.px(6)))
        self._grid.setHorizontalSpacing(round(style.px(4)))
        self._grid.setVerticalSpacing(round(style.px(4)))
        self.setStyleSheet(card_sheet(style, "sampling", _VERDICTS, "none"))
        for box in self.draws.values():
            box.show_style(style)
        for line in self.stages.values():
            line.show_style(style)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        for key, (name, tip) in _DRAWS.items():
            self._labels[key].setText(translate("window", name))
            for widget in (self._labels[key], self.draws[key]):
                widget.setToolTip(translate("window", tip))
            self.draws[key].setAccessibleName(translate("window", name))
        for key, (name, tip) in _ORDERS.items():
            self.orders[key].setText(translate("window", name))
            self.orders[key].setToolTip(translate("window", tip))
        for line in self.stages.values():
            line.retranslate()
        self._shown = None
        if self.isVisible():
            self._show()

    # Asking

    def _enter(self, key: str, box: NumberBox, value: float) -> None:
        if self._snapshot is None:
            return
        edit = setting_edit(**{key: value})
        try:
            edit.on(self._snapshot.state)
        except RefusedError as error:
            box.setModified(True)
            box.refuse(explain(error))
            return
        self.edit_requested.emit(edit, setting_step(key))

    def _take_order(self, key: str) -> None:
        order = ",".join(PRESETS[key])
        self.edit_requested.emit(setting_edit(order=order), setting_step(ORDER.key))
        self._shown = None  # a press on the order that there is must not let it go
        self._show()

    def _move(self, key: str, way: int) -> None:
        edit = None if self._snapshot is None else nudged_stage(self._snapshot, key, way)
        if edit is not None:
            self.edit_requested.emit(edit, setting_step(ORDER.key))
