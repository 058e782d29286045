"""The panel Jacobian: its numbers where they belong, and cells that are pointed at and dragged."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPicture
from PySide6.QtTest import QTest

from xentgui.canvas.plot_view import PlotView
from xentgui.model import Snapshot, State, default_labels, derive
from xentgui.model.mark import ClassMark
from xentgui.model.message import RefusedError
from xentgui.model.subjects import BareLogits, Edit, resolve
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.frame import Frame
from xentgui.painting.signed_heat import heat
from xentgui.painting.style import Style
from xentgui.painting.theme import DARK, LIGHT, PRINT, Theme, contrast
from xentgui.panels.cell_mark import CellMark
from xentgui.panels.jacobian import Jacobian
from xentgui.panels.marked_panel import Way
from xentgui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("qapp")

ARTICLE = State(("cat", "dog", "owl"), np.log([0.34, 0.46, 0.20]), (1.0, 0.0, 0.0))
PANEL, VIEW = Jacobian(), View()
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier

Start = Callable[..., MainWindow]


class _Words(QPainter):
    """Keeps the texts that are drawn with their middles, and the cells that are filled."""

    def __init__(self, device: QPicture) -> None:
        super().__init__(device)
        self.words: list[tuple[QRectF, str, str]] = []
        self.filled: list[tuple[QRectF, str]] = []

    def drawText(self, box: QRectF, flags: object, text: str) -> None:  # type: ignore[override]
        self.words.append((self.transform().mapRect(box), text, self.pen().color().name()))
        super().drawText(box, flags, text)  # type: ignore[call-overload]

    def fillRect(self, rect: QRectF, color: QColor) -> None:  # type: ignore[override]
        self.filled.append((QRectF(rect), color.name()))
        super().fillRect(rect, color)


def _frame(snapshot: Snapshot, size: tuple[int, int] = (640, 420), theme: Theme = LIGHT) -> Frame:
    style = Style(theme, 13.0, ui_font(13.0))
    return PANEL.frame(QRectF(0, 0, *size), PANEL.ranges(snapshot, VIEW), VIEW, style, 1.0)


def _painted(snapshot: Snapshot, view: View = VIEW, size: tuple[int, int] = (640, 420)) -> _Words:
    picture = QPicture()
    painter = _Words(picture)
    PANEL.paint_marks(painter, _frame(snapshot, size), snapshot, view)
    painter.end()
    return painter


def _at(painter: _Words, point: QPointF) -> list[str]:
    return [text for box, text, _ in painter.words if box.contains(point)]


def _on(edit: Edit, state: State) -> State:
    return resolve(edit(BareLogits(state)))


def test_that_every_cell_has_its_number_and_its_sign_a_hue() -> None:
    snapshot = derive(ARTICLE)
    painter, frame = _painted(snapshot), _frame(snapshot)
    wanted = [
        ["0.224", "−0.156", "−0.068"],
        ["−0.156", "0.248", "−0.092"],
        ["−0.068", "−0.092", "0.160"],
    ]

    for row, column in np.ndindex(3, 3):
        at = PANEL.locate(CellMark(row, column), frame, snapshot, VIEW)
        assert _at(painter, at) == [wanted[row][column]]
        (fill,) = {color for rect, color in painter.filled if rect.contains(at)}
        red, _, blue, _ = QColor(fill).getRgb()
        assert (blue > red) == (row == column)


def test_that_p_minus_y_is_below_and_what_flows_in_beside() -> None:
    snapshot = derive(ARTICLE)
    painter, frame = _painted(snapshot), _frame(snapshot)
    cells = [PANEL.locate(CellMark(k, k), frame, snapshot, VIEW) for k in range(3)]
    right, bottom = frame.rect.right() - 8.0, frame.rect.bottom() - 50.0

    assert [_at(painter, QPointF(right, at.y())) for at in cells] == [["−2.941"], ["0"], ["0"]]
    found = [
        [
            text
            for box, text, _ in painter.words
            if box.top() > bottom - 30 and abs(box.center().x() - at.x()) < 1.0
        ]
        for at in cells
    ]
    assert found == [["−0.660"], ["0.460"], ["0.200"]]

    def formulas(**changes: object) -> set[str]:
        words = _painted(derive(replace(ARTICLE, **changes))).words  # type: ignore[arg-type]
        return {text for _, text, _ in words if "𝑝" in text}

    assert formulas() == {"∂𝑝 / ∂𝑧", "∂𝐿/∂𝑝 = −𝑦/𝑝", "= 𝑝 − 𝑦"}
    assert "= (𝑝 − 𝑦) / 𝑇" in formulas(temperature=2.0)
    assert formulas(loss="gce") == {"∂𝑝 / ∂𝑧", "∂𝐿/∂𝑝 = −𝑦·𝑝^(𝑞 − 1)"}
    assert {color for _, text, color in painter.words if text == "dog"} == {
        QColor(LIGHT.class_color(1)).name()
    }
    assert sum(text == "dog" for _, text, _ in painter.words) == 2


def test_that_it_says_what_has_no_number() -> None:
    def words(**changes: object) -> str:
        return PANEL.describe(derive(replace(ARTICLE, **changes)), VIEW)  # type: ignore[arg-type]

    assert "J is 0, except where the largest logits tie" in words(temperature=0.0)
    assert "as they do here" in words(temperature=0.0, logits=(1.0, 1.0, 0.0))
    assert "hinge (Weston–Watkins), does not pass through J" in words(loss="hinge_ww")
    assert "∂L/∂p" not in words(loss="fenchel_young").partition("The gradient")[0]
    impossible = words(logits=(0.0, -math.inf, 1.0), target=(0.0, 1.0, 0.0))
    assert "∂L/∂p: 0, −∞, 0" in impossible
    assert "∂L/∂z: 0.2689, −1, 0.7311" in impossible
    assert "the limit of the products" in impossible
    many = derive(State(default_labels(1000), np.arange(1000.0) / 10, [1.0] + [0.0] * 999))
    assert "The 6 classes with the largest p of 1000" in PANEL.describe(many, VIEW)
    assert (
        PANEL.mark_beside(None, Way.NEXT, derive(replace(ARTICLE, temperature=0.0)), VIEW) is None
    )


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda one: one.key)
def test_that_ink_can_be_read_on_every_fill(theme: Theme) -> None:
    for share in np.linspace(-1.0, 1.0, 41).tolist():
        assert contrast(theme.ink, heat(theme, share)) >= 4.5
    assert heat(theme, 0.0) == theme.card.lower()


@pytest.mark.parametrize("size", [(330, 260), (900, 700)], ids=str)
@pytest.mark.parametrize("count", [2, 3, 6, 40])
def test_that_no_word_lies_on_another_or_leaves_the_picture(
    size: tuple[int, int], count: int
) -> None:
    rng = np.random.default_rng(count)
    snapshot = derive(State(default_labels(count), rng.normal(0, 1, count), np.eye(count)[0]))
    painter, frame = _painted(snapshot, size=size), _frame(snapshot, size)
    style = frame.style
    boxes = []
    for box, text, _ in painter.words:
        if len(text) > 12:
            continue  # notes, which are wrapped below
        wide = min(style.metrics(0.62).horizontalAdvance(text), box.width())
        inner = QRectF(box.center().x() - wide / 2, box.center().y() - 3, wide, 6)
        assert QRectF(0, 0, *size).contains(inner), text
        boxes.append(box)
    assert not any(
        a.adjusted(1, 1, -1, -1).intersects(b.adjusted(1, 1, -1, -1))
        for k, a in enumerate(boxes)
        for b in boxes[:k]
    )


def test_that_pointing_says_what_a_logit_does_to_a_probability() -> None:
    snapshot = derive(ARTICLE)
    frame = _frame(snapshot)
    at = PANEL.locate(CellMark(0, 1), frame, snapshot, VIEW)

    assert PANEL.highlight_at(frame, snapshot, VIEW, at) == CellMark(0, 1)
    read = PANEL.read_out(CellMark(0, 1), snapshot, VIEW)
    assert read is not None
    assert read.name == "raising z of dog"
    assert read.lines[0] == ("changes p of cat, per unit, by", "−0.156400")
    above = QPointF(at.x(), frame.rect.top() + 5.0)
    beside = QPointF(frame.rect.right() - 5.0, at.y())
    assert PANEL.highlight_at(frame, snapshot, VIEW, above) == ClassMark(1)
    assert PANEL.highlight_at(frame, snapshot, VIEW, beside) == ClassMark(0)
    assert PANEL.mark_at(frame, snapshot, VIEW, above) is None


def test_that_a_lit_class_leaves_its_row_and_column_strong() -> None:
    snapshot = derive(ARTICLE)
    painter = _painted(snapshot, View(highlight=ClassMark(2)))
    frame = _frame(snapshot)
    ink = QColor(LIGHT.ink).name()

    for row, column in np.ndindex(3, 3):
        at = PANEL.locate(CellMark(row, column), frame, snapshot, VIEW)
        (color,) = (color for box, _, color in painter.words if box.contains(at))
        assert (color == ink) == (2 in (row, column))


def test_that_keys_lead_along_rows_and_columns() -> None:
    snapshot = derive(ARTICLE)

    def beside(mark: CellMark, way: Way) -> object:
        return PANEL.mark_beside(mark, way, snapshot, VIEW)

    assert beside(CellMark(1, 1), Way.UP) == CellMark(0, 1)
    assert beside(CellMark(1, 1), Way.DOWN) == CellMark(2, 1)
    assert beside(CellMark(1, 1), Way.LEFT) == CellMark(1, 0)
    assert beside(CellMark(2, 2), Way.DOWN) == beside(CellMark(2, 2), Way.RIGHT) == CellMark(2, 2)
    assert beside(CellMark(0, 2), Way.NEXT) == CellMark(1, 0)
    assert beside(CellMark(2, 2), Way.NEXT) is None
    assert beside(CellMark(1, 1), Way.LAST) == CellMark(2, 2)


def test_that_a_cell_that_is_raised_raises_the_logit_of_its_column() -> None:
    snapshot = derive(ARTICLE)
    frame, mark = _frame(snapshot), CellMark(0, 1)
    at, hold = PANEL.locate(mark, frame, snapshot, VIEW), PANEL.hold(mark, snapshot, VIEW)

    free = _on(hold.move(frame, VIEW, at + QPointF(9, -40), ALT), ARTICLE)
    round_ = _on(hold.move(frame, VIEW, at + QPointF(0, -40), NONE), free)

    assert free.logits[1] == pytest.approx(ARTICLE.logits[1] + 1.0)
    assert round_.logits == (ARTICLE.logits[0], 0.2, ARTICLE.logits[2])
    assert _on(hold.put_back(), round_) == ARTICLE
    assert _on(PANEL.typed(mark, VIEW, (0.25,)), ARTICLE).logits[1] == 0.25
    off = derive(replace(ARTICLE, logits=(0.0, -math.inf, 1.0)))
    with pytest.raises(RefusedError, match="a step does not change it"):
        _on(PANEL.hold(mark, off, VIEW).move(frame, VIEW, at + QPointF(0, -40), NONE), off.state)


def test_that_cells_are_walked_dragged_and_typed_in_the_window(start: Start) -> None:
    window = start(state=ARTICLE)
    window.run_command("show.jacobian")
    plot = window.findChild(PlotView, "panel.jacobian")
    assert plot is not None
    snapshot = window.store.snapshot
    at = PANEL.locate(CellMark(0, 1), plot.picture.frame(), snapshot, VIEW).toPoint()

    QTest.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    for step in (10, 20, 40):
        QTest.mouseMove(plot.viewport(), at - QPoint(0, step))
    QTest.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=at - QPoint(0, 40))
    moved = window.store.snapshot.state
    assert moved.logits[1] > ARTICLE.logits[1]
    assert moved.logits[::2] == ARTICLE.logits[::2]
    window.run_command("undo")
    assert window.store.snapshot.state == ARTICLE

    plot.setFocus()
    plot.picture.focus_mark(CellMark(0, 1))
    QTest.keyClick(plot, Qt.Key.Key_Down)
    assert plot.picture.focused == CellMark(1, 1)
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot.picture.focused == CellMark(1, 2)
    QTest.keyClick(plot, Qt.Key.Key_Up)
    assert plot.picture.focused == CellMark(0, 2)
    assert window.store.snapshot.state == ARTICLE
