"""The card Training: how W and b are found, the buttons that train, and how good they are."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from xentgui.language.text import (
    QT_TRANSLATE_NOOP,
    loss_in_unit,
    loss_unit,
    number,
    translate,
)
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.subjects import classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.view import View
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import PlainLabel
from xentgui.window.descent.playing_card import Played, StepPlace, card_sheet
from xentgui.window.descent.segments import Segments
from xentgui.window.descent.transport import Actions, Transport
from xentgui.window.descent.walk_lines import WalkLines
from xentgui.window.descent.walk_number import WalkNumber
from xentgui.window.training.batch_row import BatchRow
from xentgui.window.training.beside import Beside
from xentgui.window.training.card_words import gradient_length, right_of, words_of
from xentgui.window.training.training_numbers import TrainingNumbers, rate_of
from xentgui.window.training.trains import is_large

_WAYS: Final = {
    "softmax": (
        QT_TRANSLATE_NOOP("descent", "Softmax"),
        QT_TRANSLATE_NOOP("descent", "Softmax regression: W and b go down the mean loss"),
    ),
    "linear": (
        QT_TRANSLATE_NOOP("descent", "No activation"),
        QT_TRANSLATE_NOOP(
            "descent", "Least squares on the targets without softmax: outputs can leave [0, 1]"
        ),
    ),
    "lda": (
        QT_TRANSLATE_NOOP("descent", "LDA"),
        QT_TRANSLATE_NOOP(
            "descent",
            "Linear discriminant analysis: W and b from the mean of each class and one covariance",
        ),
    ),
}
_PLAY, _PAUSE = QT_TRANSLATE_NOOP("descent", "Train"), QT_TRANSLATE_NOOP("descent", "Pause")
_BUTTONS: Final = (
    *("train.start", "train.back", "train.play", "train.step", "train.optimum"),
    "train.zero",
)
_LATE_MS: Final = 150
_LEAST_LINES: Final = 2  # the mean loss and the accuracy stay where rows that say nothing go
_READOUTS: Final = {
    "loss": QT_TRANSLATE_NOOP("descent", "Mean loss"),
    "accuracy": QT_TRANSLATE_NOOP("descent", "Accuracy"),
    "gradient": QT_TRANSLATE_NOOP("descent", "‖∂L/∂W, ∂L/∂b‖"),
    "blind": QT_TRANSLATE_NOOP("descent", "Class shares alone"),
}


@guarded
class TrainingCard(QWidget):
    """Chooses how to train, and shows how good W and b are.

    Where there is little room, the last read-outs are left out.

    Signals
    -------
    training_requested(Training), way_requested(str), features_requested(tuple)
        Somebody wants to train in another way, another model, or other features; `refuse` says
        that it is not possible.
    """

    training_requested = Signal(object)
    way_requested = Signal(str)
    features_requested = Signal(object)

    def __init__(self, trains: Played, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("training_card")
        self._trains = trains
        self._snapshot: Snapshot | None = None
        self._view = View()
        self._style: Style | None = None
        self._asking: WalkNumber | BatchRow | None = None
        self.place = StepPlace("training")
        self.ways = Segments("training.way", _WAYS, self)
        self.numbers = TrainingNumbers(self)
        self.batch = BatchRow(self)
        self._transport = Transport("training", _BUTTONS, actions, (_PLAY, _PAUSE), self)
        self._lines = WalkLines(_READOUTS, self, "training")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATE_MS)
        self._later.timeout.connect(self._show_safe_rate)
        self._beside = Beside(self)
        self._verdict = PlainLabel(self)
        self._verdict.setObjectName("training.verdict")
        self._verdict.setWordWrap(True)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self._verdict.hide()
        self._column = column = QVBoxLayout(self)
        column.addWidget(self.ways)
        column.addLayout(self.numbers.grid)
        column.addWidget(self.batch)
        column.addLayout(self._transport)
        column.addWidget(self._verdict)
        column.addWidget(self._lines, 1)

    def _connect(self) -> None:
        self.ways.chosen.connect(self.way_requested)
        self.numbers.chosen.connect(lambda control, changes: self._ask(control, **changes))
        self.batch.chosen.connect(lambda changes: self._ask(self.batch, **changes))
        self.batch.features_chosen.connect(self.features_requested)

    # What is shown

    @property
    def _subject(self) -> Classifier | None:
        return None if self._snapshot is None else classifier_of(self._snapshot)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show other numbers."""
        before, self._snapshot = self._subject, snapshot
        after = self._subject
        if not self.isVisible():  # an edit need not wait for what is not seen
            return
        if before is None or after is None or before.mean_loss is not after.mean_loss:
            self._show_safe_rate(at_once=not _is_moved(before, after))
        if before is None or after is None or before.way != after.way:
            self._show_training()
        self.batch.show_subject(after)
        self._show_numbers()

    def show_view(self, view: View) -> None:
        """Show how it trains now, in the unit of `view`."""
        before, self._view = self._view, view
        if view.training != before.training or self._style is None:
            self._show_training()
            self._show_safe_rate()
        shown = view.training_run, view.unit, view.decimals
        if shown != (before.training_run, before.unit, before.decimals):
            self._show_numbers()

    def _show_safe_rate(self, *, at_once: bool = True) -> None:
        """Mark the safe rate; of very many points it is found beside the window, at rest."""
        if not at_once:
            self._later.start()
            return
        self._later.stop()
        subject, training = self._subject, self._view.training
        if subject is None or not is_large(subject):
            self._beside.abandon()
            self.numbers.show_safe_rate(rate_of(subject, training))
        else:
            self._beside.begin(
                lambda _: rate_of(subject, training),
                lambda found: self.numbers.show_safe_rate(found()),
            )

    def show_playing(self) -> None:
        """Show whether it plays, and why it has stopped."""
        self._transport.show_plays(plays=self._trains.plays)
        self._show_numbers()

    def refuse(self, reason: str) -> None:
        """Show why what somebody wants is not possible, where it was asked for."""
        if self._asking is not None:
            self._asking.refuse(reason)
        else:
            self._show_training()
            self.batch.show_subject(self._subject)
            self._write_verdict(reason)

    def _show_training(self) -> None:
        training, subject = self._view.training, self._subject
        self.ways.show_chosen("softmax" if subject is None else subject.way)
        self.ways.setEnabled(subject is not None)
        trains = subject is not None and subject.way == "softmax"
        self.numbers.show_training(training, enabled=trains)
        self.batch.show_training(training, enabled=trains)
        self._share_height()

    def _show_numbers(self) -> None:
        subject, view, trains = self._subject, self._view, self._trains
        if self._snapshot is None or not self.isVisible():
            return
        self.place.show_step(trains)
        if subject is None:
            for key in _READOUTS:
                self._lines.write(key, "–")
        else:
            loss, decimals = chosen_loss(self._snapshot.state), view.decimals

            def amount(value: float) -> str:
                shown = number(loss_in_unit(value, loss, view.unit), decimals)
                return f"{shown} {loss_unit(loss, view.unit)}".rstrip()

            self._lines.write("loss", amount(subject.fit.loss))
            self._lines.write("accuracy", right_of(subject))
            self._lines.write("gradient", number(gradient_length(subject), decimals))
            is_amount = loss.unit == "nats"
            self._lines.write("blind", amount(subject.base_rate) if is_amount else "–")
        self._write_verdict(words_of(subject, trains.ending))

    def _write_verdict(self, text: str) -> None:
        if text != self._verdict.text():
            self._verdict.setText(text)
            self._verdict.setAccessibleName(text)
            self._verdict.setVisible(bool(text))
            self._share_height()

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave rows out that say nothing, where there is too little room for all."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        line, gap = self._lines.sizes
        least = _LEAST_LINES * line + (_LEAST_LINES - 1) * gap
        everything = self.whole_height() - self._lines.whole_height() + least
        self.numbers.leave_out(everything - self.height(), self._view.training)

    def whole_height(self) -> int:
        """Return the height at which everything is shown."""
        spacing, margins = self._column.spacing(), self._column.contentsMargins()
        heights = [
            *(self.ways.sizeHint().height(), self.numbers.grid.sizeHint().height()),
            *(self.batch.sizeHint().height(), self._transport.sizeHint().height()),
        ]
        if self._verdict.text():
            heights.append(self._verdict.heightForWidth(max(self.width(), 1)))
        heights.append(self._lines.whole_height())
        return margins.top() + margins.bottom() + sum(heights) + spacing * (len(heights) - 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the numbers of the edits that were made while it was hidden."""
        super().showEvent(event)
        self._show_training()
        self._show_safe_rate()
        self.batch.show_subject(self._subject)
        self._show_numbers()

    # Colours and texts

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._style = style
        self._column.setSpacing(round(style.px(7)))
        self._column.setContentsMargins(*(round(style.px(side)) for side in (8, 2, 8, 2)))
        self.setStyleSheet(card_sheet(style, "training", _READOUTS, "train.play"))
        self._transport.show_style(style)
        self.numbers.show_style(style)
        self.batch.show_style(style)
        self.place.show_style(style)
        line = self.place.fontMetrics().height()
        self._lines.show_size(round(line * 1.1), round(style.px(6)))
        self._show_training()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.ways.retranslate()
        self.numbers.retranslate()
        self.batch.retranslate()
        for key, caption in _READOUTS.items():
            self._lines.captions[key].setText(translate("descent", caption))
        self._lines.show_size(*self._lines.sizes)
        self._transport.retranslate()
        self._show_safe_rate()
        self._show_numbers()

    def _ask(self, control: WalkNumber | BatchRow, **changes: float | bool) -> None:
        self._asking = control
        self.training_requested.emit(self._view.training._replace(**changes))  # type: ignore[arg-type]
        self._asking = None


def _is_moved(before: Classifier | None, after: Classifier | None) -> bool:
    """Return whether a hand may be moving one of very many points."""
    if before is None or after is None:
        return False
    return before.points.shape == after.points.shape and is_large(after)
