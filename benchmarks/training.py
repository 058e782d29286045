"""An epoch of training beside bare numpy, and the optimum beside scikit-learn's fit."""

from __future__ import annotations

import importlib.util
import warnings
from collections.abc import Callable

import numpy as np

from benchmarks.findings import Finding, report
from benchmarks.turns import ratio, take_turns
from xentgui.documents.data_sets import data_set
from xentgui.documents.points_text import classifier_of_points
from xentgui.model.classifier.closed_forms import gaussians_of
from xentgui.model.classifier.linear import zero
from xentgui.model.classifier.made_data import blobs
from xentgui.model.classifier.mean_loss import MeanLoss
from xentgui.model.classifier.optimum import optimum
from xentgui.model.classifier.training import Trainer, begin, trained
from xentgui.model.classifier.training_run import TrainingRun
from xentgui.model.recipes import Training
from xentgui.model.rows import Array
from xentgui.model.settings_of_state import ScalarSettings

_EPOCHS = 50
_USUAL = Training(rate=0.5, standardise=True)
BILL = ("bill length (mm)", "bill depth (mm)")


def _ours(points: Array, targets: Array, epochs: int = _EPOCHS) -> Callable[[], None]:
    trainer = Trainer(MeanLoss(points, targets, ScalarSettings()), _USUAL)
    start = zero(targets.shape[1], points.shape[1])

    def work() -> None:
        for _ in trained(trainer, begin(start), epochs):
            pass

    return work


def _bare(points: Array, targets: Array, epochs: int = _EPOCHS) -> Callable[[], None]:
    """Return the same in as few lines of numpy as it can be written; it has the loss, too."""
    inputs = (points - points.mean(axis=0)) / points.std(axis=0)
    inputs, count = np.column_stack((inputs, np.ones(len(inputs)))), len(points)

    def work() -> None:
        weights = np.zeros((targets.shape[1], inputs.shape[1]))
        for _ in range(epochs):
            z = inputs @ weights.T
            z -= z.max(axis=1, keepdims=True)
            p = np.exp(z)
            sums = p.sum(axis=1, keepdims=True)
            p /= sums
            _loss = -(targets * (z - np.log(sums))).sum() / count
            weights -= 0.5 * ((p - targets).T @ inputs / count)

    return work


def main() -> None:
    """Measure, and report."""
    penguins = classifier_of_points(data_set("penguins", BILL))
    points, targets = penguins.points, penguins.targets
    clouds, own = blobs(100_000, 0, 1.0)
    many = np.eye(3)[own]
    times = take_turns(
        {
            "epochs of 342 points": _ours(points, targets),
            "the same in bare numpy": _bare(points, targets),
            "epochs of 100 000 points": _ours(clouds, many, 2),
            "as many in bare numpy": _bare(clouds, many, 2),
        }
    )
    for name, timing in times.items():
        print(f"{name:28}{timing}")
    ours, bare = times["epochs of 342 points"], times["the same in bare numpy"]
    report(Finding("an epoch of 342 points", "× bare numpy", ratio(ours, bare), 3.0))
    large, lean = times["epochs of 100 000 points"], times["as many in bare numpy"]
    report(Finding("an epoch of 100 000 points", "× bare numpy", ratio(large, lean)))
    run = TrainingRun.begun(penguins, _USUAL)
    kept = take_turns({"run": lambda: run.forward(_EPOCHS, lambda: False)})["run"]
    print(f"{'as a run of the window':28}{kept}")
    a_second = _EPOCHS / kept.median
    print(f"{a_second:.0f} epochs a second, if a play had all of the time")
    if importlib.util.find_spec("sklearn") is None:
        return
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis  # noqa: PLC0415
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    standard = (points - points.mean(axis=0)) / points.std(axis=0)
    trainer = Trainer(MeanLoss(standard, targets, ScalarSettings()), Training(decay=1.0 / 342))
    classes = targets.argmax(axis=1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fits = take_turns(
            {
                "our optimum": lambda: optimum(trainer, zero(3, 2)),
                "LogisticRegression": lambda: LogisticRegression().fit(standard, classes),
                "our LDA": lambda: gaussians_of(standard, targets, "abc").linear(),
                "theirs": lambda: LinearDiscriminantAnalysis().fit(standard, classes),
            }
        )
    for name, timing in fits.items():
        print(f"{name:28}{timing}")
    report(
        Finding(
            *("the optimum of 342 points", "× scikit-learn's fit"),
            ratio(fits["our optimum"], fits["LogisticRegression"]),
        )
    )


if __name__ == "__main__":
    main()
