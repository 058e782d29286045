"""A second loss, registered and no more: all that the program says of it is true.

What is true is worked out here by the definitions, in plain Python.
"""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.model.losses.brier import BRIER
from xentgui.canvas.plot_view import PlotView
from xentgui.export.numbers import NUMBER_FORMATS, Looks
from xentgui.language.text import MINUS
from xentgui.model import State, derive
from xentgui.model.losses import CROSS_ENTROPY, LOSSES
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.model.subjects import to_state
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels import PANELS
from xentgui.panels.careless import Careless
from xentgui.panels.decomposition import Decomposition
from xentgui.panels.derivation import Derivation
from xentgui.panels.derivation_page.lines import working
from xentgui.panels.derivation_page.page import page_of
from xentgui.panels.derivation_page.stage import Line
from xentgui.panels.derivation_page.stages import present, stages_of
from xentgui.panels.gradient import Gradient
from xentgui.panels.information import Information
from xentgui.panels.panel import Panel
from xentgui.program.subcommands.inputs import ManySamples
from xentgui.program.subcommands.sample_text import sample_text
from xentgui.reading.batch import LogitsBatch, batch
from xentgui.reading.samples.order import Order, arranged
from xentgui.reading.samples.scan import Scan
from xentgui.tables.readouts.readout_value import ReadoutValue
from xentgui.window.main_window import MainWindow

SEED = State(("cat", "dog", "owl"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))
STATES = {
    "seed": SEED,
    "soft": replace(SEED, target=(0.7, 0.2, 0.1)),
    "warm": replace(SEED, temperature=2.5),
    "smoothed": replace(SEED, temperature=0.5, label_smoothing=0.1),
    "wrong": replace(SEED, logits=(-2.85, 0.86, 0.28), target=(0.0, 0.0, 1.0)),
    "sum of 0.9": replace(SEED, target=(0.5, 0.3, 0.1)),
    "negative": replace(SEED, logits=(-2.0, -3.5, -4.0)),
    "four": State(("a", "b", "c", "d"), (0.3, -1.2, 2.5, 0.0), (0.1, 0.2, 0.3, 0.4)),
}
_HORIZONTAL = Qt.Orientation.Horizontal
every_state = pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())


@pytest.fixture(autouse=True)
def _registered() -> Iterator[None]:
    LOSSES[BRIER.key] = BRIER
    yield
    del LOSSES[BRIER.key]


def _truth(state: State) -> dict[str, Any]:
    """Return what the letters of formulas stand for, and what the losses come to."""
    z, t = np.array(state.logits), state.temperature
    weights = [math.exp(one / t) for one in state.logits]
    p = np.array([weight / sum(weights) for weight in weights])
    s, e, k = sum(state.target), state.label_smoothing, len(z)
    y = np.array([(1 - e) * one + e * s / k for one in state.target])
    m = float(sum(a * (a - b) for a, b in zip(p, y, strict=True)))
    terms = {
        "cross_entropy": [-b * math.log(a) if b else 0.0 for a, b in zip(p, y, strict=True)],
        "brier": [(a - b) ** 2 for a, b in zip(p, y, strict=True)],
    }[state.loss]
    slopes = {
        "cross_entropy": [(s * a - b) / t for a, b in zip(p, y, strict=True)],
        "brier": [2 * a * (a - b - m) / t for a, b in zip(p, y, strict=True)],
    }[state.loss]
    names = {"z": z, "T": t, "p": p, "y": y, "s": s, "m": m}
    return names | {"terms": np.array(terms), "loss": sum(terms), "slopes": np.array(slopes)}


def _with(state: State, loss: str) -> State:
    return replace(state, loss=loss)


