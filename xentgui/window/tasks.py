"""Tasks in the window: what the scene asks to try, and the moment at which it is done."""

from __future__ import annotations

from PySide6.QtCore import QObject

from xentgui.documents.questions import Task
from xentgui.documents.scene import Scene
from xentgui.documents.session import Session
from xentgui.documents.staging import Staging
from xentgui.documents.store import Store
from xentgui.documents.texts import in_language
from xentgui.language.fields import Moments, told
from xentgui.language.lecture_words import task_words
from xentgui.model import Snapshot
from xentgui.model.goals import is_reached
from xentgui.model.naming import one_line
from xentgui.model.subjects import Subject
from xentgui.model.view import View
from xentgui.window.look import Look
from xentgui.window.status_line import StatusLine


class Tasks(QObject):
    """Says in the status line that a task of the scene is done, once for each time it is shown."""

    def __init__(
        self, session: Session, store: Store, look: Look, status: StatusLine, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._store, self._look, self._status = session, store, look, status
        self._done: list[Task] = []
        self._shown: Subject = store.subject
        session.scene_shown.connect(self._on_scene_shown)
        store.changed.connect(self._on_changed)

    def _on_scene_shown(self, scene: Scene) -> None:
        self._done.clear()
        self._shown = scene.subject

    def _on_changed(self, snapshot: Snapshot) -> None:
        if snapshot.subject is self._shown:
            return  # it was opened like this, and nobody has tried anything
        for task in tasks_of(self._session.staging):
            if task not in self._done and is_reached(task.goal, snapshot):
                self._done.append(task)
                self._status.say(
                    said(task, snapshot, self._store.view, self._look.language, is_done=True)
                )


def tasks_of(staging: Staging) -> tuple[Task, ...]:
    """Return the tasks of a scene: its own, and those of its steps."""
    steps = (step.task for step in staging.steps)
    return tuple(task for task in (staging.task, *steps) if task is not None)


def said(task: Task, snapshot: Snapshot, view: View, language: str, *, is_done: bool) -> str:
    """Return the line for a task, in the language and the unit of the moment."""
    text, done = (
        one_line(told(in_language(texts, language), Moments(snapshot), view))
        for texts in (task.text, task.done)
    )
    return task_words(text, done, is_done=is_done)
