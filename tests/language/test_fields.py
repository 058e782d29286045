"""Fields in headings and captions: one table, in the unit of the moment, and none is guessed."""

from __future__ import annotations

import math
import re

import pytest

from tests.documents.classifiers import SMALL
from xentgui.language.field_values import PREPARED
from xentgui.language.fields import FIELDS, FieldError, Moments, filled, told
from xentgui.model import State, derive
from xentgui.model.subjects import resolve
from xentgui.model.view import View

STATE = State(("cat", "dog", "owl"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0), temperature=2.0)


def _filled(text: str, unit: str = "nats", **how: str) -> str:
    return filled(text, derive(STATE), View(unit=unit), **how)


def test_that_fields_are_the_numbers_of_the_state() -> None:
    weights = [math.exp(z / 2.0) for z in STATE.logits]
    p = [w / sum(weights) for w in weights]

    assert _filled("{T}, {K}, {p1}, {p2}") == f"2, 3, {p[0]:.3f}, {p[1]:.3f}"
    assert _filled("{loss} = {h1}") == f"{-math.log(p[0]):.3f} = {-math.log(p[0]):.3f}"
    assert _filled("{loss}", "bits") == f"{-math.log2(p[0]):.3f}"
    assert _filled("{g2} {z3} {name3}") == f"+{p[1] / 2:.3f} 0.56 owl"


@pytest.mark.parametrize("name", FIELDS)
def test_that_each_field_has_a_text(name: str) -> None:
    assert bool(_filled(f"{{{name}}}")) is (name != PREPARED)  # which only marks its text


def test_that_other_braces_stay() -> None:
    assert _filled("{1, 2} {} {{T}} a}b") == "{1, 2} {} {T} a}b"


def test_that_what_moves_is_a_field_where_something_does() -> None:
    assert _filled("{swept}!", swept="T = 2") == "T = 2!"
    with pytest.raises(FieldError, match=r"\{swept\}"):
        _filled("{swept}")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("loss {lost}", r"no field \{lost\}, at character 6 of “loss \{lost\}”"),
        ("{p9}", "is of a class that is not there. There are 3 classes"),
        ("{p0}", "is of a class that is not there"),
    ],
)
def test_that_an_unknown_field_is_refused_with_its_place(text: str, what: str) -> None:
    with pytest.raises(FieldError) as refused:
        _filled(text)

    assert re.search(what, str(refused.value))


def test_that_a_formula_and_a_word_name_the_same_numbers() -> None:
    soft = derive(State(("a", "b", "c"), (2.33, -1.46, 0.56), (0.6, 0.1, 0.3)))
    text = "{H(y)}={floor} {D(y‖p)}={D(y,p)}={kl} {H(p)}={entropy} {H(p, y)}={reverse} {H(y,p)}"

    assert filled(text, soft, View()) == (
        "0.898=0.898 0.188=0.188=0.188 0.501=0.501 0.644=0.644 1.086"
    )


def test_that_gaps_and_ratios_are_of_two_classes_or_of_the_two_that_lead() -> None:
    worked = derive(State(("a", "b", "c"), (2.33, -1.46, 0.56), (1, 0, 0)))

    assert filled("{gap:1,3} {gap} {ratio:1,3} {z_sum}", worked, View()) == "1.77 1.77 5.871 1.43"
    assert filled("{gap1,3} {gap:3,1}", worked, View()) == "1.77 −1.77"


def test_that_a_classifier_names_its_inputs_weights_and_accuracy() -> None:
    snapshot = derive(resolve(SMALL), SMALL)

    said = filled("{x1} {w1,2} {dw1,2} {b2} {accuracy} {steps}", snapshot, View())

    x, w, _, b, right, steps = said.replace("−", "-").split()
    assert float(x) == SMALL.points[SMALL.chosen, 0]
    assert float(w) == SMALL.weights[0, 1]
    assert float(b) == SMALL.bias[1]
    assert 0 <= float(right) <= 1
    assert steps == "0"
    with pytest.raises(FieldError):
        filled("{x9}", snapshot, View())


def test_that_fields_name_the_moments_before_and_after() -> None:
    one, other = derive(STATE), derive(State(STATE.labels, (0.0, 0.0, 0.0), STATE.target))
    moments = Moments(one, before=other, then=other)

    said = told("{before:p1} {loss_before} {then:p1} {p1}", moments, View())

    assert said == f"0.333 1.099 0.333 {one.probabilities[0]:.3f}"
    assert told("{before:p1}", Moments(one), View()) == "–"


@pytest.mark.parametrize(
    ("hidden", "said"), [("p:1", "? ? ? 2.33"), ("h:1", "0.640 ? −0.180 2.33")]
)
def test_that_what_is_hidden_is_not_read_nor_what_gives_it_away(hidden: str, said: str) -> None:
    moments = Moments(derive(STATE), hidden={hidden})

    assert told("{p1} {h1} {g1} {z1}", moments, View()) == said