@every_state
@pytest.mark.parametrize("loss", ["cross_entropy", "brier"])
def test_that_the_numbers_are_those_of_the_definition(state: State, loss: str) -> None:
    snapshot, truth = derive(_with(state, loss)), _truth(_with(state, loss))

    np.testing.assert_allclose(snapshot.loss_terms, truth["terms"], rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(snapshot.gradient, truth["slopes"], rtol=1e-12, atol=1e-14)
    assert snapshot.loss == pytest.approx(truth["loss"], rel=1e-12)
    # What is information's own stays the cross-entropy's.
    entropies = derive(state)
    for name in ("cross_entropy", "entropy", "target_entropy", "kl_divergence", "perplexity"):
        assert getattr(snapshot, name) == getattr(entropies, name)


# The derivation


def _value(text: str) -> float:
    return float(text.replace(MINUS, "-").replace("∞", "inf"))


def _evaluated(template: str, words: list[str], truth: dict[str, Any]) -> np.ndarray:
    """Return what a formula of the page comes to, class by class, read as mathematics."""
    formula = template.replace(r"\tilde y", "y")
    for word in words:
        formula = re.sub(r"@\d+", f"({_value(word)!r})", formula, count=1)
    formula = re.sub(r"^\\times\\, ", "", formula)
    formula = re.sub(r"\\frac\{(.*)\}\{(.*)\}$", r"(\1)/\2", formula)
    formula = re.sub(r"e\^\{(.*)\}", r"exp(\1)", formula)
    formula = formula.replace("{-}", "-").replace(r"\,", "*").replace("^2", "**2")
    formula = re.sub(r"(?<=y)(?=\\)", "*", formula)
    for name, function in ((r"\ln", "log"), (r"\log_2", "log2"), (r"\log_{10}", "log10")):
        formula = formula.replace(f"{name} p", f"{function}(p)")
    functions = {"exp": np.exp, "log": np.log, "log2": np.log2, "log10": np.log10}
    found = eval(formula, {"__builtins__": {}}, functions | truth)  # noqa: S307 (our own formulas)
    return np.broadcast_to(found, len(truth["z"]))


def _texts(words: tuple[Any, ...]) -> list[str]:
    return [word.text for word in words]


def _check_line(line: Line, state: State, truth: dict[str, Any], size: float) -> None:
    cells = np.array([_value(cell) for cell in line.cells])
    totals = [_value(word.text) for word in line.tail_words]
    if line.stage.is_fraction:
        assert totals == pytest.approx([truth["p"][int(line.head_words[0].text) - 1]], abs=6e-4)
        return
    if line.stage.is_result:
        assert line.head == "L ="
        np.testing.assert_allclose(cells, truth["terms"] / size, atol=6e-4)
        assert totals == pytest.approx([truth["loss"] / size], abs=6e-4)
    else:
        wanted = _evaluated(line.head, _texts(line.head_words), truth)
        np.testing.assert_allclose(cells, wanted, atol=2e-3, err_msg=line.head)
    column = _evaluated(line.column, _texts(line.column_words), truth)
    np.testing.assert_allclose(cells, column, atol=3e-3, err_msg=line.column)
    if line.tail:
        symbol = line.tail.partition("=")[0].strip()
        of_all = {"": truth["loss"] / size, r"\Sigma": column.sum(), "s": truth["s"]}
        wanted = column.sum() if symbol == "m" else of_all[symbol]
        assert totals == pytest.approx([wanted], abs=3e-3)


@every_state
@pytest.mark.parametrize("unit", ["nats", "bits", "dits"])
@pytest.mark.parametrize("loss", ["cross_entropy", "brier"])
def test_that_every_equation_on_the_page_is_true(state: State, unit: str, loss: str) -> None:
    state = _with(state, loss)
    truth = _truth(state)
    size = {"nats": 1.0, "bits": math.log(2.0), "dits": math.log(10.0)}[unit]

    lines = working(derive(state), unit, 5, None).lines

    for line in lines:
        _check_line(line, state, truth, size if LOSSES[loss].unit else 1.0)
    np.testing.assert_allclose(
        [_value(cell) for cell in lines[-1].cells], truth["slopes"], atol=6e-4
    )
    assert len(lines) == len(present(state))


def _style() -> Style:
    return Style(LIGHT, 13.0, fonts.ui_font(13.0))


@pytest.mark.usefixtures("qapp")
def test_that_the_page_of_a_plain_number_has_no_unit_and_speaks_of_no_other_loss() -> None:
    state = _with(STATES["sum of 0.9"], "brier")
    page = page_of(QRectF(0, 0, 490, 350), derive(state), View(unit="bits"), _style())
    words = Derivation().describe(derive(state), View())

    assert page.unit == ""
    assert "Brier score" in words
    assert "cross-entropy" not in words
    assert [stage.key for stage in stages_of(BRIER)][-4:] == [
        "difference",
        "square",
        "mean",
        "gradient",
    ]
    assert "cross-entropy" in Derivation().describe(derive(_with(state, "cross_entropy")), View())


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", [(490, 350), (282, 262), (900, 670)])
def test_that_each_stage_of_the_page_is_painted(size: tuple[int, int]) -> None:
    snapshot = derive(_with(SEED, "brier"))
    pictures = set()
    for stage in (0, *present(snapshot.state)):
        image = QImage(QSize(*size), QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT.card))
        painter = QPainter(image)
        Derivation().paint(painter, QRectF(0, 0, *size), snapshot, View(stage=stage), _style())
        painter.end()
        pictures.add(bytes(image.constBits()))

    assert len(pictures) == len(present(snapshot.state)) + 1


