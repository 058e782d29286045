from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from tests.tables.conftest import OPENING, styled
from xentgui.model import State, default_labels, edits
from xentgui.model.subjects import to_state
from xentgui.model.view import View
from xentgui.painting.text_widgets import LinkButton
from xentgui.painting.theme import DARK, LIGHT
from xentgui.tables.readouts.readout_specs import READOUT_SPECS
from xentgui.tables.readouts.readout_value import ReadoutValue


def _value(desk, key: str) -> ReadoutValue:
    return desk.glance.findChild(ReadoutValue, f"glance.{key}")


def _texts(desk) -> dict[str, str]:
    keys = ("cross_entropy", "entropy", "target_entropy", "kl_divergence", "perplexity")
    keys += ("prediction", "probability_sum", "target_sum")
    return {key: _value(desk, key).text() for key in keys}


def test_that_the_card_says_what_the_article_says(desk):
    assert _texts(desk) == {
        "cross_entropy": "0.1764 nats",
        "entropy": "0.5009 nats",
        "target_entropy": "0 nats",
        "kl_divergence": "0.1764 nats",
        "perplexity": "1.1929",
        "prediction": "class 1 ✓",
        "probability_sum": "1",
        "target_sum": "1",
    }
    assert _value(desk, "cross_entropy").font().bold()


def test_that_amounts_follow_the_unit_and_perplexity_does_not(desk):
    desk.store.show(View(unit="bits", decimals=6))

    nats = math.log(sum(map(math.exp, OPENING.logits))) - 2.33
    assert _value(desk, "cross_entropy").text() == f"{nats / math.log(2):.6f} bits"
    assert _value(desk, "perplexity").text() == f"{math.exp(nats):.6f}"
    captions = [label.text() for label in desk.glance.findChildren(QLabel)]
    assert "Perplexity 2^H(y, p)" in captions


def test_that_a_wrong_prediction_has_no_mark(desk):
    desk.store.edit(to_state(State(OPENING.labels, OPENING.logits, (0.0, 1.0, 0.0))), "edit")

    assert _value(desk, "prediction").text() == "class 1"


def test_that_ties_are_shown(desk_of):
    desk = desk_of(State(("cat", "dog", "owl"), (1.0, 1.0, 0.0), (1.0, 0.0, 0.0)))
    assert _value(desk, "prediction").text() == "cat = dog (tie)"

    desk.store.edit(to_state(State(tuple("abcdef"), (0.0,) * 6, (1.0, *[0.0] * 5))), "edit")
    assert _value(desk, "prediction").text() == "a = b = c = … (tie of 6)"


def test_that_a_target_that_does_not_add_up_is_warned_of_and_mended_by_one_click(desk):
    button = desk.glance.findChild(LinkButton, "glance.normalise")
    assert not button.isVisible()

    desk.store.edit(to_state(State(OPENING.labels, OPENING.logits, (0.5, 0.3, 0.1))), "edit")
    value = _value(desk, "target_sum")
    assert value.text() == "0.9000 ≠ 1"
    assert value.ink.name() == LIGHT.warning
    assert button.isVisible()

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sum(desk.state.target) == pytest.approx(1.0)
    assert desk.undo_texts[-1] == "Normalise Target"
    assert value.text() == "1"
    assert not button.isVisible()


def test_that_the_parts_of_the_loss_add_up_whatever_the_target_sums_to(desk):
    surplus = _value(desk, "surplus")
    assert not surplus.isVisible()

    desk.store.edit(to_state(State(OPENING.labels, OPENING.logits, (0.5, 0.0, 0.0))), "edit")

    assert surplus.isVisible()
    assert surplus.text() == "−0.5000 nats"
    snapshot = desk.store.snapshot
    parts = snapshot.target_entropy + snapshot.kl_divergence + snapshot.target_sum - 1.0
    assert snapshot.cross_entropy == pytest.approx(parts)


def test_that_a_target_of_nothing_cannot_be_normalised(desk):
    desk.store.edit(to_state(State(OPENING.labels, OPENING.logits, (0.0, 0.0, 0.0))), "edit")

    assert _value(desk, "target_sum").text() == "0 ≠ 1"
    assert not desk.glance._normalise.isVisible()


def test_that_a_tiny_loss_keeps_its_digits(desk):
    desk.store.edit(to_state(State(OPENING.labels, (40.0, 0.0, 0.0), OPENING.target)), "edit")

    assert _value(desk, "cross_entropy").text() == "8.497e−18 nats"
    assert _value(desk, "perplexity").text() == "1 + 8.497e−18"


@pytest.mark.parametrize("count", [3, 5, 7, 10, 50, 50_257])
def test_that_the_perplexity_of_no_knowledge_is_the_number_of_classes(desk, count):
    state = State(default_labels(count), np.zeros(count), np.eye(1, count)[0])
    desk.store.edit(to_state(state), "edit")

    assert _value(desk, "perplexity").text() == str(count)


