"""The warning that the targets do not sum to 1, with its mend, beside the title of a card."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, number, translate
from xentgui.model import Snapshot, edits
from xentgui.model.subjects import OnState
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import LinkButton, PlainLabel

_NORMALISE = QT_TRANSLATE_NOOP("tables", "Normalise")
_NORMALISE_TIP = QT_TRANSLATE_NOOP(
    "tables", "Divide the target by its sum, so that it adds up to 1"
)
_STEP = QT_TRANSLATE_NOOP("tables", "Normalise Target")


class TargetSum(QWidget):
    """Shown only while the targets do not sum to 1; it stands where targets are dragged and typed.

    Signals
    -------
    edit_requested(Edit, str)
        The target is to be normalised.
    came_or_went()
        It is shown or hidden now.
    """

    edit_requested = Signal(object, str)
    came_or_went = Signal()

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        """`key` is that of the card."""
        super().__init__(parent)
        self.setObjectName(f"target_sum.{key}")
        self._text = PlainLabel(self)
        # A press on the words drags the card, as one beside them does.
        self._text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._normalise: LinkButton | None = None
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self._text)
        self._snapshot: Snapshot | None = None
        self._view = View()
        self._style: Style | None = None
        self.hide()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the sum of the targets, or nothing if it is 1."""
        before, self._snapshot = self._snapshot, snapshot
        state = snapshot.state
        if before is not None and before.state.target_array is state.target_array:
            return
        self._refresh()

    def show_view(self, view: View) -> None:
        """Show the same sum in another way."""
        if view.decimals != self._view.decimals:
            self._view = view
            self._refresh()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._style = style
        self._layout.setSpacing(round(style.px(4)))
        self._layout.setContentsMargins(round(style.px(8)), 0, 0, 0)
        self._text.setFont(style.font())
        colors = self._text.palette()
        colors.setColor(self._text.foregroundRole(), QColor(style.theme.warning))
        self._text.setPalette(colors)
        if self._normalise is not None:
            self._normalise.set_style(style)
        self._refresh()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        if self._normalise is not None:
            self._normalise.setText(translate("tables", _NORMALISE))
            self._normalise.setAccessibleName(translate("tables", _NORMALISE))
            self._normalise.setToolTip(translate("tables", _NORMALISE_TIP))

    def _refresh(self) -> None:
        snapshot, style = self._snapshot, self._style
        if snapshot is None or style is None:
            return
        wrong = not snapshot.state.target_is_normalised
        if wrong:
            self._text.setText(f"Σy = {number(snapshot.target_sum, self._view.decimals)} ≠ 1")
            self._link(style).setVisible(snapshot.target_sum > 0)
        if wrong == self.isHidden():
            self.setVisible(wrong)
            self.came_or_went.emit()

    def _link(self, style: Style) -> LinkButton:
        """Return the button, which is made when it is first needed: no start needs it."""
        if self._normalise is None:
            self._normalise = LinkButton(style, self)
            self._normalise.setObjectName(f"{self.objectName()}.normalise")
            self._normalise.clicked.connect(self._on_clicked)
            self._layout.addWidget(self._normalise)
            self.retranslate()
        return self._normalise

    def _on_clicked(self) -> None:
        if self._snapshot is not None and self._snapshot.target_sum > 0:
            self.edit_requested.emit(OnState(edits.normalised_target), translate("tables", _STEP))
