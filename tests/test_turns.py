"""The short command meets every value, with one of the others; a list of cases stays whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

CONFTEST = """
import pytest
from tests.turns import leave_to_all

def pytest_collection_modifyitems(items):
    leave_to_all(items)
    print(*(one.nodeid.partition("::")[2] for one in items if not one.get_closest_marker("long")))

@pytest.fixture
def qtbot():
    pass

@pytest.fixture
def start(qtbot):
    pass
"""
CASES = """
import pytest

LETTERS, NUMBERS = pytest.mark.parametrize("a", "xyz"), pytest.mark.parametrize(("b", "c"), [(1, 1), (2, 1)])

@LETTERS
@NUMBERS
def test_product(a, b, c): pass

@LETTERS
def test_list(a): pass

@LETTERS
def test_window(a, start): pass

@pytest.mark.long
@LETTERS
def test_long(a): pass

@pytest.mark.always
@LETTERS
def test_always(a, start): pass

def test_alone(start): pass

def test_third(start): pass

def test_fourth(start): pass
"""


def test_that_products_and_windows_leave_cases_to_all_and_lists_do_not(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(CONFTEST)
    (tmp_path / "test_cases.py").write_text(CASES)

    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "--collect-only", "-p", "no:cacheprovider"),
            *("-c", str(ROOT / "pyproject.toml"), "--rootdir", str(tmp_path), "-p", "no:pytestqt"),
            str(tmp_path),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    short = next(line for line in done.stdout.splitlines() if line.startswith("test_")).split()
    products = [one for one in short if one.startswith("test_product")]
    assert len(products) == 3
    for values in ("xyz", "12"):
        assert all(any(value in one for one in products) for value in values)
    assert [one for one in short if "test_list" in one] == [f"test_list[{a}]" for a in "xyz"]
    assert len([one for one in short if "test_window" in one]) == 1
    assert not any("test_long" in one for one in short)
    assert len([one for one in short if "test_always" in one]) == 3
    assert not {"test_alone", "test_third"} & {*short}
    assert "test_fourth" in short
