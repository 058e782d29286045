"""What an audience has answered: guesses, and two votes, for each question of a lecture."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QElapsedTimer

from xentgui.documents.moment import Moment
from xentgui.documents.scene_texts import snapshot_of
from xentgui.language.fields import hides
from xentgui.model.guess import Guess, first_guess, limited

ROUNDS = 2
"""How often people vote: alone, and after they have talked with their neighbours."""

MOST_VOTES = 9999
FEW, MANY = 0.35, 0.70
"""Between these shares of right answers, people are to discuss (Crouch & Mazur 2001)."""


@dataclass
class Answers:
    """What was answered to one question.

    Attributes
    ----------
    guess
        The guess, in nats if it is an amount of information; None before anybody has made one.
    past
        The guesses before it, the last one last.
    votes
        How many have chosen each choice, for each round.
    began
        Runs from the moment at which the question was asked.
    """

    guess: float | None = None
    past: list[float | None] = field(default_factory=list)
    votes: list[list[int]] = field(default_factory=lambda: [[0] * 4 for _ in range(ROUNDS)])
    began: QElapsedTimer = field(default_factory=QElapsedTimer)

    def share_right(self, right: int | None, rounds: int) -> float | None:
        """Return the share of right answers in a round, or None if nobody has voted."""
        votes = self.votes[rounds]
        return None if right is None or not sum(votes) else votes[right] / sum(votes)


class Asking:
    """The answers to all questions, by their places; they stay until the lecture is over."""

    def __init__(self) -> None:
        self._answers: dict[tuple[int, int], Answers] = {}

    def at(self, moment: Moment) -> Answers | None:
        """Return the answers to the question of `moment`, if it has one."""
        if moment.asked is None:
            return None
        return self._answers.setdefault((moment.beat.scene, moment.asked), Answers())

    def guess(self, moment: Moment) -> Guess | None:
        """Return the guess that is drawn at `moment`."""
        answers, question = self.at(moment), moment.question
        if answers is None or question is None or question.predict is None:
            return None
        number = question.predict
        if not moment.beat.asks:
            return None if answers.guess is None else Guess(number, answers.guess, is_open=False)
        value = answers.guess
        if value is None:
            shown = snapshot_of(moment.subject)
            # Where the step moves nothing, what is shown would be the answer.
            is_hidden = hides(moment.hidden, number) or moment.then is moment.subject
            value = limited(number, first_guess(number, shown, is_hidden=is_hidden))
        return Guess(number, value)

    def move_guess(self, moment: Moment, value: float, *, is_new: bool = True) -> None:
        """Guess `value`; with `is_new`, the guess before can be taken back to."""
        answers, question = self.at(moment), moment.question
        if answers is None or question is None or question.predict is None:
            return
        if is_new:
            answers.past.append(answers.guess)
        answers.guess = limited(question.predict, value)

    def take_back(self, moment: Moment) -> bool:
        """Return to the guess before; return whether there was one."""
        answers = self.at(moment)
        if answers is None or not answers.past or not moment.beat.asks:
            return False
        answers.guess = answers.past.pop()
        return True

    def forget_guess(self, moment: Moment) -> None:
        """Begin the guess anew."""
        answers = self.at(moment)
        if answers is not None and answers.guess is not None:
            answers.past.append(answers.guess)
            answers.guess = None


def verdict(share: float) -> str:
    """Return what to do after a vote: "explain", "discuss" or "go on".

    >>> verdict(0.2), verdict(0.35), verdict(0.7), verdict(0.71)
    ('explain', 'discuss', 'discuss', 'go on')
    """
    if share < FEW:
        return "explain"
    return "discuss" if share <= MANY else "go on"
