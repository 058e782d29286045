"""Classes are found by a part of their names, and all of them are lit."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from xentgui.export.spec import FigureSpec
from xentgui.export.suited_view import suited
from xentgui.model import State, derive, edits
from xentgui.model.found import found_in
from xentgui.model.subjects import OnState, to_state
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels import PANELS
from xentgui.window.find_bar import FindBar
from xentgui.window.main_window import MainWindow

LABELS = (" the", "cat", "The", "other", "\n", "dog")
STATE = State(LABELS, (0.0,) * 6, (1.0,) + (0.0,) * 5)


@pytest.fixture
def bar(window: MainWindow) -> FindBar:
    window.store.edit(to_state(STATE), "begin")
    window.run_command("class.find")
    assert window.finding.bar is not None
    return window.finding.bar


def _lit(window: MainWindow) -> list[int]:
    found = window.store.view.found
    return [] if found is None else found.classes.tolist()


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("the", [0, 2, 3]),
        (" the", [0]),
        ("‿the", [0]),
        ("⏎", [4]),
        ("zebra", []),
        ("", []),
    ],
)
def test_that_a_part_of_a_name_is_found(text: str, classes: list[int]) -> None:
    assert found_in(LABELS, text).classes.tolist() == classes


def test_that_hits_know_which_classes_they_are() -> None:
    found = found_in(LABELS, "the")

    assert [k for k in range(6) if k in found] == [0, 2, 3]
    assert found.among(1, 3) == [2]


def test_that_typing_lights_every_hit_and_enter_goes_from_one_to_the_next(
    window: MainWindow, bar: FindBar
) -> None:
    QTest.keyClicks(bar.text, "the")

    assert _lit(window) == [0, 2, 3]
    assert bar.place.text() == "1 of 3"
    seen = [window.store.view.highlighted_class]
    for _ in range(3):
        QTest.keyClick(bar.text, Qt.Key.Key_Return)
        seen.append(window.store.view.highlighted_class)
    assert seen == [0, 2, 3, 0]
    assert window.logit_table.current_class() == 0


def test_that_escape_puts_the_bar_and_the_light_away(window: MainWindow, bar: FindBar) -> None:
    QTest.keyClicks(bar.text, "cat")

    QTest.keyClick(bar.text, Qt.Key.Key_Escape)

    assert _lit(window) == []
    assert not bar.isVisible()


def test_that_what_is_not_there_is_said(bar: FindBar) -> None:
    QTest.keyClicks(bar.text, "zebra")

    assert bar.place.text() == "none found"


def test_that_other_classes_are_looked_at_anew(
    window: MainWindow, bar: FindBar, qtbot: QtBot
) -> None:
    QTest.keyClicks(bar.text, "the")
    window.store.edit(OnState(lambda state: edits.remove_classes(state, [0])), "remove")

    qtbot.waitUntil(lambda: _lit(window) == [1, 2])


def test_that_a_hit_is_painted_in_the_table(window: MainWindow, bar: FindBar) -> None:
    table = window.logit_table
    QTest.keyClicks(bar.text, "zebra")
    without = table.viewport().grab().toImage()

    bar.text.setText("cat")
    with_hit = table.viewport().grab().toImage()

    def middle(image: object) -> np.ndarray:
        raw = np.frombuffer(image.constBits(), np.uint8)  # type: ignore[attr-defined]
        return raw.copy()

    assert (middle(without) != middle(with_hit)).any()


@pytest.mark.parametrize("key", ["distribution", "logits", "gradient", "draws", "codes"])
def test_that_hits_are_lit_in_the_panels_and_in_no_figure(window: MainWindow, key: str) -> None:
    names = tuple(f"{'hit' if k % 5 == 3 else 'other'} {k}" for k in range(20))
    state = State(names, tuple(np.linspace(2, 0, 20)), (1.0,) + (0.0,) * 19)
    snapshot = derive(state)
    panel = next(one for one in PANELS if one.key == key)()
    style = Style(LIGHT, 13.0, ui_font(13.0))

    def accents(view: View) -> list[int]:
        image = QImage(800, 300, QImage.Format.Format_RGB32)
        image.fill(LIGHT.card)
        painter = QPainter(image)
        rect = QRectF(0, 0, 800, 300)
        face = panel.face(view)
        frame = face.frame(rect, face.ranges(snapshot, view), view, style, 1.0)
        face.paint_above(painter, frame, snapshot, view)
        painter.end()
        row = int(frame.rect.bottom() + style.px(2.2))
        lit = [x for x in range(800) if image.pixelColor(x, row).name() == LIGHT.accent.lower()]
        return sorted({round(frame.x_value(x)) for x in lit})

    plain, found = View(), View(found=found_in(state.labels, "hit"))
    assert accents(plain) == []
    assert accents(found) == [3, 8, 13, 18]
    assert accents(View(found=found_in(LABELS, "the"))) == []  # among other names
    spec = FigureSpec.in_pixels((key,), 800, 300)
    assert suited(spec, snapshot, found).found is None


def test_that_a_name_may_hold_any_letter() -> None:
    assert found_in(("a\0B", "b", "c"), "b").classes.tolist() == [0, 1]
    assert found_in(("Straße", "strand", "STRASSE"), "strasse").classes.tolist() == [0, 2]
