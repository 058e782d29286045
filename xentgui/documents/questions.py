"""What a lecture asks: a question before a step, to guess or to choose; and a task to try."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from xentgui.documents.texts import checked_texts
from xentgui.model.goals import GOALS, Goal
from xentgui.model.named_numbers import Named

LETTERS: Final = "ABCD"
"""The choices of a question, by their letters."""

MOST_SECONDS: Final = 3600
USUAL_SECONDS: Final = 60
"""How long people think about choices."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked before a step: one key asks it, and another one takes the step.

    Attributes
    ----------
    text
        The question, by language.
    predict
        The number that is guessed, whose truth is that after the step; None if none is.
    choices
        What can be chosen, each by language; none, or two to four.
    right
        Which of the choices is right, from 0; None if no one is.
    seconds
        How long people think about the choices.
    """

    text: Mapping[str, str] = field(default_factory=dict)
    predict: Named | None = None
    choices: tuple[Mapping[str, str], ...] = ()
    right: int | None = None
    seconds: int = USUAL_SECONDS

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", checked_texts(self.text))
        object.__setattr__(self, "choices", tuple(checked_texts(one) for one in self.choices))
        if len(self.choices) == 1 or len(self.choices) > len(LETTERS):
            raise ValueError(f"a question has {len(self.choices)} choices")
        if self.right is not None and not 0 <= self.right < len(self.choices):
            raise ValueError(f"the right one of {len(self.choices)} choices is {self.right}")
        if not 1 <= self.seconds <= MOST_SECONDS:
            raise ValueError(f"a question takes {self.seconds} s")


@dataclass(frozen=True, slots=True)
class Task:
    """Something to try, which knows when it is done.

    Attributes
    ----------
    goal
        When it is done.
    text
        What to do, by language.
    done
        What is said when it is done, by language; empty for a usual sentence.
    """

    goal: Goal
    text: Mapping[str, str] = field(default_factory=dict)
    done: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", checked_texts(self.text))
        object.__setattr__(self, "done", checked_texts(self.done))
        if self.goal.key not in GOALS:
            raise ValueError(f"a task has the goal {self.goal.key!r}")
