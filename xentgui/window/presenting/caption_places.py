"""Where the numbers of a caption stand, so that they can be dragged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF

from xentgui.language.fields import Field, Piece
from xentgui.painting.style import Style
from xentgui.window.presenting.stage_lines import lines_of

GUESS = "guess"
"""The word of the field for the guess of the audience."""


def number_places(
    pieces: Sequence[Piece], style: Style, box: QRectF
) -> Iterator[tuple[Field, QRectF]]:
    """Yield each field of a caption in `box` with the rectangles of its text, line by line."""
    lines = lines_of("".join(piece.text for piece in pieces), style, box.width())
    at = 0
    for piece in pieces:
        start, at = at, at + len(piece.text)
        if piece.field is not None:
            for place in lines.places(start, at, box):
                yield piece.field, place
