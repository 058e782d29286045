"""How a scene is staged: what the lecturer says and presses, and what the audience sees."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from xentgui.documents.texts import CHOICE_KEY, PANEL_KEY, checked_texts, repeated
from xentgui.model.recipes import Walk
from xentgui.model.state import State
from xentgui.model.subjects import Subject

if TYPE_CHECKING:
    from xentgui.documents.focus import Focus
    from xentgui.documents.questions import Question, Task

TRANSITIONS: Final = {"cut": 0, "quick": 250, "calm": 400, "slow": 800}
"""How long the values move on their way to a step, in milliseconds, by the word for it."""

USUAL_TRANSITION: Final = "calm"

HIDEABLE: Final = ("title", "caption", "loss", "formulas", "values", "handles")
"""What can be hidden from the audience, until a step reveals it; beside single numbers and panels."""

PANEL: Final = "panel:"
"""Begins the word for a hidden panel: "panel:gradient"."""

MOST_STEPS: Final = 1000
"""The most steps of one scene."""

WITHHOLDABLE: Final = (
    *("tables", "glance", "loss_card"),
    *("examples", "losses", "temperature", "smoothing", "unit", "workspaces", "panels"),
    *("classes", "walk", "sampling", "training"),
)
"""The words for controls that the window can be told not to show with a scene.

`xentgui.commands.withheld` says what belongs to each.  It keeps a class from being distracted, and
is no lock: everyone can have all controls back.
"""

Choices = Mapping[str, str | tuple[str, ...]]


class Shown(NamedTuple):
    """The ranges of a panel's axes, in data units."""

    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class Step:
    """What one press of the key changes within a scene; what it leaves out stays as it is.

    Attributes
    ----------
    subject
        The subject after the step, whose values move there; None if it stays.
    stage
        How many stages of the derivation are shown; None if that stays.
    reveal
        What is no longer hidden.
    focus
        The class that is emphasised, from 0; None if that stays.
    caption
        The caption from here on, by language; empty if it stays.
    transition
        A key of `TRANSITIONS`, or "" for that of the scene.
    question
        What is asked before the step; None for nothing.
    task
        What there is to try from here on; None if that stays.
    """

    subject: Subject | None = None
    stage: int | None = None
    reveal: tuple[str, ...] = ()
    focus: Focus | None = None
    caption: Mapping[str, str] = field(default_factory=dict)
    transition: str = ""
    question: Question | None = None
    task: Task | None = None

    def __post_init__(self) -> None:
        _put(self, caption=checked_texts(self.caption), reveal=tuple(self.reveal))
        _require_hideable(self.reveal)
        _require_transition(self.transition)
        _require_whole(self.stage)
        _require_focus(self.focus)


