"""The sampler's panel: stages are dragged into an order, cuts to a value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt

from tests.export.written_texts import written_texts
from xentgui.export.figure import Figure
from xentgui.export.spec import FigureSpec
from xentgui.model import State, derive
from xentgui.model.message import RefusedError
from xentgui.model.sampling.sampler import sampled
from xentgui.model.sampling.settings import STAGES
from xentgui.model.subjects import BareLogits, Edit, resolve
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.frame import Frame
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.funnel import Funnel
from xentgui.panels.funnel_lines import DrawsMark
from xentgui.panels.sampler import Sampler
from xentgui.panels.stage_marks import CutMark, StageMark, moved
from xentgui.panels.stage_rows import difference, stage_rows, value_at

STATE = State(("a", "b", "c", "d"), (3.0, 2.0, 1.0, 0.0), (1.0, 0.0, 0.0, 0.0))
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


def _after(edit: Edit | None, state: State) -> State:
    assert edit is not None
    return resolve(edit(BareLogits(state)))


def _frame(panel: Sampler | Funnel, state: State) -> Frame:
    style = Style(LIGHT, 13.0, ui_font(13.0))
    view = View()
    ranges = panel.ranges(derive(state), view)
    return panel.frame(QRectF(0, 0, 700, 400), ranges, view, style, 1.0)


@pytest.mark.usefixtures("qapp")
def test_that_a_stage_dragged_to_the_bottom_is_the_last() -> None:
    panel, snapshot, view = Sampler(), derive(STATE), View()
    frame = _frame(panel, STATE)
    start = panel.locate(StageMark("temperature"), frame, snapshot, view)
    end = panel.locate(StageMark("typical"), frame, snapshot, view)

    assert panel.mark_at(frame, snapshot, view, start) == StageMark("temperature")
    hold = panel.hold(StageMark("temperature"), snapshot, view)
    after = _after(hold.move(frame, view, end, NONE), STATE)

    assert after.order == "top_k,top_p,min_p,typical,temperature"
    assert _after(hold.put_back(), after) == STATE


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("key", ["top_k", "top_p", "min_p", "typical"])
@pytest.mark.parametrize("share", [0.0, 0.3, 0.7, 0.95, 1.0])
def test_that_a_dragged_cut_keeps_about_what_is_left_of_it(key: str, share: float) -> None:
    panel, snapshot, view = Sampler(), derive(STATE), View()
    frame = _frame(panel, STATE)
    at = panel.locate(CutMark(key), frame, snapshot, view)
    assert panel.mark_at(frame, snapshot, view, at) == CutMark(key)

    hold = panel.hold(CutMark(key), snapshot, view)
    after = _after(hold.move(frame, view, QPointF(frame.x(share), at.y()), ALT), STATE)

    stage = next(one for one in sampled(derive(after)).stages if one.key == key)
    kept = float(stage.before[stage.kept].sum())
    largest = float(stage.before.max())
    assert abs(kept - share) <= largest
    if key in {"top_p", "typical"}:
        assert getattr(after, key) == pytest.approx(share)
    assert _after(hold.put_back(), after) == STATE


@given(st.floats(0.0, 1.0), st.sampled_from(["top_k", "min_p"]))
def test_that_the_value_of_a_cut_keeps_the_classes_before_it(x: float, key: str) -> None:
    found = sampled(derive(STATE))
    row = next(one for one in stage_rows(derive(STATE)) if one.stage.key == key)

    value = value_at(row, found, x)

    after = State(STATE.labels, STATE.logits, STATE.target, **{key: value})  # type: ignore[arg-type]
    stage = next(one for one in sampled(derive(after)).stages if one.key == key)
    sums = row.ends.tolist()
    assert stage.count - 1 == min(range(4), key=lambda k: abs(sums[k] - x))


@pytest.mark.usefixtures("qapp")
def test_that_keys_lead_through_all_stages_and_move_them() -> None:
    panel, snapshot, view = Sampler(), derive(STATE), View()

    up = panel.nudge(StageMark("top_p"), snapshot, view, (0, 1), 1.0)
    assert _after(up, STATE).order == "temperature,top_p,top_k,min_p,typical"
    assert panel.nudge(StageMark("temperature"), snapshot, view, (0, 1), 1.0) is None
    less = panel.nudge(CutMark("top_p"), snapshot, view, (-1, 0), 1.0)
    assert _after(less, STATE).top_p == 0.99
    fewer = panel.nudge(CutMark("top_k"), snapshot, view, (-1, 0), 1.0)
    assert _after(fewer, STATE).top_k == 3.0


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("key", "value"), [("top_k", 1.5), ("top_k", -1.0), ("top_p", 1.2), ("min_p", -0.1)]
)
def test_that_a_typed_value_out_of_range_is_refused(key: str, value: float) -> None:
    edit = Sampler().typed(CutMark(key), View(), (value,))

    with pytest.raises(RefusedError):
        edit(BareLogits(STATE))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("count", [0.0, 2.5, 1_000_001.0])
def test_that_a_typed_number_of_draws_out_of_range_is_refused(count: float) -> None:
    edit = Funnel().typed(DrawsMark(), View(), (count,))

    with pytest.raises(RefusedError):
        edit(BareLogits(STATE))


@pytest.mark.usefixtures("qapp")
def test_that_the_line_of_draws_is_dragged_along_powers_of_ten() -> None:
    panel, snapshot, view = Funnel(), derive(STATE), View()
    frame = _frame(panel, STATE)
    at = panel.locate(DrawsMark(), frame, snapshot, view)

    hold = panel.hold(DrawsMark(), snapshot, view)
    after = _after(hold.move(frame, view, QPointF(frame.x(1.0), at.y()), NONE), STATE)

    assert after.draws == 10.0
    assert _after(hold.put_back(), after) == STATE


@pytest.mark.parametrize("key", STAGES)
@pytest.mark.parametrize("place", range(5))
def test_that_a_moved_stage_is_at_its_place_and_the_others_keep_their_order(
    key: str, place: int
) -> None:
    order = moved(",".join(STAGES), key, place).split(",")

    assert order[place] == key
    assert [one for one in order if one != key] == [one for one in STAGES if one != key]


@pytest.mark.usefixtures("qapp")
def test_that_the_difference_of_the_libraries_is_said() -> None:
    state = State(("a", "b", "c"), (3, 2, 1), (1, 0, 0), temperature=0.5, top_p=0.8)

    words = difference(derive(state))

    assert "keeps 1" in words
    assert words.endswith("2")
    assert difference(derive(STATE)) == ""


@pytest.mark.parametrize("count", [3, 50, 50_257])
@pytest.mark.parametrize("picture", ["sorted", "bar"])
def test_that_what_is_left_is_never_cut(qapp, count: int, picture: str) -> None:
    state = State([str(k) for k in range(count)], [0.0] * count, [1.0] + [0.0] * (count - 1))
    spec = FigureSpec.in_pixels(("sampler",), 500.0, 380.0, style="window")
    view = View(choices={"sampler.picture": picture})

    texts = [one.text for one in written_texts(Figure(spec, derive(state), view)).texts]

    assert sum("→" in text for text in texts) == 2, texts
    assert [text for text in texts if text.endswith("…")] == []