# The panels


def test_that_the_formula_of_the_gradient_is_that_of_the_loss() -> None:
    formulas = {loss: Gradient.formula_of(derive(_with(SEED, loss))) for loss in LOSSES}

    assert formulas["cross_entropy"] == Gradient.formula == "∂L/∂z = (p − y) / T"
    assert formulas["brier"] == "∂L/∂z = 2p(p − y − Σp(p − y)) / T"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("panel", [Information(), Decomposition(), Careless()])
def test_that_a_panel_about_cross_entropy_says_so_while_another_loss_is_chosen(
    panel: Panel,
) -> None:
    view, pictures = View(areas=True), []
    for loss in ("cross_entropy", "brier"):
        snapshot = derive(_with(SEED, loss))
        image = QImage(490, 350, QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT.card))
        painter = QPainter(image)
        panel.paint(painter, QRectF(0, 0, 490, 350), snapshot, view, _style())
        painter.end()
        pictures.append(np.array(image.constBits()))
        face = panel.face(view) if isinstance(panel, Information) else panel
        says = "the chosen loss is Brier score" in face.describe(snapshot, view)
        assert says == (loss == "brier")

    assert (pictures[0] != pictures[1]).any()


@pytest.mark.usefixtures("qapp")
def test_that_no_panel_speaks_of_another_loss_while_it_is_the_cross_entropy() -> None:
    for panel in PANELS:
        assert "chosen loss" not in panel().describe(derive(SEED), View(areas=True))


# The window


@pytest.fixture
def brier_window(window: MainWindow) -> MainWindow:
    state = _with(STATES["soft"], "brier")
    window.store.edit(to_state(state), "Choose the loss")
    return window


def _readout(window: MainWindow, key: str) -> ReadoutValue:
    found = window.readouts.findChild(ReadoutValue, f"glance.{key}")
    assert found is not None
    return found


def test_that_the_read_outs_say_the_loss_and_keep_what_is_informations_own(
    brier_window: MainWindow,
) -> None:
    truth = _truth(brier_window.store.snapshot.state)
    captions = {
        label.text() for label in brier_window.readouts.findChildren(QLabel) if label.isVisible()
    }

    assert _readout(brier_window, "loss").isVisible()
    assert _readout(brier_window, "loss").text() == f"{truth['loss']:.4f}"
    assert "Brier score B(y, p)" in captions
    h = -sum(b * math.log(a) for a, b in zip(truth["p"], truth["y"], strict=True))
    assert _readout(brier_window, "cross_entropy").text() == f"{h:.4f} nats"

    brier_window.store.edit(to_state(SEED), "Go back")

    assert not _readout(brier_window, "loss").isVisible()
    assert _readout(brier_window, "cross_entropy").isVisible()


def test_that_the_table_has_what_each_class_adds_to_the_loss(brier_window: MainWindow) -> None:
    truth = _truth(brier_window.store.snapshot.state)
    model = brier_window.target_table.model()
    columns = {model.headerData(k, _HORIZONTAL): k for k in range(model.columnCount())}

    shown = [model.index(row, columns["loss term"]).data() for row in range(3)]

    assert [_value(text) for text in shown] == pytest.approx(truth["terms"].tolist(), abs=6e-5)
    brier_window.store.edit(to_state(SEED), "Go back")
    assert "loss term" not in {model.headerData(k, _HORIZONTAL) for k in range(model.columnCount())}


def test_that_the_card_and_the_pointers_read_out_have_its_formulas(
    brier_window: MainWindow, qtbot: QtBot
) -> None:
    view = brier_window.panels["gradient"]
    assert isinstance(view, PlotView)
    bar = brier_window.cards.by_key["gradient"].title_bar
    formula = "∂L/∂z = 2p(p − y − Σp(p − y)) / T"

    view.readout.point_at(1, QPointF(100, 100))
    qtbot.waitUntil(view.readout.isVisible)

    assert bar.formula.text() == fonts.formula(formula)
    words = view.readout.words()
    truth = _truth(brier_window.store.snapshot.state)
    told = words.partition("Brier score (p − y)²")[2].split()[0]
    assert words.startswith("dog\n")
    assert _value(told) == pytest.approx(truth["terms"][1], abs=6e-7)


