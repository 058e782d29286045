"""A training in progress: the steps that are passed, each with W, b, loss and accuracy.

A `TrainingRun` does not change: steps give another one.  Both share the numbers of the steps
before, so that a step costs the same after a hundred thousand others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from xentgui.model.classifier.fit import Fit
from xentgui.model.classifier.linear import Linear
from xentgui.model.classifier.optimum import Optimum, optimum
from xentgui.model.classifier.training import Place, Trainer, Training, begin
from xentgui.model.classifier.training_end import ending_of, grows_for_ever
from xentgui.model.classifier.training_rows import Ahead, Taken, TrainingRows
from xentgui.model.descent import Verdict
from xentgui.model.message import RefusedError
from xentgui.model.rows import Array
from xentgui.model.step_rows import read_only
from xentgui.model.subjects.classifier import Classifier


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TrainingRun:
    """A training in progress: how it is trained, the steps that are known, and where it stands.

    Attributes
    ----------
    training
        How the next step is taken.
    subject
        The classifier that the present step belongs to; its points are those of the next step.
    at, count
        The row of the present step, and the number of rows.
    forgotten
        How many steps were there before row 0.
    since
        The row at which a hand last moved points or weights; before it, losses are of others.
    """

    training: Training
    subject: Classifier
    at: int
    count: int
    forgotten: int = 0
    since: int = 0
    _trainer: Trainer = field(repr=False)
    _rows: TrainingRows = field(repr=False)
    _fit: Fit | None = field(repr=False, default=None)  # of the row `_fitted`, if it is known
    _fitted: int = field(repr=False, default=0)

    @classmethod
    def begun(cls, subject: Classifier, training: Training) -> TrainingRun:
        """Return a run that stands at `subject`, with no step yet; raises RefusedError."""
        trainer = Trainer(subject.mean_loss, training)
        fit = subject.trained_fit
        rows = TrainingRows.begun(subject.weights.shape)
        rows.add(begin(subject.trained), fit.loss, subject.accuracy_of(fit))
        return cls(
            training=training,
            subject=subject,
            at=0,
            count=1,
            _trainer=trainer,
            _rows=rows,
            _fit=fit,
        )

    @property
    def linear(self) -> Linear:
        """W and b of the present step."""
        return Linear(self._rows.weights[self.at].copy(), self._rows.biases[self.at].copy())

    @property
    def losses(self) -> Array:
        """The mean loss after each step, shape (count,), in nats or without unit."""
        return read_only(self._rows.losses[: self.count])

    @property
    def accuracies(self) -> Array:
        """The share of the points that are right after each step, shape (count,)."""
        return read_only(self._rows.accuracies[: self.count])

    @property
    def step(self) -> int:
        """The number of the present step, from 0."""
        return self.forgotten + self.at

    @property
    def steps(self) -> int:
        """The number of the last step that is known."""
        return self.forgotten + self.count - 1

    @property
    def steps_of_an_epoch(self) -> int:
        """How many steps take each point once."""
        return self._trainer.steps_of_an_epoch

    @property
    def fit(self) -> Fit | None:
        """What follows from W and b of the present step, if it is known."""
        return self._fit if self.at == self._fitted else None

    @property
    def trainer(self) -> Trainer:
        """What takes its steps."""
        return self._trainer

    @property
    def grows_for_ever(self) -> bool:
        """Whether straight lines separate the points as they are now: there is no optimum."""
        return grows_for_ever(self._trainer, self._last_fit())

    def _last_fit(self) -> Fit:
        if self._fit is not None and self._fitted == self.count - 1:
            return self._fit
        return self._trainer.mean_loss.at(self._place(self.count - 1).linear)

    def ending(self) -> Verdict | None:
        """Return why a play ends where the run ends now; None if it goes on."""
        weights, losses = self._rows.weights[self.count - 1], self.losses[self.since :]
        return ending_of(self._trainer, weights, self._last_fit(), losses)

    def forward(self, most: int = 1, is_enough: Callable[[], bool] = lambda: True) -> TrainingRun:
        """Return the run up to `most` steps further, or until `is_enough`, one step at least.

        It is the same one if no step changes anything any more.
        """
        if self.at < self.count - 1:
            return self.to(self.at + most)
        found = self.ahead(most, is_enough)
        return self if found is None else self.with_ahead(found)

    def ahead(self, most: int = 1, is_enough: Callable[[], bool] = lambda: True) -> Ahead | None:
        """Return what `forward` would come to, for `with_ahead`; None if no step changes anything.

        It writes nothing, so that another thread can do it.
        """
        trainer, mean_loss = self._trainer, self._trainer.mean_loss
        if self.at < self.count - 1:
            row = min(self.at + most, self.count - 1)
            return Ahead((), mean_loss.at(self._place(row).linear), row)
        place, fit, taken = self._place(self.at), self.fit, list[Taken]()
        while len(taken) < most:
            after = trainer.advance(place, fit)
            if after is None:
                break
            place, fit = after
            taken.append(Taken(place, fit.loss, self.subject.accuracy_of(fit)))
            if is_enough():
                break
        if not taken or fit is None:
            return None
        _ = fit.gradient  # the next step begins with it: computed here, it need not be elsewhere
        return Ahead(tuple(taken), fit)

    def with_ahead(self, ahead: Ahead) -> TrainingRun:
        """Return the run at the end of what it had `ahead` of its present step."""
        if ahead.row is not None:
            return replace(self, at=ahead.row, _fit=ahead.fit, _fitted=ahead.row)
        first, rows = self._rows.with_room(self.count, len(ahead.taken))
        for one in ahead.taken:
            rows.add(*one)
        return replace(
            self,
            at=rows.used - 1,
            count=rows.used,
            forgotten=self.forgotten + first,
            since=max(self.since - first, 0),
            _rows=rows,
            _fit=ahead.fit,
            _fitted=rows.used - 1,
        )

    def joined(self, ahead: Ahead, of: TrainingRun) -> TrainingRun | None:
        """Return the run with what `of`, as it was a moment ago, had `ahead`.

        Points may have moved since: the steps are those of the points before, and the loss at their
        end is that of the points now.  None if something else has changed, or many points.
        """
        if self.is_where(of):
            return self.with_ahead(ahead)
        if ahead.row is not None or not self._stands_at(of):
            return None
        mean_loss = self._trainer.mean_loss
        last = ahead.taken[-1]
        fit = mean_loss.beside(of.trainer.mean_loss, last.place.linear, ahead.fit, is_own=True)
        if fit is None:
            return None
        last = Taken(last.place, fit.loss, self.subject.accuracy_of(fit))
        run = self.with_ahead(Ahead((*ahead.taken[:-1], last), fit))
        return replace(run, since=run.at)

    def is_where(self, other: TrainingRun) -> bool:
        """Return whether it goes on exactly like `other`, with the same points."""
        return self._trainer.mean_loss is other.trainer.mean_loss and self._stands_at(other)

    def _stands_at(self, other: TrainingRun) -> bool:
        return (
            self.training == other.training
            and (self.step, self.steps) == (other.step, other.steps)
            and self.goes_on_in(other.subject)
            and all(map(np.array_equal, self.linear, other.linear))
        )

    def to_optimum(self) -> tuple[TrainingRun, Verdict]:
        """Return the run one step further, which goes all the way to the optimum; and how it ended.

        Raises RefusedError for another loss than cross-entropy.
        """
        found = self.optimum()
        return self.with_optimum(found), found.verdict

    def optimum(self, is_wanted: Callable[[], bool] = lambda: True) -> Optimum:
        """Return the optimum that is found from the present step, unless it is not wanted any more.

        It writes nothing, so that another thread can do it.  Raises RefusedError for another loss
        than cross-entropy.
        """
        return optimum(self._trainer, self._place(self.at).linear, is_wanted)

    def with_optimum(self, found: Optimum) -> TrainingRun:
        """Return the run one step further, at the optimum that was found from its present step."""
        if np.array_equal(found.linear.weights, self._rows.weights[self.at]):
            return self if self.at == self.count - 1 else replace(self, count=self.at + 1)
        place = begin(found.linear)._replace(step=self.step + 1)
        taken = Taken(place, found.fit.loss, self.subject.accuracy_of(found.fit))
        return replace(self, count=self.at + 1).with_ahead(Ahead((taken,), found.fit))

    def to(self, at: int) -> TrainingRun:
        """Return the run at row `at`, or at the nearest one that there is."""
        return replace(self, at=min(max(at, 0), self.count - 1))

    def training_by(self, training: Training) -> TrainingRun:
        """Return the run that goes on from the present step in another way; raises RefusedError."""
        trainer = Trainer(self._trainer.mean_loss, training)
        return replace(self, training=training, count=self.at + 1, since=self.at, _trainer=trainer)

    def put(self, subject: Classifier) -> TrainingRun:
        """Return the run with `subject`, of as many classes and features, as its present step.

        It goes on from there with the velocity that it has.  Raises RefusedError.
        """
        trainer = self._trainer
        if subject.mean_loss is not trainer.mean_loss:
            trainer = Trainer(subject.mean_loss, self.training)
        fit = subject.trained_fit
        rows = self._rows.from_row(0, self.at, self.at + 16)
        place = self._place(self.at)._replace(linear=subject.trained)
        rows.add(place, fit.loss, subject.accuracy_of(fit))
        return replace(
            self,
            subject=subject,
            count=self.at + 1,
            since=self.at,
            _trainer=trainer,
            _rows=rows,
            _fit=fit,
            _fitted=self.at,
        )

    def is_at(self, subject: Classifier) -> bool:
        """Return whether the present step has W, b and points of `subject`."""
        rows, at = self._rows, self.at
        return (
            subject.mean_loss is self._trainer.mean_loss
            and np.array_equal(rows.weights[at], subject.weights)
            and np.array_equal(rows.biases[at], subject.bias)
        )

    def goes_on_in(self, subject: Classifier) -> bool:
        """Return whether `subject` has as many classes and features, so that it can be `put`."""
        return subject.weights.shape == self._rows.weights.shape[1:]

    def standing_at(self, subject: Classifier) -> TrainingRun | None:
        """Return the run at the step with W and b of `subject`, nearest to the present one.

        Where its points are others, the steps after it are forgotten.  None if it is no step, or if
        nothing can be trained from there, as at T = 0.
        """
        found = self._rows.rows_at(subject.trained, self.count) if self.goes_on_in(subject) else []
        if not found:
            return None
        run = self.to(min(found, key=lambda row: abs(row - self.at)))
        if subject.mean_loss is not self._trainer.mean_loss:
            try:
                return run.put(subject)
            except RefusedError:
                return None
        return run if run.at != self.at or subject.chosen != self.subject.chosen else self

    def _place(self, row: int) -> Place:
        return self._rows.place(row, self.forgotten + row)
