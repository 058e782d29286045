"""What the short command takes: values by turns, and one of tests that take long."""

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

MANY = pytest.mark.parametrize("number", range(12))
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

@pytest.mark.expensive
def test_fourth(): pass

def test_fifth(start): pass

def test_sixth(start): pass

@MANY
def test_many(number): pass

@MANY
def test_the_same(number): pass

@pytest.mark.parametrize("number", range(20, 32))
def test_of_its_own(number): pass

@pytest.mark.turns
@pytest.mark.parametrize("number", range(40, 52))
def test_repetition(number): pass
"""


def test_that_products_shared_lists_and_windows_leave_cases_to_all(tmp_path: Path) -> None:
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
    assert not {"test_alone", "test_third", "test_fourth", "test_fifth"} & {*short}
    assert "test_sixth" in short
    taken = [
        [one.partition("[")[2] for one in short if one.startswith(name)]
        for name in ("test_many", "test_the_same", "test_of_its_own", "test_repetition")
    ]
    assert [len(one) for one in taken] == [3, 3, 12, 3]
    assert all({"0]", "11]"} <= {*one} for one in taken[:2])
    assert taken[0] != taken[1]
    assert {"40]", "51]"} <= {*taken[3]}
