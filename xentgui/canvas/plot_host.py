"""What the pointer, the keys and a drag need of the plot that they serve."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from xentgui.canvas.axes import Axes
from xentgui.canvas.hover import Hover
from xentgui.canvas.picture_item import PictureItem
from xentgui.model.subjects import Edit, OnState


class PlotHost(Protocol):
    """A plot on the screen: its picture, its axes, and the signals that ask for changes."""

    @property
    def picture(self) -> PictureItem:
        """What is shown, how it is looked at, and which mark has the keys."""
        ...

    @property
    def axes(self) -> Axes:
        """The ranges."""
        ...

    @property
    def hover(self) -> Hover:
        """What is pointed at."""
        ...

    @property
    def edit_requested(self) -> SignalInstance:
        """An edit is wanted, and the text that names its step."""
        ...

    @property
    def gesture_started(self) -> SignalInstance:
        """The edits from now on are one step, which the text names."""
        ...

    @property
    def gesture_ended(self) -> SignalInstance:
        """The step is complete."""
        ...

    @property
    def gesture_cancelled(self) -> SignalInstance:
        """The step has never been."""
        ...

    @property
    def highlight_requested(self) -> SignalInstance:
        """A mark is to be highlighted, or None."""
        ...

    @property
    def message(self) -> SignalInstance:
        """A sentence for the person."""
        ...

    def settle(self) -> None:
        """Move the axes to where they serve the numbers best."""
        ...

    def viewport(self) -> QWidget:
        """Return the widget under the pointer."""
        ...

    def keys_widget(self) -> QWidget:
        """Return the widget that has the keys."""
        ...


def check(host: PlotHost, edit: Edit) -> None:
    """Raise the RefusedError that `edit` meets, where that can be known beforehand."""
    snapshot = host.picture.snapshot
    if isinstance(edit, OnState) and snapshot is not None:
        edit.on(snapshot.state)
