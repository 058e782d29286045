"""The numbers of the sample and of the whole batch under captions, and the progress of the scan."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QVBoxLayout, QWidget

from xentgui.language.text import (
    QT_TRANSLATE_NOOP,
    explain,
    loss_in_unit,
    loss_name,
    loss_unit,
    number,
    probability,
    translate,
)
from xentgui.language.text import tip as safe_tip
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.view import View
from xentgui.painting.icons import icon
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import PlainLabel
from xentgui.reading.samples.scan import Scan
from xentgui.window.controls.sample_steps import grouped

_LOSS = QT_TRANSLATE_NOOP("samples", "loss")
_LOSS_TIP = QT_TRANSLATE_NOOP("samples", "The {loss} of this sample, in {unit}")
_PLAIN_LOSS_TIP = QT_TRANSLATE_NOOP("samples", "The {loss} of this sample")
_EDITED = QT_TRANSLATE_NOOP("samples", "edited")
_EDITED_TIP = QT_TRANSLATE_NOOP(
    "samples", "The logits were changed by hand; step to a sample to see the file's again."
)
_CONFIDENCE = QT_TRANSLATE_NOOP("samples", "confidence")
_CONFIDENCE_TIP = QT_TRANSLATE_NOOP("samples", "The largest probability of this sample")
_MEAN = QT_TRANSLATE_NOOP("samples", "mean loss")
_ACCURACY = QT_TRANSLATE_NOOP("samples", "accuracy")
_SO_FAR = QT_TRANSLATE_NOOP("samples", "Of the first {count} of {all} samples")
_ALL = QT_TRANSLATE_NOOP("samples", "Over all {count} samples; a tie counts as a fraction of a hit")
_SKIPPED = QT_TRANSLATE_NOOP("samples", "{count} samples are left out. The first: {reason}")
_STOP = QT_TRANSLATE_NOOP("samples", "Stop looking at all samples")
_GO_ON = QT_TRANSLATE_NOOP("samples", "Go on looking at all samples")
_PROGRESS = QT_TRANSLATE_NOOP("samples", "Samples that have been looked at")

_PARTS = 1000


class CaptionAndNumber(QWidget):
    """A caption above a number; it never gets narrower, so that its neighbours do not move."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption, self.value = PlainLabel(self), PlainLabel(self)
        self._least = 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.caption)
        layout.addWidget(self.value)

    def show_text(self, caption: str, value: str, *, pale: bool = False, tip: str = "") -> None:
        """Show `value`; it is pale while it is not final."""
        if self.caption.text() != caption:
            self.setMinimumWidth(self._least)  # for another quantity, the width starts again
        self.caption.setText(caption)
        self.value.setText(value)
        self.setToolTip(safe_tip(tip))
        look = "pale" if pale else "firm"
        if self.value.property("figure") != look:
            self.value.setProperty("figure", look)
            self.value.style().unpolish(self.value)
            self.value.style().polish(self.value)
        self.setMinimumWidth(max(self.minimumWidth(), self.sizeHint().width()))

    def show_style(self, style: Style) -> None:
        """Apply sizes; the colours come from the style sheet of the parent."""
        self.caption.setFont(style.font(0.82))
        self.value.setFont(style.font(1.0, bold=True))
        self._least = round(style.em * 3.8)  # room for a number that is shown later
        self.setMinimumWidth(self._least)


