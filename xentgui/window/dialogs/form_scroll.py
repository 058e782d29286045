"""The fields of a dialog, which scroll where the screen has no room for all of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QLayout, QScrollArea, QWidget

from xentgui.painting.handlers import guarded

_LEAST_LINES = 6
"""So many lines of text can be seen in the lowest dialog."""

_OF_SCREEN = 0.92
"""What a dialog may take of the screen in each direction; the rest is for its frame and a taskbar."""

_BOX_PX, _BOX_OF_LETTERS = 14, 0.85
"""Qt's size of a box to tick, and the size that suits letters, as a share of their height."""


@guarded
class FormScroll(QScrollArea):
    """Shows all of a form if it can; the field with the keys always is in sight."""

    def __init__(self, form: QWidget | QLayout, parent: QWidget) -> None:
        super().__init__(parent)
        if isinstance(form, QLayout):
            form.setContentsMargins(0, 0, 0, 0)
            widget = QWidget()
            widget.setLayout(form)
        else:
            widget = form
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields are stops, and it follows them
        self.setWidgetResizable(True)
        self._form = widget
        _enlarge_boxes(widget, round(self.fontMetrics().height() * _BOX_OF_LETTERS))
        self.setWidget(widget)
        # A form lies on the dialog, not on a card of its own.
        self.viewport().setAutoFillBackground(False)
        widget.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """Return the size of the whole form."""
        return self._form.sizeHint() + QSize(self._beside(), 0)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the form, and the height of some lines."""
        least, lines = self._form.minimumSizeHint(), _LEAST_LINES * self.fontMetrics().lineSpacing()
        return QSize(least.width() + self._beside(), min(least.height(), lines))

    def _beside(self) -> int:
        """Return the width of the scroll bar beside the form, or 0 while there is none."""
        scrolls = self.isVisible() and self.height() < self._form.minimumSizeHint().height()
        return self.verticalScrollBar().sizeHint().width() if scrolls else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the room of the scroll bar as soon as there is one."""
        super().resizeEvent(event)
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for other room when the form does."""
        if watched is self._form and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def _enlarge_boxes(form: QWidget, side: int) -> None:
    """Give the boxes to tick the size of the letters beside them; Qt's do not grow with these."""
    if side > _BOX_PX:
        size = f"{{ width: {side}px; height: {side}px; }}"
        form.setStyleSheet(f"QCheckBox::indicator, QListView::indicator {size}")
        for part in form.findChildren(QWidget):
            part.ensurePolished()  # before a layout measures it, and remembers that


def fit_to_screen(dialog: QDialog, wanted: QSize | None = None) -> None:
    """Give `dialog` the size `wanted`, or the one that it asks for, as far as the screen allows."""
    room = dialog.screen().availableSize() * _OF_SCREEN
    dialog.resize((wanted or dialog.sizeHint()).boundedTo(room))


def ok_or_cancel(dialog: QDialog) -> QDialogButtonBox:
    """Return the buttons that accept what was entered in `dialog`, or reject it."""
    buttons = QDialogButtonBox(parent=dialog)
    buttons.setStandardButtons(
        QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
    )
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
