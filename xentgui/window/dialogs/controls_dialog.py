"""Share ▸ What Others May Use: the controls that a scene shows."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from xentgui.commands.withheld import WITHHELD
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.handlers import guarded
from xentgui.painting.text_widgets import PlainLabel
from xentgui.window.dialogs.form_scroll import FormScroll, fit_to_screen

_WIDTH: Final = 460
_COLUMNS: Final = 2
_TITLE = QT_TRANSLATE_NOOP("window", "What Others May Use")
_ABOUT = QT_TRANSLATE_NOOP(
    "window",
    "Who opens this document sees only what is ticked, beside the panels of the scene. This keeps "
    "a class from being distracted; it is no lock, and everyone can show all controls.",
)
_EVERYWHERE = QT_TRANSLATE_NOOP("window", "In all {count} scenes of the &document")


@guarded
class ControlsDialog(QDialog):
    """Asks which controls are shown.

    Signals
    -------
    chosen(tuple, bool)
        The words for what is withheld, and whether that holds for all scenes.
    """

    chosen = Signal(tuple, bool)

    def __init__(
        self, withheld: Collection[str], scenes: int, parent: QWidget | None = None
    ) -> None:
        """Begin with what the present one of `scenes` withholds."""
        super().__init__(parent)
        self.setObjectName("controls.dialog")
        self.setWindowTitle(translate("window", _TITLE))
        about = PlainLabel(self, translate("window", _ABOUT))
        about.setWordWrap(True)
        self._boxes: dict[str, QCheckBox] = {}
        grid = QGridLayout()
        rows = -(-len(WITHHELD) // _COLUMNS)
        for number, (key, one) in enumerate(WITHHELD.items()):
            box = QCheckBox(translate("window", one.text), self)
            box.setObjectName(f"controls.{key}")
            box.setChecked(key not in withheld)
            grid.addWidget(box, number % rows, number // rows)
            self._boxes[key] = box
        self._everywhere = QCheckBox(translate("window", _EVERYWHERE).format(count=scenes), self)
        self._everywhere.setObjectName("controls.everywhere")
        self._everywhere.setChecked(True)
        self._everywhere.setVisible(scenes > 1)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(about)
        form = QVBoxLayout()
        form.addLayout(grid)
        form.addWidget(self._everywhere)
        form.addStretch(1)
        whole.addWidget(FormScroll(form, self), 1)
        whole.addWidget(buttons)
        about.setMinimumWidth(_WIDTH)
        fit_to_screen(self)

    def accept(self) -> None:
        """Emit what was chosen."""
        withheld = tuple(key for key, box in self._boxes.items() if not box.isChecked())
        self.chosen.emit(withheld, self._everywhere.isChecked())
        super().accept()
