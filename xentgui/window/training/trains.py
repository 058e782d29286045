"""Trains a classifier: takes steps, goes back, plays, and goes to the optimum."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QObject

from xentgui.documents.store import Store
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.message import RefusedError
from xentgui.model.subjects import Edit, classifier_of
from xentgui.model.view import View
from xentgui.window.descent.pace import FRAME_MS
from xentgui.window.descent.player import Player, Playing

if TYPE_CHECKING:
    from xentgui.model.classifier.optimum import Optimum
    from xentgui.model.classifier.training_rows import Ahead
    from xentgui.model.classifier.training_run import TrainingRun
    from xentgui.model.descent import Verdict
    from xentgui.model.recipes import Training
    from xentgui.model.subjects.classifier import Classifier
    from xentgui.window.training.beside import Beside
    from xentgui.window.training.room_for_steps import RoomForSteps

_PLAY = QT_TRANSLATE_NOOP("descent", "Train")
_STEP = QT_TRANSLATE_NOOP("descent", "Take a Step of Training")
_BACK = QT_TRANSLATE_NOOP("descent", "Go Back a Step of Training")
_START = QT_TRANSLATE_NOOP("descent", "Go to the Start of the Training")
_OPTIMUM = QT_TRANSLATE_NOOP("descent", "Go to the Optimum")
_ZERO = QT_TRANSLATE_NOOP("descent", "Set the Weights to 0")
_WAY = QT_TRANSLATE_NOOP("descent", "Choose a Model")
_FEATURES = QT_TRANSLATE_NOOP("descent", "Choose Features")

_MOST_BESIDE_MS: Final = 12
"""The same of the steps that are taken beside the window, which paints meanwhile."""

LARGE: Final = 1 << 15
"""With so many logits, of all points, steps are taken beside the window."""

_FRAMES_TO_DOUBLE: Final = 30
"""The first steps are slow enough to be followed; then there are more in each frame."""


def is_large(subject: Classifier) -> bool:
    """Return whether a step takes so long that the window cannot wait for it."""
    return subject.targets.size >= LARGE


class Trains(Player["TrainingRun", "Classifier"]):
    """Takes the steps of the training that the view has.

    A play goes on while a hand moves points, changes weights or settings, and with other classes
    of points; what changes the shape of W begins a new run.
    """

    kept_ms = 10_000
    """A play becomes an undo step so often, so that a crash costs no more than that."""

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(store, parent)
        self._begun = QElapsedTimer()  # when the gesture of this play began
        self._looked = QElapsedTimer()  # when steps were last begun beside the window
        self._between = QElapsedTimer()  # since the steps of the last frame
        self._between.start()

    @cached_property
    def room(self) -> RoomForSteps:
        """How many steps fit into a frame."""
        from xentgui.window.training.room_for_steps import RoomForSteps  # noqa: PLC0415

        return RoomForSteps()

    @cached_property
    def beside(self) -> Beside:
        """Where steps are taken that the window cannot wait for."""
        from xentgui.window.training.beside import Beside  # noqa: PLC0415 - no start trains

        return Beside(self)

    @property
    def looks_ahead(self) -> bool:
        """Whether steps are being taken beside the window."""
        return self.beside.is_busy

    @property
    def has_points(self) -> bool:
        """Whether there is a classifier that could be trained."""
        return classifier_of(self._store.snapshot) is not None

    @property
    def steps_a_frame(self) -> int:
        """How many steps a play takes in a frame, if they fit."""
        return max(1, self.taken // _FRAMES_TO_DOUBLE)

    def choose(self, training: Training) -> None:
        """Train on in another way; the steps so far stay.  Raises RefusedError."""
        from xentgui.model.classifier.training import check  # noqa: PLC0415 - no start trains

        view, subject = self._store.view, classifier_of(self._store.snapshot)
        if training == view.training:
            return
        if subject is not None:
            check(subject.mean_loss, training)
        run = view.training_run
        if run is not None:
            run = run.training_by(training)
        self._store.show(replace(view, training=training, training_run=run))
        self._say(None)

    def pin(self) -> None:
        """Keep this training for comparison, or let a kept one go.  Raises RefusedError."""
        view = self._store.view
        kept = self._run_at(self.step) if view.pinned_training is None else None
        self._store.show(replace(view, pinned_training=kept))

    def to_optimum(self) -> None:
        """Go where the mean loss is least, or as near as floats can; raises RefusedError."""
        from xentgui.model.descent import check_walk  # noqa: PLC0415
        from xentgui.model.recipes import Method, Walk  # noqa: PLC0415

        self.pause()
        run = self._run_at(self.step)
        if not is_large(self._classifier()):
            self._go_to_optimum(run, run.optimum())
            return
        check_walk(Walk(Method.NEWTON), run.subject.settings.loss)
        self.playing = Playing.TO_THE_END  # so that it can be stopped
        self._say(None)
        self.beside.begin(run.optimum, lambda found: self._try(lambda: self._end_at(run, found())))

    def _end_at(self, run: TrainingRun, found: Optimum) -> None:
        now = self._run_at(self.step)
        self._halt()
        if now.is_where(run):
            self._go_to_optimum(now, found)

    def _go_to_optimum(self, run: TrainingRun, found: Optimum) -> None:
        run = run.with_optimum(found)
        self._take(run, translate("descent", _OPTIMUM), self)
        self._say(found.verdict, run)

    def to_zero(self) -> None:
        """Begin a new run with W = 0 and b = 0, where the command line begins."""
        from xentgui.model.classifier.linear import zero  # noqa: PLC0415
        from xentgui.model.subjects.on_classifier import with_linear  # noqa: PLC0415

        self.pause()
        self._edit(lambda subject: with_linear(subject, zero(*subject.weights.shape)), _ZERO)

    def choose_way(self, way: str) -> None:
        """Choose how W and b are found; raises RefusedError where the points do not tell."""
        from xentgui.model.subjects.on_classifier import with_way  # noqa: PLC0415

        self.pause()
        with_way(self._classifier(), way)  # refused at the place where it was asked for
        self._edit(lambda subject: with_way(subject, way), _WAY)

    def choose_features(self, keys: tuple[str, ...]) -> None:
        """Choose the features that W belongs to; raises RefusedError."""
        from xentgui.model.subjects.on_classifier import with_features  # noqa: PLC0415

        self.pause()
        with_features(self._classifier(), keys)
        self._edit(lambda subject: with_features(subject, keys), _FEATURES)

    def _edit(self, change: Callable[[Classifier], Classifier], text: str) -> None:
        from xentgui.model.subjects.on_classifier import OnClassifier  # noqa: PLC0415

        self._store.edit(OnClassifier(change), translate("descent", text), self)

    def _classifier(self) -> Classifier:
        found = classifier_of(self._store.snapshot)
        if found is None:
            from xentgui.model.subjects.on_classifier import NO_CLASSIFIER  # noqa: PLC0415

            raise RefusedError(NO_CLASSIFIER)
        return found

    # What a training says

    def _run_in(self, view: View) -> TrainingRun | None:
        return view.training_run

    def _viewing(self, view: View, run: TrainingRun | None) -> View:
        return replace(view, training_run=run)

    def _run_at(self, step: int) -> TrainingRun:
        from xentgui.model.classifier.train_to import training_at  # noqa: PLC0415

        return training_at(self._classifier(), self._store.view, step)

    def _edit_to(self, run: TrainingRun) -> Edit:
        from xentgui.model.classifier.train_to import TrainTo  # noqa: PLC0415

        return TrainTo(lambda _: run)

    def _on_frame(self) -> None:
        gesture = self._store.gesture
        if gesture is None or gesture.owner is not self:
            self._begun.start()
        elif self._begun.elapsed() >= self.kept_ms:
            self._end_own_gesture()
            self._begun.start()
        super()._on_frame()

    # Beside the window

    def _halt(self) -> None:
        self.beside.abandon()
        super()._halt()

    def _play_on(self) -> None:
        if not is_large(self._classifier()):
            super()._play_on()
        elif not self.beside.is_busy:
            self._look_ahead()

    def _look_ahead(self) -> None:
        """Take the next steps in another thread, as many as fit into a frame, one at least."""
        run = self._run_at(self.step)
        most = self.steps_a_frame if self.playing is Playing.STEPS else 1 << 20
        end = time.perf_counter() + _MOST_BESIDE_MS / 1e3
        self._looked.start()
        self.beside.begin(
            lambda is_wanted: run.ahead(
                most, lambda: time.perf_counter() >= end or not is_wanted()
            ),
            lambda found: self._try(lambda: self._take_ahead(run, found())),
        )

    def _take_ahead(self, before: TrainingRun, ahead: Ahead | None) -> None:
        """Go to the end of the steps that were taken from `before`, if that is where it stands."""
        now = self._run_at(self.step)
        if ahead is not None:
            run = now.joined(ahead, before)
            if run is not None:
                # Where points have moved meanwhile, the next steps tell whether it ends.
                ending = run.ending() if now.is_where(before) else None
                self._show_played(run, run.step - now.step, ending)
        elif now.is_where(before):
            from xentgui.model.descent import Verdict  # noqa: PLC0415

            self._show_played(now, 0, now.ending() or Verdict.NOT_DECREASING)
        if self.plays and self._looked.elapsed() >= FRAME_MS:
            self._look_ahead()

    def _played(self, run: TrainingRun) -> tuple[TrainingRun, int, Verdict | None]:
        from xentgui.model.descent import Verdict  # noqa: PLC0415

        room, start = self.room, time.perf_counter()
        room.begin(self._between.restart())
        most = self.steps_a_frame if self.playing is Playing.STEPS else 1 << 20
        taken = count(1)
        further = run.forward(
            most, lambda: room.is_full(next(taken), 1e3 * (time.perf_counter() - start))
        )
        if further is run:
            return run, 0, run.ending() or Verdict.NOT_DECREASING
        return further, further.step - run.step, further.ending()

    def _run_of(self, edit: Edit | None) -> TrainingRun | None:
        run: TrainingRun | None = getattr(edit, "training_run", None)
        return run

    def _what(self, snapshot: Snapshot) -> Classifier | None:
        return classifier_of(snapshot)

    def _standing_at(self, run: TrainingRun, what: Classifier) -> TrainingRun | None:
        return run.standing_at(what)

    def _is_at(self, run: TrainingRun, what: Classifier) -> bool:
        return run.is_at(what)

    def _put(self, run: TrainingRun, what: Classifier) -> TrainingRun | None:
        return run.put(what) if run.goes_on_in(what) else None

    def _ending_of(self, run: TrainingRun) -> Verdict | None:
        from xentgui.model.descent import Verdict  # noqa: PLC0415

        return run.ending() or Verdict.NOT_DECREASING

    def _words(self, verdict: Verdict, run: TrainingRun) -> str:
        from xentgui.window.training.card_words import sentence_of  # noqa: PLC0415

        return sentence_of(verdict, run)

    def _names(self) -> tuple[str, str, str, str]:
        play, step, back, start = (
            translate("descent", text) for text in (_PLAY, _STEP, _BACK, _START)
        )
        return play, step, back, start
