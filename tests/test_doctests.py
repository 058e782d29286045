"""Examples in docstrings give what stands there, and every module can be imported."""

from __future__ import annotations

import doctest
import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = {
    ".".join(file.relative_to(ROOT).with_suffix("").parts): file
    for file in sorted((ROOT / "xentgui").rglob("*.py"))
}
EXAMPLE = re.compile("^ +>>> ", re.MULTILINE)
WITH_EXAMPLES = [name for name, file in MODULES.items() if EXAMPLE.search(file.read_text("utf-8"))]


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_that_examples_give_what_they_say(name: str) -> None:
    runner = doctest.DocTestRunner()
    for found in doctest.DocTestFinder().find(importlib.import_module(name)):
        if found.examples:  # a docstring without any takes as long as one with many
            runner.run(found)

    assert runner.tries
    assert not runner.failures


@pytest.mark.long
def test_that_every_module_can_be_imported() -> None:
    for name in MODULES:
        importlib.import_module(name)
