"""The scenes of the open document: which one is shown, and the steps that change them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from xentgui.documents.place import Place
from xentgui.documents.scene import Document, Scene
from xentgui.documents.staging import Staging
from xentgui.documents.store import Store
from xentgui.model import State
from xentgui.model.message import RefusedError
from xentgui.model.subjects import Subject, resolve

if TYPE_CHECKING:
    from xentgui.documents.steps.step import Step


class OpenScenes(QObject):
    """The scenes; the store holds the present one.

    Attributes
    ----------
    shown_panels
        Called for the keys of the panels on the screen; None while there is no window.

    Signals
    -------
    changed()
        The document, its file, the scene, or whether all is saved, is another one.
    scene_shown(Scene)
        This scene is now the present one; its panels are to be shown.
    """

    changed = Signal()
    scene_shown = Signal(object)

    def __init__(
        self, store: Store, known_panels: Collection[str], parent: QObject | None = None
    ) -> None:
        """`known_panels` can be shown; a document keeps the keys of others that it names."""
        super().__init__(parent)
        self._store, self._known_panels = store, frozenset(known_panels)
        self.shown_panels: Callable[[], tuple[str, ...]] | None = None
        self._scenes: tuple[Scene, ...] = (Scene(store.subject, unit=store.view.unit),)
        # Of each scene, when it was opened or saved:
        self._opened: tuple[Subject, ...] = (store.subject,)
        self._settling = False
        store.scene_wanted.connect(self._visit)
        store.admit = self._admit

    def announce(self) -> None:
        """Work out what follows from other scenes, and emit `changed`."""
        raise NotImplementedError

    @property
    def scene(self) -> int:
        """The number of the present scene, from 0."""
        return self._store.scene

    @property
    def count(self) -> int:
        """The number of scenes."""
        return len(self._scenes)

    @property
    def title(self) -> dict[str, str]:
        """The title of the present scene, by language."""
        return dict(self._scenes[self.scene].title)

    @property
    def caption(self) -> dict[str, str]:
        """The caption of the present scene, by language."""
        return dict(self._scenes[self.scene].caption)

    @property
    def staging(self) -> Staging:
        """How the present scene is presented."""
        return self._scenes[self.scene].staging

    @property
    def present(self) -> Scene:
        """The present scene as it was when it was last shown, saved or described."""
        return self._scenes[self.scene]

    @property
    def opening_subject(self) -> Subject:
        """The subject that the present scene had when it was opened or saved."""
        return self._opened[self.scene]

    def document(self) -> Document:
        """Return the document as it would be saved now."""
        scene = self._scenes[self.scene]
        panels = scene.panels
        if self.shown_panels is not None:
            shown = self.shown_panels()
            kept = tuple(key for key in panels if key in shown or key not in self._known_panels)
            panels = kept + tuple(key for key in shown if key not in kept)
        subject, unit = self._store.subject, self._store.view.unit
        present = replace(scene, subject=subject, unit=unit, panels=panels)
        return Document((*self._scenes[: self.scene], present, *self._scenes[self.scene + 1 :]))

    def visit(self, scene: int) -> None:
        """Show another scene; the edits of this one are kept.  Not an undo step."""
        if 0 <= scene < self.count and scene != self.scene:
            self._store.end_gesture()
            self._visit(scene)
            self.announce()

    def _visit(self, scene: int) -> None:
        self._settling, settling = True, self._settling
        self._scenes = self.document().scenes
        self._store.visit(scene, self._scenes[scene].subject)
        self._show(self._scenes[scene])
        self._settling = settling

    def change(self, how: Callable[[Place], Place], text: str) -> None:
        """Let `how` change the scenes and the present one, as a step called `text`.

        It is refused if the document has no room for what comes.
        """
        from xentgui.documents.room import require_room  # noqa: PLC0415 - no picture waits for it

        before = self._place()
        after = how(before)
        if after == before:
            return
        try:
            if len(after.scenes) >= len(before.scenes):
                require_room(after.scenes)
        except RefusedError as error:
            self._store.refused.emit(error)
        else:
            self._go(after, text)

    def keep(self, scene: int, subject: Subject, text: str) -> bool:
        """Give `scene` another subject, as a step called `text`; return False if it is refused."""
        self.visit(scene)
        return self._store.edit(lambda _before: subject, text)

    def _place(self) -> Place:
        return Place(self.document().scenes, self.scene, self._opened)

    def _admit(self, subject: Subject) -> None:
        """Raise RefusedError if the document would be too large with `subject` in this scene."""
        # Only names and the number of classes count, and most edits change neither.
        if resolve(subject).names is not resolve(self._store.subject).names:
            from xentgui.documents.room import require_room  # noqa: PLC0415 - no picture waits for it

            scenes = list(self._scenes)
            scenes[self.scene] = replace(scenes[self.scene], subject=subject)
            require_room(scenes)

    def _go(self, place: Place, text: str) -> None:
        # No start waits for a step.
        from xentgui.documents.steps.step import HistoryCommand, ScenesStep  # noqa: PLC0415

        store = self._store
        store.end_gesture()
        step = ScenesStep.between(self._place(), place, text)
        store.history.push(HistoryCommand(self, step, place))

    def redo_step(self, step: Step, after: object = None) -> None:
        """Apply a step of the scenes again; or for the first time, if `after` is the place then."""
        with self._store.moving() as moves:
            if moves:
                self._settle(after if isinstance(after, Place) else step.after(self._place()))

    def undo_step(self, step: Step) -> None:
        """Take a step of the scenes back."""
        with self._store.moving() as moves:
            if moves:
                self._settle(step.before(self._place()))

    def states(self) -> tuple[State, ...]:
        """Return the states of the undo history, the oldest first, also those that were undone."""
        return tuple(map(resolve, self.subjects()))

    def subjects(self) -> tuple[Subject, ...]:
        """Return the subjects of these states."""
        from xentgui.documents.steps.step import subjects_on_the_way  # noqa: PLC0415 - nor for this

        store, place = self._store, self._place()
        if store.gesture is not None:  # what it has changed is no step yet
            place = place.with_subject(store.scene, store.gesture.before)
        found = subjects_on_the_way(place, store.steps(), store.history.index())
        return tuple(found) or (store.subject,)

    def _settle(self, place: Place) -> None:
        """Set the scenes and the present one."""
        before, after = self.document().scenes[self.scene], place.present
        stays = place.scene == self.scene and len(place.scenes) == self.count
        self._scenes, self._opened = place.scenes, place.opened
        self._store.visit(place.scene, after.subject)
        if not stays or (before.panels, before.unit) != (after.panels, after.unit):
            self._show(after)

    def _show(self, scene: Scene) -> None:
        self._store.show(replace(self._store.view, unit=scene.unit))
        self.scene_shown.emit(scene)
