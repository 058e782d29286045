"""The Protocols of the parts of the window: what they show, request and report.

A part is a widget, or another object, that fulfils one or more of these Protocols.  Parts know
neither each other nor the store; `Wiring` connects them.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance

from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.style import Style


class Part(Protocol):
    """Has colours, sizes and texts."""

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""

    def retranslate(self) -> None:
        """Show all texts in the current language."""


class ShowsNumbers(Protocol):
    """Shows numbers."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show other numbers; requests nothing."""


class ShowsView(Protocol):
    """Shows the numbers as the view says: in its unit, with its highlight."""

    def show_view(self, view: View) -> None:
        """Show the same numbers in another way; requests nothing."""


class ShowsReadouts(ShowsNumbers, ShowsView, Protocol):
    """Shows the numbers as digits."""


class AsksForEdits(Protocol):
    """Requests edits."""

    @property
    def edit_requested(self) -> SignalInstance:
        """Emitted with the requested edit, and the name of the undo step, translated."""


class MakesGestures(AsksForEdits, Protocol):
    """Requests many edits that form one undo step."""

    @property
    def gesture_started(self) -> SignalInstance:
        """Emitted with the name of the step."""

    @property
    def gesture_ended(self) -> SignalInstance:
        """Emitted when the step is complete."""

    @property
    def gesture_cancelled(self) -> SignalInstance:
        """Emitted when the edits of the step are to be taken back."""


class MakesBursts(MakesGestures, Protocol):
    """Keeps a gesture open for a short time after a key, because another may follow."""

    def finish(self) -> None:
        """End the gesture of held keys, so that the next edit is another undo step."""


class AsksForViews(Protocol):
    """Requests another view."""

    @property
    def view_requested(self) -> SignalInstance:
        """Emitted with the requested view."""


class Points(Protocol):
    """Reports the mark that is pointed at."""

    @property
    def highlight_requested(self) -> SignalInstance:
        """Emitted with a mark, or None."""


class Speaks(Protocol):
    """Reports what happened."""

    @property
    def message(self) -> SignalInstance:
        """Emitted with a sentence."""


class Refuses(Protocol):
    """Reports why an edit of the current numbers was refused."""

    @property
    def edit_refused(self) -> SignalInstance:
        """Emitted with a sentence."""


class HoldsStill(Protocol):
    """Has something that must not move during a drag in any part."""

    def hold(self) -> None:
        """Stop moving, because a gesture has begun."""

    def release(self) -> None:
        """Continue, because the gesture is over."""


class Tells(Protocol):
    """Tells people what happened, and why something was refused."""

    def say(self, message: str) -> None:
        """Show a sentence for a while."""

    def say_of_state(self, message: str) -> None:
        """Show a sentence about the present numbers, until they change."""
