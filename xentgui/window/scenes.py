"""What the window does with the scenes of its document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from xentgui.documents.scene import in_language
from xentgui.documents.session import Session
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.naming import one_line

if TYPE_CHECKING:
    from xentgui.window.main_window import MainWindow

_STEP = QT_TRANSLATE_NOOP("window", "Scene {number}")
_DESCRIBE = QT_TRANSLATE_NOOP("window", "Title and Caption")
_ADD = QT_TRANSLATE_NOOP("window", "Add Scene")
_REMOVE = QT_TRANSLATE_NOOP("window", "Remove Scene {number}")


class Scenes(QObject):
    """Goes from scene to scene, and changes what they are called; all of it can be undone."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        session.scene_shown.connect(self._on_scene_shown)

    @property
    def count(self) -> int:
        """The number of scenes."""
        return self._session.count

    @property
    def place(self) -> int:
        """The number of the present scene, from 0."""
        return self._session.scene

    def step(self, by: int) -> None:
        """Show the next scene, or another one."""
        self._finish()
        scene = self._session.scene + by
        self._session.go_to(scene, translate("window", _STEP).format(number=scene + 1))

    def ask_words(self) -> None:
        """Open the dialog for the title and the caption of the present scene."""
        from xentgui.window.dialogs.scene_dialog import SceneDialog  # noqa: PLC0415

        session, window = self._session, self._window
        dialog = SceneDialog(session.title, session.caption, window.look.language, window)
        dialog.described.connect(self._describe)
        dialog.open()

    def add(self) -> None:
        """Add a scene with the numbers of this one, and show it."""
        self._finish()
        self._session.add_scene(translate("window", _ADD))

    def remove(self) -> None:
        """Take the present scene away."""
        self._finish()
        text = translate("window", _REMOVE).format(number=self._session.scene + 1)
        self._session.remove_scene(text)

    def words(self) -> tuple[str, str]:
        """Return the title and the caption of the present scene, in the current language."""
        session, language = self._session, self._window.look.language
        title = one_line(in_language(session.title, language))
        return title, in_language(session.caption, language)

    def _describe(self, title: Mapping[str, str], caption: Mapping[str, str]) -> None:
        self._finish()
        self._session.describe(title, caption, translate("window", _DESCRIBE))

    def _finish(self) -> None:
        self._window.wiring.finish_bursts()

    def _on_scene_shown(self) -> None:
        told = " — ".join(filter(None, map(one_line, self.words())))
        if told:
            self._window.status.say(told)
