"""What a command may request of the window: of its cards, its look and its help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from xentgui.painting.theme import Theme


class CardHost(Protocol):
    """Shows, hides and arranges the cards; each has a key."""

    @property
    def enlarged(self) -> str | None:
        """The one card that fills the window, or None."""

    @property
    def workspace(self) -> str:
        """The key of the workspace that is shown."""

    def show_workspace(self, key: str) -> None:
        """Go to another workspace, as a person left it."""

    def is_shown(self, key: str) -> bool:
        """Return whether a card is among those in the window."""

    def toggle(self, key: str) -> None:
        """Show a card that is hidden, or hide one that is shown."""

    def toggle_enlarged(self) -> None:
        """Enlarge the card with the focus, or go back to all cards."""

    def restore(self) -> None:
        """Go back from one card to all."""

    def reset(self) -> None:
        """Move every card to its first place."""

    def pass_keys(self, way: int) -> None:
        """Give the keys to the next card (1) or to the one before (-1)."""


class LookHost(Protocol):
    """Chooses how everything looks, and in which language it speaks."""

    @property
    def theme(self) -> Theme:
        """The theme that is shown."""

    @property
    def chosen(self) -> str:
        """The key of the theme that was chosen, or "" for the system's."""

    @property
    def zoom(self) -> float:
        """The size of everything, as a multiple of the design's."""

    @property
    def language(self) -> str:
        """The code of the language that is shown."""

    @property
    def chosen_language(self) -> str:
        """The code of the language that was chosen, or "" for the system's."""

    def choose(self, theme: str) -> None:
        """Choose a theme; "" follows the system."""

    def choose_language(self, language: str) -> None:
        """Choose a language; "" follows the system."""

    def zoom_by(self, factor: float) -> None:
        """Make everything larger or smaller."""

    def zoom_to(self, zoom: float) -> None:
        """Make everything `zoom` times as large as in the design."""

    def reduce_motion(self, *, reduced: bool) -> None:
        """Switch animations off, or leave that to the system."""


class HelpHost(Protocol):
    """Explains cards, and shows what can be done."""

    def explain_card(self) -> None:
        """Explain the card that has the keys."""

    def begin_tour(self) -> None:
        """Begin the tour."""

    def show_hints(self) -> None:
        """Show what can be pulled, until something is pulled."""


class FindHost(Protocol):
    """Finds classes by their names."""

    def begin(self) -> None:
        """Ask for a name."""

    def go_on(self) -> None:
        """Go to the next class that was found."""


class ExampleHost(Protocol):
    """Shows examples."""

    def take(self, key: str) -> None:
        """Take the numbers of the preset called `key`."""


class SoundHost(Protocol):
    """Lets the loss be heard while a value is moved."""

    @property
    def is_on(self) -> bool:
        """Whether it can be heard."""

    def switch(self) -> None:
        """Let it be heard from now on, or not any more."""