@dataclass(frozen=True, slots=True)
class Staging:
    """What a scene has beside its subject, its words and its panels.

    Attributes
    ----------
    notes
        What the lecturer wants to say, by language; the audience never sees it.
    answer
        The answer to the question that the scene asks, by language; for the lecturer, too.
    transition
        A key of `TRANSITIONS`, or "" for the usual one: how the values get here.
    focus
        The class that is emphasised, from 0, or None.
    hidden
        What the audience does not see at first: entries of `HIDEABLE`, numbers by their names, such
        as "p:2", and panels, such as "panel:gradient".
    stage
        How many stages of the derivation are shown at first; None for all.
    areas
        Whether the information panel shows areas.
    choices
        What is chosen about panels, as in `View.choices`.
    workspace
        The key of the workspace that the window shows with this scene, or "" to leave it.
    ranges
        The ranges of the axes of a panel, by its key; those of other panels follow from the numbers.
    pinned
        The state that is drawn as a ghost, or None.
    steps
        What happens within the scene, key by key.
    task
        What there is to try, or None.
    walk
        How one walks down the loss: steps whose numbers are steps of this walk from the scene's own
        are shown as such.  None if nobody walks.
    withheld
        What the window does not show with this scene: entries of `WITHHOLDABLE`.
    """

    notes: Mapping[str, str] = field(default_factory=dict)
    answer: Mapping[str, str] = field(default_factory=dict)
    transition: str = ""
    focus: Focus | None = None
    hidden: tuple[str, ...] = ()
    stage: int | None = None
    areas: bool = False
    choices: Choices = field(default_factory=dict)
    workspace: str = ""
    ranges: Mapping[str, Shown] = field(default_factory=dict)
    pinned: State | None = None
    steps: tuple[Step, ...] = ()
    task: Task | None = None
    walk: Walk | None = None
    withheld: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        choices = {
            key: one if isinstance(one, str) else tuple(one) for key, one in self.choices.items()
        }
        ranges = {key: Shown(*map(float, one)) for key, one in self.ranges.items()}
        _put(
            self,
            notes=checked_texts(self.notes),
            answer=checked_texts(self.answer),
            hidden=tuple(self.hidden),
            choices=MappingProxyType(choices),
            ranges=MappingProxyType(ranges),
            steps=tuple(self.steps),
            withheld=tuple(self.withheld),
        )
        _require_hideable(self.hidden)
        _require_transition(self.transition)
        _require_whole(self.stage)
        _require_focus(self.focus)
        if not all(re.match(CHOICE_KEY, key) for key in choices):
            raise ValueError(f"a scene has the choices {list(choices)}")
        if not all(re.match(PANEL_KEY, key) and is_range(one) for key, one in ranges.items()):
            raise ValueError(f"a scene has the ranges {ranges}")
        if self.workspace and not re.match(PANEL_KEY, self.workspace):
            raise ValueError(f"a scene has the workspace {self.workspace!r}")
        if self.withheld:
            _require_withholdable(self.withheld)
        if len(self.steps) > MOST_STEPS:
            raise ValueError(f"a scene has {len(self.steps)} steps")


def is_range(shown: Shown) -> bool:
    """Return whether a plot can show these ranges.

    >>> is_range(Shown(0, 1, 0, 5)), is_range(Shown(1, 0, 0, 5))
    (True, False)
    """
    return all(map(math.isfinite, shown)) and shown.left < shown.right and shown.bottom < shown.top


def _put(one: Step | Staging, **values: Any) -> None:
    for name, value in values.items():
        object.__setattr__(one, name, value)


def _require_hideable(keys: tuple[str, ...]) -> None:
    if not all(map(is_hideable, keys)) or repeated(keys) is not None:
        raise ValueError(f"a scene hides {keys}")


def is_hideable(key: str) -> bool:
    """Return whether `key` says what can be hidden.

    >>> [is_hideable(key) for key in ("loss", "p:2", "panel:gradient", "p:0", "panels")]
    [True, True, True, False, False]
    """
    if key in HIDEABLE:
        return True
    if key.startswith(PANEL):
        return re.match(PANEL_KEY, key.removeprefix(PANEL)) is not None
    from xentgui.model.named_numbers import named  # noqa: PLC0415 - few scenes hide a number

    return named(key) is not None


def _require_withholdable(keys: tuple[str, ...]) -> None:
    if not set(keys) <= set(WITHHOLDABLE) or repeated(keys) is not None:
        raise ValueError(f"a scene withholds {keys}")


def _require_transition(key: str) -> None:
    if key and key not in TRANSITIONS:
        raise ValueError(f"a scene has the transition {key!r}")


def _require_focus(focus: Focus | None) -> None:
    if focus is None:
        return
    from xentgui.documents.focus import is_focus  # noqa: PLC0415 - few scenes emphasise

    if focus < 0 if isinstance(focus, int) else not is_focus(focus):
        raise ValueError(f"a scene emphasises {focus!r}")


def _require_whole(*numbers: int | None) -> None:
    if any(one is not None and one < 0 for one in numbers):
        raise ValueError("the stages and classes of a scene count from 0")


PLAIN: Final = Staging()
"""The staging of a scene that says nothing about it."""
