"""packaging/pins.py understands what this project needs."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def pins():
    """Return packaging/pins.py as a module; its folder is no package."""
    spec = importlib.util.spec_from_file_location("checkout_pins", ROOT / "packaging" / "pins.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("requirement", "met"),
    [
        ("numpy", True),
        ("numpy>=2.0", True),
        ("numpy>=2.0,<2.1,!=2.0.0", False),
        ("numpy<2", False),
        ("no-such-thing>=1", False),
        ("no-such-thing>=1; python_version < '3.11'", True),
        ("no-such-thing>=1; python_version >= '3.11'", False),
        ("numpy ~= 2.0", False),  # not understood, so let pip see to it
        ("numpy; sys_platform == 'linux'", False),
    ],
)
def test_that_a_requirement_is_met_only_by_what_is_installed(pins, requirement, met):
    assert pins.is_met(requirement) is met


def test_that_every_requirement_of_ours_is_understood_and_met_here(pins):
    assert [one for one in pins.requirements(("test",)) if not pins.is_met(one)] == []
