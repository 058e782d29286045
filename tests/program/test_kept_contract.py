"""What is seen from outside, kept as it was: output of ``evaluate``, exit codes, options, names.

``kept/`` was filled by the last program before documents knew versions.  More may come, and what
is there stays.  Since then words that have to be changed exit with 2 instead of 1, a target that is
assumed is told, and so is how a text was read; a sum that is 1 but for rounding stands in a table
as 1, headings of tables name the logarithm of the unit, and LaTeX defines the letters that the
default pdflatex refuses.
"""

from __future__ import annotations

import io
import json
import math
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from xentgui import settings
from xentgui.program.cli import main
from xentgui.window.names import all_names

KEPT = Path(__file__).parent / "kept"
CASES: dict[str, dict[str, Any]] = json.loads((KEPT / "evaluate/cases.json").read_text("utf-8"))
OPTIONS: dict[str, list[str]] = json.loads((KEPT / "options.json").read_text("utf-8"))
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[-+]\d+)?")


def _pieces(text: str) -> tuple[list[str], list[str]]:
    """Return what stands between the numbers of a text, and the numbers."""
    return _NUMBER.split(text), _NUMBER.findall(text)


def _assert_same(output: str, kept: str) -> None:
    """Compare every byte but the last bits of numbers that are written with all of them.

    One processor's exponential differs from another's by a bit, which is no other output.
    """
    (between, numbers), (kept_between, kept_numbers) = _pieces(output), _pieces(kept)
    assert between == kept_between
    for number, known in zip(numbers, kept_numbers, strict=True):
        long = len(known) > 12
        assert number == known or (
            long and math.isclose(float(number), float(known), rel_tol=4e-16)
        )


def _as_known(output: Any, kept: Any) -> Any:
    """Leave out of JSON the keys that have come since; those of before keep their order."""
    if isinstance(kept, dict):
        return {key: _as_known(value, kept[key]) for key, value in output.items() if key in kept}
    return output


@pytest.mark.parametrize("name", CASES)
def test_that_evaluate_answers_as_it_did(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    case = CASES[name]
    monkeypatch.chdir(KEPT / "evaluate" / "inputs")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.setenv("LANGUAGE", "en")

    # pytest's own standard output stands in the way of bytes.
    with os.fdopen(os.dup(1), "w") as out, os.fdopen(os.dup(2), "w") as err:
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        code = main(["evaluate", *case["arguments"]])

    told = capfdbinary.readouterr()
    assert code == case["code"], told.err.decode()
    lines = told.err.decode().splitlines(keepends=True)
    error = "".join(line for line in lines if " is read as " not in line)
    if code == 2:
        error, hint, _ = error.split("\n")
        assert hint == "All options: xentgui evaluate --help"
        error += "\n"
    assert error == case.get("error", error)
    if code == 0:
        output, kept = told.out.decode(), (KEPT / "evaluate" / name).read_text("utf-8")
        if name.endswith(".json"):
            known = json.loads(kept)
            output, kept = json.dumps(_as_known(json.loads(output), known)), json.dumps(known)
        _assert_same(output, kept)
    else:
        assert told.out == b""


@pytest.mark.parametrize("command", OPTIONS)
def test_that_every_option_is_still_there(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = [] if command == "xentgui" else [command]

    assert main([*words, "--help"]) == 0

    told = capsys.readouterr().out
    missing = [one for one in OPTIONS[command] if not re.search(rf"(?<![\w-]){one}(?![\w-])", told)]
    assert missing == []


def test_that_every_object_name_is_still_there() -> None:
    kept = (KEPT / "names.txt").read_text("utf-8").split()

    assert set(kept) - set(all_names()) == set()


def test_that_the_environment_variables_are_those_of_before() -> None:
    assert settings.CONFIG_VARIABLE == "XENTGUI_CONFIG_DIR"
