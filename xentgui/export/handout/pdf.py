"""Writes a handout, and its notes, as a PDF of vectors, the same bytes from run to run.

The document is not in the file: it holds the notes, which are not for the class.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.documents import document_text
from xentgui.export.animation.animation import CancelledError, Progress
from xentgui.export.figure import speaking
from xentgui.export.formats.pdf import About, write_pages
from xentgui.export.handout.handout import Handout
from xentgui.export.handout.pages import Page, notes_of, pages_of
from xentgui.export.handout.paper import PAPERS, ZOOM, page_style
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.style import Style

_FOOT: Final = 0.85  # times the letters of the page
_HANDOUT = QT_TRANSLATE_NOOP("export", "Handout: {title}")
_NOTES = QT_TRANSLATE_NOOP("export", "Notes: {title}")
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


def handout_pdf(handout: Handout, progress: Progress | None = None) -> bytes:
    """Return the handout as a PDF.

    Raises RefusedError as `pages_of` does, and CancelledError if `progress` returns False.
    """
    return _pdf(handout, _HANDOUT, pages_of(handout), progress)


def notes_pdf(handout: Handout) -> bytes:
    """Return the notes as a PDF; raises RefusedError as `notes_of` does."""
    return _pdf(handout, _NOTES, notes_of(handout), None)


def notes_name(path: Path) -> Path:
    """Return the file for the notes of a handout.

    >>> notes_name(Path("talk/out.pdf")).name
    'out-notes.pdf'
    """
    return path.with_name(f"{path.stem}-notes{path.suffix}")


def _pdf(handout: Handout, called: str, found: Iterable[Page], progress: Progress | None) -> bytes:
    pages: list[Page] = []
    count = len(handout.beats)
    for page in found:
        if progress is not None and not progress(min(len(pages), count - 1), count):
            raise CancelledError
        pages.append(page)
    with speaking(handout.language):
        title = translate("export", called).format(title=handout.named)
    style = page_style()
    paints = [
        partial(_paint, handout, page, style, f"{number} / {len(pages)}")
        for number, page in enumerate(pages, start=1)
    ]
    content = document_text.encode(handout.document)
    looks = (called, handout.language, handout.paper, handout.every_step, handout.title)
    about = About(title, title, f"{looks}\n{content}")
    return write_pages(paints, *PAPERS[handout.paper].pixels, about)


def _paint(handout: Handout, page: Page, style: Style, place: str, painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.scale(ZOOM, ZOOM)
    with speaking(handout.language):
        page.paint(painter, style)
        _paint_foot(painter, handout, style, place)


def _paint_foot(painter: QPainter, handout: Handout, style: Style, place: str) -> None:
    """Write the name of the lecture and the number of the page into the lower margin."""
    room, metrics = PAPERS[handout.paper].room, style.metrics(_FOOT)
    line = QRectF(room.left(), room.bottom() + 0.6 * style.em, room.width(), 1.6 * style.em)
    painter.setFont(style.font(_FOOT))
    painter.setPen(style.color(style.theme.mute))
    width = line.width() - metrics.horizontalAdvance(place) - 2 * style.em
    name = metrics.elidedText(handout.named, Qt.TextElideMode.ElideRight, width)
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | _MIDDLE, name)
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | _MIDDLE, place)
