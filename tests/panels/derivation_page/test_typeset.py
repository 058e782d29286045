"""The formulas that ship are those that ziamath would lay out, and a start needs no others."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QPainterPath

from xentgui.model.checks import MOST_CLASSES
from xentgui.panels.derivation_page import typeset
from xentgui.panels.derivation_page.layout import lay_out
from xentgui.panels.derivation_page.softmax_stages import MOST_DIGITS
from xentgui.panels.derivation_page.stages import templates
from xentgui.panels.derivation_page.typeset import Formula, read_shipped

_TOLERANCE = 0.01  # em; another ziamath may round in another way

_START = """
import sys
from PySide6.QtWidgets import QApplication
from xentgui.documents.texts import opening_state
from xentgui.model import derive
from xentgui.panels.derivation import Derivation
from xentgui.model.view import View

application = QApplication(["test"])
assert Derivation().is_prepared(derive(opening_state("en")), View())
assert "ziamath" not in sys.modules
"""


def points(path: QPainterPath) -> list[float]:
    elements = (path.elementAt(index) for index in range(path.elementCount()))
    return [number for element in elements for number in (element.x, element.y)]


def numbers(formula: Formula) -> list[float]:
    sizes = [formula.width, formula.ascent, formula.descent]
    return [*sizes, *(number for slot in formula.slots for number in slot)]


@pytest.mark.parametrize("template", templates())
def test_every_formula_ships_as_it_would_be_laid_out_now(template: str) -> None:
    """If not: python -m xentgui.panels.derivation_page.layout"""
    there, wanted = read_shipped()[template], lay_out(template)

    assert numbers(there) == pytest.approx(numbers(wanted), abs=_TOLERANCE)
    assert points(there.ink) == pytest.approx(points(wanted.ink), abs=_TOLERANCE)
    assert there.ink.fillRule() == wanted.ink.fillRule()


def test_that_the_number_of_every_class_has_room() -> None:
    assert len(str(MOST_CLASSES)) == MOST_DIGITS


def test_that_nothing_else_ships() -> None:
    assert read_shipped().keys() == set(templates())


def test_that_the_first_page_does_not_wait_for_ziamath() -> None:
    subprocess.run([sys.executable, "-c", _START], check=True)


@pytest.mark.parametrize("damage", [None, b"", b"not zlib"])
def test_that_a_file_of_no_use_ships_nothing(
    damage: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "formulas.bin"
    if damage is not None:
        file.write_bytes(damage)
    monkeypatch.setattr(typeset, "resource", lambda _name: file)

    assert read_shipped() == {}
