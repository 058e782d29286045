"""What is wrong in a window of any size: parts outside, rows or texts that are cut or overlap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QFontInfo, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from xentgui.panels.plot_panel import PlotPanel
from xentgui.tables.readouts.readout_specs import READOUT_SPECS
from xentgui.tables.readouts.readout_value import ReadoutValue, line_height
from xentgui.window.main_window import MainWindow

ROWS = 3
"""So many rows, or all of fewer, are seen in every table."""

_TICK = 0.85  # the size of the smallest letters, in em


class Texts(QPainter):
    """Remembers where each text is, and how high its letters are."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.boxes: list[tuple[str, QRectF]] = []
        self.sizes: list[int] = []

    def drawText(self, *how: Any) -> None:  # type: ignore[override]
        """Remember a text in a box, as axes and legends draw it."""
        box, flags, text = how
        metrics = QFontMetricsF(self.font())
        there = metrics.boundingRect(QRectF(box), int(flags), text)
        # The height of digits; that of a line would be more than what is seen.
        high = metrics.tightBoundingRect("0").height()
        middle = there.center().y()
        letters = QRectF(there.x(), middle - high / 2, there.width(), high)
        self.boxes.append((text, self.worldTransform().mapRect(letters)))  # some are turned
        self.sizes.append(QFontInfo(self.font()).pixelSize())


def faults_of_room(window: MainWindow) -> list[str]:
    """Return what is wrong, a sentence each."""
    return [
        *_outside(window),
        *_bars(window),
        *_titles(window),
        *_tables(window),
        *_readouts(window),
        *_plots(window),
    ]


def _place(window: QWidget, part: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint()), part.size())


def _outside(window: MainWindow) -> Iterator[str]:
    for part in window.findChildren(QWidget):
        if part.window() is not window or not part.isVisible() or part.visibleRegion().isEmpty():
            continue
        place = _place(window, part)
        if not window.rect().contains(place):
            yield f"{part.objectName() or type(part).__name__} is at {place.getRect()}"


def _bars(window: MainWindow) -> Iterator[str]:
    for bar in (window.menuBar(), window.toolbar, window.status):
        if bar.visibleRegion().boundingRect() != bar.rect():
            yield f"a part of {bar.objectName() or 'the menu'} is covered"
    if window.status.height() < window.status.sizeHint().height():
        yield f"the status line is {window.status.height()} high"
    extension = window.toolbar.findChild(QToolButton, "qt_toolbar_ext_button")
    if extension is not None and extension.isVisible():
        yield "the toolbar has no room for all of its buttons"
    for button in window.toolbar.findChildren(QToolButton):
        command = button.defaultAction()
        seen = command is not None and button.isVisible()
        if seen and command.isEnabled() is not button.isEnabled():
            yield f"{button.objectName()} looks as if its command was another one"
    for label in window.toolbar.findChildren(QLabel):
        if label.isVisible() and label.width() < label.sizeHint().width():
            yield f"the label {label.text()} is cut"


def _titles(window: MainWindow) -> Iterator[str]:
    cards = [card for card in window.cards.by_key.values() if card.isVisible()]
    for card in cards:
        title = card.title_bar.title
        if title.width() < title.sizeHint().width():
            yield f"the title {title.text()} is cut"
    for one, other in combinations(cards, 2):
        if one.geometry().intersects(other.geometry()):
            yield f"{one.key} covers {other.key}"


def _tables(window: MainWindow) -> Iterator[str]:
    for table in (window.logit_table, window.target_table):
        if not table.isVisible():
            continue
        name, header, count = table.objectName(), table._look.header, table.classes.rowCount()
        if header.height() < header.sizeHint().height():
            yield f"the header of {name} is cut"
        for at in range(len(table.classes.columns)):
            wrapped = header.lines > 1
            if header.sectionSize(at) < header.least(at, wrapped=wrapped):
                yield f"the heading {header.heading(at, wrapped=wrapped)} of {name} is cut"
        if table.horizontalScrollBar().isVisible():
            yield f"{name} is too narrow for its columns"
        places = table._look._places(table.verticalOffset())
        if len(places.rows) < min(count, ROWS):
            yield f"{name} shows {len(places.rows)} rows"
        lowest = places.y(places.rows.stop)
        if places.y(places.rows.start) < 0 or lowest > table.viewport().height():
            yield f"a row of {name} is cut"
        if places.height < QFontMetricsF(table.font()).height():
            yield f"the rows of {name} are lower than their letters"
        if len(places.rows) < count and table.viewport().height() - lowest >= places.height:
            yield f"{name} has room for another row"


def _readouts(window: MainWindow) -> Iterator[str]:
    card = window.readouts
    if not card.isVisible():
        return
    values = [one for one in card.findChildren(ReadoutValue) if one.isVisible()]
    present = sum(spec.is_present(window.store.snapshot) for spec in READOUT_SPECS)
    if len(values) < min(present, card.height() // line_height(card._style)):
        yield "At a glance has room for another line"
    if len(values) < 2:
        yield f"At a glance shows {len(values)} lines"
    for value in values:
        if not card.rect().contains(value.geometry()):
            yield f"the line {value.objectName()} is cut"
        if value.height() < QFontMetricsF(value.font()).height():
            yield f"the line {value.objectName()} is lower than its letters"
        if value.text() != value.shown:
            yield f"{value.objectName()} says {value.text()} for {value.shown}"


def _plots(window: MainWindow) -> Iterator[str]:
    for key, view in window.panels.items():
        panel = getattr(view, "panel", None)
        if not isinstance(panel, PlotPanel) or not view.isVisible():
            continue
        picture: Any = view.picture  # type: ignore[attr-defined]
        image = QImage(view.size(), QImage.Format.Format_RGB32)
        painter = Texts(image)
        picture.face.paint_axes(painter, picture.frame(), picture.snapshot, picture.view)
        painter.end()
        least = int(_TICK * picture.style.em)
        if painter.sizes and min(painter.sizes) < least:
            yield f"the letters of {key} are {min(painter.sizes)} pixels high, not {least}"
        for text, box in painter.boxes:
            if not QRectF(view.rect()).adjusted(-1, -1, 1, 1).contains(box):
                yield f"“{text}” of {key} is cut"
        for (one, here), (other, there) in combinations(painter.boxes, 2):
            if here.adjusted(1.5, 0.5, -1.5, -0.5).intersects(there):
                yield f"“{one}” and “{other}” of {key} overlap"
