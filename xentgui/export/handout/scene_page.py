"""A page of a handout: a scene after one of its steps, with its figure and its numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from xentgui.export.figure import Figure
from xentgui.export.figure_size import fitted
from xentgui.export.handout.lines import Line, Paragraph, height_of, lines_of, paint_lines
from xentgui.export.handout.numbers_table import NumbersTable
from xentgui.export.handout.paper import ZOOM, Paper
from xentgui.export.spec import FigureError, FigureSpec
from xentgui.export.styles import SLIDE
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.frame import Ranges
from xentgui.painting.style import Style

_INCH: Final = 96.0
_CM: Final = 2.54
_SIZES: Final = (9.0, 8.0, 7.0, 6.0)  # points
_MOST_PANELS: Final = 4  # on one page
_SHAPE: Final = 0.62  # times its width is a figure high that looks well
_MOST_HEAD: Final = 0.4  # of a page
_GAP: Final = 12.0  # design pixels between the parts of a page
_LINE: Final = 2.2  # em for the line of a guess
_TASK = QT_TRANSLATE_NOOP("export", "To try: {task}")
_GUESS = QT_TRANSLATE_NOOP("export", "My guess:")


@dataclass(frozen=True, eq=False)
class SceneText:
    """What a page says, in its language and with its fields filled in; "" for nothing.

    Attributes
    ----------
    number
        Of the scene, from 1, and of the step, such as "3.1", if each has a page.
    title, caption, task
        The words of the scene.
    questions
        What it asks, each with its choices.
    asks
        Whether there is a line for a guess; each of the questions has one.
    """

    number: str
    title: str = ""
    caption: str = ""
    task: str = ""
    questions: tuple[tuple[str, ...], ...] = ()
    asks: bool = False


@dataclass(frozen=True, eq=False)
class ScenePage:
    """Everything on one page.

    Attributes
    ----------
    text
        What it says.
    figure
        The figure of the panels, or None if there is none.
    snapshot, view
        The numbers.
    is_blank
        Whether the numbers are left to be filled in, because the scene hides them.
    has_numbers
        Whether the table is on this page; a scene with more panels than a page holds has another.
    """

    paper: Paper
    text: SceneText
    snapshot: Snapshot
    view: View
    figure: Figure | None = None
    is_blank: bool = False
    has_numbers: bool = True

    def paint(self, painter: QPainter, style: Style) -> None:
        """Paint the page; a unit of `painter` is a design pixel."""
        room = self.paper.room
        y = paint_lines(painter, _head(self.text, style, room), style, room) + _GAP
        for lines in _asked(self.text, style, room):  # before the figure, which has the answer
            y = paint_lines(painter, lines, style, QRectF(room.left(), y, room.width(), 0.0))
            _paint_guess(painter, style, QRectF(room.left(), y, room.width(), 0.0))
            y += _LINE * style.em + _GAP
        if self.figure is not None:
            y = _paint_figure(painter, self.figure, room.left(), y) + _GAP
        if self.has_numbers:
            table = _table(self, style)
            table.paint(painter, room.left(), y)
            below = QRectF(room.left(), y + table.height + _GAP, room.width(), 0.0)
            paint_lines(painter, _task(self.text, style, room), style, below)


@dataclass(frozen=True)
class SceneFigures:
    """How the figures of a scene look, beside its numbers.

    Attributes
    ----------
    language, formulas
        As in `FigureSpec`.
    ranges
        The ranges of the axes that the scene fixes.
    """

    language: str
    formulas: bool = True
    ranges: Mapping[str, Ranges] = field(default_factory=dict)


def scene_pages(
    page: ScenePage, panels: Sequence[str], looks: SceneFigures, style: Style
) -> list[ScenePage]:
    """Return `page` with the figure of its panels: one page, or more if they have no room on one."""
    room = page.paper.room
    head = height_of(_head(page.text, style, room)) + _GAP
    for lines in _asked(page.text, style, room):
        head += height_of(lines) + _LINE * style.em + _GAP
    below = _table(page, style).height + 2 * _GAP + height_of(_task(page.text, style, room))
    if len(panels) <= _MOST_PANELS:
        figure = _fitting(page, tuple(panels), looks, room.height() - head - below)
        if figure is not None:
            return [replace(page, figure=figure)]
    # The first panels have a page of their own; what has no room even there is left out.
    for count in range(min(len(panels), _MOST_PANELS), 0, -1):
        figure = _fitting(page, tuple(panels[:count]), looks, room.height() - head - _GAP)
        if figure is not None:
            first = replace(page, figure=figure, has_numbers=False)
            more = replace(page, text=replace(page.text, questions=(), asks=False))
            return [first, *scene_pages(more, panels[count:], looks, style)]
    return [page]


def _fitting(
    page: ScenePage, panels: tuple[str, ...], looks: SceneFigures, height: float
) -> Figure | None:
    """Return a figure of `panels` at most `height` design pixels high; None if there is none.

    It is as high as looks well on a page, or as its content asks for.
    """
    if not panels or height <= 0:
        return None
    width, most = page.paper.room.width() * ZOOM, height * ZOOM
    well = min(_SHAPE * width, most)
    for size in _SIZES:
        highest = _figure(page, panels, looks, size, width, most)
        if highest is None:
            continue
        usual = _figure(page, panels, looks, size, width, well)
        if usual is not None:
            return usual
        natural = _figure(page, panels, looks, size, width, None)
        return natural if natural is not None and natural.spec.height <= most else highest
    return None


def _figure(
    page: ScenePage,
    panels: tuple[str, ...],
    looks: SceneFigures,
    size: float,
    width: float,
    height: float | None,
) -> Figure | None:
    """Return a figure with letters of `size` points; None if there is no room for what it shows."""
    spec = FigureSpec.in_centimetres(
        panels,
        width / _INCH * _CM,
        None if height is None else height / _INCH * _CM,
        font_size=size,
        style=SLIDE.key,
        language=looks.language,
        formulas=looks.formulas,
        values=page.view.values,
    )
    try:
        spec = fitted(spec, page.snapshot, page.view, looks.ranges)
    except FigureError:
        return None
    return Figure(spec, page.snapshot, page.view, ranges=looks.ranges)


def _head(text: SceneText, style: Style, room: QRectF) -> list[Line]:
    """Return the lines above the figure; of a very long text, as many as leave room for it."""
    title = f"{text.number}   {text.title}".rstrip()
    paragraphs = [Paragraph(title, 1.6, bold=True)]
    paragraphs += [Paragraph(text.caption, 1.15, above=0.4)] if text.caption else []
    lines = [line for one in paragraphs for line in lines_of(one, style, room.width())]
    kept = lines
    while len(kept) > 1 and height_of(kept) > _MOST_HEAD * room.height():
        kept = kept[:-1]
    if kept is not lines:
        # In place of its last letters, so that the line does not get longer.
        kept[-1] = kept[-1]._replace(text=f"{kept[-1].text[:-3].rstrip()} …")
    return kept


def _asked(text: SceneText, style: Style, room: QRectF) -> list[list[Line]]:
    """Return the lines above each line for a guess."""
    if not text.asks:
        return []
    found = []
    for question, *choices in text.questions or (("",),):
        paragraphs = [Paragraph(question, 1.1, bold=True)] if question else []
        paragraphs += [Paragraph(one, above=0.2, indent=1.0) for one in choices]
        found.append([line for one in paragraphs for line in lines_of(one, style, room.width())])
    return found


def _task(text: SceneText, style: Style, room: QRectF) -> list[Line]:
    """Return the lines below the numbers."""
    if not text.task:
        return []
    said = translate("export", _TASK).format(task=text.task)
    return lines_of(Paragraph(said, 1.1), style, room.width())


def _table(page: ScenePage, style: Style) -> NumbersTable:
    width = page.paper.room.width()
    return NumbersTable(page.snapshot, page.view, style, width, is_blank=page.is_blank)


def _paint_figure(painter: QPainter, figure: Figure, left: float, top: float) -> float:
    """Paint the figure, and return the y below it, in design pixels of the page."""
    spec = figure.spec
    painter.save()
    painter.translate(left, top)
    painter.scale(spec.zoom / ZOOM, spec.zoom / ZOOM)
    figure.paint(painter)
    painter.restore()
    return top + spec.height / ZOOM


def _paint_guess(painter: QPainter, style: Style, room: QRectF) -> None:
    text, metrics = translate("export", _GUESS), style.metrics(bold=True)
    painter.setFont(style.font(bold=True))
    painter.setPen(style.color(style.theme.ink))
    base = room.top() + _LINE * style.em - metrics.descent()
    painter.drawText(QPointF(room.left(), base), text)
    painter.setPen(style.pen(style.theme.mute, 1.0))
    start = room.left() + metrics.horizontalAdvance(text) + style.em
    painter.drawLine(QPointF(start, base + 2), QPointF(room.right(), base + 2))
