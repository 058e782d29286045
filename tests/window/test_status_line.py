from __future__ import annotations

from PySide6.QtWidgets import QLabel

from xentgui.language.numbers import sums_to_one
from xentgui.model import State, derive
from xentgui.window.status_line import StatusLine


def test_that_rounding_is_not_told_as_a_sum_other_than_one(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    logits = (0.6045232346229105, -1.46, 0.56, 2.33, 0.1, 0.2, 0.3)
    snapshot = next(
        found
        for shift in range(1000)
        for found in [
            derive(State(tuple("abcdefg"), (shift / 7, *logits[1:]), (1.0,) + (0.0,) * 6))
        ]
        if found.probability_sum != 1.0
    )

    line.show_snapshot(snapshot)

    assert sums_to_one(snapshot.probability_sum)
    assert line.findChild(QLabel, "status.sum").text().startswith("Σ p = 1  ")


def test_that_what_is_said_of_the_numbers_goes_with_them_and_other_messages_stay(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    line.retranslate("English")
    hint, snapshot = line.message(), derive(State(("a", "b"), (1.0, 0.0), (1.0, 0.0)))

    line.say_of_state("“warm” is not a number.")
    assert line.message() == "“warm” is not a number."
    line.show_snapshot(snapshot)
    assert line.message() == hint

    line.say("Saved")
    line.show_snapshot(snapshot)
    assert line.message() == "Saved"


def test_that_the_tip_of_a_command_stands_where_messages_stand_and_hides_nothing_else(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    line.retranslate("English")
    line.resize(800, 30)
    line.show()
    label, language = (line.findChild(QLabel, f"status.{it}") for it in ("message", "language"))
    line.say("Saved")

    line.showMessage("Change between the light and the dark theme")
    assert label.text() == "Change between the light and the dark theme"
    assert label.isVisible()
    assert language.isVisible()
    line.clearMessage()
    assert label.text() == "Saved"

    line.showMessage("Take the last step back")
    line.say("Undone")
    line.clearMessage()
    assert label.text() == "Undone"


def test_that_the_button_to_discard_stands_beside_its_own_sentence_only(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    line.retranslate("English")
    hint = line.message()

    line.offer_discard("Your work is back.")
    assert not line.discard.isHidden()
    line.say("Saved figure.pdf")
    assert line.discard.isHidden()
    line.show_hint()  # as after a while
    assert line.message() == "Your work is back."
    assert not line.discard.isHidden()

    line.say("Saved figure.pdf")
    line.withdraw_offer()
    assert line.message() == "Saved figure.pdf"
    line.show_hint()
    assert line.message() == hint
    assert line.discard.isHidden()