# Numbers as text


@every_state
def test_that_exact_formats_have_the_loss_and_its_terms(state: State) -> None:
    snapshot, truth = derive(_with(state, "brier")), _truth(_with(state, "brier"))
    content = json.loads(NUMBER_FORMATS["json"].encode(snapshot, Looks()))
    rows = list(csv.DictReader(io.StringIO(NUMBER_FORMATS["csv"].encode(snapshot, Looks()))))

    assert content["state"]["loss"] == rows[0]["loss"] == "brier"
    assert content["loss"] == float(rows[0]["brier"]) == pytest.approx(truth["loss"])
    np.testing.assert_allclose(content["loss_terms"], truth["terms"], atol=1e-15)
    np.testing.assert_allclose(
        [float(row["loss_term"]) for row in rows], truth["terms"], atol=1e-15
    )
    np.testing.assert_allclose(
        [float(row["gradient"]) for row in rows], truth["slopes"], atol=1e-14
    )


def test_that_tables_for_people_name_the_loss_and_give_a_plain_number_no_unit() -> None:
    snapshot, looks = derive(_with(SEED, "brier")), Looks("bits", 5)
    truth = _truth(_with(SEED, "brier"))

    text = NUMBER_FORMATS["markdown"].encode(snapshot, looks)
    lines = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines()]
    terms = [line[lines[0].index("(p − y)²")] for line in lines[2:5]]
    single = {line[0]: line[1] for line in lines[6:] if len(line) == 2}

    assert [_value(term.replace("\\", "")) for term in terms] == pytest.approx(
        truth["terms"].tolist(), abs=1e-5
    )
    assert _value(single["Brier score B(y, p)"]) == pytest.approx(truth["loss"], abs=1e-5)
    assert "cross-entropy H(y, p) \\[bits\\]" in single
    assert single["loss L"] == "brier"
    assert r"$(p-y)^2$" in NUMBER_FORMATS["latex"].encode(snapshot, looks)


@every_state
def test_that_the_numpy_script_gives_the_loss_and_its_gradient(
    state: State, capsys: pytest.CaptureFixture[str]
) -> None:
    state = _with(state, "brier")
    truth, found = _truth(state), dict[str, Any]()

    exec(NUMBER_FORMATS["numpy"].encode(derive(state), Looks()), found)  # noqa: S102 (our own script)

    assert found["brier"] == pytest.approx(truth["loss"], rel=1e-12)
    np.testing.assert_allclose(found["gradient"], truth["slopes"], atol=1e-14)
    said = capsys.readouterr().out.splitlines()[-1]
    assert said == f"Brier score = {truth['loss']:.6g}"


def test_that_the_numpy_script_has_the_limit_at_temperature_0() -> None:
    state = replace(SEED, logits=(1.0, 1.0, 0.0), temperature=0.0, loss="brier")
    found: dict[str, Any] = {}

    exec(NUMBER_FORMATS["numpy"].encode(derive(state), Looks()), found)  # noqa: S102 (our own script)

    assert found["gradient"].tolist() == derive(state).gradient.tolist() == [-math.inf, math.inf, 0]


@every_state
def test_that_the_pytorch_script_gives_the_loss_and_its_gradient(state: State) -> None:
    state = _with(state, "brier")
    script = NUMBER_FORMATS["pytorch"].encode(derive(state), Looks())

    compile(script, "script", "exec")
    assert "brier_terms = (probabilities - y) ** 2\nbrier = brier_terms.sum()" in script
    assert "brier.backward()\ngradient = logits.grad" in script
    assert 'print(f"Brier score = {brier.item():.6g}")' in script
    pytest.importorskip("torch")
    truth, found = _truth(state), dict[str, Any]()
    exec(script, found)  # noqa: S102 (our own script)
    assert float(found["brier"]) == pytest.approx(truth["loss"], rel=1e-12)
    np.testing.assert_allclose(found["gradient"].numpy(), truth["slopes"], atol=1e-13)


# Many samples


