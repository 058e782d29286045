"""When the strip of scenes is shown: as soon as there are several scenes, unless it is put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore  # for Qt, whose hundred enumerations the first window does not need
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from xentgui.documents.session import Session
from xentgui.documents.store import Store
from xentgui.painting.style import Style
from xentgui.window.commands import Commands
from xentgui.window.look import Look
from xentgui.window.presenting.presenter import Presenter
from xentgui.window.scenes import Scenes

if TYPE_CHECKING:
    from xentgui.window.strip.strip_bar import StripBar


class Strip(QObject):
    """Makes the bar when it is first needed, and keeps it up to date.

    Attributes
    ----------
    bar
        The bar, or None as long as nobody needed it.
    """

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        *,
        store: Store,
        scenes: Scenes,
        commands: Commands,
        presenter: Presenter,
        look: Look,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._scenes = window, session, scenes
        self._store = store
        self._commands, self._presenter, self._look = commands, presenter, look
        self.bar: StripBar | None = None
        self._chosen: bool | None = None
        self._count = session.count
        session.changed.connect(self.refresh)
        presenter.changed.connect(self.refresh)
        store.changed.connect(self._tell)
        store.view_changed.connect(self._tell)

    @property
    def is_shown(self) -> bool:
        """Whether the strip is shown: as was chosen, or else if there are several scenes."""
        return self._session.count > 1 if self._chosen is None else self._chosen

    def toggle(self) -> None:
        """Show the strip, or put it away."""
        self._chosen = not self.is_shown
        self.refresh()

    def refresh(self) -> None:
        """Show the scenes as they are now."""
        if self._session.count != self._count:
            if 1 in (self._count, self._session.count):
                self._chosen = None  # another document, or the first scene that was added
            self._count = self._session.count
        if self.is_shown and self.bar is None:
            self._make()
        if self.bar is not None:
            self.bar.setVisible(self.is_shown)
            if self.is_shown:
                now = self._session.now
                self.bar.show_document(now.document, self._session.scene, self._look.language)
                self._tell()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        if self.bar is not None:
            self.bar.show_style(style)
            self.refresh()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        if self.bar is not None:
            self.bar.retranslate()
            self.refresh()

    def _tell(self, *_: object) -> None:
        """Show the words of the scene with the numbers of now."""
        if self.bar is not None and self.is_shown:
            place, scenes = self._session.scene, self._session.now.document.scenes
            if place < len(scenes):  # while another document comes, it is not there yet
                self.bar.lesson.show_scene(
                    place,
                    scenes[place],
                    self._store.snapshot,
                    self._store.view,
                    self._look.language,
                )

    def _make(self) -> None:
        from xentgui.window.strip.strip_bar import StripBar  # noqa: PLC0415 - no start needs it

        self.bar = bar = StripBar(self._commands, self._scenes, self._presenter)
        self._window.addToolBar(QtCore.Qt.ToolBarArea.BottomToolBarArea, bar)
        bar.show_style(self._look.style())
        bar.retranslate()
