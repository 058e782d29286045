"""Asks which columns of a table are the inputs of points, and which one is the class."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from xentgui.language.text import explain, translate
from xentgui.model.message import RefusedError
from xentgui.painting.plain_label import PlainLabel
from xentgui.reading.labelled_points import PointColumns
from xentgui.window.dialogs.form_scroll import FormScroll, fit_to_screen


class ColumnsDialog(QDialog):
    """Shows all columns: those with numbers can be inputs, any one the class.

    It closes when `take` takes the choice; else it says why not, and nothing is lost.
    """

    def __init__(
        self,
        columns: PointColumns,
        take: Callable[[tuple[str, ...], str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.columns")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("window", "Columns of the Points"))
        self._take = take
        self.target = QComboBox(self)
        self.target.setObjectName("columns.class")
        self.target.addItems(list(columns.names))
        self.target.setCurrentIndex(columns.target)
        self.inputs = QListWidget(self)
        self.inputs.setObjectName("columns.inputs")
        for at, (name, fits) in enumerate(zip(columns.names, columns.numeric, strict=True)):
            if fits:
                item = QListWidgetItem(name, self.inputs)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                on = at != columns.target
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.reason = PlainLabel(self)
        self.reason.setObjectName("columns.reason")
        self.reason.setWordWrap(True)
        self.reason.hide()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        buttons.accepted.connect(self.accept_choice)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(translate("window", "Class"), self.target)
        form.addRow(translate("window", "Inputs"), self.inputs)
        layout = QVBoxLayout(self)
        layout.addWidget(FormScroll(form, self))
        layout.addWidget(self.reason)
        layout.addWidget(buttons)
        fit_to_screen(self)

    def accept_choice(self) -> None:
        """Take what is chosen, or say why that is not possible."""
        items = [self.inputs.item(row) for row in range(self.inputs.count())]
        chosen = [item.text() for item in items if item.checkState() is Qt.CheckState.Checked]
        target = self.target.currentText()
        try:
            self._take(tuple(name for name in chosen if name != target), target)
        except RefusedError as error:
            self.reason.setText(explain(error))
            self.reason.show()
            return
        self.accept()
