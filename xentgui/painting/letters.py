"""Letters of one font: how wide texts are, found fast; and outlines that are always the same."""

from __future__ import annotations

from itertools import cycle

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from xentgui.painting import fonts

_SIMPLE = "0123456789.,e/+−–∞ "
_MOST_KEPT = 4096  # names

# A matrix that Qt does not remember, so that it asks FreeType for the letters; it remembers ten.
_SCALES = cycle([1.0 + step / 512 for step in range(1, 513)])
_EM = 13.0
_LETTERS = "I一"  # one of each script, because each has a face of its own


class TextWidth:
    """Widths in one font, much faster than Qt's: the known widths of a number's signs are added up.

    This is exact, because digits are tabular and numbers have no kerning.

    Attributes
    ----------
    rise
        How far the baseline lies below the middle of a line of text.
    """

    def __init__(self, metrics: QFontMetricsF) -> None:
        self._metrics = metrics
        self._widths = {sign: metrics.horizontalAdvance(sign) for sign in _SIMPLE}
        self._names: dict[str, float] = {}
        self._mixed: dict[str, float] = {}
        self.rise = (metrics.ascent() - metrics.descent()) / 2

    def width(self, text: str) -> float:
        """Return the width of a text: a number, a name, or a name between numbers."""
        width_of = self._widths.__getitem__
        try:
            return sum(map(width_of, text))
        except KeyError:
            found = self._mixed.get(text)
            if found is None:
                if len(self._mixed) >= _MOST_KEPT:
                    self._mixed.clear()
                name = text.strip(_SIMPLE)
                first, _, last = text.partition(name)
                found = self.whole(name) + sum(map(width_of, first + last))
                self._mixed[text] = found
            return found

    def whole(self, text: str) -> float:
        """Return the width of any text as Qt measures it, which is asked once for each text."""
        width = self._names.get(text)
        if width is None:
            if len(self._names) >= _MOST_KEPT:
                self._names.clear()
            width = self._names[text] = self._metrics.horizontalAdvance(text)
        return width

    def cut(self, text: str, width: float) -> str:
        """Return as much of a text as fits, with … at its end."""
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def settle(*several: QFont) -> None:
    """Take what is left of earlier drawings away from the faces of these fonts.

    Qt draws letters on a screen at quarters of a pixel.  It tells FreeType so by a shift of the
    face, which stays after the drawing, until the face gets another matrix; a window whose pixels
    are those of the screen never gives it one.  Outlines are read from the same face, shifted by a
    part of a unit of the font, which is enough to round some points the other way: a file would
    depend on the window.

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
