"""Fields in headings and captions: one table, in the unit of the moment, and none is guessed."""

from __future__ import annotations

import math
import re

import pytest

from xentgui.language.fields import FIELDS, FieldError, filled
from xentgui.model import State, derive
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
    assert _filled(f"{{{name}}}")


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
