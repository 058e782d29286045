"""What the audience reads of a question: its text before the step, then what was seen, and its votes."""

from __future__ import annotations

import math
from collections.abc import Sequence

from xentgui.documents.moment import Beat, Moment, moment_at
from xentgui.documents.questions import LETTERS, Question
from xentgui.documents.scene import Scene
from xentgui.documents.scene_texts import moments_of, snapshot_of
from xentgui.documents.texts import in_language
from xentgui.language.field_values import number_text, value_text
from xentgui.language.fields import Field, Moments, Piece, pieces, told
from xentgui.language.lecture_words import number_name
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.guess import Guess
from xentgui.model.named_numbers import Named
from xentgui.model.naming import one_line
from xentgui.model.view import View
from xentgui.window.presenting.asking import ROUNDS, Answers, Asking, verdict
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.stage_lines import GUESS

_SHARE_RIGHT = QT_TRANSLATE_NOOP("presenting", "{share} % right: {todo}")
_TODO = {
    "explain": QT_TRANSLATE_NOOP("presenting", "explain it again"),
    "discuss": QT_TRANSLATE_NOOP("presenting", "talk with your neighbour, then vote again"),
    "go on": QT_TRANSLATE_NOOP("presenting", "go on"),
}
_TALLY = QT_TRANSLATE_NOOP("presenting", "Vote {round}: {counts}")
_WERE_RIGHT = QT_TRANSLATE_NOOP("presenting", "{shares} were right")

_FELL = QT_TRANSLATE_NOOP("presenting", "{name} fell from {before} to {after}.")
_ROSE = QT_TRANSLATE_NOOP("presenting", "{name} rose from {before} to {after}.")
_STAYED = QT_TRANSLATE_NOOP("presenting", "{name} stayed at {after}.")
_IS = QT_TRANSLATE_NOOP("presenting", "{name} is {after}.")
_HIGH = QT_TRANSLATE_NOOP("presenting", "Guessed {guess}: {error} too high.")
_LOW = QT_TRANSLATE_NOOP("presenting", "Guessed {guess}: {error} too low.")
_RIGHT = QT_TRANSLATE_NOOP("presenting", "Guessed {guess}: right.")
_SYMBOL = 7  # characters; a longer name is words, which begin a sentence
_OPEN = QT_TRANSLATE_NOOP("presenting", "Guess: {name} = {guess}")

_FIRM = "\N{NO-BREAK SPACE}"
_APART = "\N{EM SPACE}"


def question_words(moment: Moment, moments: Moments, language: str, guess: Guess | None) -> str:
    """Return the question that is asked at `moment`, with its choices, and the guess."""
    return "".join(one.text for one in question_pieces(moment, moments, language, guess))


def question_pieces(
    moment: Moment, moments: Moments, language: str, guess: Guess | None
) -> tuple[Piece, ...]:
    """Return the parts of the question, of the guess, and of the choices."""
    question = moment.question
    if question is None:
        return ()
    found = [*lined(in_language(question.text, language), moments, moment.view)]
    if guess is not None:
        before, value, after = open_guess(guess, moments.now, moment.view)
        found += [
            Piece(f" {before}" if found else before),
            Piece(value, Field(guess.number, GUESS)),
            Piece(after),
        ]
    choices = _APART.join(choices_of(moment, moments, language))
    if choices:
        found.append(Piece("\n" * bool(found) + choices))
    return tuple(found)


def lined(text: str, moments: Moments, view: View) -> tuple[Piece, ...]:
    """Return the parts of a text with its numbers, on one line, which is broken where it must be."""
    found = (
        one._replace(text=" ".join(one.text.split("\n"))) for one in pieces(text, moments, view)
    )
    return tuple(one for one in found if one.text)


def choices_of(moment: Moment, moments: Moments, language: str) -> tuple[str, ...]:
    """Return the choices, each with its letter; nothing in them is hidden, and none is broken."""
    question = moment.question
    if question is None:
        return ()
    open_numbers = moments._replace(hidden=frozenset())
    return tuple(
        f"{letter}{_FIRM}{_filled(one, open_numbers, moment, language)}"
        for letter, one in zip(LETTERS, question.choices, strict=False)
    )


def _filled(texts: object, moments: Moments, moment: Moment, language: str) -> str:
    text = in_language(texts, language)  # type: ignore[arg-type]
    return one_line(told(text, moments, moment.view)).replace(" ", _FIRM)


