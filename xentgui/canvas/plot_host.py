"""What the pointer, the keys and a drag need from their plot."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from xentgui.canvas.axes import Axes
from xentgui.canvas.picture_item import PictureItem
from xentgui.canvas.readout import Hover
from xentgui.model.mark import Mark
from xentgui.model.subjects import Edit, OnState


class TellsOfMarks(Protocol):
    """Tells in words which mark has the keys, and what followed when it moved."""

    def came_to(self, mark: Mark) -> None:
        """Tell which mark has the keys now."""

    def left(self) -> None:
        """Tell nothing more: no mark has the keys."""

    def moved(self, mark: Mark) -> None:
        """Tell soon what followed, because `mark` is being moved without a pointer."""


class PlotHost(Protocol):
    """A plot on the screen: its picture, its axes, and the signals that ask for changes."""

    @property
    def picture(self) -> PictureItem:
        """The picture, with its snapshot, its view and its focused mark."""
        ...

    @property
    def axes(self) -> Axes:
        """The ranges."""
        ...

    @property
    def hover(self) -> Hover:
        """Highlights and reads out the mark under the pointer."""
        ...

    @property
    def speech(self) -> TellsOfMarks:
        """Tells of the marks to those who do not see them."""
        ...

    @property
    def edit_requested(self) -> SignalInstance:
        """Signal: an edit, and the text that names its step."""
        ...

    @property
    def gesture_started(self) -> SignalInstance:
        """Signal: the following edits are one step, which the text names."""
        ...

    @property
    def gesture_ended(self) -> SignalInstance:
        """Signal: the step is complete."""
        ...

    @property
    def gesture_cancelled(self) -> SignalInstance:
        """Signal: the edits of the step are to be taken back."""
        ...

    @property
    def highlight_requested(self) -> SignalInstance:
        """Signal: a mark is to be highlighted, or None."""
        ...

    @property
    def message(self) -> SignalInstance:
        """Signal: a sentence for the person."""
        ...

    def catch_up(self) -> None:
        """Show the numbers of now, which a picture that takes long may not show yet."""
        ...

    def settle(self) -> None:
        """Move the axes to the best ranges for the numbers."""
        ...

    def viewport(self) -> QWidget:
        """Return the widget under the pointer."""
        ...

    def keys_widget(self) -> QWidget:
        """Return the widget that gets the keys."""
        ...


def check(host: PlotHost, edit: Edit) -> None:
    """Raise the RefusedError with which `edit` would be refused, if that is known before."""
    snapshot = host.picture.snapshot
    if isinstance(edit, OnState) and snapshot is not None:
        edit.on(snapshot.state)
