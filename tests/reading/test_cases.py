"""Blocks and files as people have them, of every kind: read as they are meant, asked, or refused.

`reading_cases.json` holds what consoles, notebooks, spreadsheets, competitions, model hubs and
servers of language models print and save.  Each case says how it comes (``paste``, ``import``) and
what is expected: ``z`` with ``labels`` and ``y``, or a ``batch`` with its first row, or "refuse".
"""

from __future__ import annotations

import base64
import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from xentgui.documents.opening import understand
from xentgui.model.message import RefusedError
from xentgui.reading.blocks import Block, BlockKind
from xentgui.reading.logits_text import block_batch
from xentgui.reading.reading import Reading, read
from xentgui.reading.source import Source

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "reading_cases.json").read_text(encoding="utf-8")
)
MOST_ASKED = 20
"""Of the cases that can be read, so many may be asked about; the others are certain."""


def _understood(case: dict[str, Any]) -> tuple[Block, bool]:
    """What a case is read as, and whether a person is asked about it; raises RefusedError."""
    more = case.get("with", {})
    if case["how"] == "paste":
        found = read(case["text"], for_field=more.get("field", "logits"))
        return found.block, not found.is_certain
    data = case["text"].encode() if "text" in case else base64.b64decode(case["base64"])
    opened = understand(Source(more.get("name", "file.csv"), data))
    if isinstance(opened, Reading):
        block_batch(opened.block, "file")  # a file without logits is refused
        return opened.block, not opened.is_certain
    batch = opened
    one = batch.samples == 1
    rows, targets = batch.rows(0, batch.samples), batch.target_rows(0, batch.samples)
    if one:
        target = batch.target(0)
        return Block(BlockKind.TABLE, batch.classes, (), batch.labels, rows[0], target), False
    return Block(BlockKind.MATRIX, batch.samples, (), batch.labels, rows, targets), False


def _numbers(values: list[Any]) -> np.ndarray:
    return np.array([-math.inf if value == "-inf" else float(value) for value in values])


def _target(block: Block, count: int) -> list[float] | None:
    if block.target_class is not None:
        return [float(k == block.target_class) for k in range(count)]
    return None if block.targets is None else block.targets.tolist()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['id']} {case['what']}")
def test_that_each_case_is_read_as_it_is_meant(case: dict[str, Any]) -> None:
    expected = case["expected"]
    if expected == "refuse":
        with pytest.raises(RefusedError):
            _understood(case)
        return
    block, asks = _understood(case)

    if expected.get("asks"):
        assert asks
    if "batch" in expected:
        assert block.logits is not None
        assert list(block.logits.shape) == expected["batch"]
        np.testing.assert_allclose(block.logits[0], _numbers(expected["row0"]), rtol=1e-7)
    elif block.logits is not None:
        np.testing.assert_allclose(block.logits, _numbers(expected["z"]), rtol=1e-7)
    else:  # names or targets alone leave the logits as they are
        assert not any(expected.get("z", ()))
    if "labels" in expected:
        assert list(block.labels or ()) == expected["labels"]
    if "targets" in expected:
        assert block.targets is not None
        assert block.targets.tolist() == expected["targets"]
    if "y" in expected and len(expected["y"]) > 1:
        assert _target(block, len(expected["y"])) == expected["y"]
    elif "y" in expected:
        assert _target(block, 0)[1:] == [1.0]


def test_that_few_of_them_are_asked_about() -> None:
    readable = [case for case in CASES if case["expected"] != "refuse"]
    asked = [case["id"] for case in readable if _understood(case)[1]]
    assert len(readable) > len(CASES) * 3 // 4
    assert len(asked) <= MOST_ASKED, asked
