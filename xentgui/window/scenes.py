"""The commands for the scenes of the document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from xentgui.documents.session import Session
from xentgui.documents.staging import PLAIN, Staging
from xentgui.documents.texts import in_language
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.language.units import with_logarithm
from xentgui.model.naming import one_line
from xentgui.model.view import View
from xentgui.panels import PANELS
from xentgui.window.look import Look
from xentgui.window.status_line import StatusLine

if TYPE_CHECKING:
    from xentgui.window.dialogs.scene_dialog import Words

_DESCRIBE = QT_TRANSLATE_NOOP("window", "Title and Caption")
_ADD = QT_TRANSLATE_NOOP("window", "Add Scene")
_DUPLICATE = QT_TRANSLATE_NOOP("window", "Duplicate Scene")
_MOVE = QT_TRANSLATE_NOOP("window", "Move Scene")
_LOOK = QT_TRANSLATE_NOOP("window", "Keep the Look in the Scene")
_STAGE = QT_TRANSLATE_NOOP("window", "How the Scene Is Presented")
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
        look_of_window: Callable[[Staging], Staging],
    ) -> None:
        """`look_of_window` returns a staging as the window shows it; `finish` ends the gesture of held keys, so that it belongs to the scene that is left."""
        super().__init__(window)
        self._window, self._session = window, session
        self._look, self._status, self._finish = look, status, finish
        self._look_of_window = look_of_window
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
        from xentgui.window.dialogs.scene_dialog import SceneDialog, Words  # noqa: PLC0415

        session, language = self._session, self._look.language
        staging = session.staging
        words = Words(session.title, session.caption, staging.notes, staging.answer)
        dialog = SceneDialog(words, language, self._window)
        dialog.described.connect(self._describe)
        dialog.open()

    def ask_staging(self) -> None:
        """Open the dialog for motion, emphasis, what is hidden, and the steps of the scene."""
        from xentgui.documents.scene_texts import snapshot_of  # noqa: PLC0415
        from xentgui.window.dialogs.staging_dialog import StagingDialog  # noqa: PLC0415

        session = self._session
        scene = session.now.document.scenes[session.scene]
        snapshot = snapshot_of(scene.subject)
        formulas = {
            panel.key: with_logarithm(panel.formula_of(snapshot), scene.unit)
            for panel in PANELS
            if panel.key in scene.panels
        }
        dialog = StagingDialog(
            session.staging,
            snapshot.state.labels,
            self._window,
            language=self._look.language,
            formulas=formulas,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.staged.connect(self._stage)
        dialog.open()

    def add(self) -> None:
        """Add a scene with the numbers and the look of the window, and show it."""
        self._finish()
        look = self._look_of_window(PLAIN)
        self._session.change(lambda place: place.with_copy(look), translate("window", _ADD))

    def duplicate(self) -> None:
        """Add a copy with all that the present scene has, and show it."""
        self._finish()
        self._session.change(lambda place: place.with_duplicate(), translate("window", _DUPLICATE))

    def move(self, by: int) -> None:
        """Give the present scene another place."""
        self.move_scene(self._session.scene, self._session.scene + by)

    def move_scene(self, scene: int, to: int) -> None:
        """Give a scene the number `to`."""
        self._finish()
        self._session.change(lambda place: place.moved(scene, to), translate("window", _MOVE))

    def take_look(self) -> None:
        """Let the present scene keep how the window shows it."""
        self._finish()
        staging = self._look_of_window(self._session.staging)
        self._session.change(lambda place: place.staged(staging), translate("window", _LOOK))

    def remove(self) -> None:
        """Remove the present scene."""
        self._finish()
        text = translate("window", _REMOVE).format(number=self._session.scene + 1)
        self._session.change(lambda place: place.without_present(), text)

    def words(self) -> tuple[str, str]:
        """Return the title and the caption of the present scene, in the current language."""
        session, language = self._session, self._look.language
        title = one_line(in_language(session.title, language))
        return title, in_language(session.caption, language)

    def _describe(self, words: Words) -> None:
        self._finish()
        staging = replace(self._session.staging, notes=words.notes, answer=words.answer)
        self._session.change(
            lambda place: place.described(words.title, words.caption).staged(staging),
            translate("window", _DESCRIBE),
        )

    def _stage(self, staging: Staging) -> None:
        self._finish()
        self._session.change(lambda place: place.staged(staging), translate("window", _STAGE))

    def _on_scene_shown(self) -> None:
        # A start shows no other scene.
        from xentgui.documents.scene_texts import scene_text, snapshot_of  # noqa: PLC0415
        from xentgui.window.tasks import said, tasks_of  # noqa: PLC0415

        scene, language = (
            self._session.document().scenes[self._session.scene],
            self._look.language,
        )
        texts = (scene_text(scene, one, language) for one in (scene.title, scene.caption))
        tasks = tasks_of(scene.staging)[:1]
        to_try = (
            said(task, snapshot_of(scene.subject), View(unit=scene.unit), language, is_done=False)
            for task in tasks
        )
        words = " — ".join(filter(None, (*map(one_line, texts), *to_try)))
        if words:
            self._status.say(words)
