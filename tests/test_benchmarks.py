"""The benchmarks are run by hand and rarely; that they fit the program is seen here."""

from __future__ import annotations

import ast
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

FILES = sorted(Path(__file__).resolve().parents[1].joinpath("benchmarks").glob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_that_a_benchmark_imports_what_there_is(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if not isinstance(node, ast.ImportFrom) or not node.module:
            continue
        if node.module.partition(".")[0] not in {"xentgui", "benchmarks"}:
            continue
        module = import_module(node.module) if node.module.startswith("xentgui") else None
        for name in node.names:
            inside = find_spec(f"{node.module}.{name.name}") if _is_package(node.module) else None
            assert module is None or hasattr(module, name.name) or inside, (
                f"line {node.lineno}: no {name.name} in {node.module}"
            )


def _is_package(module: str) -> bool:
    spec = find_spec(module)
    return spec is not None and spec.submodule_search_locations is not None
