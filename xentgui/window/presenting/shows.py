"""What presenting needs to know of the look of the program."""

from __future__ import annotations

from typing import Protocol

from xentgui.painting.theme import Theme


class Shows(Protocol):
    """The look of the program: its colours and its language."""

    @property
    def theme(self) -> Theme:
        """The colours."""

    @property
    def language(self) -> str:
        """The code of the language."""
