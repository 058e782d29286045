"""No file imports, by whatever way, a file that imports it: not even for the sake of a type."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import xentgui

ROOT = Path(xentgui.__file__).parents[1]


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


FILES = {_module(path): path for path in sorted((ROOT / "xentgui").rglob("*.py"))}


def _statements(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield statements at any depth, but not the expressions in them, of which there are many."""
    for field in ("body", "orelse", "finalbody", "handlers", "cases"):
        for child in getattr(tree, field, ()):
            yield child
            yield from _statements(child)


def _imports(tree: ast.AST, known: frozenset[str]) -> set[str]:
    """Return the files among `known` that are imported at any depth, also for types alone."""
    found: set[str] = set()
    for node in _statements(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= inner & known or {node.module}
    return found & known


def _circle(files: dict[str, str]) -> list[str]:
    """Return files of which each imports the next, and the last is the first; [] if none do."""
    known = frozenset(files)
    graph = {name: _imports(ast.parse(text), known) - {name} for name, text in files.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_that_no_files_of_the_program_import_each_other_in_a_circle() -> None:
    assert _circle({name: path.read_text("utf-8") for name, path in FILES.items()}) == []


def test_that_a_circle_for_the_sake_of_a_type_or_inside_a_function_is_found() -> None:
    files = {
        "a": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import b",
        "b": "import c",
        "c": "def late():\n    from a import x",
    }

    assert len(set(_circle(files))) == 3
    assert _circle({**files, "c": ""}) == []
