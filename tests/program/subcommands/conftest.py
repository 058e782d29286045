"""Commands that are refused before anything is read or drawn; they need no process of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from xentgui.program.cli import main


@pytest.fixture
def refused(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., str]:
    """Return a function that runs a command in an empty folder, and returns what is said.

    The usage has to be found wrong, and no file may be left.
    """
    monkeypatch.chdir(tmp_path)

    def refused(*arguments: str) -> str:
        code = main(list(arguments))
        output, error = capfd.readouterr()
        assert (code, output) == (2, "")
        assert "Traceback" not in error
        assert list(tmp_path.iterdir()) == []
        return error

    return refused
