"""What votes say: how many were right, and what to do then (Crouch & Mazur 2001)."""

from __future__ import annotations

from xentgui.documents.questions import LETTERS, Question
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.window.presenting.asking import ROUNDS, Answers, verdict
from xentgui.window.presenting.lecture import Lecture

_RIGHT = QT_TRANSLATE_NOOP("presenting", "{share} % right: {todo}")
_TODO = {
    "explain": QT_TRANSLATE_NOOP("presenting", "explain it again"),
    "discuss": QT_TRANSLATE_NOOP("presenting", "talk with your neighbour, then vote again"),
    "go on": QT_TRANSLATE_NOOP("presenting", "go on"),
}
_TALLY = QT_TRANSLATE_NOOP("presenting", "Vote {round}: {counts}")
_WERE_RIGHT = QT_TRANSLATE_NOOP("presenting", "{shares} were right")


def share_words(question: Question, answers: Answers, rounds: int) -> str:
    """Return how many were right in a round, and what to do; "" before anybody has voted."""
    share = answers.share_right(question.right, rounds)
    if share is None:
        return ""
    todo = translate("presenting", _TODO[verdict(share)])
    return translate("presenting", _RIGHT).format(share=round(share * 100), todo=todo)


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
