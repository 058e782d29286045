"""The loss is the hero of the window: the largest number, and what a hand does to it."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from xentgui.model import State, default_labels, edits
from xentgui.model.losses import LOSSES
from xentgui.model.subjects import OnState, to_state
from xentgui.tables.readouts.loss_bar import parts_of
from xentgui.window.main_window import MainWindow

Start = Callable[..., MainWindow]
SOFT = State(default_labels(3), (2.0, 1.0, 0.1), (0.9, 0.05, 0.05))


def _edit(window: MainWindow, value: float) -> None:
    window.store.edit(OnState(lambda state: edits.with_logit(state, 0, value)), "Logit")


def _inked(window: MainWindow) -> np.ndarray:
    """Return which pixels of the card are inked, shape (height, width)."""
    picture = window.loss.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    gray = np.frombuffer(picture.constBits(), dtype=np.uint8).reshape(picture.height(), -1)
    return gray[:, : picture.width()] != gray[0, 0]


@pytest.mark.parametrize("workspace", ["explore", "learn"])
def test_that_the_loss_stands_first_in_the_column_and_is_its_largest_number(
    window: MainWindow, workspace: str
) -> None:
    window.run_command(f"workspace.{workspace}")
    QApplication.processEvents()

    cards = window.cards.by_key
    assert cards["loss"].isVisible()
    assert cards["loss"].windowTitle() == "Cross-entropy"
    assert cards["loss"].geometry().bottom() < cards["logit_table"].geometry().top()
    assert cards["loss"].geometry().left() == cards["logit_table"].geometry().left()
    rows = np.flatnonzero(_inked(window)[:44, :150].any(axis=1))
    assert rows[-1] - rows[0] > 1.6 * window.fontMetrics().ascent()


def test_that_an_edit_paints_the_card_of_the_loss_and_nothing_below_it(window: MainWindow) -> None:
    painted: list[QObject] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                painted.append(watched)
            return False

    for _ in range(3):
        QApplication.processEvents()
    watch = Watch()
    for widget in (window.loss, window.loss.parentWidget(), window.cards):
        widget.installEventFilter(watch)
    _edit(window, 1.0)
    QApplication.processEvents()
    assert painted == [window.loss]


def test_that_the_change_is_that_of_the_last_step_and_of_the_drag_in_progress(
    window: MainWindow,
) -> None:
    loss = window.loss
    assert loss.words == ("0.1764 nats", "", "")

    _edit(window, 1.0)
    now = window.store.snapshot.loss
    assert loss.words == (f"{now:.4f} nats", f"+{now - 0.17641128438926975:.4f}", "")
    gesture = window.store.begin(self_ := object(), "Drag")
    gesture.edit(OnState(lambda state: edits.with_logit(state, 0, 3.0)))
    dragged = window.store.snapshot.loss
    assert loss.words[1] == f"−{now - dragged:.4f}"
    assert window.store.gesture is not None
    assert window.store.gesture.owner is self_
    gesture.end()
    assert loss.words[1] == f"−{now - dragged:.4f}"
    window.run_command("undo")
    assert loss.words[1] == f"+{now - 0.17641128438926975:.4f}"
    window.run_command("undo")
    assert loss.words == ("0.1764 nats", "", "")


def test_that_the_pinned_state_is_compared_too(window: MainWindow) -> None:
    window.run_command("compare.pin")
    _edit(window, 1.0)
    _edit(window, 0.0)

    change = window.store.snapshot.loss - 0.17641128438926975
    assert window.loss.words[2] == f"since pinned: +{change:.4f}"
    window.run_command("compare.pin")
    assert window.loss.words[2] == ""


def test_that_unit_decimals_and_language_are_followed(window: MainWindow) -> None:
    _edit(window, 1.0)
    window.run_command("unit.bits")
    window.run_command("language.zh_CN")
    QApplication.processEvents()

    bits = window.store.snapshot.loss / math.log(2)
    change = bits - 0.17641128438926975 / math.log(2)
    assert window.loss.words[:2] == (f"{bits:.4f} 比特", f"+{change:.4f}")
    assert window.cards.by_key["loss"].windowTitle() == "交叉熵"
    assert "比特" in window.loss.accessibleName()


def test_that_another_loss_is_named_and_not_compared_with_the_one_before(
    window: MainWindow,
) -> None:
    window.run_command("loss.focal")

    assert window.cards.by_key["loss"].windowTitle() == "Focal loss"
    assert window.loss.words == ("0.0046", "", "")
    _edit(window, 1.0)
    assert window.loss.words[1] == f"+{window.store.snapshot.loss - 0.0046141387606723336:.4f}"


def test_that_an_infinite_loss_has_no_end(window: MainWindow) -> None:
    _edit(window, -math.inf)
    assert window.loss.words[:2] == ("∞ nats", "+∞")

    window.store.edit(OnState(lambda state: edits.with_logit(state, 1, 0.0)), "Logit")
    assert window.loss.words[:2] == ("∞ nats", "")
    assert _inked(window).any()


@pytest.mark.parametrize("loss", LOSSES)
def test_that_the_bar_has_parts_for_those_losses_that_have_them(
    window: MainWindow, loss: str
) -> None:
    window.store.edit(to_state(SOFT), "x")
    window.store.edit(OnState(lambda state: edits.with_setting(state, "loss", loss)), "Loss")

    parts = parts_of(window.store.snapshot)
    assert (parts is not None) == (loss in {"cross_entropy", "kl_forward"})
    assert _inked(window).any()
    if parts is not None:
        assert parts.entropy + parts.divergence == pytest.approx(0.56203001627783348)
        assert parts.guess == math.log(3)
        assert parts.end == pytest.approx(1.25 * math.log(3))


def test_that_a_target_that_does_not_add_up_has_no_parts(window: MainWindow) -> None:
    window.store.edit(to_state(State(default_labels(2), (1.0, 0.0), (0.5, 0.2))), "x")

    assert parts_of(window.store.snapshot) is None


def test_that_the_bar_is_as_long_as_the_loss(start: Start) -> None:
    window = start()
    window.resize(1440, 900)
    window.store.edit(to_state(SOFT), "x")
    QApplication.processEvents()
    picture = window.loss.grab().toImage()
    accent, ink = (window.look.theme.accent, window.look.theme.ink)
    row = next(
        y
        for y in range(picture.height() // 2, picture.height())
        if picture.pixelColor(2, y).name() == ink
    )
    colors = [picture.pixelColor(x, row + 4).name() for x in range(picture.width())]
    scale = picture.width() / (1.25 * math.log(3))

    assert colors.count(accent) == pytest.approx(0.16763232483039071 * scale, abs=2)
    assert colors[: int(0.3943976914474428 * scale) - 1].count(ink) == pytest.approx(
        0.3943976914474428 * scale, abs=2
    )


def test_that_a_click_and_a_key_copy_all_digits(window: MainWindow) -> None:
    QTest.mouseClick(window.loss, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.keyClick(window.loss, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    amount, unit = QGuiApplication.clipboard().text().split()
    assert (float(amount), unit) == (window.store.snapshot.loss, "nats")


def test_that_a_small_card_still_has_number_change_and_bar(start: Start) -> None:
    window = start()
    window.resize(1024, 768)
    window.run_command("workspace.learn")
    _edit(window, 1.0)
    QApplication.processEvents()

    inked = _inked(window)
    height, width = inked.shape
    assert height < 70
    assert inked[: height // 2, : width // 3].any()
    assert inked[: height // 2, 2 * width // 3 :].any()
    assert inked[height - 12 :].any(axis=0).mean() > 0.9


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_the_two_changes_do_not_overlap_on_a_small_card(start: Start, language: str) -> None:
    window = start(language=language)
    window.resize(1024, 768)
    window.run_command("workspace.learn")
    window.run_command("compare.pin")
    _edit(window, 1.0)
    QApplication.processEvents()

    picture = window.loss.grab().toImage()
    box = window.look.theme.selection
    in_box = [
        (x, y)
        for x in range(picture.width() // 2, picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).name() == box
    ]
    left, bottom = min(x for x, _ in in_box), max(y for _, y in in_box)
    beside = _inked(window)[: picture.height() - 12, left - 20 : left - 2]

    assert beside.any(), "the words below are wider than the box"
    assert int(beside.any(axis=1).argmax()) > bottom


def test_that_the_number_stays_large_beside_long_words(start: Start) -> None:
    window = start(language="zh_CN")
    window.resize(1024, 768)
    window.run_command("workspace.learn")
    for _ in range(5):
        window.run_command("zoom.in")
    window.run_command("compare.pin")
    _edit(window, 1.0)
    for _ in range(3):
        QApplication.processEvents()

    inked = _inked(window)
    digit = inked[: inked.shape[0] - round(1.2 * window.look.em), :12].any(axis=1)

    assert digit.sum() >= 1.1 * window.look.em  # the height of a digit of 1.7 em
