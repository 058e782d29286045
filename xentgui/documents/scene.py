"""A document is a list of scenes; each scene is a subject and the way to show it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from xentgui.documents.patterns import LANGUAGE_CODE, PANEL_KEY, repeated
from xentgui.documents.staging import PLAIN, Staging
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


def in_language(texts: Mapping[str, str], language: str) -> str:
    """Return the text for `language`, else the nearest, English or first one; "" for none.

    >>> in_language({"en": "A tie", "zh_CN": "并列"}, "zh_TW")
    '并列'
    """
    return texts[nearest_code(texts, language)] if texts else ""


def nearest_code(codes: Collection[str], language: str) -> str:
    """Return which of the `codes` of languages, one or more, is nearest to `language`.

    For want of a near one it is English, or else the first.

    >>> nearest_code(["en", "zh_CN"], "zh_TW"), nearest_code(["en", "fi"], "fil")
    ('zh_CN', 'en')
    """
    if language in codes:
        return language
    short = re.split("[_-]", language)[0]
    near = (code for code in codes if re.split("[_-]", code)[0] == short)
    return next(near, None) or ("en" if "en" in codes else next(iter(codes)))
