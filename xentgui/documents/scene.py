"""A document is a list of scenes; each scene is a subject and the way to show it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from xentgui.documents.staging import PLAIN, Staging
from xentgui.documents.texts import LANGUAGE_CODE, PANEL_KEY, repeated
from xentgui.language.units import UNITS
from xentgui.model.checks import MOST_SCENES
from xentgui.model.state import State
from xentgui.model.subjects import Subject, resolve


@dataclass(frozen=True, slots=True)
class Scene:
    """A subject, and the way to show it.

    Attributes
    ----------
    subject
        What a person has set.
    title, caption
        Texts by language code, such as ``{"en": "A tie"}``; empty for none.
    panels
        Keys of the panels to be shown; empty if the scene does not say.  Keys of unknown panels are
        kept.
    unit
        A key of `UNITS`.
    staging
        How it is presented: notes, steps, focus, and what is hidden.
    """

    subject: Subject
    title: Mapping[str, str] = field(default_factory=dict)
    caption: Mapping[str, str] = field(default_factory=dict)
    panels: tuple[str, ...] = ()
    unit: str = "nats"
    staging: Staging = PLAIN

    def __post_init__(self) -> None:
        for name in ("title", "caption"):
            texts = dict(getattr(self, name))
            if not all(re.match(LANGUAGE_CODE, code) for code in texts):
                raise ValueError(f"the {name} of a scene has a language {list(texts)}")
            object.__setattr__(self, name, MappingProxyType(texts))
        object.__setattr__(self, "panels", tuple(self.panels))
        if not all(re.match(PANEL_KEY, key) for key in self.panels) or repeated(self.panels):
            raise ValueError(f"a scene has the panels {self.panels}")
        if self.unit not in UNITS:
            raise ValueError(f"a scene has the unit {self.unit!r}")

    @property
    def state(self) -> State:
        """The state that follows from the subject."""
        return resolve(self.subject)


@dataclass(frozen=True, slots=True)
class Document:
    """One scene or more.  Equal documents give the same text, and reading it gives an equal one."""

    scenes: tuple[Scene, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "scenes", tuple(self.scenes))
        if not 1 <= len(self.scenes) <= MOST_SCENES:
            raise ValueError(f"a document has {len(self.scenes)} scenes")


def subjects_of(scenes: tuple[Scene, ...]) -> tuple[Subject, ...]:
    """Return the subject of each scene."""
    return tuple(scene.subject for scene in scenes)
