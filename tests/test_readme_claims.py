"""What README says of losses, panels, documents and files is what the program does."""

from __future__ import annotations

import contextlib
import re
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from xentgui.documents.document import decode
from xentgui.documents.document_errors import DocumentError
from xentgui.documents.document_text import encode
from xentgui.documents.opening import understand
from xentgui.documents.scene import Document, Scene
from xentgui.export.file_formats import EXPORT_FORMATS
from xentgui.language.catalog import Catalog
from xentgui.language.units import UNITS
from xentgui.model import State, derive
from xentgui.model.checks import LONGEST_DOCUMENT, MOST_CLASSES
from xentgui.model.losses import LOSSES
from xentgui.model.settings_of_state import LOSS_SETTINGS, SETTINGS
from xentgui.model.subjects import BareLogits
from xentgui.panels import PANELS
from xentgui.reading.batch import LogitsBatch
from xentgui.reading.source import open_source

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
ENGLISH = README.partition("## 中文")[0]
EXAMPLE = re.search(r"^```json\n(.*?)^```$", README, re.MULTILINE | re.DOTALL).group(1)
WORDS = {
    word: n
    for n, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1
    )
}
FIRST_CELLS = re.findall(r"^\| `?([^`|]+?)`? \|", ENGLISH, re.MULTILINE)


def test_that_every_loss_is_listed_with_the_options_of_its_own() -> None:
    count = re.search(r"^(\w+) losses can be chosen", ENGLISH, re.MULTILINE).group(1).lower()
    assert WORDS[count] == len(LOSSES)
    for loss in LOSSES.values():
        row = next(line for line in ENGLISH.splitlines() if f"| `{loss.key}`" in line)
        assert row.startswith(f"| {loss.name} |")
        assert all(f"`--{key}`" in row for key in loss.parameters)
    assert {key for loss in LOSSES.values() for key in loss.parameters} == set(LOSS_SETTINGS)


def test_that_every_panel_has_a_row() -> None:
    rows = set(FIRST_CELLS)
    for panel in PANELS:
        assert {panel.title, f"{panel.title} (panel)"} & rows, panel.title


def test_that_every_panel_has_a_row_in_chinese() -> None:
    chinese = README.partition("## 中文")[2]
    catalog = Catalog("zh_CN")
    for panel in PANELS:
        title = catalog.translate("panels", panel.title)
        assert f"| {title} |" in chinese or f"| {title}（面板） |" in chinese, title


def test_that_the_document_in_it_is_one_and_every_key_is_explained() -> None:
    (scene,) = decode(EXAMPLE).scenes

    assert scene.state == State(
        ("cat", "dog", "owl"), (2.33, -1.46, -float("inf")), (0.9, 0.1, 0.0)
    )
    assert (scene.unit, scene.panels) == ("bits", ("distribution", "information"))
    keys = {*re.findall(r'^      "(\w+)":', EXAMPLE, re.MULTILINE), "colors"}
    explained = re.findall(r"^\| (`[^|]+) \|", ENGLISH, re.MULTILINE)
    assert keys <= {key for cell in explained for key in re.findall(r"`(\w+)`", cell)}
    assert all(f'`"{unit}"`' in ENGLISH for unit in UNITS)
    assert {"temperature", "label_smoothing"} <= set(SETTINGS)


def test_that_the_refusal_in_it_is_the_one_of_the_program() -> None:
    sentence = re.search(r"^> (.*)$", README, re.MULTILINE).group(1)

    with pytest.raises(DocumentError) as refused:
        decode(EXAMPLE.replace("-1.46", '"two"'))

    assert sentence in str(refused.value)


@pytest.mark.parametrize("wrong", ['"logits": [1], "logits"', "NaN", "1e400", '"2.33"'])
def test_that_what_it_calls_no_document_is_refused(wrong: str) -> None:
    if wrong.startswith('"logits"'):
        text = EXAMPLE.replace('"logits"', wrong)
    else:
        text = EXAMPLE.replace("2.33", wrong)

    with pytest.raises(DocumentError):
        decode(text)


def test_that_its_limits_and_numbers_are_those_of_the_program() -> None:
    assert f"up to {MOST_CLASSES:,}".replace(",", " ") in ENGLISH
    assert f"up to {LONGEST_DOCUMENT >> 20} MB" in ENGLISH
    nearly = derive(State(("a", "b", "c"), (40, 0, 0), (1, 0, 0)))
    assert f"{nearly.loss:.1e}".replace("-", "−") in ENGLISH
    assert derive(State(("a", "b", "c"), (123, 456, 789), (1, 0, 0))).loss == 666.0
    assert "(123, 456, 789) has 666" in ENGLISH
    for name in EXPORT_FORMATS:
        assert name.upper() in ENGLISH


def test_that_lists_are_written_as_it_says() -> None:
    long = State([str(k) for k in range(200)], [0.5] * 200, [1.0] + [0.0] * 199)
    before = encode(Document((Scene(BareLogits(long)),))).splitlines()
    long = State([str(k) for k in range(200)], [0.5] * 199 + [0.25], [1.0] + [0.0] * 199)
    after = encode(Document((Scene(BareLogits(long)),))).splitlines()

    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


def test_that_the_files_of_how_to_add_things_exist() -> None:
    adding = ENGLISH.partition("## How to add things")[2]
    for path in re.findall(r"`((?:xentgui|tests|resources)/[\w./-]+)`", adding):
        assert (ROOT / path).exists(), path


class _Tensor(np.ndarray):
    """What torch calls an array."""

    def numpy(self) -> np.ndarray:
        return np.asarray(self)


def test_that_the_lines_for_a_notebook_make_a_file_that_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They run as they stand, with the names of the two libraries that a test need not install."""
    tokens = ["The", " cat", " sat", "\n"]
    logits = np.random.default_rng(0).normal(size=(1, 3, 4)).astype(np.float32)

    class Tokenizer:
        @classmethod
        def from_pretrained(cls, _name: str) -> Any:
            return cls()

        def __call__(self, _text: str, **_how: str) -> Any:
            return SimpleNamespace(input_ids=np.array([[0, 1, 3]]).view(_Tensor))

        def decode(self, ids: list[int]) -> str:
            return tokens[ids[0]]

    def model(ids: np.ndarray) -> Any:
        assert ids.shape == (1, 3)
        return SimpleNamespace(logits=logits.view(_Tensor))

    pretrained = SimpleNamespace(from_pretrained=lambda _name: model)
    library = SimpleNamespace(AutoTokenizer=Tokenizer, AutoModelForCausalLM=pretrained)
    monkeypatch.setitem(sys.modules, "transformers", library)
    monkeypatch.setitem(sys.modules, "torch", SimpleNamespace(no_grad=contextlib.nullcontext))
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    (code,) = {block for block in blocks if "AutoTokenizer" in block}
    assert len(code.strip().splitlines()) - 1 <= 10  # one is empty

    exec(code, {})  # noqa: S102 (our own text)

    found = understand(open_source(tmp_path / "gpt2.npz", "."))
    assert isinstance(found, LogitsBatch)
    assert (found.samples, found.classes, found.labels) == (2, 4, tuple(tokens))
    assert found.row(1) == pytest.approx(logits[0, 1])
    assert found.target_rows(0, 2).tolist() == [1, 3]  # type: ignore[union-attr]
