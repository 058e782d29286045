"""Steps to come are drawn before they are taken: each is computed once, whoever asks for it."""

from __future__ import annotations

import weakref
from dataclasses import replace

import numpy as np

from tests.flows.counted_calls import counted
from xentgui.model import State, derive
from xentgui.model.path import path_of
from xentgui.model.run import Run
from xentgui.model.slope import Slope
from xentgui.model.view import View

STATE = State(("a", "b", "c", "d"), (2.33, -1.46, 0.56, 0.1), (0.4, 0.3, 0.2, 0.1))
AHEAD, STEPS = 30, 20
COMPUTED = Slope._at.__wrapped__.__code__


def test_that_a_step_is_computed_once_though_a_picture_is_a_step_behind() -> None:
    view = View()
    run = Run.begun(STATE, view.walk)
    before = derive(STATE), replace(view, run=run)
    with counted() as calls:
        for _ in range(STEPS):
            run = run.forward()
            now = derive(replace(STATE, logits=run.logits[run.at])), replace(view, run=run)
            for snapshot, shown in (now, before, now):
                path_of(snapshot, shown, AHEAD)
            before = now

    assert calls[COMPUTED] <= STEPS + AHEAD


def test_that_what_is_kept_has_the_bits_of_what_is_computed_anew() -> None:
    run = Run.begun(STATE, View().walk)
    path_of(derive(STATE), replace(View(), run=run), AHEAD)
    for _ in range(STEPS):
        run = run.forward()
    anew = Slope(STATE).at(run.logits[run.at].copy())

    assert np.array_equal(anew.probabilities, run.probabilities[run.at])
    assert anew.loss == run.losses[run.at]


def test_that_very_many_classes_take_no_more_memory_than_one_step_needs() -> None:
    zeros = np.zeros(1 << 19)
    slope = Slope(State([str(k) for k in range(len(zeros))], zeros, np.eye(1, len(zeros))[0]))
    weakly = [weakref.ref(slope.at(zeros + step).gradient) for step in range(3)]

    assert [one() for one in weakly] == [None] * 3
