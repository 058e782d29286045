"""The marks of a plot as objects of their own, for those who read the window without seeing it."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget

from xentgui.canvas.accessible import spoken
from xentgui.canvas.plot_host import PlotHost, check
from xentgui.language.text import explain
from xentgui.model.mark import Mark
from xentgui.model.message import RefusedError
from xentgui.painting.accessibility import somebody_listens
from xentgui.painting.handlers import guarded
from xentgui.panels.marked_panel import Way

MOST = 60
"""More numbers than this nobody walks through; the tables have them all."""

_SIDE = 20  # pixels
_DECIMALS = 6


@guarded
class NumberBox(QDoubleSpinBox):
    """One number of a mark: it has a name, a value and its steps, and is not to be seen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDecimals(_DECIMALS)
        self.setRange(-math.inf, math.inf)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lineEdit().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lineEdit().hide()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    def textFromValue(self, value: float) -> str:
        """Return the number as it is said."""
        return spoken(value, _DECIMALS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw nothing: the panel draws the mark."""

    def show_number(self, name: str, value: float, step: float, where: QRect) -> None:
        """Have this name and value, at `where` in the plot."""
        self.blockSignals(True)
        self.setAccessibleName(name)
        self.setSingleStep(step)
        if not math.isnan(value):
            self.setValue(value)
        self.setGeometry(where)
        self.blockSignals(False)


class MarkBoxes:
    """Keeps a box for each number of each mark, while somebody listens."""

    def __init__(self, host: PlotHost) -> None:
        self._host = host
        self._boxes: list[NumberBox] = []
        self._numbers: list[tuple[Mark, int]] = []

    def refresh(self) -> None:
        """Have the boxes show the marks as they are now."""
        if not (self._host.viewport().isVisible() and somebody_listens()):
            return
        picture, face = self._host.picture, self._host.picture.face
        snapshot, view = picture.snapshot, picture.view
        if snapshot is None or picture.style is None:
            return
        frame = picture.frame()
        marks = self._marks() if face.is_legible(frame) else []
        self._numbers = []
        for mark in marks:
            captions = face.captions(mark, view)
            values = face.numbers_of(mark, snapshot, view)
            name, at = face.name_of(mark, snapshot, view), face.locate(mark, frame, snapshot, view)
            where = QRect(round(at.x()) - _SIDE // 2, round(at.y()) - _SIDE // 2, _SIDE, _SIDE)
            for nth, (caption, value) in enumerate(zip(captions, values, strict=True)):
                box = self._box(len(self._numbers))
                self._numbers.append((mark, nth))
                text = f"{name}: {caption} = {spoken(value, view.decimals)}"
                box.show_number(text, value, 0.01, where)
        for nth, box in enumerate(self._boxes):
            box.setVisible(nth < len(self._numbers))

    def _marks(self) -> list[Mark]:
        picture, found = self._host.picture, list[Mark]()
        assert picture.snapshot is not None
        mark = picture.face.mark_beside(None, Way.NEXT, picture.snapshot, picture.view)
        while mark is not None and len(found) < MOST:
            found.append(mark)
            mark = picture.face.mark_beside(mark, Way.NEXT, picture.snapshot, picture.view)
        return found

    def _box(self, nth: int) -> NumberBox:
        if nth == len(self._boxes):
            # Qt tells of the children of a viewport, but not of other children of a scroll area.
            box = NumberBox(self._host.viewport())
            box.valueChanged.connect(lambda value: self._set(nth, value))
            self._boxes.append(box)
        return self._boxes[nth]

    def _set(self, nth: int, value: float) -> None:
        host, picture = self._host, self._host.picture
        if picture.snapshot is None or nth >= len(self._numbers):
            return
        (mark, at), face, view = self._numbers[nth], picture.face, picture.view
        values = list(face.numbers_of(mark, picture.snapshot, view))
        values[at] = value
        try:
            edit = face.typed(mark, view, tuple(values))
            check(host, edit)
        except RefusedError as error:
            host.message.emit(explain(error))
            self.refresh()
            return
        host.speech.moved(mark)
        host.edit_requested.emit(edit, face.step_name(mark, picture.snapshot))
        host.settle()
