"""The order and the choice of samples: a list and a switch."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.style import Style
from xentgui.reading.samples.order import Order, available
from xentgui.reading.samples.scan import Scan
from xentgui.window.controls.reading_sheet import ListBox

_ORDERS = {
    Order.FILE: QT_TRANSLATE_NOOP("samples", "Order of the file"),
    Order.LARGEST_LOSS: QT_TRANSLATE_NOOP("samples", "Largest loss first"),
    Order.SMALLEST_LOSS: QT_TRANSLATE_NOOP("samples", "Smallest loss first"),
    Order.LEAST_CONFIDENT: QT_TRANSLATE_NOOP("samples", "Least confident first"),
    Order.MOST_CONFIDENT: QT_TRANSLATE_NOOP("samples", "Most confident first"),
}
_ORDER = QT_TRANSLATE_NOOP("samples", "Order of the samples")
_LATER = QT_TRANSLATE_NOOP("samples", "Available once all samples have been read")
_WRONG = QT_TRANSLATE_NOOP("samples", "Only misclassified")
_WRONG_TIP = QT_TRANSLATE_NOOP(
    "samples", "Step only through samples whose largest logit is not at their target"
)


class SampleOrder(QWidget):
    """The list and the switch, which are enabled once the scan has the numbers.

    Signals
    -------
    order_chosen(Order), only_wrong_chosen(bool)
        A person has chosen the order, or which samples are shown.
    """

    order_chosen = Signal(object)
    only_wrong_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.orders = ListBox(self)
        self.orders.setObjectName("control.sample.order")
        self.orders.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for order in _ORDERS:
            self.orders.addItem("", order.value)
        self.orders.activated.connect(self._on_activated)
        self.only_wrong = QToolButton(self)
        self.only_wrong.setObjectName("control.sample.only_wrong")
        self.only_wrong.setCheckable(True)
        self.only_wrong.setProperty("switch", "true")
        self.only_wrong.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.only_wrong.clicked.connect(self.only_wrong_chosen)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.orders, self.only_wrong):
            self._layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._scan: Scan | None = None

    def show_order(self, order: Order, *, only_wrong: bool) -> None:
        """Show the order of the samples; requests nothing."""
        self.orders.setCurrentIndex(self.orders.findData(order.value))
        self.only_wrong.setChecked(only_wrong)

    def allow(self, scan: Scan | None) -> None:
        """Offer the orders for which `scan` has the numbers."""
        self._scan = scan
        known = available(scan) if scan is not None else (Order.FILE,)
        self.orders.setEnabled(len(known) > 1)
        model = self.orders.model()
        assert isinstance(model, QStandardItemModel)
        for place, order in enumerate(_ORDERS):
            model.item(place).setEnabled(order in known)
        can = scan is not None and scan.done and scan.correct is not None
        self.only_wrong.setEnabled(can)
        later = translate("samples", _LATER)
        self.orders.setToolTip(translate("samples", _ORDER) if len(known) > 1 else later)
        self.only_wrong.setToolTip(translate("samples", _WRONG_TIP) if can else later)

    def show_style(self, style: Style, *, narrow: bool) -> None:
        """Apply sizes."""
        self.orders.setFixedWidth(round(style.em * (10.5 if narrow else 13.5)))
        self._layout.setSpacing(round(style.em * (0.6 if narrow else 1.0)))

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        for place, text in enumerate(_ORDERS.values()):
            self.orders.setItemText(place, translate("samples", text))
        self.orders.setAccessibleName(translate("samples", _ORDER))
        self.only_wrong.setText(translate("samples", _WRONG))
        self.only_wrong.setAccessibleName(translate("samples", _WRONG))
        self.allow(self._scan)

    def _on_activated(self, index: int) -> None:
        self.order_chosen.emit(Order(self.orders.itemData(index)))
