"""The commands for the scenes of the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xentgui.documents.scene import in_language
from xentgui.documents.session import Session
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.naming import one_line
from xentgui.window.look import Look
from xentgui.window.status_line import StatusLine

_DESCRIBE = QT_TRANSLATE_NOOP("window", "Title and Caption")
_ADD = QT_TRANSLATE_NOOP("window", "Add Scene")
_REMOVE = QT_TRANSLATE_NOOP("window", "Remove Scene {number}")


class Scenes(QObject):
    """Goes from scene to scene; adds, removes and describes scenes, as undo steps."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        *,
        look: Look,
        status: StatusLine,
        finish: Callable[[], bool],
    ) -> None:
        """`finish` ends the gesture of held keys, so that it belongs to the scene that is left."""
        super().__init__(window)
        self._window, self._session = window, session
        self._look, self._status, self._finish = look, status, finish
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
        self._session.visit(self._session.scene + by)

    def ask_words(self) -> None:
        """Open the dialog for the title and the caption of the present scene."""
        from xentgui.window.dialogs.scene_dialog import SceneDialog  # noqa: PLC0415

        session, language = self._session, self._look.language
        dialog = SceneDialog(session.title, session.caption, language, self._window)
        dialog.described.connect(self._describe)
        dialog.open()

    def add(self) -> None:
        """Add a scene with the numbers of this one, and show it."""
        self._finish()
        self._session.add_scene(translate("window", _ADD))

    def remove(self) -> None:
        """Remove the present scene."""
        self._finish()
        text = translate("window", _REMOVE).format(number=self._session.scene + 1)
        self._session.remove_scene(text)

    def words(self) -> tuple[str, str]:
        """Return the title and the caption of the present scene, in the current language."""
        session, language = self._session, self._look.language
        title = one_line(in_language(session.title, language))
        return title, in_language(session.caption, language)

    def _describe(self, title: Mapping[str, str], caption: Mapping[str, str]) -> None:
        self._finish()
        self._session.describe(title, caption, translate("window", _DESCRIBE))

    def _on_scene_shown(self) -> None:
        words = " — ".join(filter(None, map(one_line, self.words())))
        if words:
            self._status.say(words)