def test_that_a_perplexity_beyond_float64_is_told_by_its_power_of_ten(desk_of):
    desk = desk_of(State(("a", "b"), (950.0, 0.0), (0.0, 1.0)))
    value = _value(desk, "perplexity")

    assert value.text() == "3.8e412"
    assert value.full == "3.7997743616e412"


def test_that_a_value_is_copied_with_every_digit(desk):
    value = _value(desk, "entropy")
    QTest.mouseClick(value, Qt.MouseButton.LeftButton)
    QTest.keyClick(value, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    text = QGuiApplication.clipboard().text()
    assert text.endswith(" nats")
    assert float(text.removesuffix(" nats")) == desk.store.snapshot.entropy


def test_that_a_value_shows_every_digit_in_its_tool_tip(desk):
    value = _value(desk, "entropy")
    middle = value.rect().center()
    QApplication.sendEvent(
        value, QHelpEvent(QEvent.Type.ToolTip, middle, value.mapToGlobal(middle))
    )

    assert QToolTip.text() == value.full
    QToolTip.hideText()


def test_that_a_value_with_the_focus_keeps_the_key_of_copy_from_a_menu_of_the_window(desk):
    value, other = _value(desk, "entropy"), _value(desk, "perplexity")
    taken = []
    for has_focus in (value, other):
        QTest.mouseClick(has_focus, Qt.MouseButton.LeftButton)
        for key in (Qt.Key.Key_C, Qt.Key.Key_S):
            event = QKeyEvent(
                QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier
            )
            event.ignore()
            QApplication.sendEvent(has_focus, event)
            taken.append(event.isAccepted())

    assert taken == [True, False, True, False]


def test_that_values_are_read_out_with_their_captions(desk):
    assert _value(desk, "entropy").accessibleName() == "Entropy H(p): 0.5009 nats"
    assert desk.glance.accessibleName() == "At a glance"


def test_that_a_long_prediction_is_cut_and_told_in_full(desk_of):
    name = "a very long name of a class, " * 4 + "and so on"
    desk = desk_of(State((name, "b"), (1.0, 0.0), (1.0, 0.0)))
    value = _value(desk, "prediction")

    assert value.text().endswith("… ✓")
    assert value.full == name


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.key)
def test_that_the_card_wears_the_theme(desk, theme):
    desk.glance.show_style(styled(theme))
    value = _value(desk, "entropy")

    assert value.ink.name() == theme.ink


def test_that_a_card_said_in_part_is_the_card_said_anew(desk_of):
    start = State(tuple("abcdef"), (1.0, 0.0, 2.0, 0.0, 0.0, 0.0), (1.0, 0.0, 0.0, 0.0, 0.0, 0.0))
    states = [start]
    for change in (
        lambda state: edits.with_logit(state, 0, 2.0),
        lambda state: edits.with_target(state, 2, 1.0),
        lambda state: edits.with_logit(state, 0, 2.5),
        lambda state: edits.with_label(state, 0, "new"),
        lambda state: edits.with_target(state, 0, 0.0),
        lambda state: edits.with_logit(state, 2, -900.0),
        lambda state: edits.with_logit(state, 2, -950.0),
        lambda state: edits.with_setting(state, "temperature", 0.0),
        lambda state: edits.with_logit(state, 1, 2.5),
        lambda state: edits.with_logit(state, 2, 2.5),
        lambda state: edits.with_logit(state, 3, 2.5),
        lambda state: edits.with_logit(state, 4, 2.5),
        lambda state: edits.with_logit(state, 1, 0.0),
    ):
        states.append(change(states[-1]))
    desk = desk_of(states[0])
    for state in states[1:]:
        desk.store.edit(to_state(state), "edit")
        desk.glance.repaint()
        fresh = desk_of(state)
        for line in READOUT_SPECS:
            one, other = _value(desk, line.key), _value(fresh, line.key)
            assert one.text() == other.text()
            assert one.full == other.full
            assert one.ink == other.ink
            assert one.accessibleName() == other.accessibleName()
        assert desk.glance._normalise.isVisible() == fresh.glance._normalise.isVisible()
        fresh.close()


def test_that_only_the_number_is_drawn_anew_and_its_unit_stands(desk):
    place = desk.glance.geometry()
    for change in (
        lambda: desk.store.edit(to_state(edits.with_logit(desk.state, 1, 3.25)), "edit"),
        lambda: desk.store.show(View(unit="bits")),
        lambda: desk.store.edit(to_state(edits.with_logit(desk.state, 1, 1.5)), "edit"),
    ):
        change()
        QApplication.processEvents()
        seen = desk.screen().grabWindow(desk.winId()).toImage().copy(place)
        assert seen == desk.grab(place).toImage().convertToFormat(seen.format())
