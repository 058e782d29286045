"""What was seen, in words: one in five in an audience saw something else (Miller et al. 2013)."""

from __future__ import annotations

import math

from xentgui.language.field_values import number_text, value_text
from xentgui.language.lecture_words import number_name
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.guess import Guess
from xentgui.model.named_numbers import Named
from xentgui.model.view import View

_FELL = QT_TRANSLATE_NOOP("presenting", "{name} fell from {before} to {after}.")
_ROSE = QT_TRANSLATE_NOOP("presenting", "{name} rose from {before} to {after}.")
_STAYED = QT_TRANSLATE_NOOP("presenting", "{name} stayed at {after}.")
_IS = QT_TRANSLATE_NOOP("presenting", "{name} is {after}.")
_HIGH = QT_TRANSLATE_NOOP("presenting", "Guessed {guess}: {error} too high.")
_LOW = QT_TRANSLATE_NOOP("presenting", "Guessed {guess}: {error} too low.")
_RIGHT = QT_TRANSLATE_NOOP("presenting", "Guessed {guess}: right.")
_SYMBOL = 7  # characters; a longer name is words, which begin a sentence
_OPEN = QT_TRANSLATE_NOOP("presenting", "Guess: {name} = {guess}")


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