def seen_words(
    moment: Moment, language: str, guess: Guess | None, answers: Answers | None = None
) -> str:
    """Return the answer to what was asked before the last step: what was seen, and who was right.

    "" if nothing was asked.
    """
    question = moment.question
    just = moment.asked is not None and moment.asked == moment.beat.step - 1
    if question is None or not just or moment.before is None:
        return ""
    said: list[str] = []
    if question.right is not None:
        then = Moments(snapshot_of(moment.before), then=snapshot_of(moment.subject))
        said.append("✓ " + choices_of(moment, then, language)[question.right])
        if answers is not None:
            said.append(outcome_words(question, answers))
    if question.predict is not None:
        before = None if moment.unseen else snapshot_of(moment.before)
        value = None if guess is None else guess.value
        after = snapshot_of(moment.subject)
        said.append(seen(question.predict, before, after, moment.view, guess=value))
    return " · ".join(filter(None, said))


def rooms_of(scenes: Sequence[Scene], scene: int, language: str) -> tuple[str, ...]:
    """Return the texts of all questions of a scene, so that one room can be kept for them."""
    rooms: list[str] = []
    for at, step in enumerate(scenes[scene].staging.steps):
        if step.question is None:
            continue
        asked, after = (moment_at(scenes, Beat(scene, *one)) for one in ((at, True), (at + 1,)))
        guess = Asking().guess(asked)
        rooms.append(question_words(asked, moments_of(asked), language, guess))
        caption = in_language(after.caption, language)
        said = one_line(told(caption, moments_of(after), after.view))
        rooms.append("\n".join(filter(None, (said, seen_words(after, language, guess)))))
    return tuple(rooms)


def seen(
    number: Named, before: Snapshot | None, after: Snapshot, view: View, *, guess: float | None
) -> str:
    """Return what became of a number, and how far the guess was off.

    `before` is None where the number was hidden before, and so nobody has seen it move.
    """
    truth, name = number_text(number, after, view), number_name(number)
    if before is None:
        said = translate("presenting", _IS).format(name=name, after=truth)
    else:
        was, value, now = (
            number_text(number, before, view),
            number.value(before),
            number.value(after),
        )
        template = _STAYED if was == truth else _FELL if now < value else _ROSE
        said = translate("presenting", template).format(name=name, before=was, after=truth)
    if len(name) > _SYMBOL:
        said = said[:1].upper() + said[1:]
    if guess is None:
        return said
    error, guessed = guess - number.value(after), value_text(number, guess, after, view)
    if math.isnan(error) or guessed == truth:
        return f"{said} {translate('presenting', _RIGHT).format(guess=guessed)}"
    template = _HIGH if error > 0 else _LOW
    off = value_text(number, abs(error), after, view).removeprefix("+")
    return f"{said} {translate('presenting', template).format(guess=guessed, error=off)}"


def open_guess(guess: Guess, snapshot: Snapshot, view: View) -> tuple[str, str, str]:
    """Return the guess as it stands, while the truth is to come, and what is before and after."""
    value = value_text(guess.number, guess.value, snapshot, view)
    said = translate("presenting", _OPEN).replace("{name}", number_name(guess.number))
    before, _, after = said.partition("{guess}")
    return before, value, after


def share_words(question: Question, answers: Answers, rounds: int) -> str:
    """Return how many were right in a round, and what to do; "" before anybody has voted."""
    share = answers.share_right(question.right, rounds)
    if share is None:
        return ""
    todo = translate("presenting", _TODO[verdict(share)])
    return translate("presenting", _SHARE_RIGHT).format(share=round(share * 100), todo=todo)


def advice_words(lecture: Lecture) -> str:
    """Return `share_words` of the vote that was counted last; "" while there is none."""
    question, answers = lecture.moment.question, lecture.answers
    rounds = lecture.tallied if lecture.asks and lecture.tally is None else None
    if question is None or answers is None or rounds is None:
        return ""
    return share_words(question, answers, rounds)


def tally_words(question: Question, answers: Answers, rounds: int) -> str:
    """Return the votes of a round as they are counted."""
    counts = answers.votes[rounds]
    letters = zip(LETTERS, counts, question.choices, strict=False)
    said = "  ".join(f"{letter} {count}" for letter, count, _ in letters)
    return translate("presenting", _TALLY).format(round=rounds + 1, counts=said)


def outcome_words(question: Question, answers: Answers) -> str:
    """Return which shares were right, round by round; "" if nobody has voted."""
    found = [answers.share_right(question.right, one) for one in range(ROUNDS)]
    shares = " → ".join(f"{round(one * 100)} %" for one in found if one is not None)
    return translate("presenting", _WERE_RIGHT).format(shares=shares) if shares else ""
