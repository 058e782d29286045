"""A classifier before an audience and in a film: the points are seen, and the steps of a training."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from xentgui.documents.document_text import encode
from xentgui.documents.scene import Document, Scene
from xentgui.model.subjects import classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.window.dialogs.animation_dialog import AnimationDialog
from xentgui.window.main_window import MainWindow


def _subject(window: MainWindow) -> Classifier:
    found = classifier_of(window.store.snapshot)
    assert found is not None
    return found


def _penguins(window: MainWindow) -> Classifier:
    window.resize(1280, 800)
    window.run_command("workspace.classify")
    window.examples.take("71-penguins")
    QApplication.processEvents()
    return _subject(window)


@pytest.mark.long
def test_that_a_training_is_exported_as_a_film_of_its_steps(
    window: MainWindow, tmp_path: Path
) -> None:
    image = pytest.importorskip("PIL.Image")
    _penguins(window)
    window.run_command("train.zero")
    losses = [_subject(window).fit.loss]
    for _ in range(5):
        window.run_command("train.step")
        losses.append(_subject(window).fit.loss)
    assert losses == sorted(losses, reverse=True)

    window.run_command("export.animation")
    dialog = window.findChild(AnimationDialog)
    assert dialog is not None
    dialog.choose("history")
    film = dialog.animation()
    history = window.documents.session.subjects()
    shown = [one for one in history if isinstance(one, Classifier)]
    assert len(film.states) == len(history)
    assert [one.fit.loss for one in shown[-6:]] == losses
    path = tmp_path / "training.png"
    assert dialog.save(path)
    dialog.reject()

    with image.open(path) as written:
        assert written.n_frames == len(film.states)
        frames = []
        for nth in range(written.n_frames):
            written.seek(nth)
            frames.append(np.asarray(written.convert("RGB"), dtype=int))
    for before, after in zip(frames[-6:], frames[-5:], strict=False):
        assert np.abs(before - after).max() > 30  # each step is seen


def test_that_a_scene_with_a_classifier_is_presented(window: MainWindow, tmp_path: Path) -> None:
    subject = _penguins(window)
    path = tmp_path / "points.xent.json"
    scene = Scene(subject, panels=("input_space", "flow"), title={"en": "Penguins"})
    path.write_text(encode(Document((scene, scene))), "utf-8")
    window.documents.open_path(path)
    QApplication.processEvents()

    window.run_command("present.window")
    QApplication.processEvents()

    audience = window.presenter.presenting.audience
    assert audience is not None
    assert audience.isVisible()
    now = _subject(window)
    np.testing.assert_array_equal(now.points, subject.points)
    picture = audience.grab().toImage()
    colors = {window.look.theme.class_color(k).lower() for k in range(3)}
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    }
    assert len(colors & seen) >= 2  # the points of the classes, in their colours
    window.presenter.leave()
    QApplication.processEvents()
    assert not window.presenter.is_on
    assert _subject(window) == now