def _samples(kind: str) -> tuple[LogitsBatch, np.ndarray]:
    random = np.random.default_rng(8)
    logits, classes = random.normal(size=(60, 3)) * 3, random.integers(0, 3, 60)
    y = np.eye(3)[classes] if kind != "soft" else random.dirichlet(np.ones(3), 60)
    return batch("a.npy", logits, targets=classes if kind == "classes" else y), y


def _losses(of: LogitsBatch, y: np.ndarray, settings: ScalarSettings) -> list[float]:
    states = (
        State(tuple("abc"), tuple(of.row(row)), tuple(y[row]), **_given(settings))
        for row in range(of.samples)
    )
    return [_truth(state)["loss"] for state in states]


def _given(settings: ScalarSettings) -> dict[str, Any]:
    return {key: getattr(settings, key) for key in ("temperature", "label_smoothing", "loss")}


@pytest.mark.parametrize("kind", ["classes", "one-hot", "soft"])
@pytest.mark.parametrize("smoothing", [0.0, 0.2])
def test_that_a_scan_has_the_losses_of_the_chosen_loss(kind: str, smoothing: float) -> None:
    of, y = _samples(kind)
    settings = ScalarSettings(temperature=1.5, label_smoothing=smoothing, loss="brier")
    scan = Scan(of, settings)
    while not scan.done:
        scan.advance()

    losses = _losses(of, y, settings)

    assert scan.losses is not None
    np.testing.assert_allclose(scan.losses, losses, rtol=1e-12)
    assert scan.mean_loss == pytest.approx(float(np.mean(losses)))
    order = arranged(scan, Order.LARGEST_LOSS, only_wrong=False)
    assert list(order) == sorted(range(60), key=lambda row: -losses[row])
    alone = [
        derive(State(tuple("abc"), tuple(of.row(k)), tuple(y[k]), **_given(settings))).loss
        for k in range(60)
    ]
    if kind == "classes" or smoothing == 0.0:
        assert scan.losses.tolist() == alone


def test_that_many_samples_as_text_name_the_chosen_loss() -> None:
    of, y = _samples("classes")
    settings = ScalarSettings(loss="brier")
    losses = _losses(of, y, settings)
    samples = ManySamples(of, settings, "bits")

    content = json.loads(sample_text(samples, "json", Looks("bits")))
    table = sample_text(samples, "table", Looks("bits"))

    np.testing.assert_allclose(content["brier"], losses, rtol=1e-12)
    assert content["mean_brier"] == pytest.approx(float(np.mean(losses)))
    assert content["loss"] == "brier"
    assert "mean_cross_entropy" not in content
    assert re.search(rf"^mean Brier score +{np.mean(losses):.4f}$", table, re.MULTILINE)
    assert table.splitlines()[0].split("  ")[-1].strip() == "B(y, p)"


def test_that_the_bar_of_samples_says_the_chosen_loss(
    brier_window: MainWindow, tmp_path: Any, qtbot: QtBot
) -> None:
    of, y = _samples("classes")
    path = tmp_path / "batch.npz"
    rows = np.array([of.row(k) for k in range(60)])
    np.savez(path, logits=rows, targets=y.argmax(axis=1), labels=np.array(["cat", "dog", "owl"]))

    brier_window.samples.open(path)
    bar = brier_window.samples.bar
    qtbot.waitUntil(lambda: bar.scan is not None and bar.scan.done)

    losses = _losses(of, y, ScalarSettings(loss="brier"))
    assert brier_window.store.snapshot.state.loss == "brier"
    assert bar.figures.loss.value.text() == f"{losses[0]:.4f}"
    assert bar.figures.loss.toolTip() == "The Brier score B(y, p) of this sample"
    assert bar.figures.mean.value.text() == f"{np.mean(losses):.4f}"
    first = bar.scan
    brier_window.store.edit(
        to_state(replace(brier_window.store.snapshot.state, loss="cross_entropy")), "Choose"
    )
    qtbot.waitUntil(lambda: bar.scan is not first and bar.scan is not None and bar.scan.done)
    assert bar.figures.loss.toolTip() == "The cross-entropy H(y, p) of this sample, in nats"
    entropies = _losses(of, y, ScalarSettings())
    assert bar.figures.mean.value.text() == f"{np.mean(entropies):.4f}"


def test_that_only_what_is_registered_can_be_chosen() -> None:
    with pytest.raises(ValueError, match="There is no loss “hinge”"):
        replace(SEED, loss="hinge")
    assert LOSSES[SEED.loss] is CROSS_ENTROPY
