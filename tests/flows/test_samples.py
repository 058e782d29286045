"""Real logits through the real window: files, the clipboard, and the bar to step through them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from xentgui.model import State, derive
from xentgui.model.subjects import to_state
from xentgui.window.controls.sample_bar import SampleBar
from xentgui.window.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
NAMES = ("plane", "car", "bird", "cat")
N, K = 200, 4


def _matrix() -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(5)
    classes = rng.integers(0, K, N)
    logits = rng.normal(size=(N, K)) * 2
    logits[np.arange(N), classes] += 1.5
    return logits, classes


@pytest.fixture
def path(tmp_path: Path) -> Path:
    logits, classes = _matrix()
    np.savez(tmp_path / "test.npz", logits=logits, targets=classes, labels=np.array(NAMES))
    return tmp_path / "test.npz"


@pytest.fixture
def bar(window: MainWindow, path: Path, qtbot: QtBot) -> SampleBar:
    """Return the bar on the matrix, all of which has been looked at."""
    window.samples.open(path)
    _wait(window, qtbot)
    return window.samples.bar


def _wait(window: MainWindow, qtbot: QtBot) -> None:
    scan = window.samples.bar.scan
    assert scan is not None
    qtbot.waitUntil(lambda: scan.done and window.samples.bar.order.orders.isEnabled())


def _state(window: MainWindow) -> State:
    return window.store.snapshot.state


def _row(window: MainWindow) -> int:
    """Return the row of the file that is on the screen."""
    logits, _ = _matrix()
    found = np.flatnonzero((logits == window.store.snapshot.logits).all(axis=1))
    assert found.size == 1
    return int(found[0])


def _choose(bar: SampleBar, order: str) -> None:
    index = [bar.order.orders.itemData(k) for k in range(5)].index(order)
    bar.order.orders.setCurrentIndex(index)
    bar.order.orders.activated.emit(index)


def _steps(window: MainWindow) -> list[str]:
    history = window.store.history
    return [history.text(step) for step in range(history.count())]


def test_that_a_vector_is_one_step(window: MainWindow, tmp_path: Path) -> None:
    before = _state(window)
    (tmp_path / "one.csv").write_text("class,score,truth\na,1/3,0\nb,-inf,0\nc,2,1\nd,0,0\n")

    window.samples.open(tmp_path / "one.csv")

    assert _state(window) == State(
        ("a", "b", "c", "d"), (1 / 3, float("-inf"), 2.0, 0.0), (0.0, 0.0, 1.0, 0.0)
    )
    assert not window.samples.is_open
    assert _steps(window) == ["Import one.csv"]
    window.commands["undo"].trigger()
    assert _state(window) == before


def test_that_a_matrix_opens_the_bar_on_its_first_row(window: MainWindow, bar: SampleBar) -> None:
    logits, classes = _matrix()

    assert bar.isVisible()
    assert _state(window).labels == NAMES
    assert _state(window).logits == tuple(logits[0])
    assert _state(window).target == tuple(np.eye(K)[classes[0]])
    assert bar.steps.box.text() == "1"
    assert _steps(window) == ["Import test.npz"]


def test_that_the_means_are_those_of_numpy(window: MainWindow, bar: SampleBar) -> None:
    logits, classes = _matrix()
    shifted = logits - logits.max(axis=1, keepdims=True)
    losses = np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(N), classes]

    assert bar.figures.mean.value.text() == f"{losses.mean():.4f}"
    accuracy = 100 * np.mean(logits.argmax(axis=1) == classes)
    assert bar.figures.accuracy.value.text() == f"{accuracy:.3g} %"
    assert bar.figures.loss.value.text() == f"{losses[0]:.4f}"

    window.commands["unit.bits"].trigger()
    assert bar.figures.mean.value.text() == f"{losses.mean() / np.log(2):.4f}"


@pytest.mark.parametrize(
    ("key", "row"), [("sample.last", N - 1), ("sample.next", 1), ("sample.first", 0)]
)
def test_every_command_steps(window: MainWindow, bar: SampleBar, key: str, row: int) -> None:
    window.commands[key].trigger()

    assert bar.walk is not None
    assert (_row(window), bar.walk.place) == (row, row)
    assert bar.steps.box.text() == str(row + 1)


def test_that_quick_steps_are_one_and_undo_brings_the_bar_back(
    window: MainWindow, bar: SampleBar, qtbot: QtBot
) -> None:
    for _ in range(5):
        window.commands["sample.next"].trigger()
    window.commands["sample.previous"].trigger()
    assert _row(window) == 4
    qtbot.waitUntil(lambda: window.store.gesture is None)
    assert _steps(window) == ["Import test.npz", "Sample 5"]

    window.commands["undo"].trigger()
    assert _row(window) == 0
    assert bar.steps.box.text() == "1"

    window.commands["redo"].trigger()
    assert bar.steps.box.text() == "5"


def test_that_another_command_ends_the_burst(window: MainWindow, bar: SampleBar) -> None:
    window.commands["sample.next"].trigger()
    assert bar.in_burst
    window.commands["target.uniform"].trigger()
    window.commands["undo"].trigger()

    assert _row(window) == 1
    assert _steps(window) == ["Import test.npz", "Sample 2", "Uniform Target"]


def test_that_dragging_the_slider_is_live_and_one_step(window: MainWindow, bar: SampleBar) -> None:
    rows: list[int] = []
    window.store.changed.connect(lambda _: rows.append(_row(window)))
    slider = bar.slider
    middle = slider.height() // 2

    QTest.mousePress(slider, LEFT, pos=QPoint(8, middle))
    for x in range(20, slider.width(), 60):
        QTest.mouseMove(slider, QPoint(x, middle))
    QTest.mouseRelease(slider, LEFT, pos=QPoint(slider.width() - 1, middle))

    assert rows == sorted(rows)
    assert len(rows) > 3
    assert _steps(window)[1:] == [f"Sample {_row(window) + 1}"]


def test_that_escape_in_a_drag_goes_back_to_the_row_before(
    window: MainWindow, bar: SampleBar
) -> None:
    slider = bar.slider
    QTest.mousePress(slider, LEFT, pos=QPoint(8, slider.height() // 2))
    QTest.mouseMove(slider, QPoint(slider.width() // 2, slider.height() // 2))
    assert _row(window) > 50

    QTest.keyClick(slider, Qt.Key.Key_Escape)

    assert _row(window) == 0
    assert bar.steps.box.text() == "1"
    QTest.mouseRelease(slider, LEFT, pos=QPoint(8, slider.height() // 2))
    assert len(_steps(window)) == 1


@pytest.mark.parametrize(("typed", "row"), [("17", 16), ("200", 199), ("2*50", 99)])
def test_that_a_number_goes_to_that_sample(
    window: MainWindow, bar: SampleBar, typed: str, row: int
) -> None:
    _type(bar, typed)

    assert _row(window) == row


@pytest.mark.parametrize("typed", ["0", "201", "1.5", "inf", "one"])
def test_that_a_number_of_no_sample_is_refused_with_the_reason(
    window: MainWindow, bar: SampleBar, typed: str
) -> None:
    _type(bar, typed)

    assert _row(window) == 0
    assert bar.steps.box.text() == typed
    assert bar.steps.box.property("wrong")


def _type(bar: SampleBar, text: str) -> None:
    box = bar.steps.box
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_that_the_largest_loss_comes_first_and_then_the_next(
    window: MainWindow, bar: SampleBar
) -> None:
    _choose(bar, "largest_loss")
    losses = [window.store.snapshot.cross_entropy]
    for _ in range(6):
        window.commands["sample.next"].trigger()
        losses.append(window.store.snapshot.cross_entropy)

    assert bar.scan is not None
    assert bar.scan.losses is not None
    assert losses == sorted(bar.scan.losses.tolist(), reverse=True)[:7]


def test_that_the_switch_steps_through_what_is_wrong_alone(
    window: MainWindow, bar: SampleBar
) -> None:
    logits, classes = _matrix()
    wrong = np.flatnonzero(logits.argmax(axis=1) != classes)

    QTest.mouseClick(bar.order.only_wrong, LEFT)
    rows = [_row(window)]
    for _ in range(len(wrong) - 1):
        window.commands["sample.next"].trigger()
        rows.append(_row(window))

    assert rows == wrong.tolist()
    assert bar.walk is not None
    assert bar.walk.count == len(wrong)
    assert str(len(wrong)) in bar.steps._of.text()


def test_that_with_nothing_wrong_the_switch_springs_back_and_says_so(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    np.savez(tmp_path / "a.npz", logits=np.eye(3) * 9, targets=np.arange(3))
    window.samples.open(tmp_path / "a.npz")
    _wait(window, qtbot)

    QTest.mouseClick(window.samples.bar.order.only_wrong, LEFT)

    assert not window.samples.bar.order.only_wrong.isChecked()
    assert window.status.message() == "No sample is misclassified."


def test_that_temperature_stays_and_the_means_follow_it(
    window: MainWindow, bar: SampleBar, qtbot: QtBot
) -> None:
    box = window.toolbar.sliders["temperature"].box
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "3")
    QTest.keyClick(box, Qt.Key.Key_Return)
    first = bar.scan
    qtbot.waitUntil(lambda: bar.scan is not first and bar.scan is not None and bar.scan.done)

    window.commands["sample.next"].trigger()

    assert _state(window).temperature == 3.0
    logits, classes = _matrix()
    losses = [
        derive(State(NAMES, tuple(z), tuple(np.eye(K)[y]), temperature=3.0)).cross_entropy
        for z, y in zip(logits, classes, strict=True)
    ]
    assert bar.figures.mean.value.text() == f"{np.mean(losses):.4f}"


@pytest.mark.always
@pytest.mark.parametrize(("name", "value"), [("temperature", 0.5), ("label_smoothing", 0.2)])
def test_that_the_means_are_worked_out_anew_when_a_setting_changes(
    window: MainWindow, bar: SampleBar, qtbot: QtBot, name: str, value: float
) -> None:
    before, first = bar.figures.mean.value.text(), bar.scan

    window.store.edit(to_state(replace(_state(window), **{name: value})), "Change")
    qtbot.waitUntil(lambda: bar.scan is not first and bar.scan is not None and bar.scan.done)

    logits, classes = _matrix()
    targets = np.eye(K)[classes]
    losses = [
        derive(replace(State(NAMES, tuple(z), tuple(y)), **{name: value})).cross_entropy
        for z, y in zip(logits, targets, strict=True)
    ]
    assert bar.figures.mean.value.text() == f"{np.mean(losses):.4f}" != before


def test_that_a_sample_that_was_changed_is_called_so(window: MainWindow, bar: SampleBar) -> None:
    assert bar.figures.loss.caption.text() == "loss"
    window.logit_table.select_classes([1])
    window.commands["class.duplicate"].trigger()
    assert bar.figures.loss.caption.text() == "edited"

    window.commands["sample.next"].trigger()

    assert bar.figures.loss.caption.text() == "loss"
    assert _state(window).labels == NAMES


def test_that_a_bad_row_is_named_and_stepped_over(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    logits, _ = _matrix()
    logits[1, 2] = np.nan
    np.save(tmp_path / "bad.npy", logits)
    window.samples.open(tmp_path / "bad.npy")
    _wait(window, qtbot)

    window.commands["sample.next"].trigger()

    assert window.samples.bar.steps.box.text() == "3"
    assert "Row 1 of “bad.npy”" in window.status.message()
    assert "NaN" in window.status.message()


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "is empty"), (b"a,b\n1,x\n2,3\n", "“x”"), (b"\x80\x04K\x01.", "pickle")],
)
def test_that_what_cannot_be_read_is_told_and_leaves_the_state(
    window: MainWindow, tmp_path: Path, content: bytes, said: str
) -> None:
    before = _state(window)
    (tmp_path / "bad.csv").write_bytes(content)

    window.documents.open_path(tmp_path / "bad.csv")

    assert said in window.message_bar.message()
    assert _state(window) is before
    assert not window.samples.is_open


def test_that_a_batch_without_one_good_row_leaves_everything(
    window: MainWindow, tmp_path: Path
) -> None:
    before = _state(window)
    np.save(tmp_path / "nan.npy", np.full((5, 3), np.nan))

    window.samples.open(tmp_path / "nan.npy")

    assert _state(window) is before
    assert not window.samples.is_open
    said = window.message_bar.message()
    assert said.startswith("Row 0 of “nan.npy”, counted from 0: the logit of class 0 is NaN.")
    assert said.endswith("See also row 1, class 0; row 2, class 0; row 3, class 0; row 4, class 0.")


def test_that_opening_dropping_and_the_menu_lead_to_the_bar(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    window.documents.open_path(path)
    assert window.samples.is_open
    window.commands["sample.close"].trigger()
    assert not window.samples.is_open

    window.commands["file.import"].trigger()
    dialog = window.findChild(QFileDialog, "dialog.import")
    dialog.fileSelected.emit(str(path))
    dialog.close()
    assert window.samples.is_open


def test_that_closing_keeps_the_numbers_and_lets_go_of_the_file(
    window: MainWindow, bar: SampleBar
) -> None:
    window.commands["sample.last"].trigger()

    QTest.mouseClick(bar.close_button, LEFT)

    assert not bar.isVisible()
    assert bar.walk is None
    assert _row(window) == N - 1
    assert not window.commands["sample.next"].isEnabled()


def test_that_a_matrix_on_the_clipboard_opens_the_bar(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("1\t2\t3\n4\t5\t7\n0\t-inf\t0")
    window.logit_table.setFocus()

    window.commands["paste"].trigger()
    window.commands["sample.last"].trigger()

    assert window.samples.is_open
    assert _state(window).logits == (0.0, float("-inf"), 0.0)
    QGuiApplication.clipboard().clear()


def test_that_a_long_look_can_be_stopped_and_gone_on_with(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    rng = np.random.default_rng(2)
    np.savez(tmp_path / "a.npz", logits=rng.normal(size=(400_000, 6)).astype(np.float32),
             targets=rng.integers(0, 6, 400_000))  # fmt: skip
    window.samples.open(tmp_path / "a.npz")
    bar = window.samples.bar
    figures = bar.figures
    assert bar.scan is not None
    assert not bar.scan.done
    assert figures.progress.isVisible()
    assert not bar.order.orders.isEnabled()
    qtbot.waitUntil(lambda: bar.scan is not None and bar.scan.reached > 0)

    QTest.mouseClick(figures.stop, LEFT)
    reached = bar.scan.reached
    QTest.qWait(50)
    assert bar.scan.reached == reached < 400_000
    window.commands["sample.next"].trigger()  # stepping needs no means
    assert bar.steps.box.text() == "2"

    QTest.mouseClick(figures.stop, LEFT)
    qtbot.waitUntil(lambda: bar.scan is not None and bar.scan.done)
    assert not figures.progress.isVisible()
    assert bar.order.orders.isEnabled()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("width", [1024, 1440])
def test_that_the_bar_has_room_in_every_window(
    start: Callable[..., MainWindow], path: Path, qtbot: QtBot, width: int, language: str
) -> None:
    window: Any = start(language=language)
    window.resize(width, 768)
    window.samples.open(path)
    _wait(window, qtbot)
    bar = window.samples.bar

    qtbot.waitUntil(lambda: bar.width() > width - 30)
    assert bar.minimumSizeHint().width() <= bar.width()
    for widget in (bar.steps, bar.order.orders, bar.order.only_wrong, bar.figures.mean):
        assert widget.width() >= widget.minimumSizeHint().width()
    assert bar.slider.width() > 100


def test_that_a_hand_that_pulls_has_all_the_time_there_is(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    np.save(tmp_path / "a.npy", np.zeros((400_000, 6), np.float32))
    window.samples.open(tmp_path / "a.npy")
    scan = window.samples.bar.scan
    assert scan is not None
    slider = window.toolbar.sliders["temperature"].slider
    start = QPoint(slider.width() // 2, slider.height() // 2)

    QTest.mousePress(slider, LEFT, pos=start)
    reached = scan.reached
    QTest.qWait(50)
    assert scan.reached == reached
    QTest.mouseRelease(slider, LEFT, pos=start)

    qtbot.waitUntil(lambda: scan.reached > reached)


def test_that_an_order_outlives_another_temperature(
    window: MainWindow, bar: SampleBar, qtbot: QtBot
) -> None:
    _choose(bar, "least_confident")
    window.commands["sample.next"].trigger()
    row, first = _row(window), bar.scan
    window.store.edit(to_state(replace(_state(window), temperature=0.2)), "warm")
    qtbot.waitUntil(lambda: bar.scan is not first and bar.scan is not None and bar.scan.done)

    assert _row(window) == row
    window.commands["sample.first"].trigger()
    assert bar.scan is not None
    assert bar.scan.confidence is not None
    assert window.store.snapshot.probabilities.max() == bar.scan.confidence.min()


def test_that_the_program_starts_with_logits(
    start: Callable[..., MainWindow], path: Path, tmp_path: Path
) -> None:
    window = start(file=path)
    assert window.samples.bar.isVisible()
    assert _row(window) == 0

    np.save(tmp_path / "vector.npy", np.array([1, 2, 3], np.int8))
    assert _state(start(file=tmp_path / "vector.npy")).logits == (1.0, 2.0, 3.0)


@pytest.mark.parametrize(
    "begin",
    [
        lambda window: window.documents.new(),
        lambda window: window.examples.take("01-worked-example"),
    ],
    ids=["New", "an example"],
)
def test_that_what_is_begun_anew_has_no_old_samples_and_no_old_error(
    window: MainWindow, path: Path, tmp_path: Path, begin: Callable[[MainWindow], None]
) -> None:
    window.samples.open(path)
    (tmp_path / "broken.csv").write_text("a,b\n1,x2\n3,4\n")
    window.samples.open(tmp_path / "broken.csv")
    assert window.samples.is_open
    assert window.message_bar.message()
    window.run_command("undo")  # nothing is lost by New

    begin(window)

    assert not window.samples.is_open
    assert not window.message_bar.message()


def test_that_the_error_of_an_import_names_the_file_and_all_places(
    window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "broken.csv").write_text("a,b,c\n1,2,3\n1,x,3\n1,2,y\n4,5,6\n7,x,9\n")

    window.samples.open(tmp_path / "broken.csv")

    said = window.message_bar.message()
    assert said.startswith("broken.csv: Line 3, column 2: “x”")
    assert said.endswith("See also line 4, column 3; line 6, column 2.")
