"""The rate, the momentum and the decay of the training: a row of its card for each."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, number, translate
from xentgui.model.classifier.training import safe_rate
from xentgui.model.recipes import Training
from xentgui.model.setting import LinearScale
from xentgui.model.subjects.classifier import Classifier
from xentgui.painting.style import Style
from xentgui.window.descent.walk_number import RatioScale, WalkNumber

_RATES, _BETAS = RatioScale(), LinearScale(0.0, 0.99, 99)
_DECAYS = LinearScale(0.0, 1.0, 100)
_SAFE = QT_TRANSLATE_NOOP(
    "descent", "The tick is at 4/λmax(AᵀA/N) = {rate}: below it, the loss cannot rise."
)


class TrainingNumbers(QObject):
    """Shows the numbers of a `Training`, and asks for others.

    Attributes
    ----------
    grid
        The rows.

    Signals
    -------
    chosen(WalkNumber, dict)
        Somebody wants another number at this control; the dict has the changes of `Training`.
    """

    chosen = Signal(object, object)

    def __init__(self, card: QWidget) -> None:
        super().__init__(card)
        self._rate = WalkNumber(
            *("rate", _RATES, QT_TRANSLATE_NOOP("descent", "Rate η")),
            QT_TRANSLATE_NOOP("descent", "How far a step against the gradient goes"),
            *(card, "training"),
        )
        self._momentum = WalkNumber(
            *("momentum", _BETAS, QT_TRANSLATE_NOOP("descent", "Momentum β")),
            QT_TRANSLATE_NOOP("descent", "The share of the step before that is taken along"),
            *(card, "training"),
        )
        self._decay = WalkNumber(
            *("decay", _DECAYS, QT_TRANSLATE_NOOP("descent", "Decay λ")),
            QT_TRANSLATE_NOOP("descent", "Half of it times the squares of W is added to the loss"),
            *(card, "training"),
        )
        self._card = card
        self.grid = QGridLayout()
        self._controls = {"rate": self._rate, "momentum": self._momentum, "decay": self._decay}
        for row, (name, control) in enumerate(self._controls.items()):
            control.place(self.grid, row)
            self._connect(name, control)
        self.grid.setColumnStretch(1, 1)

    def _connect(self, name: str, control: WalkNumber) -> None:
        usual = getattr(Training(), name)
        control.chosen.connect(lambda value: self.chosen.emit(control, {name: value}))
        control.slider.reset_requested.connect(lambda: self.chosen.emit(control, {name: usual}))

    def show_training(self, training: Training, *, enabled: bool) -> None:
        """Show the numbers of `training`."""
        for name, control in self._controls.items():
            control.show_value(getattr(training, name), enabled=enabled)

    def show_safe_rate(self, rate: float) -> None:
        """Mark the rate below which the loss cannot rise, if there is one."""
        if math.isfinite(rate) and rate > 0.0:
            words = translate("descent", _SAFE).format(rate=number(rate, 4))
            at = _RATES.position_of(rate) if _RATES.has(rate) else None
            self._rate.show_mark(at, words)
        else:
            self._rate.show_mark(None, "")

    def leave_out(self, missing: int, training: Training) -> None:
        """Leave rows out that say nothing, where the card is `missing` pixels too low for all.

        A momentum or a decay of 0 is none, and its row the first to go.
        """
        rows = (self._momentum, training.momentum), (self._decay, training.decay)
        items = [self.grid.itemAtPosition(0, at) for at in range(self.grid.columnCount())]
        highest = max(item.sizeHint().height() for item in items if item is not None)
        line = highest + self.grid.verticalSpacing()
        missing += line * sum(not control.box.isVisibleTo(self._card) for control, _ in rows)
        count = max(0, math.ceil(missing / line)) if missing > 0 else 0
        left_out = [control for control, value in rows if value == 0.0][:count]
        for control, _ in rows:
            control.show_row(shown=control not in left_out)

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self.grid.setHorizontalSpacing(round(style.px(8)))
        self.grid.setVerticalSpacing(round(style.px(7)))
        for control in self._controls.values():
            control.show_style(style)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        for control in self._controls.values():
            control.retranslate()


def rate_of(subject: Classifier | None, training: Training) -> float:
    """Return the rate below which the loss of `subject` cannot rise; infinite if there is none."""
    if subject is None or subject.settings.loss not in {"cross_entropy", "kl_forward"}:
        return math.inf
    return safe_rate(subject.mean_loss, training)
