"""Numbers as text: exact where machines read them, and never a lie where people do."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import warnings
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.documents.opening import read_source
from xentgui.export.file_formats import NUMBER_FORMATS
from xentgui.export.numbers.looks import Looks
from xentgui.export.numbers.quantities import COLUMNS, READOUTS
from xentgui.language.terminal import columns
from xentgui.model import Snapshot, State, derive
from xentgui.reading.batch import LogitsBatch
from xentgui.reading.source import open_source

EXAMPLE = State(("class 1", "class 2", "class 3"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))
STATES = {
    "example": EXAMPLE,
    "soft": replace(EXAMPLE, target=(0.7, 0.2, 0.1), temperature=0.3),
    "smoothed": replace(EXAMPLE, label_smoothing=0.1),
    "unnormalised": replace(EXAMPLE, target=(2.0, 0.5, 0.0)),
    "off": State(("a", "b", "c"), (1.5, float("-inf"), 0.25), (1.0, 0.0, 0.0)),
    "impossible": State(("a", "b"), (1.5, float("-inf")), (0.5, 0.5)),
    "nearly certain": State(("a", "b", "c"), (40.0, 0.0, 0.0), (1.0, 0.0, 0.0)),
    "far": State(("a", "b", "c"), (123.0, 456.0, 789.0), (1.0, 0.0, 0.0)),
    "cold": replace(EXAMPLE, temperature=0.0),
    "cold tie": State(("a", "b", "c"), (1.0, 1.0, 0.0), (1.0, 0.0, 0.0), temperature=0.0),
    "hot": replace(EXAMPLE, temperature=float("inf")),
    "hot and off": State(
        ("a", "b", "c"), (1.0, 1.0, float("-inf")), (1, 0, 0), temperature=float("inf")
    ),
    "many": State([f"c{k}" for k in range(300)], np.linspace(-5, 5, 300), np.eye(300)[7]),
}
AWKWARD = (
    "a,b", 'say "hi"', "two\nlines", "a|b", "50 % of $x_1^2$ & {more} #3 ~ \\", "=cmd|' /C calc'!A1",
    "猫", "", "'", "\x1b[31mred\x07", "<b>", "\u202eabc",
)  # fmt: skip
every_state = pytest.mark.parametrize("state", STATES.values(), ids=STATES)
every_format = pytest.mark.parametrize("key", NUMBER_FORMATS)

finite = st.floats(-1e300, 1e300)
states = st.integers(2, 6).flatmap(
    lambda n: st.builds(
        State,
        st.lists(st.text(max_size=8), min_size=n, max_size=n),
        st.lists(finite, min_size=n, max_size=n),
        st.lists(st.floats(0, 1e100), min_size=n, max_size=n),
        temperature=st.one_of(st.just(0.0), st.just(float("inf")), st.floats(0, 1e300)),
        label_smoothing=st.floats(0, 1),
    )
)


def _text(key: str, state: State, looks: Looks | None = None) -> str:
    return NUMBER_FORMATS[key].encode(derive(state), looks or Looks())


def _awkward() -> State:
    count = len(AWKWARD)
    return State(AWKWARD, np.linspace(-3, 3, count), np.full(count, 1 / count))


@every_format
@every_state
def test_every_format_writes_every_state(key: str, state: State) -> None:
    text = _text(key, state)

    assert text.endswith("\n")
    assert "nan" not in text.lower().replace("nano", "")


def test_that_every_field_of_a_snapshot_is_written() -> None:
    written = {one.field for one in (*COLUMNS, *READOUTS)} | {"state", "prediction"}

    # A table shows the support by the target itself, the loss is the cross-entropy, and the bound
    # of the gradient, which says how far its axis reaches, is the sum of the target over T.  Softmax
    # is what the loss predicts with.
    unwritten = {"softmax", "support", "loss", "loss_terms", "gradient_bound", "subject"}
    assert written >= {field.name for field in fields(Snapshot)} - unwritten


@given(states)
def test_that_json_reads_back_exactly(state: State) -> None:
    content = json.loads(_text("json", state), parse_constant=pytest.fail)
    snapshot = derive(state)

    content["support"] = content.pop("asked")
    assert content.pop("loss_name") == state.loss
    # Softmax has a key of its own only where the probabilities are others.
    assert set(content) == {field.name for field in fields(Snapshot)} - {"softmax", "subject"}
    for name, value in content.items():
        if name == "state":
            again = {k: [float(v) for v in value[k]] for k in ("logits", "target")}
            assert State(value["labels"], temperature=float(value["temperature"]),
                         label_smoothing=value["label_smoothing"], **again) == state  # fmt: skip
        elif isinstance(value, list):
            np.testing.assert_array_equal([float(v) for v in value], getattr(snapshot, name))
        else:
            assert float(value) == getattr(snapshot, name)


@given(states)
def test_that_csv_reads_back_exactly(state: State) -> None:
    snapshot = derive(state)
    rows = list(csv.DictReader(io.StringIO(_text("csv", state), newline="")))

    assert len(rows) == len(state.labels)
    for column in COLUMNS:
        read = [float(row[column.singular]) for row in rows]
        np.testing.assert_array_equal(read, getattr(snapshot, column.field))
    assert {float(row["cross_entropy"]) for row in rows} == {snapshot.cross_entropy}


def test_that_csv_keeps_names_and_starts_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(_text("csv", _awkward()), newline="")))

    kept = [row["label"] for row in rows]
    assert kept == [f"'{name}" if name.startswith("=") else name for name in AWKWARD]


FORMULAS = (
    "=1+1", "+1+1", "-a", "@SUM(1)", " =1", "\t=1", "\ufeff=1", "＝1",
    "'=1", "''@x", "a;=1", "a\t=1",
)  # fmt: skip


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_that_no_cell_of_a_csv_is_a_formula_whatever_parts_the_cells(delimiter: str) -> None:
    count = len(FORMULAS)
    state = State(FORMULAS, np.zeros(count), np.zeros(count))

    for row in csv.reader(io.StringIO(_text("csv", state), newline=""), delimiter=delimiter):
        for cell in row:
            bare = cell.strip().lstrip("\ufeff")
            assert not bare.startswith(("=", "+", "@", "＝")), cell
            assert bare != "-a"


def test_that_names_of_a_csv_come_back_as_they_were(tmp_path: Path) -> None:
    names = tuple(name for name in FORMULAS if name == name.strip() and "\t" not in name)
    state = State(names, np.arange(len(names)), np.eye(len(names))[0])
    with (tmp_path / "b.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["class", "logit"])
        rows = csv.DictReader(io.StringIO(_text("csv", state), newline=""))
        writer.writerows([row["label"], row["logit"]] for row in rows)

    found = read_source(open_source(tmp_path / "b.csv"))

    assert isinstance(found, LogitsBatch)
    assert found.labels == names


@pytest.mark.parametrize("key", ["markdown", "table"])
def test_that_a_table_has_a_line_a_class_whatever_the_names(key: str) -> None:
    lines = _text(key, _awkward()).split("\n\n")[0].splitlines()

    assert len(lines) == len(AWKWARD) + 2
    assert not any(letter in "".join(lines) for letter in "\x1b\x07\t")


def test_that_markdown_has_as_many_cells_in_every_row() -> None:
    for line in _text("markdown", _awkward()).split("\n\n")[0].splitlines():
        bars = line.replace("\\\\", "").replace("\\|", "").count("|")
        assert bars == 9, line


def test_that_the_columns_of_a_text_table_line_up_in_every_script() -> None:
    lines = _text("table", State(("cat", "猫猫", "e\u0301"), EXAMPLE.logits, EXAMPLE.target))
    widths = {columns(line) for line in lines.split("\n\n")[0].splitlines()}

    assert len(widths) == 1


def test_that_latex_has_balanced_braces_and_nothing_special_left() -> None:
    lines = _text("latex", _awkward()).splitlines()

    assert lines[0] == r"% \usepackage{booktabs}"
    for line in lines[1:]:
        bare = line.removesuffix("%")
        for escape in ("\\\\", "\\{", "\\}", "\\$", "\\&", "\\#", "\\%", "\\_"):
            bare = bare.replace(escape, "")
        assert bare.count("{") == bare.count("}")
        assert bare.count("$") % 2 == 0
        assert "%" not in bare
        assert "#" not in bare
    rows = [line for line in lines if line.endswith(r"\\")]
    assert [row.replace("\\&", "").count("&") for row in rows[: len(AWKWARD) + 1]] == [7] * 13


def test_that_no_row_of_latex_is_an_option_of_the_row_before_it() -> None:
    state = State(("[1cm] a", "*", '"q"', "a--b ''c'' ?`"), np.zeros(4), np.eye(4)[0])

    rows = _text("latex", state).splitlines()

    assert rows[5].startswith("{}[1cm] a & ")
    assert rows[6].startswith("{}* & ")
    assert rows[7].startswith(r"{\char34}q{\char34} & ")
    assert rows[8].startswith("a{-}{-}b '{}'c'{}' ?{}` & ")
    assert not any(row.startswith(("[", "*")) for row in rows)
    assert "textquotedbl" not in "".join(rows)


def test_that_tables_for_people_follow_unit_decimals_and_language() -> None:
    bits = _text("table", EXAMPLE, Looks(unit="bits", decimals=2))
    shouted = _text("markdown", EXAMPLE, Looks(translate=lambda context, text: text.upper()))

    assert "0.25" in bits
    assert "[bits]" in bits
    assert "CROSS-ENTROPY" in shouted


def test_that_tables_for_people_do_not_lie() -> None:
    for key in ("markdown", "latex", "table"):
        text = _text(key, STATES["nearly certain"])
        assert "8.497" in text, "the loss of 8.5e-18 is not 0"
    assert "666" in _text("table", STATES["far"])


def _run(script: str) -> dict[str, object]:
    names: dict[str, object] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        exec(compile(script, "script", "exec"), names)  # noqa: S102 - what is tested is that it runs
    return names


_GIVEN = ("logits", "target", "probabilities", "contributions", "cross_entropy", "gradient")
_NUMPY = (*_GIVEN, "log_probabilities", "information", "complements", "entropy", "target_entropy")


@every_state
def test_that_the_numpy_script_gives_the_same_numbers(
    state: State, capsys: pytest.CaptureFixture[str]
) -> None:
    found, snapshot = _run(_text("numpy", state)), derive(state)

    for name in _NUMPY:
        np.testing.assert_allclose(
            np.asarray(found[name]), getattr(snapshot, name), rtol=1e-12, atol=1e-30, err_msg=name
        )
    assert "cross-entropy = " in capsys.readouterr().out


@every_state
def test_that_the_pytorch_script_gives_the_same_numbers(
    state: State, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("torch")
    found, snapshot = _run(_text("pytorch", state)), derive(state)

    for name in _GIVEN:
        value = found[name].detach().numpy()  # type: ignore[attr-defined]
        np.testing.assert_allclose(
            value, getattr(snapshot, name), rtol=1e-12, atol=1e-12, err_msg=name
        )
    assert "cross-entropy = " in capsys.readouterr().out


@pytest.mark.parametrize("key", ["numpy", "pytorch"])
def test_that_scripts_are_python_whatever_the_names(key: str) -> None:
    tree = compile(_text(key, _awkward()), "script", "exec")

    assert set(AWKWARD) <= {
        part for constant in tree.co_consts if isinstance(constant, tuple) for part in constant
    }


@pytest.mark.parametrize("key", ["table", "markdown", "latex", "csv", "json"])
def test_that_a_class_takes_few_calls(key: str) -> None:
    """A million classes are written in seconds; a call for each letter took a minute."""
    count, calls = 2000, 0
    rng = np.random.default_rng(1)
    snapshot = derive(
        State([f"class {k}" for k in range(count)], rng.normal(size=count) * 3, np.eye(count)[0])
    )

    def called(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    NUMBER_FORMATS[key].encode(snapshot, Looks())
    sys.setprofile(called)
    try:
        NUMBER_FORMATS[key].encode(snapshot, Looks())
    finally:
        sys.setprofile(None)

    assert calls < 150 * count


def test_that_numbers_need_no_qt() -> None:
    code = (
        "import sys\n"
        "from xentgui.export.file_formats import NUMBER_FORMATS\n"
        "from xentgui.export.numbers.looks import Looks\n"
        "from xentgui.model import State, derive\n"
        "s = derive(State(['a', 'b'], [1, 2], [1, 0]))\n"
        "[f.encode(s, Looks()) for f in NUMBER_FORMATS.values()]\n"
        "sys.exit(any(name.startswith(('PySide6', 'pyqtgraph')) for name in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_that_json_has_softmax_beside_the_probabilities_of_a_loss_that_predicts_otherwise() -> None:
    state = State(["a", "b"], [3.0, 0.0], [1.0, 0.0], loss="fenchel_young")

    content = json.loads(_text("json", state))

    assert content["probabilities"] == [1.0, 0.0]
    assert content["softmax"] == derive(state).softmax.tolist()
