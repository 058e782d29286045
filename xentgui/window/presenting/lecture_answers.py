"""What an audience answers while a lecture goes on: its guess and its votes, from hand and keys."""

from __future__ import annotations

from dataclasses import replace

from xentgui.language.units import UNITS
from xentgui.model.guess import step_of
from xentgui.model.named_numbers import is_information
from xentgui.window.presenting.asking import MOST_VOTES
from xentgui.window.presenting.course import Course


class LectureAnswers:
    """Changes the answers to the question of the present moment."""

    def __init__(self, lecture: Course) -> None:
        self._lecture = lecture

    # Votes

    def set_votes(self, rounds: int, choice: int, count: int) -> None:
        """Let so many have chosen a choice."""
        answers = self._lecture.answers
        if answers is not None:
            answers.votes[rounds][choice] = min(max(count, 0), MOST_VOTES)
            self._lecture.tell()

    def add_vote(self, choice: int, by: int) -> None:
        """Count a vote while votes are counted; a number that was typed before is all of them."""
        lecture = self._lecture
        question, answers = lecture.moment.question, lecture.answers
        if lecture.tally is None or question is None or answers is None:
            return
        if choice < len(question.choices):
            typed, lecture.typed = lecture.typed, ""
            now = answers.votes[lecture.tally][choice]
            self.set_votes(lecture.tally, choice, int(typed) if typed else now + by)

    def count_votes(self) -> None:
        """Begin to count votes with keys, or end it."""
        lecture = self._lecture
        question, answers = lecture.moment.question, lecture.answers
        counts = lecture.tally is not None
        if counts or question is None or answers is None or not question.choices:
            lecture.tallied, lecture.tally = lecture.tally, None
        else:
            lecture.tally = 1 if any(answers.votes[0]) else 0

    # The guess

    def move_guess(self, value: float, *, is_new: bool = True) -> None:
        """Let the audience guess `value`; with `is_new`, Undo comes back to the guess before."""
        lecture = self._lecture
        if lecture.asks:
            lecture.asking.move_guess(lecture.moment, value, is_new=is_new)
            self.show_guess()

    def nudge_guess(self, steps: float) -> None:
        """Move the guess by so many steps of a key."""
        guess = self._lecture.guess
        if guess is not None and guess.is_open:
            step = step_of(guess.number) * abs(steps)
            to = round(guess.value / step) + (1 if steps > 0 else -1)
            self.move_guess(float(f"{to * step:.12g}"))

    def type_guess(self, text: str) -> None:
        """Have typed `text`, the beginning of a guess in the unit that is shown."""
        self._lecture.typed = text
        self._lecture.tell()

    def take_typed_guess(self) -> None:
        """Let the audience guess what was typed."""
        lecture = self._lecture
        typed, lecture.typed = lecture.typed, ""
        guess = lecture.guess
        if guess is not None and typed.strip("-"):
            in_unit = is_information(guess.number, lecture.store.snapshot)
            nats = UNITS[lecture.store.view.unit].nats if in_unit else 1.0
            self.move_guess(float(typed) * nats)
        lecture.tell()

    def give_keys(self) -> None:
        """Let the keys up and down move the guess, or no longer."""
        lecture = self._lecture
        can = lecture.guess is not None and lecture.asks
        lecture.guess_has_keys = not lecture.guess_has_keys and can

    def take_back(self) -> bool:
        """Return to the guess before; return whether there was one."""
        was = self._lecture.asking.take_back(self._lecture.moment)
        if was:
            self.show_guess()
        return was

    def forget(self) -> None:
        """Begin the guess anew."""
        self._lecture.asking.forget_guess(self._lecture.moment)
        self.show_guess()

    def show_guess(self) -> None:
        """Draw the guess where it is now."""
        lecture = self._lecture
        lecture.store.show(replace(lecture.store.view, guess=lecture.guess))
        lecture.tell()
