"""Presents on demand: what presenting needs is imported when somebody presents."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from xentgui.documents.session import Session
from xentgui.settings import Settings
from xentgui.window.look import Look

if TYPE_CHECKING:
    from xentgui.window.presenting.presenting import Presenting


class Presenter(QObject):
    """Begins and ends presenting.

    Signals
    -------
    changed()
        Presenting has begun or ended.
    """

    changed = Signal()

    def __init__(
        self,
        window: QWidget,
        session: Session,
        *,
        look: Look,
        settings: Settings,
        decimals: Callable[[], int],
        finish: Callable[[], bool],
    ) -> None:
        """`finish` ends the gesture of held keys, so that its change is presented, too."""
        super().__init__(window)
        self._window, self._session = window, session
        self._look, self._settings = look, settings
        self._decimals, self._finish = decimals, finish
        self._presenting: Presenting | None = None

    @property
    def presenting(self) -> Presenting:
        """Everything about presenting, made when it is first wanted."""
        if self._presenting is None:
            from xentgui.window.presenting.presenting import Presenting  # noqa: PLC0415

            self._presenting = made = Presenting(
                self._window,
                self._session,
                look=self._look,
                settings=self._settings,
                decimals=self._decimals,
                finish=self._finish,
            )
            made.changed.connect(self.changed)
        return self._presenting

    @property
    def is_on(self) -> bool:
        """Whether something is presented."""
        return self._presenting is not None and self._presenting.is_on

    def toggle(self, *, in_window: bool = False) -> None:
        """Present the scenes from the one that is shown, in full screen or not; or leave."""
        self.presenting.toggle(in_window=in_window)

    @property
    def has_what_if(self) -> bool:
        """Whether the present scene was left with a change that can be kept."""
        return self._presenting is not None and self._presenting.has_what_if

    def keep_what_if(self) -> None:
        """Take the change with which the present scene was left into it."""
        if self._presenting is not None:
            self._presenting.keep_what_if()

    def leave(self) -> None:
        """End presenting."""
        if self._presenting is not None:
            self._presenting.leave()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        if self._presenting is not None:
            self._presenting.retranslate()
