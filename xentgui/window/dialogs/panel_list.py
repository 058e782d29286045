"""The list of panels to tick in a dialog."""

from __future__ import annotations

import math
from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from xentgui.language.text import translate
from xentgui.panels import PANELS

_KEY = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class PanelList(QListWidget):
    """All panels, in the order of the menu, in as many columns as have room.

    Signals
    -------
    ticked(tuple[str, ...])
        The keys of the panels that a person has ticked by now.
    """

    ticked = Signal(tuple)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        for panel in PANELS:
            item = QListWidgetItem(translate("panels", panel.title), self)
            item.setData(_KEY, panel.key)
            item.setToolTip(item.text())  # with large letters, not all of it has room
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
        self.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        # Two columns: there are more panels than rows on a small screen.
        self.setWrapping(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(round(self.sizeHintForRow(0) * (math.ceil(len(PANELS) / 2) + 0.7)))
        self.itemChanged.connect(lambda _item: self.ticked.emit(self._keys()))

    def show_ticked(self, keys: Collection[str]) -> None:
        """Tick these panels and no others."""
        for item in self._items():
            item.setCheckState(_ON if item.data(_KEY) in keys else _OFF)

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _keys(self) -> tuple[str, ...]:
        return tuple(str(one.data(_KEY)) for one in self._items() if one.checkState() == _ON)
