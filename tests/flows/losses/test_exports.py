"""Numbers and scripts say of a second loss what is true of it."""

from __future__ import annotations

import csv
import io
import json
import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from tests.flows.losses.truth import SEED, every_loss, every_state, truth_of, value, with_loss
from xentgui.export.file_formats import NUMBER_FORMATS
from xentgui.export.numbers.looks import Looks
from xentgui.model import State, derive
from xentgui.model.losses import CROSS_ENTROPY, LOSSES


@every_loss
@every_state
def test_that_exact_formats_have_the_loss_and_its_terms(state: State, loss: str) -> None:
    state = with_loss(state, loss)
    snapshot, truth = derive(state), truth_of(state)
    content = json.loads(NUMBER_FORMATS["json"].encode(snapshot, Looks()))
    rows = list(csv.DictReader(io.StringIO(NUMBER_FORMATS["csv"].encode(snapshot, Looks()))))

    assert content["loss_name"] == loss
    if loss != "cross_entropy":
        assert content["state"]["loss"] == rows[0]["loss"] == loss
    exact = [content["loss"], float(rows[0][loss])]
    assert [math.inf if one == "inf" else one for one in exact] == pytest.approx(
        [truth["loss"]] * 2
    )
    terms = [float(row.get("loss_term", row["contribution"])) for row in rows]
    np.testing.assert_allclose(terms, truth["terms"], atol=1e-15)
    assert [float(term) for term in content["loss_terms"]] == terms
    if np.isfinite(truth["loss"]):
        slopes = [float(row["gradient"]) for row in rows]
        np.testing.assert_allclose(slopes, truth["slopes"], atol=1e-14)


def test_that_tables_for_people_name_the_loss_and_give_a_plain_number_no_unit() -> None:
    snapshot, looks = derive(with_loss(SEED, "brier")), Looks("bits", 5)
    truth = truth_of(with_loss(SEED, "brier"))

    text = NUMBER_FORMATS["markdown"].encode(snapshot, looks)
    lines = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines()]
    terms = [line[lines[0].index("(p − y)²")] for line in lines[2:5]]
    single = {line[0]: line[1] for line in lines[6:] if len(line) == 2}

    assert [value(term.replace("\\", "")) for term in terms] == pytest.approx(
        truth["terms"].tolist(), abs=1e-5
    )
    assert value(single["Brier score B(y, p)"]) == pytest.approx(truth["loss"], abs=1e-5)
    assert "cross-entropy H(y, p) \\[bits\\]" in single
    assert single["loss L"] == "brier"
    assert r"$(p-y)^2$" in NUMBER_FORMATS["latex"].encode(snapshot, looks)


@every_loss
@every_state
def test_that_the_numpy_script_gives_the_loss_and_its_gradient(
    state: State, loss: str, capsys: pytest.CaptureFixture[str]
) -> None:
    state = with_loss(state, loss)
    truth, snapshot, found = truth_of(state), derive(state), dict[str, Any]()

    exec(NUMBER_FORMATS["numpy"].encode(snapshot, Looks()), found)  # noqa: S102 (our own script)

    assert found[loss] == pytest.approx(truth["loss"], rel=1e-12)
    np.testing.assert_allclose(found["gradient"], snapshot.gradient, atol=1e-14)
    said = capsys.readouterr().out.splitlines()[-1]
    assert said.startswith(f"{LOSSES[loss].name} = {truth['loss']:.6g}")


@every_loss
@pytest.mark.parametrize("target", [(1.0, 0.0, 0.0), (0.5, 0.5, 0.0), (0.0, 0.0, 1.0)])
@pytest.mark.parametrize("temperature", [0.0, math.inf])
def test_that_the_numpy_script_has_the_limits(
    loss: str, target: tuple[float, ...], temperature: float
) -> None:
    logits = (1.0, 1.0, 0.0)
    state = replace(SEED, logits=logits, target=target, temperature=temperature, loss=loss)
    found: dict[str, Any] = {}

    exec(NUMBER_FORMATS["numpy"].encode(derive(state), Looks()), found)  # noqa: S102 (our own script)

    assert found["gradient"].tolist() == derive(state).gradient.tolist()
    assert found[loss] == pytest.approx(derive(state).loss)


@every_loss
@every_state
def test_that_the_pytorch_script_gives_the_loss_and_its_gradient(state: State, loss: str) -> None:
    state = with_loss(state, loss)
    script = NUMBER_FORMATS["pytorch"].encode(derive(state), Looks())

    compile(script, "script", "exec")
    assert f"\n{loss} = " in script
    assert f"{loss}.backward()\ngradient = logits.grad" in script
    pytest.importorskip("torch")
    truth, found = truth_of(state), dict[str, Any]()
    exec(script, found)  # noqa: S102 (our own script)
    assert float(found[loss].detach()) == pytest.approx(truth["loss"], rel=1e-12)
    if np.isfinite(truth["loss"]):
        np.testing.assert_allclose(found["gradient"].numpy(), truth["slopes"], atol=1e-13)


def test_that_only_what_is_registered_can_be_chosen() -> None:
    with pytest.raises(ValueError, match="There is no loss “hinge”"):
        replace(SEED, loss="hinge")
    assert LOSSES[SEED.loss] is CROSS_ENTROPY
