"""The fields of a dialog, which scroll where the screen has no room for all of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QLayout, QScrollArea, QWidget

from xentgui.painting.handlers import guarded

_LEAST_LINES = 6
"""So many lines of text can be seen in the lowest dialog."""

_OF_SCREEN = 0.92
"""What a dialog may take of the screen in each direction; the rest is for its frame and a taskbar."""


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
        self.setWidget(widget)
        # A form lies on the dialog, not on a card of its own.
        self.viewport().setAutoFillBackground(False)
        widget.setAutoFillBackground(False)
        # Qt's boxes to tick do not grow with the letters beside them.
        side = round(self.fontMetrics().height() * 0.85)
        self.setStyleSheet(
            f"QCheckBox::indicator, QListView::indicator {{ width: {side}px; height: {side}px; }}"
        )

    def sizeHint(self) -> QSize:
        """Return the size of the whole form, with room for a scroll bar beside it."""
        hint = self._form.sizeHint()
        return QSize(hint.width() + self.verticalScrollBar().sizeHint().width(), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Return the width of the form, and the height of some lines."""
        least = self._form.minimumSizeHint()
        lines = _LEAST_LINES * self.fontMetrics().lineSpacing()
        width = least.width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, min(least.height(), lines))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for other room when the form does."""
        if watched is self._form and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def fit_to_screen(dialog: QDialog, wanted: QSize | None = None) -> None:
    """Give `dialog` the size `wanted`, or the one that it asks for, as far as the screen allows."""
    room = dialog.screen().availableSize() * _OF_SCREEN
    dialog.resize((wanted or dialog.sizeHint()).boundedTo(room))
