"""PySide's own import is put aside for a while, and comes back."""

from __future__ import annotations

import builtins
import subprocess
import sys

import pytest

from xentgui.program.plain_imports import plain_imports

_PROGRAM = """
from xentgui.program.plain_imports import plain_imports
import builtins, sys
plain = builtins.__import__
import PySide6.QtCore
assert builtins.__import__ is not plain, "PySide no longer watches imports: plain_imports can go"
with plain_imports():
    assert builtins.__import__ is plain
    import json.tool
assert builtins.__import__ is not plain
"""


def test_that_imports_are_plain_for_a_while_where_pyside_watches_them() -> None:
    subprocess.run([sys.executable, "-c", _PROGRAM], check=True)


def test_that_the_import_comes_back_after_an_error() -> None:
    before = builtins.__import__

    with pytest.raises(KeyError), plain_imports():
        raise KeyError

    assert builtins.__import__ is before
