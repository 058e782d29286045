"""Training through the real window: the card, its buttons, and what people type."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from xentgui import resource
from xentgui.documents.document import decode
from xentgui.model.subjects import classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.program.cli import main
from xentgui.window.main_window import MainWindow

BILL = "bill length (mm),bill depth (mm)"


@pytest.fixture
def penguins(window: MainWindow) -> MainWindow:
    window.run_command("preset.71-penguins")
    window.run_command("workspace.classify")
    window.resize(1440, 900)
    return window


def _click(window: MainWindow, name: str) -> None:
    button = window.findChild(QToolButton, f"training.{name}")
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _text(window: MainWindow, name: str) -> str:
    label = window.findChild(QLabel, f"training.{name}")
    assert label is not None, name
    return label.text()


def _type(window: MainWindow, name: str, text: str) -> None:
    box = window.findChild(QLineEdit, f"training.{name}")
    assert box is not None, name
    box.selectAll()
    box.setFocus()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def _subject(window: MainWindow) -> Classifier:
    found = classifier_of(window.store.snapshot)
    assert found is not None
    return found


def test_that_penguins_are_trained_to_their_optimum(penguins: MainWindow) -> None:
    _click(penguins, "train.zero")
    assert _text(penguins, "loss") == "1.0986 nats"
    _click(penguins, "train.step")
    assert _text(penguins, "loss") == "0.6690 nats"
    assert _text(penguins, "place") == "step 1 of 1"

    _click(penguins, "train.optimum")

    assert _subject(penguins).fit.loss == pytest.approx(0.07001675498197, abs=5e-15)
    assert _text(penguins, "accuracy") == "330 of 342"
    assert "The optimum" in _text(penguins, "verdict")
    _click(penguins, "train.back")
    _click(penguins, "train.start")
    assert not _subject(penguins).weights.any()


def test_that_the_window_has_the_bits_of_the_command_line(
    penguins: MainWindow, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    _click(penguins, "train.zero")
    _type(penguins, "rate_value", "0.7")
    _type(penguins, "momentum_value", "0.5")
    _type(penguins, "decay_value", "0.001")
    _type(penguins, "batch", "64")
    _type(penguins, "seed", "3")
    _click(penguins, "train.play")
    qtbot.waitUntil(lambda: penguins.trains.step > 60, timeout=60_000)
    _click(penguins, "train.play")
    steps = penguins.trains.step

    words = ["--rate", "0.7", "--momentum", "0.5", "--decay", "0.001", "--batch", "64"]
    file = str(resource("data") / "penguins.csv")
    more = ["--seed", "3", "--standardise", "--inputs", BILL, "--steps", str(steps)]
    assert main(["train", file, *words, *more]) == 0
    found = json.loads(capsys.readouterr().out)
    subject = _subject(penguins)
    assert subject.weights.tolist() == found["weights"]
    assert subject.bias.tolist() == found["bias"]
    run = penguins.store.view.training_run
    assert run is not None
    assert run.losses.tolist() == found["trace"]
    assert run.accuracies[-1] == found["accuracy"]


def test_that_what_makes_no_sense_is_told_at_its_box(penguins: MainWindow) -> None:
    for name, wrong in (("batch", "2.5"), ("rate_value", "0"), ("decay_value", "-1")):
        before = penguins.store.view.training
        _type(penguins, name, wrong)
        box = penguins.findChild(QLineEdit, f"training.{name}")
        assert box is not None
        assert box.property("wrong")
        assert box.text() in (wrong, wrong.replace("-", "−"))
        assert penguins.store.view.training == before
        QTest.keyClick(box, Qt.Key.Key_Escape)


def test_the_three_models(penguins: MainWindow) -> None:
    _click(penguins, "train.optimum")
    loss = _text(penguins, "loss")
    _click(penguins, "way.lda")
    assert _text(penguins, "loss") == "0.0787 nats"
    assert _text(penguins, "accuracy") == "329 of 342"
    assert "closed form" in _text(penguins, "verdict")
    _click(penguins, "way.linear")
    assert _text(penguins, "accuracy") == "317 of 342"
    assert "Outputs at the points go from −0.646 to 1.440" in _text(penguins, "verdict")
    _click(penguins, "way.softmax")
    assert _text(penguins, "loss") == loss
    for _ in range(3):
        penguins.run_command("undo")
    assert _subject(penguins).way == "softmax"


def test_that_features_are_chosen_and_undone(penguins: MainWindow) -> None:
    _click(penguins, "train.optimum")
    before = _subject(penguins)
    action = penguins.findChild(QAction, "training.feature.x1^2")
    assert action is not None
    action.trigger()
    after = _subject(penguins)
    assert after.features == ("x1", "x2", "x1^2")
    assert after.weights[:, :2].tolist() == before.weights.tolist()
    _click(penguins, "train.optimum")
    assert _subject(penguins).fit.loss < before.fit.loss
    penguins.run_command("undo")
    penguins.run_command("undo")
    assert _subject(penguins) == before


def test_that_standardising_is_a_tick_and_is_kept(
    penguins: MainWindow, start: Callable[..., MainWindow]
) -> None:
    box = penguins.findChild(QCheckBox, "training.standardise")
    assert box is not None
    assert box.isChecked()
    box.click()
    _type(penguins, "rate_value", "0.001")
    assert not penguins.store.view.training.standardise

    again = start()

    assert again.store.view.training.rate == 0.001
    assert not again.store.view.training.standardise


def test_that_it_is_saved_to_the_last_bit(penguins: MainWindow, tmp_path: Path) -> None:
    for _ in range(5):
        _click(penguins, "train.step")
    file = tmp_path / "penguins.xent.json"
    assert penguins.documents.session.save(file) is None

    read = decode(file.read_bytes()).scenes[0].subject

    assert isinstance(read, Classifier)
    assert read == _subject(penguins)
    assert read.weights.tobytes() == _subject(penguins).weights.tobytes()


def test_that_bare_logits_have_nothing_to_train(window: MainWindow, qtbot: QtBot) -> None:
    window.run_command("workspace.classify")
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: "Only a classifier" in _text(window, "verdict"))
    button = window.findChild(QToolButton, "training.train.step")
    assert button is not None
    assert not button.isEnabled()


@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1440, 900), (1920, 1080)], ids=str)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_loss_and_accuracy_stay_where_rows_that_say_nothing_go(
    start: Callable[..., MainWindow], qtbot: QtBot, size: tuple[int, int], language: str
) -> None:
    window = start(language=language)
    window.run_command("preset.71-penguins")
    window.run_command("workspace.classify")
    window.resize(*size)
    window.complete()

    for name in ("loss", "accuracy"):
        label = window.findChild(QLabel, f"training.{name}")
        assert label is not None
        qtbot.waitUntil(label.isVisible)
