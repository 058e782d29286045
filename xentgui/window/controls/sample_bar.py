"""The bar to step through the samples of a batch, with their losses."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from xentgui.documents.texts import names_in_current_language
from xentgui.language.text import QT_TRANSLATE_NOOP, explain, tip, translate
from xentgui.model import RefusedError, Snapshot
from xentgui.model.subjects import Edit, OfSample, to_sample
from xentgui.model.view import View
from xentgui.reading.batch import LogitsBatch
from xentgui.reading.file_array import LostFileError
from xentgui.reading.samples.order import Order
from xentgui.reading.samples.scan import Scan
from xentgui.reading.samples.walk import Walk
from xentgui.window.controls.fitting import Fitting
from xentgui.window.controls.idle_scan import IdleScan
from xentgui.window.controls.sample_parts import SampleParts
from xentgui.window.controls.sample_steps import Burst, grouped

_NONE_WRONG = QT_TRANSLATE_NOOP("samples", "No sample is misclassified.")
_SAMPLE = QT_TRANSLATE_NOOP("samples", "Sample {number}")
_SLIDER = QT_TRANSLATE_NOOP("samples", "Samples of {name}")
_STEPPED_OVER = QT_TRANSLATE_NOOP("samples", "{reason} Skipped.")


class SampleBar(SampleParts):
    """Steps through a batch; without one, it shows and requests nothing.

    Attributes
    ----------
    walk
        The place in the batch; None without a batch.

    Signals
    -------
    edit_requested(Edit, str)
        A sample is to be shown; the name of the step.
    gesture_started(str), gesture_ended(), gesture_cancelled()
        Steps in quick succession form one undo step.
    edit_refused(str), message(str)
        Why a sample cannot be shown, or was skipped.
    file_lost(LostFileError)
        The file is no longer the one that was opened; the sample that is shown stays.
    close_requested()
        A person has closed the bar.
    rows_seen(SeenRows or None)
        Other rows have been looked at, or another one is shown; None without a batch.
    """

    edit_requested = Signal(object, str)
    edit_refused = Signal(str)
    gesture_started = Signal(str)
    gesture_ended = Signal()
    gesture_cancelled = Signal()
    message = Signal(str)
    file_lost = Signal(object)
    close_requested = Signal()
    rows_seen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("control.samples")
        self.walk: Walk | None = None
        self._snapshot: Snapshot | None = None
        self._view = View()
        self._on_row, self._slider_name = True, ""
        self._idle = IdleScan(self)
        self._burst = Burst(self.slider, self)
        self._fitting = Fitting(self)
        self._listen()

    def _listen(self) -> None:
        self.steps.step_requested.connect(self.step)
        self.steps.place_requested.connect(self._go_alone)
        self.slider.begun.connect(self._begin)
        self.slider.moved.connect(self._go)
        self.slider.value_wanted.connect(lambda number: self._go_alone(round(number) - 1))
        self.slider.ended.connect(self._burst.finish)
        self.slider.cancelled.connect(self._burst.cancel)
        self.order.order_chosen.connect(self._on_order)
        self.order.only_wrong_chosen.connect(self._on_only_wrong)
        self.figures.stop_requested.connect(self._on_stop)
        self.figures.go_on_requested.connect(self._idle.go_on)
        self.close_button.clicked.connect(lambda *_: self.close_requested.emit())
        self._burst.begun.connect(lambda: self.gesture_started.emit(self._step_name()))
        self._burst.ended.connect(self.gesture_ended)
        self._burst.cancelled.connect(self.gesture_cancelled)
        self._idle.begun.connect(lambda: self.order.allow(self.scan))
        self._idle.progressed.connect(self._show_scan)
        self._idle.finished.connect(self._on_scanned)
        self._idle.failed.connect(self._on_lost)
        self._fitting.fitted.connect(self._tell_rows)

    @property
    def scan(self) -> Scan | None:
        """The scan of all samples."""
        return self._idle.scan

    # What the window reports

    def open(self, batch: LogitsBatch, text: str) -> None:
        """Show the first sample of `batch`, as a step `text`; raises RefusedError if there is none."""
        assert self._snapshot is not None
        walk = Walk(batch, names_in_current_language)
        before = self._snapshot.state
        step = walk.go(0, before)
        self.close_batch()
        self.walk = walk
        self.order.show_order(Order.FILE, only_wrong=False)
        self._tell_skipped(step.skipped)
        self.edit_requested.emit(to_sample(before, step.state), text)
        self._idle.look_at(batch, step.state)
        self.retranslate()
        self._show_sample()

    def close_batch(self) -> None:
        """Release the batch and its file."""
        self.finish()
        self._idle.close()
        self._fitting.forget()
        self.walk = None
        self._tell_rows()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show which sample the snapshot is; requests nothing."""
        self._snapshot = snapshot
        if self.walk is None:
            return
        self._on_row = self.walk.follow(snapshot)
        self._idle.follow(snapshot.state)
        self._show_sample()

    def hold(self) -> None:
        """Pause the scan during a drag in any part."""
        self._idle.hold()

    def release(self) -> None:
        """Continue the scan."""
        self._idle.release()

    def show_view(self, view: View) -> None:
        """Apply another unit, or other decimals."""
        changed = (view.unit, view.decimals) != (self._view.unit, self._view.decimals)
        self._view = view
        if changed:
            self._show_sample()
            self._show_scan()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        super().retranslate()
        name = self.walk.batch.name if self.walk is not None else ""
        self._slider_name = translate("samples", _SLIDER).format(name=name).strip()
        self.slider.setToolTip(tip(self._slider_name))
        self._show_sample()
        self._show_scan()

    def finish(self) -> None:
        """End a burst of steps, so that the next edit is another undo step."""
        self._burst.finish()

    @property
    def in_burst(self) -> bool:
        """Whether a step now would belong to the burst in progress."""
        return self._burst.goes_on

    # Stepping

    def step(self, key: str) -> None:
        """Go to the "first", "previous", "next" or "last" sample; quick steps are one undo step."""
        walk = self.walk
        if walk is None:
            return
        places = {"first": 0, "previous": walk.place - 1, "next": walk.place + 1}
        self._begin()
        self._go(places.get(key, walk.count - 1))
        self._burst.wait()

    def _begin(self) -> None:
        if self.walk is not None:
            self._burst.begin()

    def _go_alone(self, place: int) -> None:
        self.finish()
        self._go(place)

    def _go(self, place: int) -> None:
        walk, snapshot = self.walk, self._snapshot
        if walk is None or snapshot is None:
            return
        try:
            step = walk.go(place, snapshot.state)
        except LostFileError as error:
            self._idle.close()
            self._on_lost(error)
        except RefusedError as error:
            self.edit_refused.emit(explain(error))
        else:
            if self.scan is None:  # the file was lost, and is back
                self._idle.look_at(walk.batch, step.state)
            self._tell_skipped(step.skipped)
            self._on_row = True
            self.edit_requested.emit(to_sample(snapshot.state, step.state), self._step_name())
        self._show_sample()

    def _step_name(self) -> str:
        number = self.walk.row + 1 if self.walk is not None else 1
        return translate("samples", _SAMPLE).format(number=grouped(number))

    def _tell_skipped(self, reason: RefusedError | None) -> None:
        if reason is not None:
            text = translate("samples", _STEPPED_OVER)
            self.message.emit(text.format(reason=explain(reason)))

    def _on_lost(self, error: LostFileError) -> None:
        self.order.allow(None)
        self.figures.show_lost(explain(error))
        self.file_lost.emit(error)

    # Looking at all samples

    def _on_stop(self) -> None:
        self._idle.stop()
        self._show_scan()

    def _on_scanned(self) -> None:
        self.order.allow(self.scan)
        walk, scan = self.walk, self.scan
        assert walk is not None
        assert scan is not None
        if not walk.is_whole_file:
            # The same order with the new numbers; the shown sample stays.
            walk.arrange(scan, walk.order, only_wrong=walk.only_wrong)
        self._fitting.begin(scan)
        self._show_scan()
        self._show_sample()

    def _on_order(self, order: Order) -> None:
        assert self.walk is not None
        # A person who chooses this order wants to see its first sample.
        begin = order is not Order.FILE
        self._arrange(order, only_wrong=self.walk.only_wrong, begin=begin)

    def _on_only_wrong(self, only: bool) -> None:  # noqa: FBT001 - Qt's signal
        assert self.walk is not None
        if not self._arrange(self.walk.order, only_wrong=only, begin=False):
            self.order.show_order(self.walk.order, only_wrong=self.walk.only_wrong)
            self.message.emit(translate("samples", _NONE_WRONG))

    def _arrange(self, order: Order, *, only_wrong: bool, begin: bool) -> bool:
        walk, scan = self.walk, self.scan
        assert walk is not None
        assert scan is not None
        if not walk.arrange(scan, order, only_wrong=only_wrong):
            return False
        if begin or not walk.is_among:
            self._go_alone(0 if begin else walk.place)
        self._show_sample()
        return True

    # Showing

    def _show_sample(self) -> None:
        walk, snapshot = self.walk, self._snapshot
        if walk is None or snapshot is None:
            return
        self.slider.setMaximum(max(walk.count - 1, 0))
        self.slider.setPageStep(max(1, walk.count // 20))
        self.slider.show_position(walk.place)
        self.slider.tell_value(self._slider_name, walk.place + 1.0, 1.0, max(walk.count, 1))
        self.steps.show_place(walk.place, walk.count)
        targets = walk.batch.targets is not None
        self.figures.show_sample(snapshot, self._view, edited=not self._on_row, targets=targets)
        self._tell_rows()

    def _show_scan(self) -> None:
        if self.scan is not None:
            self.figures.show_scan(self.scan, self._view, running=self._idle.is_running)
        self._tell_rows()

    def _tell_rows(self) -> None:
        """Tell what has been looked at, with the edit that shows a row."""
        walk, scan = self.walk, self.scan
        if walk is None or scan is None:
            self.rows_seen.emit(None)
            return

        def to_row(row: int) -> Edit:
            return OfSample(lambda state: walk.taken(row, state))

        shown = walk.row if self._on_row else None
        self.rows_seen.emit(scan.seen(shown, self._fitting.of(scan), to_row))
