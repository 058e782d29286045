"""The texts of a moment and of a scene, with their fields filled in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from xentgui.documents.moment import Moment
from xentgui.documents.scene import Scene
from xentgui.documents.texts import in_language
from xentgui.language.fields import Moments, is_as_prepared, told
from xentgui.model import Snapshot, derive
from xentgui.model.naming import one_line
from xentgui.model.subjects import Subject, resolve
from xentgui.model.view import View


def moments_of(moment: Moment, now: Snapshot | None = None, *, reveals: bool = False) -> Moments:
    """Return the numbers that the texts of `moment` are about; `now` are those that are shown.

    With `reveals`, nothing is hidden: for the lecturer.
    """
    hidden = frozenset() if reveals else moment.view.hidden | (moment.hidden & {"loss"})
    return Moments(
        snapshot_of(moment.subject) if now is None else now,
        None if moment.before is None else snapshot_of(moment.before),
        None if moment.then is None else snapshot_of(moment.then),
        hidden,
    )


def moments_for(text: str, moment: Moment, now: Snapshot, *, reveals: bool = False) -> Moments:
    """Return the numbers that `text` is about: as shown now, or as they were prepared."""
    return moments_of(moment, None if is_as_prepared(text) else now, reveals=reveals)


def snapshot_of(subject: Subject) -> Snapshot:
    """Return the numbers of a subject; those of the last ones are kept, but of few large ones."""
    kept = _few_kept if is_large(subject) else _kept
    return kept(_ById(subject))


def is_large(subject: Subject) -> bool:
    """Return whether so many classes follow from it that its numbers are not kept for long."""
    return len(resolve(subject).logits) > _MANY


def scene_title(scene: Scene, language: str) -> str:
    """Return the title of a scene on one line, with its numbers."""
    return one_line(scene_text(scene, scene.title, language))


def scene_text(scene: Scene, texts: Mapping[str, str], language: str) -> str:
    """Return one of the texts of a scene, with the numbers that the scene has at first."""
    text = in_language(texts, language)
    if "{" not in text and "}}" not in text:
        return text
    hidden = frozenset(scene.staging.hidden)
    return told(text, Moments(snapshot_of(scene.subject), hidden=hidden), View(unit=scene.unit))


class _ById:
    """A subject as a key: the same one, and no equal one."""

    __slots__ = ("subject",)

    def __init__(self, subject: Subject) -> None:
        self.subject = subject

    def __hash__(self) -> int:
        return id(self.subject)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ById) and other.subject is self.subject


def _derived(key: _ById) -> Snapshot:
    return derive(resolve(key.subject), key.subject)


_MANY = 1000  # classes
_kept, _few_kept = (lru_cache(maxsize=size)(_derived) for size in (128, 8))
