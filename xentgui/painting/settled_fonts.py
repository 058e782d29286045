"""Lets outlines of letters be the same whatever was drawn before them.

Qt draws letters on a screen at quarters of a pixel.  It tells FreeType so by a shift of the face,
which stays after the drawing, until the face gets another matrix; a window whose pixels are those of
the screen never gives it one.  Outlines are read from the same face, shifted by a part of a unit of
the font, which is enough to round some points the other way: a file would depend on the window.
"""

from __future__ import annotations

from itertools import cycle

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QImage, QPainter

from xentgui.painting import fonts

# A matrix that Qt does not remember, so that it asks FreeType for the letters; it remembers ten.
_SCALES = cycle([1.0 + step / 512 for step in range(1, 513)])
_EM = 13.0
_LETTERS = "I一"  # one of each script, because each has a face of its own


def settle(*several: QFont) -> None:
    """Take what is left of earlier drawings away from the faces of these fonts.

    After many fonts, Qt opens a file again, as another face; so a font is settled by itself.  It
    takes a fifth of a millisecond for each.
    """
    image = QImage(64, 32, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(next(_SCALES), 1.0)
    for font in several:
        painter.setFont(font)
        painter.drawText(QPointF(2.0, 20.0), _LETTERS)
    painter.end()


def settle_usual() -> None:
    """Do so for the fonts of the program and that of the system."""
    settle(
        fonts.ui_font(_EM),
        fonts.ui_font(_EM, bold=True),
        fonts.ui_font(_EM, italic=True),
        fonts.math_font(_EM),
        fonts.text_font("system", _EM),
    )


class Settler:
    """Settles each font once; for as long as nothing but one file is drawn."""

    def __init__(self) -> None:
        self._settled: set[str] = set()

    def settle(self, font: QFont) -> None:
        """Settle `font`, unless that is done."""
        key = font.key()
        if key not in self._settled:
            self._settled.add(key)
            settle(font)