class SampleFigures(QWidget):
    """The loss of the sample, the mean loss, the accuracy; a progress bar with a button.

    Signals
    -------
    stop_requested(), go_on_requested()
        A person wants to stop the scan, or to continue it.
    """

    stop_requested = Signal()
    go_on_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loss, self.mean, self.accuracy = (
            CaptionAndNumber(self),
            CaptionAndNumber(self),
            CaptionAndNumber(self),
        )
        self.progress = QProgressBar(self)
        self.progress.setObjectName("control.sample.progress")
        self.progress.setRange(0, _PARTS)
        self.progress.setTextVisible(False)
        self.stop = QToolButton(self)
        self.stop.setObjectName("control.sample.stop")
        self.stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.stop.clicked.connect(self._on_stop)
        means = QWidget(self)
        self._means = QHBoxLayout()
        self._means.addWidget(self.mean)
        self._means.addWidget(self.accuracy)
        column = QVBoxLayout(means)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(self._means)
        column.addWidget(self.progress)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.loss, means, self.stop):
            self._layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._running = False
        self._style: Style | None = None

    def show_sample(self, snapshot: Snapshot, view: View, *, edited: bool, targets: bool) -> None:
        """Show the numbers of the sample."""
        if targets:
            loss = chosen_loss(snapshot.state)
            value = number(loss_in_unit(snapshot.loss, loss, view.unit), view.decimals)
            name, unit = f"{loss_name(loss)} {loss.formulas.value}", loss_unit(loss, view.unit)
            caption, tip = _LOSS, translate("samples", _LOSS_TIP if unit else _PLAIN_LOSS_TIP)
            tip = tip.format(loss=name, unit=unit)
        else:
            k = int(snapshot.probabilities.argmax())
            p, rest = float(snapshot.probabilities[k]), float(snapshot.complements[k])
            value, caption = probability(p, rest, view.decimals), _CONFIDENCE
            tip = translate("samples", _CONFIDENCE_TIP)
        if edited:
            caption, tip = _EDITED, translate("samples", _EDITED_TIP)
        self.loss.show_text(translate("samples", caption), value, pale=edited, tip=tip)

    def show_scan(self, scan: Scan, view: View, *, running: bool) -> None:
        """Show the means over the rows that `scan` has read."""
        self._running = running
        mean, accuracy = scan.mean_loss, scan.accuracy
        tip = self._tip(scan)
        loss = (
            "…" if mean is None else number(loss_in_unit(mean, scan.loss, view.unit), view.decimals)
        )
        share = "…" if accuracy is None else f"{number(100.0 * accuracy, 1)} %"
        for figure, caption, value in ((self.mean, _MEAN, loss), (self.accuracy, _ACCURACY, share)):
            figure.setVisible(scan.batch.targets is not None)
            figure.show_text(translate("samples", caption), value, pale=not scan.done, tip=tip)
        self.progress.setVisible(not scan.done)
        self.stop.setVisible(not scan.done)
        self.progress.setValue(round(_PARTS * scan.reached / scan.batch.samples))
        self.progress.setToolTip(safe_tip(tip))
        self._fill()

    def show_lost(self, reason: str) -> None:
        """Show that there are no means, and why: their file is another one now."""
        for figure, caption in ((self.mean, _MEAN), (self.accuracy, _ACCURACY)):
            figure.show_text(translate("samples", caption), "…", pale=True, tip=reason)
        self.progress.setVisible(False)
        self.stop.setVisible(False)

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._style = style
        for figure in (self.loss, self.mean, self.accuracy):
            figure.show_style(style)
        side = round(style.em)
        self.stop.setIconSize(QSize(side, side))
        self.progress.setFixedHeight(max(3, round(style.px(4))))
        self.progress.setMinimumWidth(round(style.em * 4))
        self._layout.setSpacing(round(style.em * 0.9))
        self._means.setSpacing(round(style.em * 0.9))
        self._fill()

    def _fill(self) -> None:
        text = translate("samples", _STOP if self._running else _GO_ON)
        self.stop.setToolTip(text)
        self.stop.setAccessibleName(text)
        self.progress.setAccessibleName(translate("samples", _PROGRESS))
        if self._style is not None:
            name = "pause" if self._running else "play"
            self.stop.setIcon(icon(name, self._style.theme))

    def _on_stop(self) -> None:
        (self.stop_requested if self._running else self.go_on_requested).emit()

    @staticmethod
    def _tip(scan: Scan) -> str:
        count = grouped(scan.reached)
        all_samples = grouped(scan.batch.samples)
        text = translate("samples", _ALL if scan.done else _SO_FAR)
        lines = [text.format(count=count, all=all_samples)]
        if scan.refusals:
            sentence = translate("samples", _SKIPPED)
            reason = explain(scan.refusals[0])
            lines.append(sentence.format(count=grouped(scan.skipped), reason=reason))
        return "\n".join(lines)
