from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainterPath
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xentgui.painting import fonts
from xentgui.panels.derivation_page.formula import formula, is_prepared
from xentgui.panels.derivation_page.glyph_writer import numeral_width
from xentgui.panels.derivation_page.layout import lay_out, outline, shapes
from xentgui.panels.derivation_page.stages import templates


@pytest.mark.parametrize("template", templates())
def test_every_formula_is_laid_out_with_a_slot_for_each_number(template: str) -> None:
    found = lay_out(template)

    assert len(found.slots) == template.count("@")
    assert found.ink.elementCount() > 0
    assert found.ascent > 0
    for slot in found.slots:
        assert 0 < slot.x < found.width
        assert 0.6 < slot.size <= 1.001


@pytest.mark.parametrize("template", [t for t in templates() if "@" in t])
def test_every_slot_keeps_its_placeholder_out_of_the_ink(template: str) -> None:
    """ziamath sometimes forgets the colour of a letter: a digit would be left in the ink."""
    import re

    import ziamath

    bare = ziamath.Latex(re.sub(r"@\d+", "{}", template), size=100).svg()

    with_slots, without = lay_out(template).ink, QPainterPath()
    for shape in shapes(bare):
        without.addPath(shape.path)

    # A fraction's bar is as long as what stands below it; its elements are as many.
    assert with_slots.elementCount() == without.elementCount()


@pytest.mark.parametrize(
    ("template", "typed", "sides"),
    [
        ("= @5", "= 0.838", ("left", "right", "top", "bottom")),
        # In exponents STIX has other digits, set a little wider; where they begin is the same.
        ("e^{@5}", "e^{0.838}", ("left", "top", "bottom")),
    ],
)
def test_that_digits_in_a_slot_fall_where_ziamath_would_set_them(
    qtbot: QtBot, template: str, typed: str, sides: tuple[str, ...]
) -> None:
    import ziamath

    wanted = QRectF()
    for shape in shapes(ziamath.Latex(typed, size=100).svg())[-5:]:
        wanted |= shape.path.boundingRect()

    slot = lay_out(template).slots[0]
    ours = QPainterPath()
    font = fonts.math_font(100 * slot.size)
    ours.addText(QPointF(100 * slot.x, 100 * slot.baseline), font, "0.838")

    for side in sides:
        there, here = getattr(wanted, side)(), getattr(ours.boundingRect(), side)()
        assert there == pytest.approx(here, abs=2.5), side  # hundredths of an em


def test_that_a_formula_is_laid_out_once() -> None:
    first = formula("z - @4")

    assert formula("z - @4") is first
    assert is_prepared(["z - @4"])
    assert not is_prepared(["z - @4", r"\alpha_{@2}"])


def test_that_an_outline_follows_every_command_of_a_path() -> None:
    path = outline("M 0 0 H 4 V 3 Q 2 5 0 3 C 0 2 1 1 0 1 L 0 0.5 Z")

    assert path.boundingRect().right() == 4
    assert path.currentPosition() == QPointF(0, 0)
    assert path.contains(QPointF(2, 1))


def test_that_all_digits_are_equally_wide(qapp: QApplication) -> None:
    widths = {
        QFontMetricsF(fonts.math_font(200)).horizontalAdvance(str(digit)) for digit in range(10)
    }

    assert len(widths) == 1
    assert numeral_width("\N{MINUS SIGN}19.73") == numeral_width("\N{MINUS SIGN}80.01")
