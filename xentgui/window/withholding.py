"""Withholds the controls that a scene does not show, says so, and gives all of them back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from xentgui.documents.session import Session
from xentgui.language.text import translate
from xentgui.model.message import QT_TRANSLATE_NOOP, Message
from xentgui.window.commands import Commands
from xentgui.window.message_bar import Answer, MessageBar
from xentgui.window.scene_look import SceneLook
from xentgui.window.toolbar import ToolBar

_NOTICE: Final = "withheld"
_SAID: Final = QT_TRANSLATE_NOOP(
    "errors",
    "This document shows only some of the controls, so that nothing distracts. It is no lock: Show "
    "All brings the others back, and so does File ▸ Share ▸ Show All Controls.",
)
_SHOW_ALL = QT_TRANSLATE_NOOP("window", "Show All")
_STEP = QT_TRANSLATE_NOOP("window", "What Others May Use")


class Withholding(QObject):
    """Follows the present scene of the document."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        scene_look: SceneLook,
        *,
        commands: Commands,
        toolbar: ToolBar,
        messages: MessageBar,
        finish: Callable[[], bool],
    ) -> None:
        """`finish` ends the gesture of held keys."""
        super().__init__(window)
        self._window, self._session, self._look = window, session, scene_look
        self._commands, self._toolbar, self._messages = commands, toolbar, messages
        self._finish = finish
        self._shown: tuple[str, ...] = ()
        self._origin: object = None
        session.changed.connect(self._follow)

    @property
    def can_show_all(self) -> bool:
        """Whether the present scene withholds anything."""
        return bool(self._session.staging.withheld)

    @property
    def shows_all(self) -> bool:
        """Whether all controls are shown although the scene withholds some."""
        return self._look.shows_all

    def toggle_all(self) -> None:
        """Show all controls until another document is opened, or withhold some again."""
        self._show_all(shown=not self._look.shows_all)

    def ask(self) -> None:
        """Ask which controls others are to see with the present scene, or with all scenes."""
        from xentgui.window.dialogs.controls_dialog import ControlsDialog  # noqa: PLC0415

        session = self._session
        dialog = ControlsDialog(session.staging.withheld, session.count, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(
            lambda keys, everywhere: self._choose(tuple(keys), everywhere=everywhere)
        )
        dialog.open()

    def _choose(self, withheld: tuple[str, ...], *, everywhere: bool) -> None:
        self._finish()
        self._session.change(
            lambda place: place.withholding(withheld, everywhere=everywhere),
            translate("window", _STEP),
        )

    def _show_all(self, *, shown: bool) -> None:
        self._look.shows_all = shown
        self._commands.refresh()
        self._follow()

    def _follow(self) -> None:
        """Show what the present scene lets the window show, if that is something else now."""
        session = self._session
        if self._origin is not session.origin:  # another document was opened
            self._origin = session.origin
            self._look.shows_all = False
        withheld = self._look.withheld(session.present)
        if withheld == self._shown:
            return
        self._shown = withheld
        # No picture waits for this, unless something is withheld.
        from xentgui.commands.withheld import beginnings_of, menus_of, tools_of  # noqa: PLC0415

        self._commands.withhold(menus_of(withheld), beginnings_of(withheld))
        self._toolbar.withhold(tools_of(withheld))
        self._look.show(session.present)
        if withheld:
            answer = Answer(_SHOW_ALL, lambda: self._show_all(shown=True))
            self._messages.announce(_NOTICE, Message(_SAID, {}), answer)
        else:
            self._messages.withdraw(_NOTICE)
