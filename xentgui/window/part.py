"""What a part of the window can be: it shows, it asks, it says.

A part is a widget, or anything else, that has what one or more of these Protocols name.  Parts
know neither each other nor the store; `Wiring` joins them.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance

from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.style import Style


class Part(Protocol):
    """Has colours, sizes and words."""

    def show_style(self, style: Style) -> None:
        """Take on colours and sizes."""

    def retranslate(self) -> None:
        """Say everything in the current language."""


class ShowsNumbers(Protocol):
    """Shows what follows from the state."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show other numbers; asks for nothing."""


class ShowsView(Protocol):
    """Shows the numbers as the view says: in its unit, with its marks highlighted."""

    def show_view(self, view: View) -> None:
        """Show the same numbers in another way; asks for nothing."""


class AsksForEdits(Protocol):
    """Asks for other numbers."""

    @property
    def edit_requested(self) -> SignalInstance:
        """Emitted with what is asked for, and the name of the undo step, translated."""


class MakesGestures(AsksForEdits, Protocol):
    """Asks for many edits that are one undo step."""

    @property
    def gesture_started(self) -> SignalInstance:
        """Emitted with the name of the step."""

    @property
    def gesture_ended(self) -> SignalInstance:
        """Emitted when the step is complete."""

    @property
    def gesture_cancelled(self) -> SignalInstance:
        """Emitted when everything is to be as it was before."""


class MakesBursts(MakesGestures, Protocol):
    """Goes on with a gesture for a while after a key, in case another follows."""

    def finish(self) -> None:
        """End what keys have begun, so that what comes next is another step."""


class AsksForViews(Protocol):
    """Asks for another way to look at the numbers."""

    @property
    def view_requested(self) -> SignalInstance:
        """Emitted with the view that is asked for."""


class Points(Protocol):
    """Points at marks."""

    @property
    def highlight_requested(self) -> SignalInstance:
        """Emitted with a mark, or None."""


class Speaks(Protocol):
    """Says what happened."""

    @property
    def message(self) -> SignalInstance:
        """Emitted with a sentence."""


class Refuses(Protocol):
    """Says why something cannot be done to the present numbers."""

    @property
    def edit_refused(self) -> SignalInstance:
        """Emitted with a sentence."""


class HoldsStill(Protocol):
    """Has something that stands still while anything is dragged, anywhere."""

    def hold(self) -> None:
        """Stand still: a gesture has begun."""

    def release(self) -> None:
        """Go on: the gesture is over."""
