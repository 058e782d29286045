"""Lines with a caption and a number, which change with every step without a new layout."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from xentgui.language.text import translate
from xentgui.painting.handlers import guarded
from xentgui.painting.text_widgets import PlainLabel


@guarded
class WalkLines(QWidget):
    """Shows as many lines as there is room for, from the first one.

    Attributes
    ----------
    captions, values
        The labels, by key.
    """

    def __init__(self, keys: Iterable[str], parent: QWidget, card: str = "descent") -> None:
        """Values are named ``<card>.<key>``."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.captions = {key: PlainLabel(self) for key in keys}
        self.values = {key: PlainLabel(self) for key in self.captions}
        for key, value in self.values.items():
            value.setObjectName(f"{card}.{key}")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._line, self._gap = 16, 6

    @property
    def sizes(self) -> tuple[int, int]:
        """The height of a line, and the gap to the next one."""
        return self._line, self._gap

    def show_size(self, line: int, gap: int) -> None:
        """Make each line `line` pixels high, with a `gap` before the next one."""
        self._line, self._gap = line, gap
        self._place()
        self.updateGeometry()

    def write(self, key: str, text: str) -> None:
        """Show `text` in the line `key`."""
        if self.values[key].text() != text:
            self.values[key].setText(text)
        words = translate("panels", "{label}: {value}")
        told = words.format(label=self.captions[key].text(), value=text)
        if self.values[key].accessibleName() != told:
            self.values[key].setAccessibleName(told)

    def whole_height(self) -> int:
        """Return the height at which all lines are shown."""
        count = len(self.captions)
        return count * self._line + (count - 1) * self._gap

    def sizeHint(self) -> QSize:
        """Return the room for all lines."""
        return QSize(0, self.whole_height())

    def minimumSizeHint(self) -> QSize:
        """Return no room: the lines can be left out."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the lines for which there is room."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        # A label of a fixed size changes its text without a new layout of everything around it.
        top, width = 0, self.width()
        for key, caption in self.captions.items():
            value, has_room = self.values[key], top + self._line <= self.height()
            left = min(caption.sizeHint().width(), width)
            caption.setFixedSize(left, self._line)
            caption.move(0, top)
            value.setFixedSize(max(width - left, 0), self._line)
            value.move(left, top)
            caption.setVisible(has_room)
            value.setVisible(has_room)
            top += self._line + self._gap
