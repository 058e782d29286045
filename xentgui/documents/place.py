"""The scenes of a document and which one is shown: a value that undo steps hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from xentgui.documents.scene import Scene
from xentgui.documents.staging import PLAIN, Staging
from xentgui.model.subjects import Subject

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Place:
    """All scenes, the present one's number, and the subjects when they were opened or saved."""

    scenes: tuple[Scene, ...]
    scene: int
    opened: tuple[Subject, ...]

    @property
    def present(self) -> Scene:
        """The scene that is shown."""
        return self.scenes[self.scene]

    def with_subject(self, scene: int, subject: Subject) -> Place:
        """Return the place at `scene`, which has `subject` there."""
        edited = replace(self.scenes[scene], subject=subject)
        return Place(_put(self.scenes, scene, 1, edited), scene, self.opened)

    def described(self, title: Mapping[str, str], caption: Mapping[str, str]) -> Place:
        """Return the place with another title and caption for the present scene."""
        present = replace(self.present, title=title, caption=caption)
        return replace(self, scenes=_put(self.scenes, self.scene, 1, present))

    def with_copy(self, staging: Staging = PLAIN) -> Place:
        """Return the place at a copy, without words but with `staging`, after the present scene."""
        behind = self.scene + 1
        copy = replace(self.present, title={}, caption={}, staging=staging)
        opened = _put(self.opened, behind, 0, copy.subject)
        return Place(_put(self.scenes, behind, 0, copy), behind, opened)

    def with_duplicate(self) -> Place:
        """Return the place at a copy after the present scene, which has all that this one has."""
        behind = self.scene + 1
        opened = _put(self.opened, behind, 0, self.present.subject)
        return Place(_put(self.scenes, behind, 0, self.present), behind, opened)

    def staged(self, staging: Staging) -> Place:
        """Return the place with another staging for the present scene."""
        return replace(
            self, scenes=_put(self.scenes, self.scene, 1, replace(self.present, staging=staging))
        )

    def withholding(self, withheld: tuple[str, ...], *, everywhere: bool) -> Place:
        """Return the place whose present scene, or all of them, withhold these controls."""
        scenes = tuple(
            replace(one, staging=replace(one.staging, withheld=withheld))
            if everywhere or at == self.scene
            else one
            for at, one in enumerate(self.scenes)
        )
        return replace(self, scenes=scenes)

    def moved(self, scene: int, to: int) -> Place:
        """Return the place with `scene` at the number `to`; the present scene stays present.

        Where there is no such number, everything stays.
        """
        if to not in range(len(self.scenes)):
            return self
        order = list(range(len(self.scenes)))
        order.insert(to, order.pop(scene))
        scenes = tuple(self.scenes[at] for at in order)
        opened = tuple(self.opened[at] for at in order)
        return Place(scenes, order.index(self.scene), opened)

    def without_present(self) -> Place:
        """Return the place without the present scene, at the next one or else the last.

        The only scene stays.
        """
        if len(self.scenes) == 1:
            return self
        here, scenes = self.scene, _put(self.scenes, self.scene, 1)
        return Place(scenes, min(here, len(scenes) - 1), _put(self.opened, here, 1))


def _put(them: tuple[_T, ...], at: int, instead_of: int, *new: _T) -> tuple[_T, ...]:
    return (*them[:at], *new, *them[at + instead_of :])
